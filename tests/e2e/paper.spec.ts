import type { Page } from '@playwright/test';
import { lines } from '../workers/conversationText';
import { expect, paste, test, timelineOf } from './watch';
import { stuck } from '../fixtures/stuck';

/** As wide as a sheet of A4, in CSS pixels. */
const SHEET = { width: 794, height: 1123 };

async function onPaper(page: Page): Promise<void> {
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

/** What would be pressed, which paper cannot be. */
function controls(page: Page) {
  return page
    .locator('main')
    .locator('button, input:not([type=date]), select, .button')
    .filter({ visible: true });
}

/** What shows less than it holds: it scrolls, or would have to. Bars are drawn beyond their edges, names have theirs. */
function cutOff(page: Page): Promise<string[]> {
  return page
    .locator('main *:not(.sr-only, .pt-root *)')
    .filter({ visible: true })
    .evaluateAll((all) =>
      all.flatMap((one) => {
        const { overflowX, overflowY } = getComputedStyle(one);
        const isCut =
          (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1) ||
          (overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1);
        return isCut ? (one.textContent?.slice(0, 40) ?? '') : [];
      }),
    );
}

test('a conversation with its events: nothing is cut off, nothing is to be pressed', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  await page.getByRole('button', { name: 'Events', exact: true }).click();
  const table = page.getByRole('table', { name: 'Events' });
  await expect(table).toBeVisible();
  await onPaper(page);
  const right = () => table.evaluate((element) => element.getBoundingClientRect().right);
  await expect.poll(right).toBeLessThanOrEqual(SHEET.width);
  expect(await cutOff(page)).toEqual([]);
  for (const name of ['Save as CSV', 'Share']) await expect(page.getByRole('button', { name })).toBeHidden();
  // What is pressed on the screen and says something is what it says: figures, types, events.
  expect(
    await controls(page).evaluateAll((all) => all.filter((one) => !(one as HTMLElement).innerText)),
  ).toEqual([]);
});

test('a conversation that a sheet on its side holds takes one', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  await expect(timelineOf(page)).toBeVisible();
  const sheets = (await page.pdf({ format: 'A4', landscape: true })).toString('latin1');
  expect(sheets.match(/\/Type \/Page\b/g)).toHaveLength(1);
});

/** As printers do it: the page is told, and laid out on the sheet without being asked again. */
async function printFrom(page: Page, seen: typeof SHEET, sheet: typeof SHEET): Promise<void> {
  await page.addInitScript(() => {
    window.ResizeObserver = class extends ResizeObserver {
      constructor(tell: ResizeObserverCallback) {
        super((...sizes) => 'printed' in document.documentElement.dataset || tell(...sizes));
      }
    };
  });
  await page.setViewportSize(seen);
  await page.goto('/c/billing-call-cobrowse');
  await expect(timelineOf(page)).toBeVisible();
  await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    document.documentElement.dataset['printed'] = '';
  });
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(sheet);
}

function sidesOf(page: Page, parts: string) {
  return page
    .locator(parts)
    .filter({ visible: true })
    .evaluateAll((found) =>
      found.map((part) => {
        const { left, right } = part.getBoundingClientRect();
        return { left, right };
      }),
    );
}

test('from a window as narrow as a phone, names stand beside the bars of a sheet', async ({ page }) => {
  await printFrom(page, { width: 390, height: 800 }, SHEET);
  const names = await sidesOf(page, '.pt-name');
  const [plot] = await sidesOf(page, '.pt-plot');
  expect(names).toHaveLength(6);
  expect(Math.min(...names.map(({ left, right }) => right - left))).toBeGreaterThan(50);
  expect(Math.max(...names.map(({ right }) => right))).toBeLessThanOrEqual(plot?.left ?? 0);
});

test('a sheet on its side is filled, and one that is upright holds all', async ({ page }) => {
  await printFrom(page, { width: 1440, height: 900 }, SHEET);
  const [upright, ...others] = await sidesOf(page, '.pt-plot');
  expect(others).toEqual([]);
  expect(upright?.right).toBeLessThanOrEqual(SHEET.width);
  await page.setViewportSize({ width: 1056, height: 720 });
  const [lying, ...rest] = await sidesOf(page, '.pt-plot');
  expect(rest).toEqual([]);
  expect(lying?.right).toBeGreaterThan(900);
  expect(lying?.right).toBeLessThanOrEqual(1056);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.pt-region')).toHaveCount(1);
});

test('a part of a conversation says what lies out of sight, and offers nothing', async ({ page }) => {
  await paste(page, JSON.stringify(stuck));
  await expect(timelineOf(page)).toBeVisible();
  await onPaper(page);
  const outside = page.getByText(/Out of sight: 60 days 23 hours after/).filter({ visible: true });
  await expect(outside).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Show everything' })).toBeHidden();
});

test('a range that was chosen says so, too, on paper only', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(page.getByText(/Out of sight/)).toBeHidden();
  await onPaper(page);
  const outside = page.getByText(/Out of sight: .* before, .* after/).filter({ visible: true });
  await expect(outside).toHaveCount(1);
});

test('where the pointer rests is no matter of paper', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  const hold = page.locator('.pt-body [data-segment="hold"]').first();
  await hold.hover();
  const pointer = page.locator('.pt-time, .pt-crosshair, .pt-tip').filter({ visible: true });
  await expect(pointer).toHaveCount(3);
  // At once: laid out for paper, something else may lie under it, which no printer waits for.
  await page.emulateMedia({ media: 'print' });
  expect(await pointer.count()).toBe(0);
});

test('what was pasted: the conversation and where it comes from, not how to paste, nor the others', async ({
  page,
}) => {
  await paste(page, lines(60));
  await expect(timelineOf(page)).toBeVisible();
  const others = page.getByRole('list', { name: 'Conversations' });
  await expect(others).toBeVisible();
  await onPaper(page);
  await expect(page.getByRole('heading', { name: 'Paste, drop or choose a file' })).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Conversation JSON' })).toBeHidden();
  await expect(others).toBeHidden();
  await expect(page.getByText('Read from the text box')).toBeVisible();
  await expect(page.locator('.pt-name').filter({ visible: true }).first()).toHaveText('Customer of c0');
  expect(await cutOff(page)).toEqual([]);
});

test('words are dark on paper, whichever theme was chosen', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  await page.getByLabel('Theme').selectOption('dark');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveCSS('color', 'rgb(232, 238, 247)');
  const name = page.locator('.pt-name').first();
  await expect(name).toHaveCSS('color', 'rgb(232, 238, 247)');
  await onPaper(page);
  await expect(title).toHaveCSS('color', 'rgb(15, 23, 42)');
  await expect(name).toHaveCSS('color', 'rgb(15, 23, 42)');
});

test('conversations side by side: only what was chosen', async ({ page }) => {
  await page.goto(
    '/compare?v=1&ids=7c1e9f0a-52d4-4b6e-9c03-5d8e2f41ca91%2C8d37fe11-5149-492c-bf2f-8aa06c1217bc',
  );
  await expect(timelineOf(page)).toBeVisible();
  await onPaper(page);
  await expect(controls(page).and(page.locator(':not(.pt-root *)'))).toHaveCount(0);
});

test('a frame that its host follows has all of its rows on paper', async ({ page }) => {
  await page.goto('/embed');
  await page.evaluate(() => {
    document.documentElement.dataset['followed'] = '';
    const rows = document.createElement('div');
    rows.className = 'pt-scroll';
    rows.dataset['own'] = '';
    document.body.append(rows);
  });
  const rows = page.locator('.pt-scroll');
  await expect(rows).toHaveCSS('max-height', '720px');
  await page.emulateMedia({ media: 'print' });
  await expect(rows).toHaveCSS('max-height', 'none');
});

test('the docs: code is there to its last line and last column', async ({ page }) => {
  await page.goto('/docs');
  await expect(timelineOf(page)).toBeVisible();
  await onPaper(page);
  const cut = await page
    .locator('pre')
    .evaluateAll((blocks) =>
      blocks
        .filter((pre) => pre.scrollHeight > pre.clientHeight + 1 || pre.scrollWidth > pre.clientWidth + 1)
        .map((pre) => pre.textContent?.slice(0, 40)),
    );
  expect(cut).toEqual([]);
});
