import type { Locator, Page } from '@playwright/test';
import { expect, test, timelineOf } from './watch';

const CALL = '/c/billing-call-cobrowse';

async function openCall(page: Page): Promise<void> {
  await page.goto(CALL);
  await expect(timelineOf(page)).toBeVisible();
}

async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error('Not on the page');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

/** Where the words of an element begin and end on the screen. */
function wordsIn(element: Element): { left: number; right: number } {
  const range = document.createRange();
  range.selectNodeContents(element);
  const { left, right } = range.getBoundingClientRect();
  return { left, right };
}

function groundOf(part: Locator): Promise<string> {
  return part.evaluate((element) => getComputedStyle(element).backgroundColor);
}

test('the events have the colours of the theme that was chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openCall(page);
  await page.getByLabel('Theme').selectOption('dark');
  await page.getByRole('button', { name: 'Events', exact: true }).click();
  const events = page.getByRole('searchbox', { name: 'Filter events' });
  const rows = page.getByRole('searchbox', { name: 'Filter participants' });
  await expect(events).toBeVisible();
  expect(await groundOf(events)).toBe(await groundOf(rows));
});

test('a menu that is higher than the window scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 740, height: 320 });
  await openCall(page);
  await page.getByRole('button', { name: 'Move, go to and mark' }).click();
  const menu = page.getByRole('menu');
  expect((await boxOf(menu)).bottom).toBeLessThanOrEqual(320);
  await menu.hover();
  await page.mouse.wheel(0, 1000);
  await expect(menu.getByRole('menuitem').last()).toBeInViewport({ ratio: 1 });
});

test('a phone number is there in full beside the media of its tracks', async ({ page }) => {
  const number = timelineOf(page).getByText('+15550100142');
  for (const width of [1440, 1280, 1024, 768]) {
    await page.setViewportSize({ width, height: 900 });
    await openCall(page);
    const hidden = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }: Element) =>
      Math.max(scrollWidth - clientWidth, scrollHeight - clientHeight);
    expect(await number.evaluate(hidden), `at ${width}`).toBeLessThanOrEqual(0);
  }
});

test('lengths in the list are there in full, those of months and those that are bounds', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1300 });
  await page.goto('/?v=1&source=samples');
  const list = page.getByRole('grid', { name: 'Conversations' });
  await expect(list.getByRole('gridcell', { name: /^at least 1:46:27/ })).toBeAttached();
  const longest = list.getByRole('gridcell', { name: /^61d 10:10/ });
  const cut = list.getByRole('gridcell').filter({ hasText: /^(at least |at most )?(\d+d )?[\d:.]+$/ });
  expect(await longest.count()).toBe(1);
  expect(
    await cut.evaluateAll((cells) => {
      const isCut = (part: Element) =>
        part.scrollWidth > part.clientWidth && getComputedStyle(part).overflowX !== 'visible';
      return cells
        .filter((cell) => [cell, ...cell.querySelectorAll('span')].some(isCut))
        .map((cell) => cell.textContent);
    }),
  ).toEqual([]);
});

test('what keys do is said in whole words where it is narrow', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await openCall(page);
  await page.getByRole('button', { name: 'Keys' }).click();
  const said = page.getByRole('dialog', { name: 'Keys' }).locator('dd');
  const widths = await said.evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().width));
  expect(widths.length).toBeGreaterThan(20);
  expect(Math.min(...widths)).toBeGreaterThan(180);
});

test('what has the focus has a ring on all of its sides', async ({ page }) => {
  await page.goto('/?v=1&source=samples');
  const list = page.getByRole('grid', { name: 'Conversations' });
  await expect(list.getByRole('link').first()).toBeVisible();
  const cut = () => page.evaluate(cutRings);
  expect(await cut()).toEqual([]);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await openCall(page);
    await page.getByRole('button', { name: 'Events', exact: true }).click();
    await expect(page.getByRole('table', { name: 'Events' })).toBeVisible();
    expect(await cut()).toEqual([]);
    for (const name of ['Durations', 'Problems 1']) {
      await page.getByRole('tab', { name }).click();
      await expect(page.getByRole('tabpanel', { name })).toBeVisible();
      expect(await cut()).toEqual([]);
    }
  }
});

/** What has a ring as the focus comes to it, of which what scrolls around it cuts more than a rounding off. */
function cutRings(): string[] {
  const stops = document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary');
  const reached = [...stops].filter((element) => element.tabIndex >= 0);
  return reached.flatMap((element) => {
    element.focus();
    // Chromium is content with an edge in sight.
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { outlineStyle, outlineWidth, outlineOffset, position } = getComputedStyle(element);
    if (document.activeElement !== element || outlineStyle === 'none' || position === 'fixed') return [];
    const ring = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const within = (around: Element | null): boolean => {
      if (!around || around === document.body) return true;
      if (getComputedStyle(around).overflowX === 'visible') return within(around.parentElement);
      const box = around.getBoundingClientRect();
      const [x, y] = [box.left + around.clientLeft, box.top + around.clientTop];
      const over = [
        x - left + ring,
        y - top + ring,
        right + ring - x - around.clientWidth,
        bottom + ring - y - around.clientHeight,
      ];
      return Math.max(...over) < 0.6 && within(around.parentElement);
    };
    return within(element.parentElement) ? [] : [element.getAttribute('aria-label') ?? element.textContent];
  });
}

test.describe('on a screen that is touched', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('nothing looks as if the finger were still there', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' }); // at once
    await openCall(page);
    const button = page.getByRole('button', { name: 'Zoom in' });
    const before = await groundOf(button);
    await button.tap();
    // Browsers leave there a pointer that is none.
    await expect.poll(() => button.evaluate((element) => element.matches(':hover'))).toBe(true);
    expect(await groundOf(button)).toBe(before);
  });

  test('the last of the switches can be seen to its end', async ({ page }) => {
    await openCall(page);
    const switches = page.getByRole('group', { name: 'Overlays' });
    await switches.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
    const last = await boxOf(switches.getByRole('switch').last());
    const fades = (await boxOf(switches)).right - 28;
    expect(last.right).toBeLessThanOrEqual(fades);
  });
});

test.describe('from right to left', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.dir = 'rtl';
      });
    });
  });

  test('numbers of the list stand under their heading, and columns widen by the edge that is pulled', async ({
    page,
  }) => {
    await page.goto('/?v=1&source=samples');
    const list = page.getByRole('grid', { name: 'Conversations' });
    const number = list.getByRole('gridcell', { name: '14:20', exact: true });
    await expect(number).toBeVisible();
    const heading = list.getByRole('columnheader', { name: 'Duration' });
    const [one, other] = [
      await heading.getByRole('button').evaluate(wordsIn),
      await number.evaluate(wordsIn),
    ];
    expect(Math.abs(one.left - other.left)).toBeLessThan(3);
    const before = await boxOf(heading);
    await page.mouse.move(before.x + 3, before.y + 18);
    await page.mouse.down();
    await page.mouse.move(before.x - 37, before.y + 18, { steps: 4 });
    await page.mouse.up();
    expect((await boxOf(heading)).width).toBeCloseTo(before.width + 40, 0);
  });

  test('names of charts stand beside their bars', async ({ page }) => {
    await page.goto('/?v=1&source=samples');
    await page.getByRole('button', { name: 'Overview' }).click();
    const chart = page.getByRole('region', { name: 'Agents by hold' });
    await expect(chart.locator('.recharts-bar-rectangle').first()).toBeVisible();
    const edges = (parts: string, side: 'left' | 'right') =>
      chart
        .locator(parts)
        .evaluateAll((found, side) => found.map((part) => part.getBoundingClientRect()[side]), side);
    const names = await edges('.recharts-cartesian-axis-tick-value', 'right');
    const bars = await edges('.recharts-bar-rectangle path', 'left');
    expect(names.length).toBeGreaterThan(2);
    expect(Math.max(...names)).toBeLessThan(Math.min(...bars));
  });

  test('arrows lead to the tab that stands there', async ({ page }) => {
    await openCall(page);
    await page.getByRole('tab', { name: 'Details' }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('tab', { name: 'Durations' })).toBeFocused();
  });

  test('code is read from left to right', async ({ page }) => {
    await page.goto('/docs');
    const code = page.locator('pre').first();
    await expect(code).toBeVisible();
    const { left } = await code.locator('code').evaluate(wordsIn);
    expect(left - (await boxOf(code)).x).toBeLessThan(20);
  });
});
