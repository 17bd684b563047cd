import type { Page } from '@playwright/test';
import { differences, type Look, looksOf } from './host/looks';
import type { Props } from './host/page';
import { call, servedHost, usual } from './host/served';
import { expect, test } from './watch';

const address = servedHost();

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${address()}?${query}`);
  await page.waitForFunction(() => 'host' in window);
}

/** Shows them, and waits until all are drawn: what reads comes with the first conversation. */
async function show(page: Page, ...list: Props[]): Promise<void> {
  await page.evaluate((list) => window.host.show(list), list);
  await expect(page.locator('.pt-root:has(.pt-region)')).toHaveCount(list.length);
}

/** For people to look at: `SHOTS=folder`. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder)
    await page
      .locator('.pt-root')
      .first()
      .screenshot({ path: `${folder}/${name}.png` });
}

test.describe('styles of the host', () => {
  // One after another: what it looks like by itself is seen once.
  test.describe.configure({ mode: 'default' });
  let plain: Look[] | undefined;
  const laneId = '97e6df0f-4c8c-4d82-bcb8-565f9314d473';
  const arranged: Props = { ...usual, view: { pinned: [laneId], moved: [{ laneId }] } };

  for (const css of ['bootstrap', 'tailwind', 'layered', 'hostile']) {
    test(`${css} does not change how the timeline looks`, async ({ page }) => {
      if (!plain) {
        await open(page);
        await show(page, arranged);
        plain = await looksOf(page, '.pt-root');
      }
      await open(page, `css=${css}`);
      await show(page, arranged);
      await shoot(page, css);
      expect(differences(plain, await looksOf(page, '.pt-root'))).toEqual([]);
    });
  }

  test('are untouched by those of the timeline', async ({ page }) => {
    await open(page, 'without');
    const alone = await looksOf(page, '#beside');
    await open(page);
    await show(page, usual);
    expect(differences(alone, await looksOf(page, '#beside'))).toEqual([]);
  });
});

test('what a host opens over it lies over all of it, and its layers are its own', async ({ page }) => {
  await open(page);
  await show(page, usual);
  const axis = await page.locator('.pt-axis').boundingBox();
  if (!axis) throw new Error('No axis');
  const middle = { x: axis.x + axis.width / 2, y: axis.y + axis.height / 2 };
  const over = await page.evaluate(({ x, y }) => {
    const menu = document.createElement('div');
    menu.style.cssText = `position: fixed; left: ${x - 20}px; top: ${y - 20}px; width: 40px; height: 40px; z-index: 1`;
    document.body.prepend(menu);
    return document.elementFromPoint(x, y) === menu;
  }, middle);
  expect(over).toBe(true);
});

test.describe('the room it gets', () => {
  for (const width of [280, 320, 360, 768]) {
    test(`${width} px are enough, and all of it stays inside`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await open(page);
      await show(page, usual);
      await shoot(page, `w${width}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const drawn = await page.locator('.pt-body [data-segment="hold"]').first().boundingBox();
      expect(drawn?.width).toBeGreaterThan(4);
      await show(page, { ...usual, compact: true });
      await shoot(page, `w${width}-compact`);
      await show(page, { ...usual, compact: true, toolbar: false, readOnly: true });
      await shoot(page, `w${width}-card`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }

  test('may change at any time', async ({ page }) => {
    await open(page);
    await show(page, usual);
    const plot = page.locator('.pt-plot');
    const wide = await plot.evaluate((element) => element.clientWidth);
    await page.locator('.card').evaluate((card) => card.style.setProperty('width', '500px'));
    await expect.poll(() => plot.evaluate((element) => element.clientWidth)).toBeLessThan(500);
    await page.locator('.card').evaluate((card) => card.style.removeProperty('width'));
    await expect.poll(() => plot.evaluate((element) => element.clientWidth)).toBe(wide);
  });
});

test('a long list has rows in all of its room when what narrowed it is cleared', async ({ page }) => {
  const minute = (at: number) => new Date(Date.UTC(2026, 10, 19, 9, at)).toISOString();
  const participants = Array.from({ length: 120 }, (_, at) => ({
    id: `p-${at}`,
    name: `Person ${at}`,
    purpose: 'agent',
    calls: [{ connectedTime: minute(at), disconnectedTime: minute(at + 10) }],
  }));
  await page.setViewportSize({ width: 1280, height: 1000 });
  await open(page);
  const list = page.locator('.pt-scroll');
  const filled = () =>
    list.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const rows = [...element.querySelectorAll('.pt-row')].map((row) => row.getBoundingClientRect());
      const seen = rows.filter((row) => row.bottom > top && row.top < bottom);
      const height = seen.reduce((sum, row) => sum + row.height, 0);
      return height / (bottom - top) > 0.8;
    });
  const many = { ...usual, conversation: { id: 'many', participants } };
  await show(page, { ...many, view: { filter: 'Person 119' } });
  await expect(page.locator('.pt-row')).toHaveCount(1);
  await show(page, { ...many, view: {} });
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '120');
  await expect.poll(filled).toBe(true);
});

test('what ties the legs of a user stands beside all of their rows, and over no icon', async ({ page }) => {
  const minute = (at: number) => new Date(Date.UTC(2026, 10, 19, 9, at)).toISOString();
  const participants = [0, 2, 4].map((at) => ({
    id: `leg-${at}`,
    name: 'Jonas Weber',
    purpose: 'agent',
    userId: 'jonas',
    calls: [{ startAlertingTime: minute(at), disconnectedTime: minute(at + 1) }],
  }));
  await open(page);
  await show(page, { ...usual, conversation: { id: 'legs', participants } });
  const second = page.getByRole('row', { name: /leg 2 of 3/ });
  const tie = () =>
    second.evaluate((row) => {
      const { height, left, width } = getComputedStyle(row, '::before');
      const icon = row.querySelector('.pt-icon')?.getBoundingClientRect().left ?? 0;
      const { left: at, height: whole } = row.getBoundingClientRect();
      return {
        ofRow: Number.parseFloat(height) / whole,
        air: icon - at - Number.parseFloat(left) - Number.parseFloat(width),
      };
    });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(async () => (await tie()).ofRow).toBeGreaterThan(0.95);
    await expect.poll(async () => (await tie()).air).toBeGreaterThanOrEqual(2);
  }
});

test('is dark where its host is dark, unless it is told otherwise', async ({ page }) => {
  await open(page);
  await show(page, usual, { ...usual, theme: 'light' }, { ...usual, theme: 'dark' });
  const grounds = () =>
    page
      .locator('.pt-root')
      .evaluateAll((roots) => roots.map((root) => getComputedStyle(root).backgroundColor));
  expect(await grounds()).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)', 'rgb(11, 18, 32)']);
  await page.evaluate(() => document.body.style.setProperty('color-scheme', 'dark'));
  expect(await grounds()).toEqual(['rgb(11, 18, 32)', 'rgb(255, 255, 255)', 'rgb(11, 18, 32)']);
  await shoot(page, 'dark');
});

test('takes its looks from the custom properties of its host', async ({ page }) => {
  await open(page);
  await page.addStyleTag({
    content: '.pt-root { --pt-hold: rgb(1, 2, 3); --pt-font: monospace; --pt-bg: rgb(250, 240, 230) }',
  });
  await show(page, usual);
  const root = page.locator('.pt-root');
  await expect(root).toHaveCSS('font-family', 'monospace');
  await expect(root).toHaveCSS('background-color', 'rgb(250, 240, 230)');
  await expect(root.locator('pattern rect[fill*="hold"]')).toHaveCSS('fill', 'rgb(1, 2, 3)');
});

test('a card covers no mark by a name, and keeps no room for buttons that it has not', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await open(page);
  await show(page, { ...usual, compact: true, toolbar: false, readOnly: true });
  const { covered, marks, spare } = await page.locator('.pt-root').evaluate((root) => {
    const boxes = (selector: string) =>
      [...root.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
    const names = boxes('.pt-name, .pt-context');
    // A path holds all marks of its kind in a row, which says how high they reach.
    const marks = boxes('[data-milestone="wrapup"], [data-limit]');
    const covered = marks.filter(({ top, bottom }) =>
      names.some((name) => name.bottom > top + 1 && name.top < bottom),
    );
    const right = (selector: string) => boxes(selector)[0]?.right ?? Number.NaN;
    return {
      covered: covered.length,
      marks: marks.length,
      spare: right('.pt-identity') - right('.pt-who'),
    };
  });
  expect(marks).toBeGreaterThan(1);
  expect(covered).toBe(0);
  expect(spare).toBeLessThanOrEqual(12);
});

test('a long name leaves what a mark is on one line of its facts', async ({ page }) => {
  const [startTime, endTime] = ['2026-11-19T09:00:00Z', '2026-11-19T09:10:00Z'];
  const agent = { purpose: 'agent', name: 'Rindfleischetikettierungsüberwachungsaufgaben '.repeat(3) };
  const calls = [
    { connectedTime: startTime, disconnectedTime: startTime, afterCallWork: { startTime, endTime } },
  ];
  await open(page);
  await show(page, { ...usual, conversation: { id: 'c', participants: [{ ...agent, calls }] } });
  await page.locator('.pt-body [data-segment="acw"]').hover();
  const title = page.getByRole('tooltip').getByText('After-call work', { exact: true });
  await expect(title).toBeVisible();
  expect((await title.boundingBox())?.height).toBeLessThan(30);
});

test('twenty on a page share nothing but their code', async ({ page }) => {
  await open(page);
  await show(page, ...Array.from({ length: 20 }, () => ({ ...usual, compact: true })));
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toHaveCount(20);
  const ids = await page.locator('[id^="pt"]').evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const ranges = () =>
    page
      .locator('.pt-svg')
      .evaluateAll((all) => all.map((svg) => svg.querySelector('[data-segment]')?.getAttribute('d')));
  const before = await ranges();
  await page.getByRole('button', { name: 'Zoom in', exact: true }).nth(7).click();
  await expect.poll(async () => (await ranges())[7]).not.toBe(before[7]);
  const after = await ranges();
  expect(after.map((path, place) => place === 7 || path === before[place])).not.toContain(false);
  const places = await page.evaluate(() =>
    window.host.heard.filter(({ what }) => what === 'view').map(({ place }) => place),
  );
  expect([...new Set(places)]).toEqual([7]);
});

test('200 mounts and unmounts leave nothing behind', async ({ page }) => {
  test.slow();
  await page.addInitScript({ path: 'tests/e2e/host/counting.js' });
  await open(page);
  const session = await page.context().newCDPSession(page);
  const large = `${JSON.stringify(call)}${' '.repeat(120_000)}`;
  const props: Props[] = [
    { ...usual, live: true },
    { ...usual, conversation: large, workerUrl: `${address()}lib/worker.js` },
  ];
  /** Half of them go before their worker is done. */
  const rounds = (count: number) =>
    page.evaluate(
      async ({ props, count }) => {
        for (let round = 0; round < count; round++) {
          window.host.show(props);
          const bar = document.querySelector('.pt-body');
          const box = bar?.getBoundingClientRect();
          const at = { bubbles: true, clientX: (box?.left ?? 0) + 500, clientY: (box?.top ?? 0) + 30 };
          bar?.dispatchEvent(new PointerEvent('pointermove', at));
          bar?.dispatchEvent(new PointerEvent('pointerdown', { ...at, isPrimary: true, button: 0 }));
          bar?.dispatchEvent(new PointerEvent('pointerup', { ...at, button: 0 }));
          bar?.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: 20 }));
          if (round % 2 === 0) await new Promise((later) => setTimeout(later, 15));
          window.host.clear();
        }
        window.host.heard.length = 0;
        await new Promise((later) => setTimeout(later, 300));
      },
      { props, count },
    );
  const left = async () => {
    await session.send('HeapProfiler.enable');
    for (let pass = 0; pass < 3; pass++) await session.send('HeapProfiler.collectGarbage');
    const { nodes, documents, jsEventListeners } = await session.send('Memory.getDOMCounters');
    const alive = await page.evaluate(() => ({ ...(window as unknown as { alive: object }).alive }));
    return { alive, nodes, documents, jsEventListeners };
  };
  await rounds(10); // what is made once, for all
  const before = await left();
  await rounds(100);
  const after = await left();
  expect(after.alive).toEqual(before.alive);
  expect(after.documents).toBe(before.documents);
  expect(after.jsEventListeners - before.jsEventListeners).toBeLessThanOrEqual(0);
  // A timeline has some hundred nodes: had one of the 200 been kept, it would show.
  expect(after.nodes - before.nodes).toBeLessThan(20);
});

test('nothing is drawn over names where they stand above the bars, whichever row is selected', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await show(page, { ...usual, view: { selected: 'jonas/jonas-call/2' } });
  // What lies on top is what is seen, so the drawing takes part in being pointed at.
  await page.addStyleTag({ content: '.pt-plot, .pt-plot * { pointer-events: auto !important }' });
  const names = page.locator('.pt-name');
  expect(await names.count()).toBeGreaterThan(3);
  for (const name of await names.all()) {
    await name.scrollIntoViewIfNeeded();
    const over = await name.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.pt-row, .pt-plot')
        ?.className;
    });
    expect([await name.textContent(), over]).toEqual([await name.textContent(), 'pt-row']);
  }
});

test('names have the room that is kept for them, also where widths are no whole number of pixels', async ({
  page,
}) => {
  await open(page);
  await show(page, usual);
  for (const width of [599, 599.3, 599.6, 600]) {
    await page.locator('.card').evaluate((card, width) => (card.style.width = `${width}px`), width);
    const row = page.locator('.pt-row').first();
    const kept = () =>
      row.evaluate((row) => ({
        above: row.closest<HTMLElement>('.pt-region')?.style.getPropertyValue('--pt-column') === '0px',
        inColumn: getComputedStyle(row).flexDirection === 'column',
      }));
    const above = width < 599.5;
    await expect.poll(kept, { message: `${width}` }).toEqual({ above, inColumn: above });
  }
});

test('is as much of use in a window that its host opened', async ({ page, context }) => {
  await open(page);
  const opened = context.waitForEvent('page');
  await page.evaluate((props) => window.host.pullOut(props), usual);
  const other = await opened;
  const jonas = other.getByRole('row', { name: /^Jonas Weber/ });
  await jonas.getByRole('gridcell').first().focus();
  await other.keyboard.press('ArrowRight');
  await expect(other.locator('.pt-tip')).toContainText('Connected');
  await jonas.getByRole('button', { name: /^Fold/ }).click();
  await expect(jonas.getByRole('button', { name: /^Unfold/ })).toBeVisible();
  const heard = await page.evaluate(() => window.host.heard.map(({ what, value }) => [what, value]));
  expect(heard.filter(([what]) => what === 'select')).toEqual([]);
});
