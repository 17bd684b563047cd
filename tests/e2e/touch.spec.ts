import type { Page } from '@playwright/test';
import { conversationText, lines } from '../workers/conversationText';
import { expect, richBox, test, timelineOf } from './watch';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

/** Fields with text so small that phones come nearer to it. Looks into the shadow roots, too. */
function smallFields(): string[] {
  const within = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot ? within(element.shadowRoot) : [element],
    );
  const typed =
    'input:not([type=checkbox], [type=radio], [type=file], [type=range]), textarea, select, [contenteditable=true]';
  return within(document)
    .filter((element) => element.matches(typed) && element.checkVisibility())
    .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 16)
    .map((element) => element.getAttribute('aria-label') ?? element.className);
}

test('a field does not make a phone come nearer', async ({ page }) => {
  await page.goto('/paste');
  await richBox(page);
  expect(await page.evaluate(smallFields)).toEqual([]);
  await page.goto('/c/billing-call-cobrowse');
  await expect(timelineOf(page)).toBeVisible();
  await page.getByRole('button', { name: 'Events', exact: true }).tap();
  await expect(page.getByRole('table', { name: 'Events' })).toBeVisible();
  expect(await page.evaluate(smallFields)).toEqual([]);
});

test('the list has room, and boxes that a finger finds', async ({ page }) => {
  await page.goto('/');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).tap();
  await (await choosing).setFiles([
    { name: 'a.jsonl', mimeType: 'application/json', buffer: Buffer.from(lines(30)) },
  ]);
  await page.getByRole('button', { name: 'Keep them here' }).tap();
  await page.getByRole('button', { name: 'Close', exact: true }).tap();
  const list = page.getByRole('grid', { name: 'Conversations' });
  await expect(list).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await page.evaluate(smallFields)).toEqual([]);
  const box = list.getByRole('row').nth(2).getByRole('checkbox');
  const place = await box.boundingBox();
  if (!place) throw new Error('No box');
  await page.touchscreen.tap(place.x - 3, place.y - 3);
  await expect(box).toBeChecked();
});

test('in no frame is a page wider than the screen, which phones would step back from', async ({ page }) => {
  await page.goto('/paste');
  await (await richBox(page)).fill(conversationText('a', 'Ada'));
  await page.evaluate(() => {
    const seen = new Set<number>();
    const look = () => {
      seen.add(document.documentElement.scrollWidth);
      document.documentElement.dataset.widths = [...seen].join(' ');
      requestAnimationFrame(look);
    };
    look();
  });
  await page.getByRole('button', { name: 'Show timeline' }).tap();
  await expect(timelineOf(page)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-widths', '320');
});

test('what was asked for comes into sight, and stays where it was when the page is opened again', async ({
  page,
}) => {
  await page.goto('/paste');
  await (await richBox(page)).fill(conversationText('a', 'Ada'));
  await page.getByRole('button', { name: 'Show timeline' }).tap();
  await expect(page.getByRole('heading', { name: 'Conversation with Ada' })).toBeInViewport();
  await expect(timelineOf(page)).toBeInViewport();
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Conversation with Ada' })).toBeVisible();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

type Point = readonly [x: number, y: number];

/** Fingers as the browser gets them from a screen: it decides what they scroll, and what they press. */
async function fingersOn(page: Page) {
  const screen = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    screen.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  return async (from: readonly Point[], to: readonly Point[]) => {
    await send('touchStart', from);
    for (const step of [0.1, 0.2, 0.4, 0.6, 0.8, 1]) {
      const between = ([x, y]: Point, [toX, toY]: Point): Point => [
        x + (toX - x) * step,
        y + (toY - y) * step,
      ];
      await send(
        'touchMove',
        from.map((point, finger) => between(point, to[finger] ?? point)),
      );
      await page.waitForTimeout(20);
    }
    await send('touchEnd', []);
  };
}

/** The widest bar of a type, once nothing moves any more. */
async function barOf(page: Page, type: string) {
  const bars = page.locator(`path[data-segment="${type}"]`);
  await expect(bars.first()).toBeVisible();
  const boxes = await bars.evaluateAll((paths) =>
    paths.map((path) => {
      const { left, top, width, height } = path.getBoundingClientRect();
      return { left, width, middle: left + width / 2, y: top + height / 2 };
    }),
  );
  const [widest] = boxes.toSorted((one, other) => other.width - one.width);
  if (!widest) throw new Error(`No ${type}`);
  return widest;
}

async function callInSight(page: Page): Promise<void> {
  await page.goto('/c/billing-call-cobrowse');
  await expect(timelineOf(page)).toBeVisible();
  await page.locator('.pt-head').evaluate((head) => head.scrollIntoView({ block: 'start' }));
}

test('a tap on a bar shows its facts, and keys go on from it', async ({ page }) => {
  await callInSight(page);
  await page.locator('path[data-segment="hold"]').first().tap();
  // It says what the focused cell says of itself, and is hidden from those who hear that.
  await expect(page.locator('.pt-tip')).toContainText(/Hold.*Duration/);
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /, hold, /);
});

test('two fingers zoom about their middle, one moves sideways, and the page still scrolls', async ({
  page,
}) => {
  await callInSight(page);
  const fingers = await fingersOn(page);
  const hold = await barOf(page, 'hold');
  const at = (x: number): Point => [x, hold.y];
  await fingers([at(hold.middle - 30), at(hold.middle + 30)], [at(hold.middle - 60), at(hold.middle + 60)]);
  await expect.poll(async () => (await barOf(page, 'hold')).width).toBeGreaterThan(hold.width * 1.8);
  const near = await barOf(page, 'hold');
  expect(Math.abs(near.middle - hold.middle)).toBeLessThan(4);
  await fingers([at(200)], [at(140)]);
  await expect.poll(async () => Math.round((await barOf(page, 'hold')).left - near.left)).toBe(-60);
  expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);

  // Up and down: on the bars, and on the axis, where sideways is to mark a range.
  const axis = await page.locator('.pt-axis').boundingBox();
  if (!axis) throw new Error('No axis');
  const onAxis = (x: number, y = 0): Point => [axis.x + x, axis.y + axis.height / 2 + y];
  await fingers([onAxis(40)], [onAxis(120)]);
  const range = page.getByRole('group', { name: 'Range' });
  await expect(range).toBeAttached();
  const scrolled = () => page.evaluate(() => window.scrollY);
  for (const from of [onAxis(60), at(150)]) {
    const before = await scrolled();
    await fingers([from], [[from[0], from[1] + 120]]);
    await expect.poll(scrolled).toBeLessThan(before - 60);
    await page.evaluate((top) => window.scrollTo(0, top), before);
  }
  await expect(range).toBeAttached();
});

test('a window on little is moved by a finger', async ({ page }) => {
  await callInSight(page);
  const fingers = await fingersOn(page);
  const hold = await barOf(page, 'hold');
  for (let times = 0; times < 3; times++)
    await fingers(
      [
        [hold.middle - 20, hold.y],
        [hold.middle + 20, hold.y],
      ],
      [
        [hold.middle - 80, hold.y],
        [hold.middle + 80, hold.y],
      ],
    );
  const lens = page.locator('.pt-lens');
  await expect.poll(async () => (await lens.boundingBox())?.width).toBeLessThan(16);
  const before = await lens.boundingBox();
  if (!before) throw new Error('No window');
  const middle: Point = [before.x + before.width / 2, before.y + before.height / 2];
  await fingers([middle], [[middle[0] + 40, middle[1]]]);
  await expect
    .poll(async () => Math.round((await lens.boundingBox())?.x ?? 0))
    .toBe(Math.round(before.x + 40));
});
