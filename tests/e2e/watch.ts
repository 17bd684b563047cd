import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { axeSource } from './axe';

/** Every test fails on any console error, uncaught exception or violation of the page policy. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ context, page }, use) => {
      // The one that was before may have left these: contexts are used again.
      await context.clearPermissions();
      await context.setOffline(false);
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

type Rules = Parameters<AxeBuilder['options']>[0];

/** Of WCAG 2.1 and 2.2, and off unless asked for. */
const ALL: Rules = {
  rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } },
};
const COLOURS: Rules = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

export async function expectAccessible(page: Page, part?: string, rules = ALL): Promise<void> {
  const isAlone = page.frames().length === 1;
  // Half a megabyte, which a page needs once.
  const isThere = isAlone && (await page.evaluate(() => 'axe' in window));
  const builder = new AxeBuilder({ page, axeSource: isThere ? ';' : axeSource });
  builder.options({ resultTypes: ['violations'], ...rules });
  // The same rules, in a quarter of the time, where there are no frames to gather results from.
  builder.setLegacyMode(isAlone);
  if (part !== undefined) builder.include(part);
  const { violations } = await builder.analyze();
  expect(violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))).toEqual([]);
}

/** In both themes: what is on the page does not change with them, so it is reached once, and but for its colours seen once. */
export async function expectAccessibleInBoth(page: Page, part?: string): Promise<void> {
  for (const [colorScheme, rules] of [
    ['light', ALL],
    ['dark', COLOURS],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await test.step(colorScheme, () => expectAccessible(page, part, rules));
  }
}

/** Nothing of a page runs over its side, however wide it is. */
export async function expectNothingOver(page: Page, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(over).toBeLessThanOrEqual(0);
  }
}

/** What a page can come to, and how. */
export interface State {
  name: string;
  reach: (page: Page) => Promise<void>;
}

/** Each is accessible in both themes, and has room on narrow screens. */
export function testStates(states: readonly State[]): void {
  for (const { name, reach } of states) {
    test(`${name}: axe finds nothing, in light nor in dark`, async ({ page }) => {
      await reach(page);
      await expectAccessibleInBoth(page);
    });
    test(`${name}: nothing runs over the side at 390 and 320 px`, async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await reach(page);
      await expectNothingOver(page, [390, 320]);
    });
  }
}

/**
 * Each test of this file ends its tabs, and deletes what they stored. The runner does both before the next test, but
 * asks once, and fails that test where a worker that has just ended has not let go of its files yet.
 */
export function forgetAfterEach(): void {
  test.afterEach(async ({ context }) => {
    await context.setOffline(false);
    const last = await context.newPage();
    for (const page of context.pages()) if (page !== last) await page.close();
    await last.goto('/robots.txt');
    await expect(async () => {
      await last.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
      });
    }).toPass();
  });
}

/** A file of this test, to be chosen by its path as visitors do: its bytes need not go to the browser as a message. */
export function onDisk(name: string, content: string | Buffer): string {
  const path = test.info().outputPath(name);
  mkdirSync(test.info().outputDir, { recursive: true });
  writeFileSync(path, content);
  return path;
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
