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
