import type { Locator, Page } from '@playwright/test';
import type { ParticipantTimelineElement } from '../../../src/embed/element/timeline-element';
import { expect, expectAccessible, test } from '../watch';
import { type Host, page, sample, startHost, STRICT } from './hosts';

/** A host page that styles everything it can reach. */
const RUDE = `
* { box-sizing: content-box !important; letter-spacing: 6px; line-height: 3 !important; margin: 5px; }
button, input, svg, div, span, section { display: none !important; color: red !important; font-size: 40px !important; }
html { text-transform: uppercase; text-align: right; }
participant-timeline { --pt-connected: rgb(1, 2, 3); display: block; }
participant-timeline::part(toolbar) { border-bottom: 3px solid rgb(4, 5, 6); }
participant-timeline::part(root) { --pt-accent: rgb(7, 8, 9); }`;

/** WebKit refuses an element that asks for no registry. */
const WEBKIT = `const create = Document.prototype.createElement;
Document.prototype.createElement = function (name, options) {
  if (options?.customElementRegistry === null) throw new TypeError('Type error');
  return create.call(this, name, options);
};`;

declare global {
  interface Window {
    load: (query?: string) => Promise<typeof import('../../../src/embed/element/element')>;
  }
}

/** Loads the element when a test says so. */
const LOADER = '<script type="module" src="/loader.js"></script>';

let host: Host;

test.beforeAll(async () => {
  const text = (await sample()).replaceAll('</', String.raw`<\/`);
  const child = `<script type="application/json">${text}</script>`;
  const head = '<link rel="stylesheet" href="/rude.css">';
  const define = '<script type="module" src="/lib/element.js"></script>';
  host = await startHost({
    '/rude.css': { body: RUDE },
    '/loader.js': { body: "window.load = (query = '') => import('/lib/element.js' + query);" },
    '/plain': page(
      `<main><h1>Host</h1><participant-timeline id="one" time-zone="UTC" locale="en-GB" theme="light">${child}</participant-timeline></main>${define}`,
      STRICT,
    ),
    '/rude': page(
      `${head}<participant-timeline id="one" time-zone="UTC">${child}</participant-timeline>${define}`,
    ),
    '/bare': page(
      '<participant-timeline id="one"><b slot="loading">One moment</b><i slot="empty">Nothing there</i></participant-timeline><p id="there"></p>' +
        LOADER,
      STRICT,
    ),
    '/again': page(
      `<participant-timeline id="one">${child}</participant-timeline>${define}<script type="module" src="/lib/element.js?second"></script>${LOADER}`,
      STRICT,
    ),
  });
});

test.afterAll(() => host.close());

const one = (hostPage: Page): Locator => hostPage.locator('#one');
const row = (element: Locator): Locator => element.getByRole('row', { name: /^Jonas Weber/ });

/** Runs in the page, with the element. */
function inPage<T>(hostPage: Page, act: (element: ParticipantTimelineElement) => T | Promise<T>): Promise<T> {
  return one(hostPage).evaluate(act as (element: Element) => T | Promise<T>);
}

async function define(hostPage: Page): Promise<void> {
  await hostPage.waitForFunction(() => window.load !== undefined);
  await hostPage.evaluate(() => window.load());
}

/** Opens a page with an element that draws the sample. */
async function drawn(hostPage: Page): Promise<void> {
  await hostPage.goto(`${host.origin}/bare`);
  await define(hostPage);
  const text = await sample();
  await one(hostPage).evaluate((element, text) => {
    Object.assign(element, { conversation: text });
  }, text);
  await expect(row(one(hostPage))).toBeVisible();
}

test('a plain page without a bundler, under the strictest policy, draws what stands in it', async ({
  page: hostPage,
}) => {
  await hostPage.goto(`${host.origin}/plain`);
  await expect(row(one(hostPage))).toBeVisible();
  await expect(one(hostPage).locator('.pt-root')).toHaveCSS('color-scheme', 'light');
  await expectAccessible(hostPage);
  const png = await inPage(hostPage, async (element) => {
    const blob = await element.toPng({ scale: 1 });
    return { type: blob.type, size: blob.size, svg: (await element.toSvg({ width: 640 })).slice(0, 200) };
  });
  expect(png).toMatchObject({ type: 'image/png', svg: expect.stringContaining('width="640"') });
  expect(png.size).toBeGreaterThan(5000);
});

test('is drawn where the browser creates no element that asks for no registry', async ({
  page: hostPage,
}) => {
  await hostPage.addInitScript({ content: WEBKIT });
  await hostPage.goto(`${host.origin}/plain`);
  await expect(row(one(hostPage))).toBeVisible();
});

test('properties that were set before the element was defined count, and so do later ones', async ({
  page: hostPage,
}) => {
  await hostPage.goto(`${host.origin}/bare`);
  const text = await sample();
  await one(hostPage).evaluate((element, text) => {
    Object.assign(element, { conversation: text, theme: 'dark', timeZone: 'Asia/Tokyo', readOnly: true });
    Object.assign(element, { view: { clock: 'elapsed' } });
  }, text);
  await define(hostPage);
  await expect(row(one(hostPage))).toBeVisible();
  await expect(one(hostPage).locator('.pt-root')).toHaveCSS('color-scheme', 'dark');
  await expect(one(hostPage).getByRole('switch')).toHaveCount(0);
  expect(await inPage(hostPage, ({ view, timeZone }) => [view.clock, timeZone])).toEqual([
    'elapsed',
    'Asia/Tokyo',
  ]);
  await inPage(hostPage, (element) => {
    element.readOnly = false;
    element.removeAttribute('theme');
    element.setAttribute('overlays', 'peers -roles');
  });
  await expect(one(hostPage).getByRole('switch', { name: 'Roles' })).toBeVisible();
  await expect(one(hostPage).locator('.pt-root')).toHaveCSS('color-scheme', 'normal');
});

test('says what happens, and does what is asked', async ({ page: hostPage }) => {
  await hostPage.goto(`${host.origin}/bare`);
  await define(hostPage);
  await expect(one(hostPage).getByText('One moment')).toBeVisible();
  const text = await sample();
  const told = await one(hostPage).evaluate(async (element, text) => {
    const timeline = element as ParticipantTimelineElement;
    const told: [string, unknown][] = [];
    for (const type of ['viewChange', 'select', 'problems', 'error'] as const) {
      timeline.addEventListener(type, (event) => told.push([type, event.detail]));
      document.addEventListener(type, () => told.push(['bubbled', type]));
    }
    timeline.conversation = text;
    timeline.view = { range: { start: 1, end: 2 } };
    timeline.zoomTo({ start: Date.UTC(2026, 10, 19, 9, 3), end: Date.UTC(2026, 10, 19, 9, 4) });
    await timeline.toSvg();
    return told;
  }, text);
  const range = { start: Date.UTC(2026, 10, 19, 9, 3), end: Date.UTC(2026, 10, 19, 9, 4) };
  expect(told).toEqual([
    ['viewChange', expect.objectContaining({ range })],
    ['problems', [expect.objectContaining({ severity: expect.any(String) })]],
  ]);
  // Kept on the page, as whoever listens has to do so before it happens.
  await inPage(hostPage, (element) => {
    element.addEventListener('select', ({ detail }) => Reflect.set(window, 'chosen', detail));
  });
  await row(one(hostPage)).getByRole('gridcell').first().press('Enter');
  await expect
    .poll(() => hostPage.evaluate(() => Reflect.get(window, 'chosen') as unknown))
    .toMatchObject({ kind: 'segment', lane: { label: 'Jonas Weber' } });
  await inPage(hostPage, (element) => {
    element.conversation = '[]';
  });
  await expect(one(hostPage).getByText('Nothing there')).toBeVisible();
  expect(await inPage(hostPage, (element) => element.toSvg().catch((error: Error) => error.name))).toBe(
    'NothingDrawn',
  );
});

test('menus open, act and close inside the shadow root', async ({ page: hostPage }) => {
  await hostPage.goto(`${host.origin}/plain`);
  const menuButton = one(hostPage).getByRole('button', { name: 'Row of Jonas Weber' });
  await row(one(hostPage)).getByRole('rowheader').hover();
  await menuButton.click();
  const menu = one(hostPage).getByRole('menu');
  await expect(menu).toBeVisible();
  await hostPage.keyboard.press('ArrowDown');
  await expect(menu.getByRole('menuitem').nth(1)).toBeFocused();
  await menu.getByRole('menuitem', { name: /hide/i }).click();
  await expect(row(one(hostPage))).toHaveCount(0);
});

test('the keyboard keeps its place, however fast keys follow one another', async ({ page: hostPage }) => {
  await hostPage.goto(`${host.origin}/bare`);
  await define(hostPage);
  await inPage(hostPage, (element) => {
    const people = Array.from({ length: 200 }, (_, place) => ({
      id: `person-${place}`,
      name: `Person ${place}`,
      purpose: place === 0 ? 'customer' : 'agent',
      calls: [
        {
          id: `leg-${place}`,
          connectedTime: '2026-11-19T09:00:00Z',
          disconnectedTime: '2026-11-19T09:05:00Z',
        },
      ],
    }));
    element.conversation = { id: 'many', participants: people };
  });
  const cell = (place: number) =>
    one(hostPage).getByRole('gridcell', { name: new RegExp(`^Person ${place},`) });
  await cell(0).focus();
  for (let pressed = 0; pressed < 60; pressed++) await hostPage.keyboard.press('ArrowDown');
  await expect(cell(60)).toBeFocused();
  await hostPage.keyboard.press('?');
  await expect(one(hostPage).getByRole('dialog')).toBeVisible();
  await hostPage.keyboard.press('Escape');
  await expect(one(hostPage).getByRole('dialog')).toHaveCount(0);
  await expect(cell(60)).toBeFocused();
});

test('rows are narrowed and found by what is typed', async ({ page: hostPage }) => {
  await hostPage.goto(`${host.origin}/plain`);
  const rows = one(hostPage).getByRole('row');
  await expect(row(one(hostPage))).toBeVisible();
  const all = await rows.count();
  await one(hostPage).getByRole('searchbox', { name: 'Filter participants' }).pressSequentially('jonas');
  await expect(one(hostPage).getByRole('row', { name: /^Maya Okafor/ })).toHaveCount(0);
  await expect(row(one(hostPage))).toBeVisible();
  await one(hostPage).getByRole('searchbox', { name: 'Filter participants' }).fill('');
  await expect(rows).toHaveCount(all);
  await row(one(hostPage)).getByRole('gridcell').focus();
  await hostPage.keyboard.press('/');
  await expect(one(hostPage).getByRole('search')).toBeVisible();
  await hostPage.keyboard.type('maya');
  await hostPage.keyboard.press('Enter');
  await expect(one(hostPage).getByText(/^1 of \d+ · Maya Okafor/)).toBeVisible();
  await hostPage.keyboard.press('Escape');
  await expect(one(hostPage).locator('[role="gridcell"]:focus')).toHaveAccessibleName(/^Maya Okafor/);
});

test('a row that is moved keeps the focus, also where browsers cannot move an element', async ({
  page: hostPage,
}) => {
  await hostPage.addInitScript(() => Reflect.deleteProperty(Element.prototype, 'moveBefore'));
  await hostPage.goto(`${host.origin}/plain`);
  const name = async () => (await one(hostPage).getByRole('row').nth(2).getAttribute('aria-label')) ?? '';
  const third = await name();
  await one(hostPage).getByRole('row', { name: third }).getByRole('gridcell').focus();
  for (const key of ['k', 'j', 'j']) await hostPage.keyboard.press(key);
  await expect(one(hostPage).getByRole('row').nth(3)).toHaveAccessibleName(third);
  await expect(one(hostPage).getByRole('row', { name: third }).locator(':focus')).toHaveCount(1);
});

test('offers a link of the data to whoever listens for it', async ({ page: hostPage }) => {
  await hostPage.goto(`${host.origin}/plain`);
  await expect(row(one(hostPage))).toBeVisible();
  await inPage(hostPage, (element) => {
    element.addEventListener('openLink', ({ detail }) => Reflect.set(window, 'link', detail));
    const agent = { id: 'a', name: 'Jonas Weber', purpose: 'agent' };
    const session = { id: 's', state: 'connected', connectedTime: '2026-11-19T09:00:00.000Z' };
    const viewerUrl = 'https://cobrowse.example/join?s=1';
    element.conversation = {
      id: 'c',
      participants: [{ ...agent, cobrowsesessions: [{ ...session, viewerUrl }] }],
    };
  });
  await row(one(hostPage)).hover();
  await one(hostPage).getByRole('button', { name: 'Row of Jonas Weber' }).click();
  await one(hostPage)
    .getByRole('menuitem', { name: /link to watch/ })
    .click();
  const link = () => hostPage.evaluate(() => Reflect.get(window, 'link') as unknown);
  const offered = { url: 'https://cobrowse.example/join?s=1', laneId: 'a' };
  expect(await link()).toMatchObject(offered);

  // By keys alone, too.
  await hostPage.evaluate(() => Reflect.deleteProperty(window, 'link'));
  const cell = row(one(hostPage)).getByRole('gridcell');
  await cell.focus();
  await hostPage.keyboard.press('c');
  await expect(one(hostPage).getByRole('menu', { name: 'Row of Jonas Weber' })).toBeVisible();
  await hostPage.keyboard.press('ArrowUp');
  await hostPage.keyboard.press('Enter');
  expect(await link()).toMatchObject(offered);
  await expect(cell).toBeFocused();
});

test('what is moved goes on where it was, what is taken out comes back as it was', async ({
  page: hostPage,
}) => {
  await drawn(hostPage);
  const kept = await inPage(hostPage, async (element) => {
    const range = { start: Date.UTC(2026, 10, 19, 9, 3), end: Date.UTC(2026, 10, 19, 9, 4) };
    element.zoomTo(range);
    const before = element.shadowRoot?.querySelector('.pt-region');
    document.querySelector('#there')?.append(element);
    await new Promise((done) => setTimeout(done, 50));
    const same = element.shadowRoot?.querySelector('.pt-region') === before;
    const moved = element.view.range;
    element.remove();
    await new Promise((done) => setTimeout(done, 50));
    const left = element.shadowRoot?.querySelector('.pt-region') ?? null;
    document.body.append(element);
    await new Promise((done) => setTimeout(done, 50));
    return { same, left, ranges: [moved, element.view.range], range };
  });
  expect(kept.same).toBe(true);
  expect(kept.left).toBeNull();
  expect(kept.ranges).toEqual([kept.range, kept.range]);
  await expect(row(one(hostPage))).toBeVisible();
});

test('what is moved without being taken out is neither drawn anew nor given up', async ({
  page: hostPage,
}) => {
  await drawn(hostPage);
  await row(one(hostPage)).getByRole('gridcell').first().focus();
  const moved = await inPage(hostPage, async (element) => {
    const root = element.shadowRoot?.querySelector('.pt-root');
    const focused = element.shadowRoot?.activeElement;
    document
      .querySelector<HTMLElement & { moveBefore: (what: Node, before: Node | null) => void }>('#there')
      ?.moveBefore(element, null);
    await new Promise((done) => setTimeout(done, 50));
    return [
      element.parentElement?.id,
      element.shadowRoot?.querySelector('.pt-root') === root,
      element.shadowRoot?.activeElement === focused,
    ];
  });
  expect(moved).toEqual(['there', true, true]);
});

test('what is moved into another document of the page is drawn there, where it was', async ({
  page: hostPage,
}) => {
  await drawn(hostPage);
  const range = { start: Date.UTC(2026, 10, 19, 9, 3), end: Date.UTC(2026, 10, 19, 9, 4) };
  await inPage(hostPage, (element) => {
    const frame = document.createElement('iframe');
    frame.style.width = '800px';
    frame.style.height = '400px';
    document.body.append(frame);
    element.zoomTo({ start: Date.UTC(2026, 10, 19, 9, 3), end: Date.UTC(2026, 10, 19, 9, 4) });
    frame.contentDocument?.body.append(element);
  });
  const there = hostPage.frameLocator('iframe').locator('participant-timeline');
  await expect(row(there)).toBeVisible();
  expect(await there.evaluate((element) => Reflect.get(element, 'view') as unknown)).toMatchObject({ range });
  await there.getByRole('button', { name: 'Fit' }).click();
  await expect(there.getByRole('grid')).toHaveCSS('font-size', /px/);
});

test('what is put into a template, or a document that nobody sees, waits there', async ({
  page: hostPage,
}) => {
  await drawn(hostPage);
  const kept = await inPage(hostPage, async (element) => {
    const range = { start: Date.UTC(2026, 10, 19, 9, 3), end: Date.UTC(2026, 10, 19, 9, 4) };
    element.zoomTo(range);
    const places = [
      document.createElement('template').content,
      document.implementation.createHTMLDocument('').body,
    ];
    const drawn: boolean[] = [];
    const look = () => void drawn.push(element.shadowRoot?.querySelector('.pt-root') !== null);
    for (const place of places) {
      place.append(element);
      // What is said to it there waits, too.
      element.setAttribute('time-zone', 'Asia/Tokyo');
      await new Promise((done) => setTimeout(done, 50));
      look();
      document.body.append(element);
      await new Promise((done) => setTimeout(done, 50));
      look();
    }
    const { range: kept } = element.view;
    return { length: kept && kept.end - kept.start, drawn };
  });
  expect(kept).toEqual({ length: 60_000, drawn: [false, true, false, true] });
  await expect(one(hostPage).getByText('GMT+9')).toBeVisible();
  await expect(row(one(hostPage))).toBeVisible();
  await expect(one(hostPage).getByRole('grid')).toHaveCSS('box-sizing', 'border-box');
  await inPage(hostPage, (element) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentDocument?.body.append(element);
  });
  await expect(row(hostPage.frameLocator('iframe').locator('participant-timeline'))).toBeVisible();
});

test('may be loaded twice, and a second version has its own tag', async ({ page: hostPage }) => {
  await hostPage.goto(`${host.origin}/again`);
  await expect(row(one(hostPage))).toBeVisible();
  await hostPage.waitForFunction(() => window.load !== undefined);
  await hostPage.evaluate(async () => {
    const { defineParticipantTimeline } = await window.load('?second');
    defineParticipantTimeline();
    defineParticipantTimeline('other-timeline');
    const other = document.createElement('other-timeline');
    Object.assign(other, {
      conversation: document.querySelector('#one script')?.textContent,
      id: 'other',
      theme: 'dark',
    });
    document.body.append(other);
  });
  await expect(row(hostPage.locator('#other'))).toBeVisible();
  await expect(hostPage.locator('#other .pt-root')).toHaveCSS('color-scheme', 'dark');
  await expect(one(hostPage).locator('.pt-root')).toHaveCSS('color-scheme', 'normal');
});

test('neither page nor timeline restyles the other, but for what is meant for it', async ({
  page: hostPage,
}) => {
  await hostPage.goto(`${host.origin}/rude`);
  await expect(row(one(hostPage))).toBeVisible();
  const button = one(hostPage).getByRole('button', { name: 'Zoom in' });
  await expect(button).toBeVisible();
  await expect(button).toHaveCSS('letter-spacing', 'normal');
  await expect(row(one(hostPage))).toHaveCSS('text-transform', 'none');
  await expect(one(hostPage).locator('.pt-toolbar')).toHaveCSS('border-bottom-color', 'rgb(4, 5, 6)');
  await expect(one(hostPage).locator('[data-segment="connected"]').first()).toHaveCSS('fill', 'rgb(1, 2, 3)');
  expect(await hostPage.evaluate(() => document.styleSheets.length)).toBe(1);
  expect(await hostPage.evaluate(() => document.querySelectorAll('[class^="pt-"]').length)).toBe(0);
});

test('elements that come and go leave no listener, node or timer', async ({ page: hostPage }) => {
  await hostPage.addInitScript({ path: 'tests/e2e/host/counting.js' });
  await hostPage.goto(`${host.origin}/bare`);
  await define(hostPage);
  const devtools = await hostPage.context().newCDPSession(hostPage);
  const text = await sample();
  const round = (rounds: number) =>
    hostPage.evaluate(
      async ([text, rounds]) => {
        for (let at = 0; at < rounds; at++) {
          const element = document.createElement('participant-timeline');
          Object.assign(element, { conversation: text, live: true });
          document.body.append(element);
          await new Promise((done) => requestAnimationFrame(done));
          element.remove();
          await new Promise((done) => setTimeout(done));
        }
      },
      [text, rounds] as const,
    );
  const counted = async () => {
    for (let at = 0; at < 3; at++) await devtools.send('HeapProfiler.collectGarbage');
    const alive = await hostPage.evaluate(() => ({ ...(Reflect.get(window, 'alive') as object) }));
    return { ...(await devtools.send('Memory.getDOMCounters')), alive };
  };
  await round(5);
  const before = await counted();
  await round(200);
  const after = await counted();
  expect(after.alive).toEqual(before.alive);
  expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners + 10);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 200);
});

test('follows its width without the error that browsers have for it', async ({ page: hostPage }) => {
  await drawn(hostPage);
  const errors = await inPage(hostPage, async (element) => {
    const told: string[] = [];
    window.addEventListener('error', ({ message }) => told.push(message));
    for (let width = 280; width < 1000; width += 40) {
      element.style.width = `${width}px`;
      await new Promise((done) => setTimeout(done, 30));
    }
    return told;
  });
  expect(errors).toEqual([]);
});

test('takes all the width there is, also where a flex row or a float asks for its own', async ({
  page: hostPage,
}) => {
  await hostPage.goto(`${host.origin}/plain`);
  await expect(row(one(hostPage))).toBeVisible();
  const widths = () =>
    one(hostPage).evaluate((element) => [element.clientWidth, element.parentElement?.clientWidth]);
  const [, all] = await widths();
  await one(hostPage).evaluate((element) => element.style.setProperty('float', 'left'));
  expect(await widths()).toEqual([all, all]);
  await one(hostPage).evaluate((element) => {
    element.style.removeProperty('float');
    element.style.setProperty('margin', '10px');
    element.parentElement?.style.setProperty('display', 'flex');
    element.previousElementSibling?.remove();
  });
  expect(await widths()).toEqual([(all ?? 0) - 20, all]);
});
