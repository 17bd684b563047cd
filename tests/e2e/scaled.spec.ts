import type { Page } from '@playwright/test';
import { servedHost, usual } from './host/served';
import { expect, test } from './watch';

/* Hosts that show their dashboards smaller or larger than they are, and visitors with colours of their own. */

const address = servedHost();

async function open(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1600, height: 1200 });
  await page.goto(address());
  await page.waitForFunction(() => 'host' in window);
  await page.evaluate((list) => window.host.show(list), [usual]);
  await expect(page.locator('.pt-root:has(.pt-region)')).toHaveCount(1);
}

/** In a window wide enough that nothing is laid out anew. */
async function scale(page: Page, name: string, value: string): Promise<void> {
  await page.locator('.card').evaluate(
    (card, [name, value]) => {
      card.style.setProperty('transform-origin', '0 0');
      card.style.setProperty(name, value);
    },
    [name, value] as const,
  );
}

async function middleOf(page: Page, what: string) {
  const box = await page.locator(what).first().boundingBox();
  if (!box) throw new Error(`No ${what}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const RANGE = { start: Date.parse('2026-11-19T09:04:00Z'), end: Date.parse('2026-11-19T09:12:00Z') };

for (const [name, value] of [
  ['zoom', '1.5'],
  ['transform', 'scale(0.75)'],
] as const) {
  test(`a pointer meets what is under it where the host has a ${name}`, async ({ page }) => {
    await open(page);
    await scale(page, name, value);
    const hold = await middleOf(page, '.pt-body [data-segment="hold"]');
    await page.mouse.move(hold.x, hold.y);
    const tip = page.getByRole('tooltip');
    await expect(tip).toContainText('Hold');
    const line = await middleOf(page, '.pt-crosshair');
    expect(Math.abs(line.x - hold.x)).toBeLessThan(2);
    // The facts stand beside it, inside of the window.
    const box = await tip.boundingBox();
    expect(Math.abs((box?.x ?? 0) - hold.x)).toBeLessThan(40);
    expect(Math.abs((box?.y ?? 0) - hold.y)).toBeLessThan(60);

    // Dragging: what was taken hold of stays in the hand.
    await page.evaluate((range) => window.host.handles.get(0)?.zoomTo(range), RANGE);
    const held = await middleOf(page, '.pt-body [data-segment="hold"]');
    await page.mouse.move(held.x, held.y);
    await page.mouse.down();
    await page.mouse.move(held.x + 60, held.y, { steps: 4 });
    await page.mouse.up();
    const moved = await middleOf(page, '.pt-body [data-segment="hold"]');
    expect(Math.abs(moved.x - held.x - 60)).toBeLessThan(4);

    // A stretch that is drawn on the axis is as long as the way of the hand.
    const axis = await middleOf(page, '.pt-axis');
    await page.mouse.move(axis.x, axis.y);
    await page.mouse.down();
    await page.mouse.move(axis.x + 100, axis.y, { steps: 4 });
    await page.mouse.up();
    const shade = await page.locator('.pt-shade').boundingBox();
    expect(Math.abs((shade?.width ?? 0) - 100)).toBeLessThan(16);
  });

  test(`a menu opens at its button where the host has a ${name}`, async ({ page }) => {
    await open(page);
    await scale(page, name, value);
    const row = page.getByRole('row', { name: /^Jonas Weber/ });
    await row.hover({ position: { x: 60, y: 20 } });
    const opener = row.locator('button').last();
    await opener.click();
    const [from, menu] = await Promise.all([opener.boundingBox(), page.getByRole('menu').boundingBox()]);
    expect(Math.abs((menu?.x ?? 0) - (from?.x ?? 0))).toBeLessThan(4);
    expect((menu?.y ?? 0) - (from?.y ?? 0)).toBeGreaterThan(0);
    expect((menu?.y ?? 0) - (from?.y ?? 0)).toBeLessThan(60);
  });
}

test('the help and the facts of a mark stay within the window where the host has a zoom', async ({
  page,
}) => {
  await open(page);
  await page.setViewportSize({ width: 420, height: 520 });
  await scale(page, 'zoom', '1.5');
  const within = async (what: string) => {
    const box = await page.locator(what).boundingBox();
    expect(box, what).not.toBeNull();
    expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
    expect(box?.y ?? -1).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(420);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(520);
  };
  await page.getByRole('button', { name: 'Keys' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await within('.pt-help');
  await page.keyboard.press('Escape');
  const hold = page.locator('.pt-body [data-segment="hold"]').first();
  await hold.scrollIntoViewIfNeeded();
  const { x, y } = await middleOf(page, '.pt-body [data-segment="hold"]');
  await page.mouse.move(x, y);
  await expect(page.getByRole('tooltip')).toContainText('Hold');
  await within('.pt-tip');
});

test('the time at the pointer can be read in forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page);
  const hold = await middleOf(page, '.pt-body [data-segment="hold"]');
  await page.mouse.move(hold.x, hold.y);
  // The browser puts its own ground behind forced text, so ink in the ground's colour is gone.
  const ink = await page.locator('.pt-time').evaluate((time) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'Canvas';
    const { color, forcedColorAdjust } = getComputedStyle(time);
    return { hidden: forcedColorAdjust === 'auto' && color === getComputedStyle(probe).color };
  });
  expect(ink).toEqual({ hidden: false });
});

for (const [name, styles] of [
  ['a flex row', { display: 'flex' }],
  ['a flex column', { display: 'flex', 'flex-direction': 'column', 'align-items': 'flex-start' }],
  ['a grid', { display: 'grid', 'justify-items': 'start' }],
] as const) {
  test(`all the width of ${name} is taken, though nobody stretches it`, async ({ page }) => {
    await open(page);
    const card = page.locator('.card');
    await card.evaluate((card, styles) => {
      for (const [name, value] of Object.entries(styles)) card.style.setProperty(name, value);
    }, styles);
    const root = page.locator('.pt-root');
    expect(await root.evaluate((root) => root.clientWidth)).toBe(
      await card.evaluate((card) => card.clientWidth),
    );
  });
}
