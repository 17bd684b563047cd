import { expect, test } from '@playwright/test';
import type { ParticipantTimelineElement } from '../../../src/embed/element/timeline-element';
import { findWebKit } from '../../../scripts/browser.mjs';
import { type Host, page, sample, SITE, startHost, STRICT } from './hosts';
import { FRAMING, SCRIPTS } from './pages';
import { launchWebKit, type WebKit } from './webkit';

// WebKit's port for Linux, as its engine is the one of Safari: Playwright's own build is no package of any system.
const found = findWebKit();
test.skip(found === undefined, 'No WebKit here: install webkit2gtk-driver and xvfb.');
test.describe.configure({ mode: 'serial' }); // one browser for all

let webkit: WebKit;
let host: Host;

test.beforeAll(async () => {
  if (!found) return;
  const child = `<script type="application/json">${(await sample()).replaceAll('</', String.raw`<\/`)}</script>`;
  host = await startHost({
    ...SCRIPTS,
    ...FRAMING,
    '/element': page(
      `<participant-timeline time-zone="UTC" theme="dark">${child}</participant-timeline><iframe></iframe><script type="module" src="/lib/element.js"></script>`,
      STRICT,
    ),
  });
  webkit = await launchWebKit(found.driver, found.xvfb, Number(process.env.E2E_PORT) + 1);
});

test.afterAll(async () => {
  await Promise.all([webkit?.close(), host?.close()]);
});

test('WebKit: the element draws under the strictest policy, pictures itself, and may move to a frame', async () => {
  await webkit.goto(`${host.origin}/element`);
  await expect
    .poll(() =>
      webkit.evaluate(
        () =>
          document.querySelector('participant-timeline')?.shadowRoot?.querySelectorAll('[data-segment]')
            .length,
      ),
    )
    .toBeGreaterThan(10);
  const seen = await webkit.evaluate(async () => {
    const element = document.querySelector<ParticipantTimelineElement>('participant-timeline');
    if (!element) return undefined;
    element.zoomTo({ start: Date.UTC(2026, 10, 19, 9, 3), end: Date.UTC(2026, 10, 19, 9, 4) });
    const { type } = await element.toPng({ scale: 1 });
    document.querySelector('iframe')?.contentDocument?.body.append(element);
    await new Promise((done) => setTimeout(done, 100));
    const { range } = element.view;
    const root = element.shadowRoot?.querySelector('.pt-root');
    const rows = element.shadowRoot?.querySelectorAll('[role="row"][aria-rowindex]').length;
    return {
      type,
      scheme: root && getComputedStyle(root).colorScheme,
      rows,
      length: range && range.end - range.start,
    };
  });
  expect(seen).toEqual({ type: 'image/png', scheme: 'dark', rows: 6, length: 60_000 });
});

test('WebKit: a dashboard loads and steers a framed timeline', async () => {
  await webkit.goto(`${host.origin}/client`);
  const text = await sample();
  await expect.poll(() => webkit.evaluate(() => window.connected !== undefined)).toBe(true);
  const loaded = await webkit.evaluate((text) => window.connected.load(text), text);
  expect(loaded).toMatchObject({ lanes: 6 });
  const range = { start: loaded.start + 60_000, end: loaded.start + 120_000 };
  const view = await webkit.evaluate((range) => window.connected.setView({ range }), range);
  expect(view).toMatchObject({ range });
  await expect
    .poll(() => webkit.evaluate(() => document.querySelector('iframe')?.clientHeight))
    .toBeGreaterThan(310);
});

test('WebKit: what is dropped on the page is shown', async () => {
  await webkit.goto(`${SITE}/paste`);
  await webkit.evaluate(
    async (text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'call.json', { type: 'application/json' }));
      const init = { dataTransfer, bubbles: true, cancelable: true };
      const isLeft = (type: string) =>
        document.querySelector('main')?.dispatchEvent(new DragEvent(type, init)) ?? true;
      // The page takes it as soon as it listens.
      while (isLeft('dragover')) await new Promise((done) => setTimeout(done, 50));
      isLeft('drop');
    },
    await sample(),
  );
  // The previews of the samples name nobody.
  await expect
    .poll(() => webkit.evaluate(() => document.querySelector('main')?.innerText))
    .toContain('Jonas Weber');
});
