import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { findWindowed } from '../../scripts/browser.mjs';
import { conversationText } from '../workers/conversationText';
import { type Host, page as written, sample, startHost, STRICT } from './embed/hosts';
import { FRAMING, SCRIPTS } from './embed/pages';
import { expect, test } from './watch';

// Browsers keep pages for going back to; Playwright's don't, unless they have a window and are started so.
const executablePath = findWindowed();
test.skip(executablePath === undefined, 'No Chromium with a window here, and the other keeps no pages.');

let browser: Browser;
let context: BrowserContext;
let host: Host;
test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  host = await startHost({
    ...SCRIPTS,
    ...FRAMING,
    '/element': written(
      '<participant-timeline></participant-timeline><script type="module" src="/lib/element.js"></script>',
      STRICT,
    ),
    '/elsewhere': written('<h1>Elsewhere</h1>'),
  });
});
test.beforeEach(async ({ baseURL }) => {
  context = await browser.newContext({ baseURL });
});
test.afterEach(() => context.close());
test.afterAll(() => Promise.all([browser.close(), host.close()]));

declare global {
  interface Window {
    wasKept?: boolean;
  }
}

/** Goes to another page and back, to the very page that was left: Playwright waits for a page to load, which it never does. */
async function leaveAndComeBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => (window.wasKept = persisted));
  });
  await page.goto(`${host.origin}/elsewhere`);
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => window.wasKept === true);
}

test('a page that is kept for going back to leaves the library to the others, and has it again', async () => {
  const first = await context.newPage();
  await first.goto('/');
  const choosing = first.waitForEvent('filechooser');
  await first.getByRole('button', { name: 'Import files' }).click();
  const buffer = Buffer.from(conversationText('a', 'Ada'));
  await (await choosing).setFiles([{ name: 'a.json', mimeType: 'application/json', buffer }]);
  await first.getByRole('button', { name: 'Keep them here' }).click();
  const ada = { name: 'Ada' };
  await expect(first.getByRole('link', ada)).toBeVisible();
  const second = await context.newPage();
  await second.goto('/');
  await expect(second.getByRole('link', ada)).toBeVisible();
  await first.goto('/?v=1&sort=-duration');
  await expect(first.getByRole('link', ada)).toBeVisible();
  await first.goto('/docs');
  await expect(first.getByRole('heading', { level: 1 })).toBeVisible();
  await first.goBack();
  await expect(first.getByRole('link', ada)).toBeVisible();
  await second.getByRole('searchbox', { name: 'Search conversations' }).fill('nobody');
  await expect(second.getByRole('heading', { name: 'No conversation matches all of this' })).toBeVisible();
});

test('a dashboard that was kept is steered and heard as before', async () => {
  const page = await context.newPage();
  await page.goto(`${host.origin}/client`);
  await page.waitForFunction(() => window.connected !== undefined);
  const text = await sample();
  await page.evaluate((text) => window.connected.load(text), text);
  await leaveAndComeBack(page);
  // Playwright sees no frame of a kept page any more; its answers are heard all the same.
  const range = { start: Date.parse('2026-11-19T09:05:00Z'), end: Date.parse('2026-11-19T09:07:00Z') };
  expect(await page.evaluate((range) => window.connected.setView({ range }), range)).toMatchObject({ range });
  expect(await page.evaluate((text) => window.connected.load(text), text)).toMatchObject({ lanes: 6 });
});

test('an element that was kept is drawn as before, and takes what is new', async () => {
  const page = await context.newPage();
  await page.goto(`${host.origin}/element`);
  const text = await sample();
  const show = (text: string) =>
    page.locator('participant-timeline').evaluate((element, text) => {
      Object.assign(element, { conversation: text });
    }, text);
  await show(text);
  await expect(page.getByRole('row', { name: /^Jonas Weber,/ })).toBeVisible();
  await leaveAndComeBack(page);
  await expect(page.getByRole('row', { name: /^Jonas Weber,/ })).toBeVisible();
  await page.setViewportSize({ width: 600, height: 700 });
  await show(text.replaceAll('Jonas Weber', 'Jonas Weberknecht'));
  await expect(page.getByRole('row', { name: /^Jonas Weberknecht,/ })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
    .toBe(0);
});
