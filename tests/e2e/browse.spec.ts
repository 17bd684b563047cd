import type { Page } from '@playwright/test';
import { restConversation } from '../fixtures/generate.mjs';
import { iso } from '../fixtures/payload';
import { expect, expectAccessible, expectNothingOver, onDisk, test, timelineOf } from './watch';

test.use({ viewport: { width: 1440, height: 900 } });

function generated(count: number): string {
  return Array.from({ length: count }, (_, seed) => JSON.stringify(restConversation(seed + 1))).join('\n');
}

/** Chooses a file, reads where what it holds will stay, and agrees. */
async function importText(page: Page, text: string): Promise<void> {
  await page.goto('/');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).click();
  const chooser = await choosing;
  await chooser.setFiles(onDisk('some.jsonl', text));
  await expect(page.getByRole('alertdialog')).toContainText('stored on this device only');
  await page.getByRole('button', { name: 'Keep them here' }).click();
  await expect(page.getByRole('heading', { name: 'Import finished' })).toBeVisible({ timeout: 40_000 });
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(gridOf(page).getByRole('link').first()).toBeVisible();
}

function gridOf(page: Page) {
  return page.getByRole('grid', { name: 'Conversations' });
}

function searchOf(page: Page) {
  return page.getByRole('searchbox', { name: 'Search conversations' });
}

/** What a row says in its first cells, and where it stands in the list. */
async function inSight(page: Page): Promise<string[]> {
  return gridOf(page).evaluate((grid) => {
    const box = grid.getBoundingClientRect();
    return [...grid.querySelectorAll('[role="row"][aria-rowindex]')]
      .filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top >= box.top + 36 && bottom <= box.bottom;
      })
      .map((row) => `${row.getAttribute('aria-rowindex')} ${row.querySelector('a')?.textContent ?? 'blank'}`);
  });
}

test('on paper a list has the rows that are held, and says which of how many', async ({ page }) => {
  await importText(page, generated(400));
  await page.setViewportSize({ width: 794, height: 1123 });
  await expect.poll(async () => (await inSight(page)).length).toBeGreaterThan(10);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const [, from = '', to = ''] =
    /Rows (\d+) to (\d+) of 400/.exec(await page.getByText(/^Rows \d+ to/).innerText()) ?? [];
  expect(Number(to) - Number(from)).toBeGreaterThan(90);
  await expect(gridOf(page).getByRole('link')).toHaveCount(Number(to) - Number(from) + 1);
  const cut = await gridOf(page).evaluate((grid) => {
    const rows = [...grid.querySelectorAll('[role="row"]')].map((row) => row.getBoundingClientRect());
    const overlaps = rows.some((row, at) => at > 0 && row.top < (rows[at - 1]?.bottom ?? 0) - 1);
    const wide = rows.some(({ right }) => right > document.documentElement.clientWidth);
    return { overlaps, wide, scrolls: grid.scrollHeight > grid.clientHeight + 1 };
  });
  expect(cut).toEqual({ overlaps: false, wide: false, scrolls: false });
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.getByText(/^Rows \d+ to/)).toHaveCount(0);
  await expect.poll(async () => (await inSight(page)).length).toBeGreaterThan(10);
});

test('a list is scrolled to its end without blank rows, and back from a conversation is the same place', async ({
  page,
}) => {
  await importText(page, generated(400));
  const grid = gridOf(page);
  await grid.hover();
  for (let turn = 0; turn < 12; turn++) {
    await page.mouse.wheel(0, 700);
    const rows = await inSight(page);
    expect(rows.length).toBeGreaterThan(10);
  }
  await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect.poll(async () => (await inSight(page)).at(-1)).toMatch(/^401 (?!blank)/);
  await grid.evaluate((element) => element.scrollTo(0, 200 * 38));
  await expect.poll(async () => (await inSight(page)).some((row) => row.endsWith('blank'))).toBe(false);
  const third = grid.getByRole('row').nth(6);
  await third.getByRole('checkbox').click();
  await expect(page.getByText('1 selected')).toBeVisible();
  // At rest the place is remembered.
  await page.waitForFunction(
    () => (history.state as { place?: { top: number } } | null)?.place?.top === 7600,
  );
  const before = await inSight(page);
  await third.getByRole('link').click();
  await expect(timelineOf(page)).toBeVisible();
  await page.goBack();
  await expect(grid).toBeVisible();
  await expect.poll(() => inSight(page)).toEqual(before);
  await expect(page.getByText('1 selected')).toBeVisible();
});

test('what the browser brings into sight, as it does for what is found in the page, leaves the list in its place', async ({
  page,
}) => {
  await importText(page, generated(200));
  const grid = gridOf(page);
  await grid.evaluate((element) => element.scrollTo(0, 100 * 38 + 10));
  await expect.poll(async () => (await inSight(page))[0]).toMatch(/^103 (?!blank)/);
  // Of the row below only a part is to be seen.
  const cut = grid.getByRole('row').filter({ has: page.getByRole('link') });
  await cut.evaluateAll((rows) => {
    const lowest = rows.reduce((a, b) => (Number(a.ariaRowIndex) > Number(b.ariaRowIndex) ? a : b));
    lowest.scrollIntoView({ block: 'nearest' });
  });
  await grid.evaluate((element) => element.scrollTo(0, 50 * 38));
  await expect.poll(async () => (await inSight(page))[0]).toMatch(/^52 (?!blank)/);
});

test('the keyboard walks, selects, searches and opens, in a tab of its own too', async ({
  page,
  context,
}) => {
  await importText(page, generated(60));
  await gridOf(page).getByRole('link').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const name = (await page.locator(':focus').textContent()) ?? '';
  const opening = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  const other = await opening;
  await expect(other.getByRole('heading', { level: 1, name })).toBeVisible();
  await other.close();
  await expect(gridOf(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('No. 3 in the list')).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.getByText('No. 4 in the list')).toBeVisible();
  // Wherever one arrives, the focus is there, and not lost with what was replaced meanwhile.
  await expect(page.getByRole('main')).toBeFocused();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(gridOf(page).getByRole('row').nth(3).getByRole('link')).toBeFocused();
  await page.keyboard.press('/');
  await expect(searchOf(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(gridOf(page).getByRole('row').nth(3).getByRole('link')).toBeFocused();
});

test('a reload keeps every filter, and no name nor number is ever in the address', async ({ page }) => {
  await importText(page, generated(120));
  const addresses: string[] = [];
  page.on('framenavigated', () => addresses.push(page.url()));
  const name = (await gridOf(page).getByRole('link').first().textContent()) ?? '';
  await searchOf(page).fill(name);
  await expect(page.getByRole('button', { name: /^Remove filter: “/ })).toBeVisible();
  await page.getByRole('checkbox', { name: /^Voice/ }).check();
  await page.getByText('Agent', { exact: true }).click();
  await page.getByRole('list', { name: 'Agent' }).getByRole('checkbox').first().check();
  const chips = page.getByRole('list', { name: 'Active filters' });
  await expect(chips.getByRole('button', { name: /^Remove filter: Agent/ })).toBeVisible();
  const said = await chips.getByRole('button', { name: /^Remove/ }).allTextContents();
  expect(said).toHaveLength(3);
  await page.reload();
  await expect(chips.getByRole('button', { name: /^Remove filter: Agent: \p{L}/u })).toBeVisible();
  await expect.poll(() => chips.getByRole('button', { name: /^Remove/ }).allTextContents()).toEqual(said);
  await expect(searchOf(page)).toHaveValue(name);
  await gridOf(page).getByRole('link').first().click();
  await expect(timelineOf(page)).toBeVisible();
  addresses.push(page.url());
  const words = name.split(' ').filter((word) => word.length > 2);
  for (const address of addresses) {
    for (const word of words) expect(decodeURIComponent(address)).not.toContain(word);
  }
});

/** Of three agents: one misses what another answers. */
function offered(): string {
  const ids = ['Ada', 'Ben', 'Cleo'].map((name, at) => ({
    name,
    userId: `00000000-0000-4000-8000-00000000000${at}`,
  }));
  return [
    [0, 1],
    [1, 2],
    [0, 2],
  ]
    .map(([missed = 0, answered = 0], at) => {
      const end = { startTime: iso(at), state: 'disconnected' };
      const took = { ...end, startAlertingTime: iso(15), connectedTime: iso(20), disconnectedTime: iso(90) };
      const rang = { ...end, startAlertingTime: iso(at), disconnectedTime: iso(12) };
      return JSON.stringify({
        id: `offered-${at}`,
        startTime: iso(at),
        participants: [
          { id: 'c', purpose: 'customer', name: `Missed by ${ids[missed]?.name}`, calls: [took] },
          { ...ids[missed], id: 'm', purpose: 'agent', calls: [rang] },
          { ...ids[answered], id: 'a', purpose: 'agent', calls: [took] },
        ],
      });
    })
    .join('\n');
}

test('who did not answer is found by that, with a way back, also after a reload', async ({ page }) => {
  await importText(page, offered());
  const rows = gridOf(page).getByRole('link');
  await expect(rows).toHaveText(['Missed by Ada', 'Missed by Ben', 'Missed by Ada']);
  await page.getByText('Did not answer', { exact: true }).click();
  const group = page.getByRole('list', { name: 'Did not answer' });
  await expect(group.getByRole('listitem')).toHaveText(['Ada2', 'Ben1']);
  // He took part in two, and missed one.
  await group.getByRole('checkbox', { name: 'Ben' }).check();
  await expect(rows).toHaveText(['Missed by Ben']);
  await group.getByRole('checkbox', { name: 'Ben' }).uncheck();
  await group.getByRole('checkbox', { name: 'Ada' }).check();
  await expect(rows).toHaveText(['Missed by Ada', 'Missed by Ada']);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Remove filter: Did not answer: Ada' })).toBeVisible();
  await expect(rows).toHaveText(['Missed by Ada', 'Missed by Ada']);
  expect(decodeURIComponent(page.url())).not.toContain('Ada');
  await rows.first().click();
  await expect(timelineOf(page)).toBeVisible();
  await page.goBack();
  await expect(rows).toHaveText(['Missed by Ada', 'Missed by Ada']);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(rows).toHaveCount(3);
  await page.goBack();
  await expect(rows).toHaveCount(2);
});

test('a time can be typed straight through: the year ends with its fourth digit', async ({ page }) => {
  await page.goto('/?v=1&source=samples');
  await page.getByLabel('Time, From').focus();
  await page.keyboard.type('010120261005AM');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`[?&]from=${Date.UTC(2026, 0, 1, 10, 5)}(&|$)`));
});

test('a time that is left half typed stays what it was', async ({ page }) => {
  const address = new RegExp(`[?&]from=${Date.UTC(2026, 0, 1, 10, 5)}(&|$)`);
  await page.goto(`/?v=1&source=samples&from=${Date.UTC(2026, 0, 1, 10, 5)}`);
  const from = page.getByLabel('Time, From');
  await expect(from).toHaveValue('2026-01-01T10:05');
  await from.focus();
  await page.keyboard.press('Backspace');
  await expect(from).toHaveValue('');
  await page.getByRole('searchbox', { name: 'Search conversations' }).click();
  await expect(from).toHaveValue('2026-01-01T10:05');
  await expect(page).toHaveURL(address);
});

/** One conversation every seven hours: in days of six-hour bars none begins at the same hour as the last. */
function spread(days: number): string {
  const at = (hours: number) => new Date(Date.UTC(2026, 9, 1) + hours * 3_600_000).toISOString();
  return Array.from({ length: Math.floor((days * 24) / 7) }, (_, place) => {
    const call = { connectedTime: at(place * 7), disconnectedTime: at(place * 7 + 1), state: 'terminated' };
    return JSON.stringify({ id: `spread-${place}`, participants: [{ id: `p${place}`, calls: [call] }] });
  }).join('\n');
}

test('over many days only days stand under the bars: an hour alone says nothing there', async ({ page }) => {
  await importText(page, spread(18));
  await page.getByRole('button', { name: 'Overview' }).click();
  const chart = page.getByRole('region', { name: 'Conversations over time' });
  await expect(chart).toContainText('Each bar: 6 hours');
  const names = chart.locator('.recharts-xAxis-tick-labels text');
  await expect(names.first()).toBeVisible();
  const said = await names.allTextContents();
  expect(said.length).toBeGreaterThan(3);
  expect(said.filter((text) => !/^\d{1,2} Oct$/.test(text))).toEqual([]);
});

test('a drag over bars filters by that stretch, and the charts follow', async ({ page }) => {
  await importText(page, generated(200));
  await page.getByRole('button', { name: 'Overview' }).click();
  const chart = page.getByRole('region', { name: 'Conversations over time' });
  const drawing = chart.locator('svg.recharts-surface').first();
  await expect(drawing).toBeVisible();
  const box = await drawing.boundingBox();
  if (!box) throw new Error('No chart');
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 4 });
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/\?v=1&from=\d+&to=\d+$/);
  await expect(page.getByText(/^[1-9]\d? conversations$/)).toBeVisible();
  await page.goBack();
  await expect(page.getByText('200 conversations')).toBeVisible();
  // At once, as a finger does: nothing has hovered there before.
  await expect(drawing).toBeVisible();
  const hold = page
    .getByRole('region', { name: /^Hold, of/ })
    .locator('svg.recharts-surface')
    .first();
  const bars = await hold.boundingBox();
  if (!bars) throw new Error('No chart');
  await page.mouse.click(bars.x + 56, bars.y + bars.height / 2);
  await expect(page).toHaveURL(/\?v=1&hold=1-\d+$/);
});

test('two conversations are compared on one axis, and an agent’s day shows what overlapped', async ({
  page,
}) => {
  await importText(page, generated(40));
  const boxes = gridOf(page).getByRole('checkbox', { name: /^Select (?!all)/ });
  await boxes.nth(0).click();
  await boxes.nth(1).click();
  await page.getByRole('link', { name: 'Compare' }).click();
  await expect(timelineOf(page)).toBeVisible();
  await expect(timelineOf(page).getByRole('rowheader', { name: /^A · / }).first()).toBeVisible();
  await expect(timelineOf(page).getByRole('rowheader', { name: /^B · / }).first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'Figures' }).getByRole('columnheader')).toHaveText([
    'Figure',
    'A',
    'B',
    'B against A',
  ]);
  // Moved to the start of A, only the time since then is true of B.
  const ofB = timelineOf(page).getByRole('row', { name: /^B · / }).first().getByRole('gridcell');
  await expect(ofB.first()).toHaveAccessibleName(/, 0:\d\d(\.\d+)? to /);
  await page.getByRole('button', { name: 'First answer' }).click();
  await expect(page).toHaveURL(/align=answer/);
  await expectAccessible(page);
  await page.goBack();
  await page.getByText('Agent', { exact: true }).click();
  await page.getByRole('list', { name: 'Agent' }).getByRole('checkbox').first().check();
  await page.getByRole('link', { name: /^Day of \p{L}/u }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^The day of / })).toBeVisible();
  await expect(timelineOf(page)).toBeVisible();
  await expectAccessible(page);
});

async function expectWithin(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
}

/** What is done once is looked at in each of these: nothing is imported anew for it. */
const LOOKS = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 768 },
  { colorScheme: 'dark', width: 390 },
] as const;

async function eachLook(page: Page, work: (width: number) => Promise<void>): Promise<void> {
  for (const { colorScheme, width } of LOOKS) {
    await test.step(`${colorScheme}, ${width} px wide`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await work(width);
    });
  }
}

/** A row is like another: more of them would be looked at without being another look. */
const ROWS = 12;

test('menus stay in the window, can be read by everybody, and give the focus back', async ({ page }) => {
  test.slow();
  await importText(page, generated(ROWS));
  await eachLook(page, async (width) => {
    for (const name of ['Views', 'Storage', 'Columns', 'Export', 'Delete', 'Import']) {
      const button = page.getByRole('button', { name, exact: true }).first();
      await button.click();
      await expect(button).toHaveAttribute('aria-expanded', 'true');
      await expectWithin(page);
      if (name === 'Storage' || name === 'Columns') await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(button).toBeFocused();
    }
    if (width > 1100) return;
    await page.getByRole('button', { name: 'Filters' }).click();
    await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: `Show ${ROWS} conversations` }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  });
  // Also in one that is made narrower under them.
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expectNothingOver(page, [640, 480]);
});

test('nothing of menus and filters is cut off at 320 pixels', async ({ page }) => {
  await importText(page, generated(ROWS));
  await page.setViewportSize({ width: 320, height: 640 });
  for (const name of ['Views', 'Storage', 'Keys', 'Columns', 'Export', 'Delete', 'Import']) {
    const button = page.getByRole('button', { name, exact: true }).first();
    await button.click();
    const panel = page.locator(`[id="${await button.getAttribute('aria-controls')}"]`);
    expect(await panel.evaluate((it) => it.scrollWidth - it.clientWidth), name).toBe(0);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: 'Filters' }).click();
  const shut = page.getByRole('button', { name: `Show ${ROWS} conversations` });
  const room = await page.evaluate(() => document.documentElement.getBoundingClientRect().right);
  expect(await shut.evaluate((it) => it.getBoundingClientRect().right)).toBeLessThan(room);
});

test('few, many in charts, and none can be read by everybody', async ({ page }) => {
  test.slow();
  await importText(page, generated(ROWS));
  await page.getByRole('button', { name: 'Overview' }).click();
  await eachLook(page, async () => {
    await expect(page.locator('svg.recharts-surface').first()).toBeVisible();
    await expectAccessible(page);
    await expectWithin(page);
    const asTable = page.getByRole('button', { name: /^Handle, of \d+ with any as a table$/ });
    await asTable.click();
    await expect(page.getByRole('table', { name: /^Handle, of/ })).toBeVisible();
    // What has changed since.
    await expectAccessible(page, 'section[aria-labelledby]:has(table)');
    await asTable.click();
    await searchOf(page).fill('nobody at all');
    await expect(page.getByRole('heading', { name: 'No conversation matches all of this' })).toBeVisible();
    await expectAccessible(page);
    await expectWithin(page);
    await searchOf(page).fill('');
  });
});

test('a library that cannot be opened leaves what works', async ({ page, complaints }) => {
  await page.addInitScript(() => localStorage.setItem('participant-timeline:library-confirmed', 'true'));
  await page.route('**/engine.worker-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'setTimeout(() => postMessage({ type: "unusable", why: "storage" }), 10);',
    }),
  );
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('Nothing was deleted');
  await expect(page.getByRole('region', { name: 'Samples' }).getByRole('link').first()).toBeVisible();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
