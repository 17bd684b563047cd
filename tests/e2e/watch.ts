import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

/** Every test fails on any console error, uncaught exception or violation of the page policy. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export async function expectAccessible(page: Page, part?: string): Promise<void> {
  const builder = new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
    // Of WCAG 2.2, and off unless asked for.
    rules: { 'target-size': { enabled: true } },
  });
  // The same rules, in a quarter of the time, where there are no frames to gather results from.
  builder.setLegacyMode(page.frames().length === 1);
  if (part !== undefined) builder.include(part);
  const { violations } = await builder.analyze();
  expect(violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))).toEqual([]);
}

/** In both themes: what is on the page does not change with them, so it is reached once. */
export async function expectAccessibleInBoth(page: Page, part?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await test.step(colorScheme, () => expectAccessible(page, part));
  }
}

export function timelineOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Timeline', exact: true });
}

export function problemsOf(page: Page): Locator {
  return page.getByRole('list', { name: 'Problems', exact: true });
}

export async function paste(page: Page, text: string): Promise<void> {
  await page.goto('/paste');
  await page.getByRole('textbox', { name: 'Conversation JSON', exact: true }).fill(text);
  await page.getByRole('button', { name: 'Show timeline', exact: true }).click();
}

/** The text box once the rich editor has taken the place of the plain one. */
export async function richBox(page: Page): Promise<Locator> {
  const box = page.getByRole('textbox', { name: 'Conversation JSON', exact: true });
  await expect(box).toHaveAttribute('contenteditable', 'true');
  return box;
}
