import { expect, test } from '@playwright/test';
import { type Browser, launch, type Page } from 'puppeteer-core';
import type { ParticipantTimelineElement } from '../../../src/embed/element/timeline-element';
import { findFirefox } from '../../../scripts/browser.mjs';
import { type Host, page, sample, SITE, startHost, STRICT } from './hosts';
import { FRAMING, iframe, SCRIPTS } from './pages';

// The Firefox of the system over WebDriver BiDi: Playwright would need a build of its own.
const executablePath = findFirefox();
test.skip(executablePath === undefined, 'No Firefox here: install one, or name it in FIREFOX_PATH.');
test.describe.configure({ mode: 'serial' }); // one browser for all

let firefox: Browser;
let host: Host;
let other: Host;

test.beforeAll(async () => {
  const child = `<script type="application/json">${(await sample()).replaceAll('</', String.raw`<\/`)}</script>`;
  host = await startHost({
    ...SCRIPTS,
    ...FRAMING,
    '/element': page(
      `<participant-timeline time-zone="UTC" theme="dark">${child}</participant-timeline><p id="there"></p><script type="module" src="/lib/element.js"></script>`,
      STRICT,
    ),
  });
  other = await startHost({
    ...SCRIPTS,
    '/posing': page(
      `${iframe(`/embed?parentOrigin=${encodeURIComponent(host.origin)}`)}<script type="module" src="/by-hand.js"></script>`,
    ),
  });
  firefox = await launch({ browser: 'firefox', executablePath, headless: true });
});

test.afterAll(async () => {
  await Promise.all([firefox?.close(), host?.close(), other?.close()]);
});

async function open(address: string): Promise<{ page: Page; faults: string[] }> {
  const page = await firefox.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(address);
  return { page, faults };
}

async function frameIn(page: Page) {
  const frame = await page.waitForFrame((frame) => frame.url().startsWith(SITE));
  await frame.waitForSelector('main');
  return frame;
}

test('Firefox: a dashboard loads, steers, pictures and loads anew a framed timeline', async () => {
  const { page, faults } = await open(`${host.origin}/client`);
  const text = await sample();
  await page.waitForFunction(() => window.connected !== undefined);
  const loaded = await page.evaluate((text) => window.connected.load(text), text);
  expect(loaded).toMatchObject({ lanes: 6 });
  const range = { start: loaded.start + 60_000, end: loaded.start + 120_000 };
  expect(await page.evaluate((range) => window.connected.setView({ range }), range)).toMatchObject({ range });
  const picture = await page.evaluate(async () => {
    const { text } = await window.connected.export({ format: 'svg' });
    const { blob } = await window.connected.export({ format: 'png' });
    return { svg: text.slice(0, 4), type: blob.type };
  });
  expect(picture).toEqual({ svg: '<svg', type: 'image/png' });
  await page.evaluate(async () => {
    const loaded = new Promise((done) => window.connected.on('loaded', done));
    const [iframe] = document.getElementsByTagName('iframe');
    if (iframe) iframe.src += '';
    await loaded;
  });
  const frame = await frameIn(page);
  await frame.waitForSelector('[data-segment="connected"]');
  // What the new page needs is said only once it is drawn.
  await expect
    .poll(() => page.evaluate(() => document.querySelector('iframe')?.clientHeight))
    .toBeGreaterThan(310);
  expect(faults).toEqual([]);
  await page.close();
});

test('Firefox: a page that poses as another gets nothing', async () => {
  const { page } = await open(`${other.origin}/posing`);
  const frame = await frameIn(page);
  await frame.waitForFunction(() => document.body.innerText.includes('Waiting for a conversation'));
  await page.evaluate(
    (text) => {
      window.say({ type: 'ping', id: 1 });
      window.say({ type: 'load', id: 2, payload: text });
    },
    await sample(),
  );
  await frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await page.evaluate(() => window.heard)).toEqual([]);
  // Nor is anything done for it.
  expect(await frame.evaluate(() => document.body.innerText)).toContain('Waiting for a conversation');
  await page.close();
});

test('Firefox: the element draws under the strictest policy, and survives a move', async () => {
  const { page, faults } = await open(`${host.origin}/element`);
  await page.waitForSelector('participant-timeline >>> [data-segment="hold"]');
  const seen = await page.evaluate(async () => {
    const element = document.querySelector<ParticipantTimelineElement>('participant-timeline');
    if (!element) return undefined;
    const root = element.shadowRoot?.querySelector('.pt-root');
    element.zoomTo({ start: Date.UTC(2026, 10, 19, 9, 3), end: Date.UTC(2026, 10, 19, 9, 4) });
    document.querySelector('#there')?.append(element);
    await new Promise((done) => setTimeout(done, 50));
    const { range } = element.view;
    const png = await element.toPng({ scale: 1 });
    return {
      scheme: root && getComputedStyle(root).colorScheme,
      same: element.shadowRoot?.querySelector('.pt-root') === root,
      length: range && range.end - range.start,
      png: png.type,
    };
  });
  expect(seen).toEqual({ scheme: 'dark', same: true, length: 60_000, png: 'image/png' });
  expect(faults).toEqual([]);
  await page.close();
});
