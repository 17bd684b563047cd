import type { Locator } from '@playwright/test';
import { expect, paste, test, timelineOf } from './watch';

const minute = (at: number) => new Date(Date.parse('2026-11-19T09:00:00Z') + at * 60_000).toISOString();

/** Each for ten minutes, one after another. */
function inTurn(length: number): string {
  const participants = Array.from({ length }, (_, at) => ({
    id: `p-${at}`,
    name: `Person ${at}`,
    purpose: 'agent',
    calls: [{ connectedTime: minute(at), disconnectedTime: minute(at + 10) }],
  }));
  return JSON.stringify({ id: 'many', participants });
}

async function pin(timeline: Locator, name: string): Promise<void> {
  const page = timeline.page();
  await timeline
    .getByRole('row', { name: `${name},` })
    .getByRole('gridcell')
    .focus();
  await page.keyboard.press('c');
  await page.getByRole('menuitem', { name: /^Pin/ }).press('Enter');
  await expect(timeline.getByRole('row', { name: new RegExp(`^${name}, .*Pinned`) })).toBeVisible();
}

async function middleOf(bar: Locator): Promise<{ x: number; y: number }> {
  const box = await bar.boundingBox();
  if (!box) throw new Error('Not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

for (const [name, people, width] of [
  ['page', 30, 1280],
  ['page of a phone', 30, 390],
  ['list of its own', 60, 1280],
] as const) {
  test(`pinned rows stay in sight while the ${name} scrolls, and answer pointer and keys`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await paste(page, inTurn(people));
    const timeline = timelineOf(page);
    const bars = timeline.locator('[data-segment="connected"]');
    const before = await bars.count();
    for (const one of ['Person 2', 'Person 5']) await pin(timeline, one);
    expect(await bars.count()).toBe(before);
    const pinned = timeline.getByRole('row', { name: 'Person 5,' });
    await expect(pinned.getByRole('gridcell')).toBeFocused();

    for (let row = 0; row < 23; row++) await page.keyboard.press('ArrowDown');
    const focused = timeline.locator(':focus');
    await expect(focused).toHaveAccessibleName(/^Person 24, /);
    await expect(focused).toBeInViewport({ ratio: 1 });
    // One below the other, in sight and over what scrolls.
    const over = await timeline.locator('.pt-pins .pt-row').evaluateAll((rows) =>
      rows.map((row) => {
        const { left, top, height } = row.querySelector('.pt-name')?.getBoundingClientRect() ?? new DOMRect();
        const over = document.elementFromPoint(left + 4, top + height / 2)?.closest('.pt-row');
        return [row, over].map((one) => one?.getAttribute('aria-label')?.split(',')[0]);
      }),
    );
    expect(over).toEqual([
      ['Person 2', 'Person 2'],
      ['Person 5', 'Person 5'],
    ]);
    const { x, y } = await middleOf(timeline.locator('.pt-pins [data-segment="connected"]').last());
    await page.mouse.move(x, y);
    await expect(page.getByRole('tooltip')).toContainText('Person 5');
    await page.mouse.click(x, y);
    await expect(pinned.getByRole('gridcell', { selected: true })).toBeFocused();
    await expect(timeline.locator('.pt-frame[data-kind="selected"]')).toBeInViewport({ ratio: 1 });

    // Where a row lands that is dragged is seen over what stays, too.
    const nameOf = (row: Locator) => middleOf(row.getByRole('rowheader'));
    const from = await nameOf(pinned);
    const to = await nameOf(timeline.getByRole('row', { name: 'Person 2,' }));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y - 9, { steps: 3 });
    const line = await middleOf(timeline.locator('.pt-landing'));
    expect(Math.abs(line.y - to.y)).toBeLessThan(60);
    await page.mouse.move(from.x, from.y);
    await page.mouse.up();
    // And where one of the others does that is to be the first of them, which is far out of sight.
    const last = await nameOf(timeline.getByRole('row', { name: 'Person 24,' }));
    await page.mouse.move(last.x, last.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y, { steps: 3 });
    const pins = await timeline.locator('.pt-pins').boundingBox();
    const below = await middleOf(timeline.locator('.pt-landing'));
    expect(Math.abs(below.y - (pins?.y ?? 0) - (pins?.height ?? 0))).toBeLessThan(3);
    await page.mouse.move(last.x, last.y);
    await page.mouse.up();

    // Up from far below: none of the others is behind what stays.
    for (let row = 0; row < 23; row++) await page.keyboard.press('ArrowDown');
    const bottomOfPins = () =>
      timeline.locator('.pt-pins').evaluate((pins) => pins.getBoundingClientRect().bottom);
    for (let row = 24; row > 6; row--) {
      await page.keyboard.press('ArrowUp');
      const top = await timeline
        .locator('.pt-row:focus-within')
        .evaluate((element) => element.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual((await bottomOfPins()) - 1);
    }
    await expect(focused).toHaveAccessibleName(/^Person 6, /);
  });
}
