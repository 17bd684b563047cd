import { type Locator, type Page } from '@playwright/test';
import { conversationText } from '../workers/conversationText';
import {
  expect,
  expectAccessible,
  expectAccessibleInBoth,
  expectNothingOver,
  paste,
  test,
  timelineOf,
} from './watch';

const CALL = '/c/billing-call-cobrowse';

/** States of one page, each reached from the one before. */
const OPENED: [name: string, reach: (page: Page) => Promise<void>][] = [
  [
    'a range is marked and rows are filtered',
    async (page) => {
      const cell = timelineOf(page).getByRole('gridcell').first();
      await cell.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('m');
      await expect(page.getByRole('button', { name: 'Clear range' })).toBeVisible();
      await page.getByRole('searchbox', { name: 'Filter participants' }).fill('jonas');
      await expect(page.getByText('participants filtered out')).toBeVisible();
    },
  ],
  [
    'the menu of marks is open',
    async (page) => {
      await page.getByRole('button', { name: 'Show all participants' }).click();
      await page.getByRole('button', { name: 'Move, go to and mark' }).click();
      await expect(page.getByRole('menuitem', { name: 'Next segment' })).toBeVisible();
    },
  ],
  [
    'the list of keys is open',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Keys' }).click();
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    },
  ],
  [
    'the search is open',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Search participants and fields' }).click();
      await page.getByRole('searchbox', { name: 'Search participants and fields' }).fill('billing');
      await page.keyboard.press('Enter');
    },
  ],
  [
    'the menu of exports is open',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Export' }).click();
      await expect(page.getByRole('button', { name: 'Events, CSV' })).toBeVisible();
    },
  ],
  [
    'the page is redacted',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Redact' }).click();
      await page.getByRole('button', { name: 'Show redacted' }).click();
      await expect(page.getByRole('button', { name: 'Show the original' })).toBeVisible();
    },
  ],
  [
    'the contrast is high',
    async (page) => {
      await page.getByLabel('Theme').selectOption('high-contrast');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'high-contrast');
    },
  ],
];

test('whatever is open, axe finds nothing, in light nor in dark', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(CALL);
  await expect(timelineOf(page)).toBeVisible();
  for (const [name, reach] of OPENED) {
    await test.step(name, async () => {
      await reach(page);
      await expectAccessibleInBoth(page);
    });
  }
});

/** Nothing to draw, nothing that has a time, and very much. */
const ENDS: [name: string, text: string, sign: string | RegExp][] = [
  ['a conversation without participants', '{"id": "empty", "participants": []}', /Nothing to draw/],
  [
    'participants without any time',
    '{"participants": [{"purpose": "agent"}]}',
    /Nothing can be placed in time/,
  ],
  ['a conversation that is long', conversationOf(300), /Person 300/],
];

function conversationOf(count: number): string {
  const { participants, ...rest } = JSON.parse(conversationText('a', 'Person')) as { participants: object[] };
  const many = Array.from({ length: count }, (_, at) => ({
    ...participants[0],
    id: `p-${at + 1}`,
    name: `Person ${at + 1}`,
  }));
  return JSON.stringify({ ...rest, participants: many });
}

for (const [name, text, sign] of ENDS) {
  test(`${name}: designed, not left over`, async ({ page }) => {
    await paste(page, text);
    const said = page.getByText(sign).first();
    await expect(said).toBeAttached();
    await expectAccessible(page);
    await expectNothingOver(page, [390]);
  });
}

test('from right to left the page mirrors, and time runs on to the right', async ({ page }) => {
  await page.goto(CALL);
  await expect(timelineOf(page)).toBeVisible();
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const middle = async (name: string) => {
    const box = await page.locator(name).first().boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0) / 2;
  };
  // The names are to the right of the bars, the panels to the left of both.
  await expect.poll(async () => (await middle('.pt-identity')) > (await middle('.pt-plot'))).toBe(true);
  expect(await middle('[role=tablist]')).toBeLessThan(await middle('.pt-plot'));
  const ticks = await page
    .locator('.pt-tick')
    .evaluateAll((elements) =>
      elements
        .map((element) => ({ text: element.textContent, x: element.getBoundingClientRect().x }))
        .filter(({ text }) => text.includes(':')),
    );
  expect(ticks.length).toBeGreaterThan(1);
  const fromTheLeft = ticks.toSorted((one, other) => one.x - other.x).map(({ text }) => text);
  expect(fromTheLeft).toEqual(fromTheLeft.toSorted());
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
  // What is under the pointer is what is drawn there.
  const hold = page.locator('[data-segment="hold"]').first();
  await hold.hover();
  await expect(page.getByRole('tooltip')).toContainText('Hold');
});

test('from right to left keys are named as they are, and what goes on fades where it does', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(CALL);
  await expect(timelineOf(page)).toBeVisible();
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  /** Places of the first and the last sign: brackets that run from right to left are drawn turned around. */
  const runs = (keys: Locator) =>
    keys.evaluateAll((elements) =>
      elements.map((element) => {
        const text = element.firstChild;
        if (!(text instanceof Text)) throw new Error('No text');
        const placeOf = (at: number) => {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          return range.getBoundingClientRect().x;
        };
        return {
          first: placeOf(0),
          last: placeOf(text.data.length - 1),
          direction: getComputedStyle(element).direction,
        };
      }),
    );
  await page.getByRole('button', { name: 'Keys' }).click();
  const keys = page.getByRole('dialog', { name: 'Keys' }).locator('kbd');
  await expect(keys.first()).toBeVisible();
  const help = await runs(keys);
  expect(help.length).toBeGreaterThan(20);
  expect(help.filter(({ first, last }) => last < first)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Move, go to and mark' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  const menu = await runs(page.getByRole('menu').locator('kbd'));
  expect(new Set(menu.map(({ direction }) => direction))).toEqual(new Set(['ltr']));
  await page.keyboard.press('Escape');

  const switches = page.getByRole('group', { name: 'Overlays' });
  await expect(switches).toHaveCSS('mask-image', /^linear-gradient\(to left/);
  // The icon of a row stands where the row begins.
  const [icon, plot] = await Promise.all(
    ['.pt-icon', '.pt-plot'].map((part) => page.locator(part).first().boundingBox()),
  );
  expect((icon?.x ?? 0) + (icon?.width ?? 0)).toBeCloseTo((plot?.x ?? 0) + (plot?.width ?? 0), 0);
});

test('paper: no switches', async ({ page }) => {
  await page.goto(CALL);
  await expect(timelineOf(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  for (const gone of ['switch', 'searchbox', 'tablist'] as const) {
    await expect(page.getByRole(gone).first()).toBeHidden();
  }
});

test('in forced colours the time under control is not lost on the ribbon it lies on', async ({ page }) => {
  await page.goto(CALL);
  const control = timelineOf(page).locator('[data-link="controlling"] > path').first();
  const ribbon = timelineOf(page).locator('[data-role="viewer"] > rect').first();
  const look = (mark: Locator) =>
    mark.evaluate((element) => {
      const { fill, stroke, strokeWidth } = getComputedStyle(element);
      return { ink: fill === 'none' ? stroke : fill, width: Number.parseFloat(strokeWidth) };
    });
  const height = await ribbon.evaluate((element) => element.getBoundingClientRect().height);
  expect((await look(control)).ink).not.toBe((await look(ribbon)).ink);
  await page.emulateMedia({ forcedColors: 'active' });
  expect((await look(control)).ink).toBe((await look(ribbon)).ink);
  expect((await look(control)).width).toBeGreaterThan(height + 3);
});

test('in forced colours what is chosen and what is written stay apart', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(CALL);
  const share = page.getByRole('button', { name: 'Share' });
  await expect(share).toBeVisible();
  const colours = await share.evaluate((element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    return [color, backgroundColor];
  });
  expect(colours[0]).not.toBe(colours[1]);
  const line = (name: string) =>
    page.getByRole('tab', { name }).evaluate((element) => getComputedStyle(element).borderBottomColor);
  expect(await line('Details')).not.toBe(await line('JSON'));
  const ground = (control: Locator) =>
    control.evaluate((element) => getComputedStyle(element).backgroundColor);
  const figure = (name: RegExp) => page.getByRole('list', { name: 'Figures' }).getByRole('button', { name });
  await figure(/^Hold/).click();
  await expect(figure(/^Hold/)).toHaveAttribute('aria-pressed', 'true');
  expect(await ground(figure(/^Hold/))).not.toBe(await ground(figure(/^Talk/)));
  await page.goto('/c/long-running');
  const order = page.getByRole('switch', { name: /^Fold .*idle gap/ });
  await order.click();
  await page.mouse.move(0, 0);
  await expect(order).toBeChecked();
  const on = await ground(page.getByRole('switch', { name: 'Roles' }));
  await expect.poll(() => ground(order)).toBe(on);
  await page.goto('/docs');
  const form = (name: RegExp) => page.locator('label').filter({ hasText: name });
  await expect(page.getByRole('radio', { name: 'React', exact: true })).toBeChecked();
  expect(await ground(form(/^React$/))).not.toBe(await ground(form(/^Custom element$/)));
  const tab = (name: string) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name });
  await expect(tab('Docs')).toHaveAttribute('aria-current', 'page');
  expect(await ground(tab('Docs'))).not.toBe(await ground(tab('Paste')));
});

test('a page whose scripts stay away says what it needs, and one that loads does not', async ({ page }) => {
  await page.route('**/assets/*.js', () => undefined); // nothing ever comes
  await page.goto('/', { waitUntil: 'commit' });
  const needs = page.getByText('the scripts of this page did not come');
  await expect(needs).toBeAttached();
  await expect(needs).toBeHidden();
  await expect(needs).toBeVisible();
  await expectAccessible(page);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.goto('/');
  await expect(timelineOf(page)).toBeVisible();
  await expect(needs).not.toBeAttached();
});

/** Four agents of a chat, each at work for some minutes, on four days. */
function chatOfDays(): string {
  const day = 86_400_000;
  const start = Date.parse('2026-11-19T09:02:00Z');
  const participants = [0, day + 3_600_000, day * 2.5, day * 3].map((at, index) => ({
    id: `agent-${index}`,
    purpose: 'agent',
    chats: [
      {
        connectedTime: new Date(start + at).toISOString(),
        disconnectedTime: new Date(start + at + 720_000).toISOString(),
        state: 'disconnected',
      },
    ],
  }));
  return JSON.stringify({ id: 'days', participants });
}

for (const width of [1280, 390]) {
  test(`buttons of idle gaps lie neither on times nor on each other, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await paste(page, chatOfDays());
    await timelineOf(page).getByRole('switch', { name: 'Fold 3 idle gaps' }).click();
    const buttons = page.getByRole('button', { name: /hidden, show it/ });
    await expect(buttons).toHaveCount(3);
    await page.locator('.pt-body [data-segment="connected"]').last().hover();
    await expect(page.locator('.pt-time')).toContainText('Sun, 22 Nov 2026');
    const words = page.locator('.pt-gap, .pt-tick, .pt-time');
    const over = await words.evaluateAll((elements) => {
      const boxes = elements.map((element) => ({ element, box: element.getBoundingClientRect() }));
      const pairs = boxes.flatMap((one) => boxes.map((other) => [one, other] as const));
      return pairs
        .filter(([one, other]) => one.element.className === 'pt-gap' && one !== other)
        .filter(([{ box }, { box: other }]) => box.left < other.right - 1 && other.left < box.right - 1)
        .filter(([{ box }, { box: other }]) => box.top < other.bottom - 1 && other.top < box.bottom - 1)
        .map((pair) => pair.map(({ element }) => element.textContent));
    });
    expect(over).toEqual([]);
  });
}
