import type { Page } from '@playwright/test';
import { conversationText } from '../workers/conversationText';
import { expect, paste, test, timelineOf } from './watch';

test('the first page explains itself and draws a conversation', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle('Browse · Participant Timeline');
  await expect(timelineOf(page).getByRole('row', { name: /^Maya Okafor/ })).toBeInViewport();
  await page.getByRole('link', { name: 'Parked message' }).click();
  await expect(page).toHaveURL(/\/c\/parked-message$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Parked message' })).toBeInViewport();
  await expect(page.getByRole('main')).toBeFocused();
});

/** Where the figures of each line begin, line by line. */
async function figuresByLine(page: Page, count: number): Promise<number[][]> {
  const figures = page.getByRole('list', { name: 'Figures' }).getByRole('listitem');
  await expect(figures).toHaveCount(count);
  const places = await figures.evaluateAll((all) =>
    all.map((one) => {
      const { top, left } = one.getBoundingClientRect();
      return { top, left };
    }),
  );
  const lines = new Map<number, number[]>();
  for (const { top, left } of places) lines.set(top, [...(lines.get(top) ?? []), Math.round(left)]);
  return [...lines.values()];
}

test('a deep link to a sample shows header, figures, details and events', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  await expect(page.getByRole('heading', { level: 1, name: 'Billing call with co-browse' })).toBeVisible();
  await expect(page.getByText('Time to answer', { exact: true }).first()).toBeVisible();
  await expect(timelineOf(page).getByRole('row')).toHaveCount(6);
  await page.getByRole('button', { name: 'Events', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Events', exact: true })).toBeVisible();
});

test('figures that need two lines share them, one under the other', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.goto('/c/billing-call-cobrowse');
  const [first = [], second, ...others] = await figuresByLine(page, 9);
  expect([first.length, others]).toEqual([5, []]);
  expect(second).toEqual(first.slice(0, 4));
});

test('figures share two lines though one is a length of days', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 900 });
  await page.goto('/c/long-running');
  const lines = await figuresByLine(page, 7);
  expect(lines.map(({ length }) => length)).toEqual([4, 3]);
});

test('a number of problems stands out, unless all of them are remarks', async ({ page }) => {
  const times = { startTime: '2026-11-19T09:00:00Z', endTime: '2026-11-19T09:05:00Z' };
  const colors = async (leg: Record<string, string>): Promise<string[]> => {
    const agent = { id: 'a', purpose: 'agent', calls: [{ connectedTime: times.startTime, ...leg }] };
    await paste(page, JSON.stringify({ id: 'c', ...times, participants: [agent] }));
    const figures = page.getByRole('list', { name: 'Figures' }).getByRole('listitem');
    const values = figures.filter({ hasText: /^(Duration|Problems)/ }).locator('span:last-child');
    await expect(values).toHaveText(['5:00', '1']);
    return values.evaluateAll((all) => all.map((one) => getComputedStyle(one).color));
  };
  // A word that nobody knows, and an end that nothing tells.
  const [plain, remark] = await colors({ disconnectedTime: times.endTime, disconnectType: 'abducted' });
  expect(remark).toBe(plain);
  const [, warning] = await colors({ state: 'connected' });
  expect(warning).not.toBe(plain);
});

test('names stand in one line, whether their rows have several legs or are folded', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  const names = timelineOf(page).getByRole('rowheader').locator('.pt-name');
  for (const width of [1440, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(names).toHaveCount(6);
    const lefts = () =>
      names.evaluateAll((all) => [
        ...new Set(all.map((one) => Math.round(one.getBoundingClientRect().left))),
      ]);
    expect(await lefts()).toHaveLength(1);
    await timelineOf(page).getByRole('button', { name: 'Fold Lena Sato' }).click({ force: true });
    expect(await lefts()).toHaveLength(1);
    await timelineOf(page).getByRole('button', { name: 'Unfold Lena Sato' }).click();
  }
});

test('the keyboard reaches segments, whose facts and evidence appear', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  const row = timelineOf(page).getByRole('row', { name: /^Jonas Weber/ });
  await row.getByRole('gridcell').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Places in the JSON that say so' })).toContainText(
    /participants/,
  );
  await expect(page.getByText('Recorded, both ends')).toBeVisible();
});

test('what draws a mark is what is under the pointer: it can be pointed at, pressed, and gone on from', async ({
  page,
}) => {
  await page.goto('/c/billing-call-cobrowse');
  for (const mark of [
    'segment="hold"',
    'role="sharer"',
    'role="viewer"',
    'link="controlling"',
    'link="consult"',
  ]) {
    await expect(page.locator(`[data-${mark}]`).first()).toBeVisible();
  }
  const hold = page.locator('[data-segment="hold"]').first();
  await hold.hover();
  await expect(page.getByRole('tooltip')).toContainText('1:12.000');
  await hold.click();
  const details = page.getByRole('tabpanel', { name: 'Details' });
  await expect(details.getByRole('heading', { name: 'Hold · Jonas Weber' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /^Jonas Weber, connected/);
  await page.locator('[data-role="sharer"]').first().click();
  await expect(details.getByRole('heading', { name: 'sharer · Maya Okafor' })).toBeVisible();
  // A drag that begins on a bar leaves the keyboard in the timeline.
  await hold.hover();
  await page.mouse.down();
  await page.mouse.move(300, 300, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.press('0');
  await expect(page).not.toHaveURL(/from=/);
});

test('the view stands in the address, and comes back from it', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await page.getByRole('switch', { name: 'Peers' }).click();
  await expect(page).toHaveURL(/\?v=1&overlays=peers&zone=Asia%2FTokyo$/);
  await page.reload();
  await expect(page.getByRole('switch', { name: 'Peers' })).toBeChecked();
  await expect(page.getByText(/18:02:00 (JST|GMT\+9)/).first()).toBeVisible();
});

test('an unknown conversation and an unknown page say what to do', async ({ page }) => {
  await page.goto('/c/nowhere');
  await expect(page.getByRole('heading', { name: 'This conversation is not here' })).toBeVisible();
  await page.goto('/nowhere/at/all');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
});

test('a sample that cannot be loaded can be tried again', async ({ page, complaints }) => {
  await page.route('**/samples/parked-message.json', (route) => route.fulfill({ status: 503 }), { times: 3 });
  await page.goto('/c/parked-message');
  await expect(page.getByRole('alert')).toContainText('the answer was an error', { timeout: 20_000 });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(timelineOf(page)).toBeVisible();
  complaints.length = 0; // the browser itself writes down every answer of 503
});

test('data is shown as text, with what is invisible made visible', async ({ page }) => {
  await paste(page, conversationText('a', '<img src=x onerror=alert(1)>\u202e'));
  await expect(page.getByRole('heading', { name: /<img src=x onerror=alert\(1\)>⟨U\+202E⟩/ })).toBeVisible();
});

test('nothing turns where less motion is wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/c/billing-call-cobrowse');
  const events = page.getByRole('button', { name: 'Events', exact: true });
  await expect(events).toBeVisible();
  const turns = () =>
    events.locator('svg').evaluate((arrow) => parseFloat(getComputedStyle(arrow).transitionDuration));
  expect(await turns()).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await turns()).toBeGreaterThan(0);
});

test('all switches and tools stand in one line beside the details, large enough to be met', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/c/billing-call-cobrowse');
  const view = timelineOf(page);
  const last = view.getByRole('switch', { name: 'Evaluations' });
  await expect(last).toBeVisible();
  await expect(page.getByRole('tabpanel')).toBeVisible();
  const all = [
    ...(await view.getByRole('switch').all()),
    view.getByRole('button', { name: 'Move, go to and mark' }),
  ];
  const boxes = await Promise.all(all.map((one) => one.boundingBox()));
  const middles = boxes.map((box) => (box ? box.y + box.height / 2 : Number.NaN));
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(2);
  for (const box of boxes) expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
});

test('a question that cannot be loaded takes nothing of the conversation along', async ({
  page,
  complaints,
}) => {
  await page.goto('/c/billing-call-cobrowse');
  await page.getByRole('tab', { name: 'JSON' }).click();
  await page.route(/LinkDialog/, (route) => route.abort());
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be shown');
  await expect(timelineOf(page)).toBeVisible();
  await expect(page.getByRole('tab', { name: 'JSON' })).toHaveAttribute('aria-selected', 'true');
  await page.unroute(/LinkDialog/);
  await page.getByRole('button', { name: 'Redact' }).click();
  await expect(page.getByRole('dialog', { name: 'Redact' })).toBeVisible();
  complaints.splice(0); // the browser's, of what it could not fetch
});
