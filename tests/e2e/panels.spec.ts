import { type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { conversationText } from '../workers/conversationText';
import { expect, paste, problemsOf, type State, test, testStates, timelineOf } from './watch';

const CALL = '/c/billing-call-cobrowse';

function tab(page: Page, name: string) {
  return page.getByRole('tab', { name: new RegExp(`^${name}`) });
}

function panel(page: Page) {
  return page.getByRole('tabpanel');
}

function source(page: Page) {
  return page.getByRole('group', { name: 'Source JSON' });
}

/** The editor measures lines for a while after it is shown, by which those below move. */
async function atRest(line: Locator) {
  let before = '';
  const stays = async () => {
    const last = before;
    before = JSON.stringify(await line.boundingBox());
    return last === before;
  };
  await expect.poll(stays, { intervals: [250] }).toBe(true);
}

async function chooseHold(page: Page) {
  await page.getByRole('button', { name: /^Hold 1:12/ }).click();
  await expect(page.getByRole('heading', { name: 'Hold · Jonas Weber' })).toBeVisible();
}

test('a mark has its facts, its reason, and its participant’s fields', async ({ page }) => {
  await page.goto(CALL);
  await chooseHold(page);
  await expect(panel(page).getByText('Recorded, both ends')).toBeVisible();
  await expect(panel(page).getByText('Why is this here?')).toBeVisible();
  await expect(panel(page).getByRole('list', { name: 'Places in the JSON that say so' })).toContainText(
    '2026-11-19T09:08:12.000Z',
  );
  await panel(page).getByRole('searchbox', { name: 'Filter fields' }).fill('queue name');
  await expect(panel(page).getByText('Billing – Tier 1').first()).toBeVisible();
  await expect(panel(page).getByRole('group', { name: 'Times' })).toHaveCount(0);
});

test('a long name makes no high row of events; on paper it stands in full', async ({ page }) => {
  const leg = { id: 'leg', state: 'disconnected', connectedTime: '2026-11-19T09:00:00Z' };
  const calls = [{ ...leg, disconnectedTime: '2026-11-19T09:10:00Z' }];
  const name = 'Wolfeschlegelsteinhausen '.repeat(12).trim();
  const other = { id: 'other', purpose: 'agent', userId: 'u2', name, calls };
  const one = {
    id: 'one',
    purpose: 'agent',
    userId: 'u1',
    name: 'Ada',
    consultParticipantId: 'other',
    calls,
  };
  await paste(page, JSON.stringify({ id: 'long', participants: [one, other] }));
  await page.getByRole('button', { name: 'Events', exact: true }).click();
  const row = page.getByRole('table', { name: 'Events' }).getByRole('row').filter({ hasText: 'Consult' });
  const cell = row.getByRole('cell').last();
  await expect(cell).toHaveText(name);
  await expect(cell).toHaveAttribute('title', name);
  const height = async () => (await row.boundingBox())?.height ?? 0;
  expect(await height()).toBeLessThan(90);
  await page.emulateMedia({ media: 'print' });
  expect(
    await cell.evaluate(({ firstElementChild: text }) => text && text.scrollHeight - text.clientHeight),
  ).toBe(0);
});

test('a panel that scrolls in itself makes the page no longer', async ({ page }) => {
  const participants = Array.from({ length: 60 }, (_, place) => ({
    id: `p${place}`,
    purpose: 'agent',
    name: `Agent ${place}`,
    calls: [
      {
        id: `c${place}`,
        state: 'terminated',
        connectedTime: '2026-11-19T09:00:00Z',
        disconnectedTime: '2026-11-19T09:10:00Z',
      },
    ],
  }));
  await paste(page, JSON.stringify({ id: 'many', participants }));
  await expect(panel(page).getByText('60 participants')).toBeVisible();
  const beyond = await page.evaluate(
    () =>
      document.documentElement.scrollHeight - document.body.getBoundingClientRect().bottom - window.scrollY,
  );
  expect(beyond).toBeLessThanOrEqual(1);
});

test('durations: bars and rows show their segments, and a range is counted alone', async ({ page }) => {
  await page.goto(CALL);
  await tab(page, 'Durations').click();
  const table = page.getByRole('table', { name: 'Durations' });
  await expect(table).toBeVisible();
  await table.getByRole('button', { name: 'Hold, Jonas Weber' }).click();
  await expect(table.getByRole('button', { name: 'Hold, Jonas Weber' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page).toHaveURL(/[?&]at=/);
  // Its segments stand out, and once more all are alike.
  await expect(page).toHaveURL(/[?&]only=hold/);
  await table.getByRole('button', { name: 'Hold, Jonas Weber' }).click();
  await expect(page).not.toHaveURL(/only=/);

  const bars = panel(page).locator('.recharts-bar-rectangle path');
  await expect(bars.first()).toBeVisible();
  // What the data calls itself is no id of the page, where it could be one of something else.
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
  expect(ids.filter((id) => !/^\S+$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  const before = page.url();
  await bars.last().click();
  await expect.poll(() => page.url()).not.toBe(before);

  // 09:07:00 to 09:07:30: half a minute of the hold.
  await page.goto(`${CALL}?v=1&mark=${Date.UTC(2026, 10, 19, 9, 7)}-${Date.UTC(2026, 10, 19, 9, 7, 30)}`);
  await tab(page, 'Durations').click();
  const hold = table.getByRole('row').filter({ hasText: 'Hold' }).first();
  await expect(hold).toContainText('0:30.000');
  await page.getByRole('button', { name: 'Count the whole conversation' }).click();
  await expect(hold).toContainText('1:12.000');
  // States that came after others stand where they always do.
  const states = () =>
    bars.evaluateAll((paths) =>
      paths
        .map((path) => ({
          fill: path.getAttribute('fill')?.replace(/#.*-/, '#'),
          box: path.getBoundingClientRect(),
        }))
        .sort((one, other) => one.box.top - other.box.top || one.box.left - other.box.left)
        .map(({ fill }) => fill),
    );
  const later = await states();
  await page.reload();
  await tab(page, 'Durations').click();
  await expect(bars.first()).toBeVisible();
  await expect.poll(states).toEqual(later);
});

test('a range over several segments needs no dragging, and is counted alone', async ({ page }) => {
  await page.goto(CALL);
  await chooseHold(page);
  await tab(page, 'Durations').click();
  const table = page.getByRole('table', { name: 'Durations' });
  const whole = await table.textContent();
  const row = timelineOf(page).getByRole('row', { name: /^Jonas Weber/ });
  const cell = row.locator('[role="gridcell"][tabindex="0"]');
  await cell.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+Enter');
  const range = page.getByRole('group', { name: 'Range' });
  await expect(range).toBeVisible();
  const byKey = await range.textContent();
  await expect(table).not.toHaveText(whole ?? '');
  await expect(timelineOf(page).getByText(/^Range marked: 09:07:00 to /)).toBeAttached();

  // The same by a pointer: what the keyboard is on lies under it.
  await range.getByRole('button', { name: 'Clear range' }).click();
  await expect(range).toHaveCount(0);
  await cell.scrollIntoViewIfNeeded();
  const place = await cell.boundingBox();
  const { x, y, width, height } = place ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.keyboard.down('Shift');
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.keyboard.up('Shift');
  await expect(range).toHaveText(byKey ?? '');
  // Nothing else was selected, and no text of the page.
  await expect(page).toHaveURL(/[?&]at=/);
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
});

test('half a minute beside eight hours has a bar', async ({ page }) => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 10, 19, 9) + seconds * 1000).toISOString();
  const offered = { startAlertingTime: at(0), disconnectedTime: at(30), state: 'disconnected' };
  const worked = { connectedTime: at(60), disconnectedTime: at(28_860), state: 'disconnected' };
  await paste(
    page,
    JSON.stringify({
      id: 'c',
      participants: [
        { id: 'a', purpose: 'agent', name: 'Jonas', calls: [{ id: 'k', ...offered }] },
        { id: 'b', purpose: 'agent', name: 'Priya', calls: [{ id: 'l', ...worked }] },
      ],
    }),
  );
  await tab(page, 'Durations').click();
  const bars = page.locator('.recharts-bar-rectangle path');
  // The conversation's two, and one of each agent; none of a state that was not.
  await expect(bars).toHaveCount(4);
  const widths = await bars.evaluateAll((paths) => paths.map((path) => path.getBoundingClientRect().width));
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(3);
  expect(Math.max(...widths)).toBeGreaterThan(100);
});

test('the vendor’s own figures stand beside ours', async ({ page }) => {
  await page.goto('/c/analytics-voice-transfer');
  await tab(page, 'Durations').click();
  await expect(page.getByRole('columnheader', { name: 'Vendor’s own' })).toBeVisible();
});

test('evidence leads into the JSON, and the JSON back to the mark', async ({ page }) => {
  await page.goto(CALL);
  await chooseHold(page);
  await panel(page)
    .getByRole('button', { name: /segments\/2\/endTime/ })
    .click();
  await expect(tab(page, 'JSON')).toHaveAttribute('aria-selected', 'true');
  await expect(source(page)).toBeVisible();
  const marked = page.locator('.evidence');
  await expect(marked.filter({ hasText: '2026-11-19T09:08:12.000Z' }).first()).toBeInViewport();

  // The alert of the same leg stands a few lines above.
  const line = source(page).locator('.cm-line').filter({ hasText: '"Alert"' }).first();
  await atRest(line);
  await line.click();
  const behind = page.getByRole('list', { name: 'Marks behind this value' });
  await expect(behind.getByRole('button', { name: /Alerting · Jonas Weber/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await tab(page, 'Details').click();
  await expect(page.getByRole('heading', { name: 'Alerting · Jonas Weber' })).toBeVisible();
});

test('the cursor of the JSON brings nothing back while it moves within what is selected', async ({
  page,
}) => {
  await page.goto(CALL);
  await chooseHold(page);
  await tab(page, 'JSON').click();
  const line = source(page).locator('.cm-line').filter({ hasText: '"Alert"' }).first();
  await atRest(line);
  await line.click();
  const row = timelineOf(page).getByRole('row', { name: /^Jonas Weber/ });
  await expect(row.getByRole('gridcell', { selected: true })).toBeAttached();
  await row.getByRole('button', { name: 'Row of Jonas Weber' }).click();
  await page.getByRole('menuitem', { name: 'Hide' }).click();
  await expect(row).toHaveCount(0);
  await source(page).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: 'JSON' })).toBeAttached();
  await expect(row).toHaveCount(0);
});

test('a selection on the timeline moves the open JSON along', async ({ page }) => {
  await page.goto(CALL);
  await tab(page, 'JSON').click();
  await expect(source(page)).toBeVisible();
  await timelineOf(page)
    .getByRole('row', { name: /^Lena Sato/ })
    .getByRole('gridcell')
    .first()
    .focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(tab(page, 'JSON')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.evidence').first()).toBeInViewport();
});

test('JSON Lines and HAR bodies are followed too', async ({ page }) => {
  for (const file of ['cobrowse-events.jsonl', 'browser-recording.har']) {
    await paste(page, readFileSync(`public/samples/${file}`, 'utf8'));
    await timelineOf(page).getByRole('gridcell').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const evidence = page.getByRole('list', { name: 'Places in the JSON that say so' });
    await evidence.getByRole('button').first().click();
    await expect(page.locator('.evidence').first()).toBeInViewport();
  }
});

test('a text within a line of a log is followed, and leads back', async ({ page }) => {
  const line = (id: string, name: string) =>
    `09:02:00 INFO ${JSON.stringify({ msg: conversationText(id, name) })}`;
  await paste(page, `${line('a', 'Ada')}\n09:02:01 INFO idle\n`);
  await timelineOf(page).getByRole('gridcell').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const evidence = page.getByRole('list', { name: 'Places in the JSON that say so' });
  await evidence.getByRole('button').first().click();
  const marked = page.locator('.evidence').first();
  await expect(marked).toBeInViewport();
  await expect(marked).toHaveText(/^\\"20[-\dT:.]+Z\\"$/);
  await marked.click();
  const behind = page.getByRole('list', { name: 'Marks behind this value' });
  await expect(behind.getByRole('button', { pressed: true })).toHaveText(/Ada$/);
});

test('a problem leads to its mark and to its place', async ({ page }) => {
  await page.goto(CALL);
  await tab(page, 'Problems').click();
  const item = problemsOf(page).getByRole('listitem').first();
  await item.getByRole('button', { name: 'Show on the timeline' }).click();
  await expect(page).toHaveURL(/[?&]at=/);
  await expect(problemsOf(page)).toBeVisible();
  await item.getByRole('button', { name: 'Show in the JSON' }).click();
  await expect(page.locator('.evidence').first()).toBeInViewport();
});

test('a fault in the text is shown where it stands', async ({ page }) => {
  await paste(page, `${conversationText('whole', 'Ada')}\n{"id": "broken",\n "participants": [,]}`);
  await expect(problemsOf(page)).toBeVisible();
  const item = problemsOf(page).getByRole('listitem').first();
  await item.getByRole('button', { name: 'Show in the JSON' }).click();
  await expect(page.locator('.evidence').first()).toHaveText(',');
});

/** A conversation far into a text of some megabytes, all on lines of their own or all on one. */
function largeText(indent: number): string {
  const filler = Array.from({ length: 30_000 }, (_, index) => ({
    id: `filler-${index}`,
    note: 'x'.repeat(80),
  }));
  const [whole] = [JSON.parse(conversationText('a', 'Ada')) as { participants: object[] }];
  return JSON.stringify({ filler, ...whole }, null, indent);
}

for (const [how, indent] of [
  ['in lines', 1],
  ['on one line', 0],
] as const) {
  test(`evidence in a large text, ${how}: the part around it, both ways`, async ({ page }) => {
    await paste(page, largeText(indent));
    await timelineOf(page).getByRole('gridcell').first().focus();
    await page.keyboard.press('Enter');
    const evidence = page.getByRole('list', { name: 'Places in the JSON that say so' });
    await expect(evidence).not.toContainText('not found');
    await evidence.getByRole('button').first().click();
    await expect(panel(page).getByText('A large text of')).toBeVisible();
    const mark = page.locator('.evidence').first();
    await expect(mark).toBeInViewport();
    const said = await mark.textContent();
    await page.getByRole('button', { name: 'Show the part before' }).click();
    await expect(page.locator('.evidence')).toHaveCount(0);
    await expect(source(page)).toContainText('filler-');
    await page.getByRole('button', { name: 'Show the part after' }).click();
    await expect(page.locator('.evidence').first()).toHaveText(said ?? '');
    await page.locator('.evidence').first().click();
    await expect(page.getByRole('list', { name: 'Marks behind this value' })).toContainText('Ada');
  });
}

test('what a HAR holds in base64 is unpacked, and followed both ways', async ({ page }) => {
  const text = Buffer.from(conversationText('a', 'Ada')).toString('base64');
  const content = { mimeType: 'application/json', encoding: 'base64', text };
  const entries = [{ startedDateTime: '2026-11-19T09:00:00.000Z', response: { content } }];
  await paste(page, JSON.stringify({ log: { entries } }));
  await timelineOf(page).getByRole('gridcell').first().focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('list', { name: 'Places in the JSON that say so' })
    .getByRole('button')
    .first()
    .click();
  await expect(page.getByRole('combobox', { name: 'File' })).toHaveText(/log\/entries\/0/);
  await expect(source(page)).toContainText('Ada');
  await page.locator('.evidence').first().click();
  await expect(page.getByRole('list', { name: 'Marks behind this value' })).toContainText('Ada');
});

const PANELS: State[] = [
  {
    name: 'Details',
    async reach(page) {
      await page.goto('/c/single-participant');
      await timelineOf(page).getByRole('gridcell').first().focus();
      await page.keyboard.press('Enter');
      await expect(panel(page).getByRole('group', { name: 'Identity' })).toBeVisible();
    },
  },
  {
    name: 'Durations',
    async reach(page) {
      await page.goto('/c/analytics-voice-transfer');
      await tab(page, 'Durations').click();
      await expect(page.getByRole('table', { name: 'Durations' })).toBeVisible();
    },
  },
  {
    name: 'JSON',
    async reach(page) {
      await page.goto(CALL);
      await chooseHold(page);
      await tab(page, 'JSON').click();
      await expect(page.locator('.evidence').first()).toBeVisible();
    },
  },
  {
    name: 'Problems',
    async reach(page) {
      await page.goto('/c/broken');
      await tab(page, 'Problems').click();
      await expect(problemsOf(page)).toBeVisible();
    },
  },
];

testStates(PANELS);
