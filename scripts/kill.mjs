/**
 * Ends an import at random moments, as a crash would: the tab's process by turns, and the whole browser by a
 * signal that nobody can catch. After each, everything that the page had counted must be there; at last the same
 * file is chosen once more, and the rest comes in. Takes minutes, so it is no part of `npm test`.
 *
 *     npm run kill
 *     npm run kill -- --times 20 --conversations 150000
 */
import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { preview } from 'vite';
import { findBrowser } from './browser.mjs';

const { values } = parseArgs({
  options: { times: { type: 'string', default: '20' }, conversations: { type: 'string', default: '150000' } },
});
const times = Number(values.times);
const conversations = Number(values.conversations);
const PATIENCE = { timeout: 120_000 };

const folder = mkdtempSync(join(tmpdir(), 'kill-'));
/** Compressed, as the whole of it goes to the browser by way of its debugging line each time. */
const file = join(folder, 'many.jsonl.gz');

/** @param {number} place */
function line(place) {
  const call = {
    id: `k${place}`,
    state: 'disconnected',
    direction: 'inbound',
    connectedTime: '2026-11-19T09:00:10.000Z',
    disconnectedTime: '2026-11-19T09:05:00.000Z',
  };
  const customer = { id: `p${place}`, name: `Customer ${place}`, purpose: 'customer', calls: [call] };
  return JSON.stringify({ id: `c${place}`, participants: [customer] });
}

/** @param {string} address */
async function startBrowser(address) {
  const args = [
    '--headless=new',
    '--remote-debugging-port=0',
    '--no-first-run',
    '--disable-gpu',
    `--user-data-dir=${join(folder, 'profile')}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ];
  const path = findBrowser();
  if (!path) throw new Error('No Chromium');
  // A group of its own, so that all of it can be ended at once.
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const endpoint = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`The browser did not start: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const [context] = browser.contexts();
  if (!context) throw new Error('No context');
  return { context, page: await opened(context, address), child };
}

/** @param {import('@playwright/test').BrowserContext} context @param {string} address */
async function opened(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** @param {import('@playwright/test').Page} page How many conversations the page says there are. */
async function countOn(page) {
  const label = page.getByText(/^[\d,.]+ conversations?$/).first();
  const text = (await label.isVisible()) ? await label.textContent() : '';
  return Number((text ?? '').replaceAll(/\D/g, '') || 0);
}

/** @param {import('@playwright/test').Page} page */
async function startImport(page) {
  const button = page.getByRole('button', { name: 'Import files' });
  const menu = page.getByRole('button', { name: 'Import', exact: true });
  await button.or(menu).first().waitFor(PATIENCE);
  if (!(await button.isVisible())) await menu.click();
  const choosing = page.waitForEvent('filechooser');
  await button.click();
  await (await choosing).setFiles(file, PATIENCE);
  const agreed = await page.evaluate(() => localStorage.getItem('participant-timeline:library-confirmed'));
  if (agreed === null) await page.getByRole('button', { name: 'Keep them here' }).click();
}

/** @param {import('@playwright/test').Page} page @param {number} ms Watches for so long. */
async function countedWithin(page, ms) {
  const until = Date.now() + ms;
  let count = 0;
  while (Date.now() < until) {
    count = Math.max(count, await countOn(page));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return count;
}

/** @param {import('@playwright/test').Page} page @param {number} least */
async function expectAtLeast(page, least) {
  const until = Date.now() + PATIENCE.timeout;
  for (;;) {
    const count = await countOn(page);
    if (count >= least) return count;
    if (Date.now() > until) throw new Error(`${least} were counted before it ended, ${count} are there`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** @param {import('@playwright/test').Page} page */
async function crash(page) {
  const devtools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  devtools.send('Page.crash').catch(() => undefined); // never answered
  await crashed;
  await page.close().catch(() => undefined);
}

writeFileSync(file, gzipSync(Array.from({ length: conversations }, (_, place) => line(place)).join('\n')));
const server = await preview({ logLevel: 'error', preview: { port: 0 } });
const address = server.resolvedUrls?.local[0];
if (!address) throw new Error('No server');
let { context, page, child } = await startBrowser(address);
let least = 0;
/** How often it ended while something was still to be read or written: any other end shows nothing. */
let midway = 0;
try {
  for (let round = 1; round <= times; round++) {
    await startImport(page);
    const wait = Math.floor(Math.random() * 5000);
    least = Math.max(least, await countedWithin(page, wait));
    const what = round % 2 === 0 ? 'browser' : 'tab';
    if (what === 'tab') {
      await crash(page);
      page = await opened(context, address);
    } else {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      await ended;
      ({ context, page, child } = await startBrowser(address));
    }
    const found = await expectAtLeast(page, least);
    console.log(
      `${round}: ${what} ended ${wait} ms into an import; ${least} were counted, ${found} are there`,
    );
    if (found < conversations) midway += 1;
    least = found;
  }
  if (2 * midway < times) {
    throw new Error(`Only ${midway} of ${times} came before all was imported: import more conversations`);
  }
  await startImport(page);
  await page.getByRole('heading', { name: 'Import finished' }).waitFor({ timeout: 600_000 });
  const report = await page.getByText(/ new, .* unchanged/).textContent();
  await expectAtLeast(page, conversations);
  const [added = 0, updated = 0, unchanged = 0] =
    (report ?? '')
      .replaceAll(',', ' ')
      .match(/\d[\d ]*(?= (?:new|updated|unchanged))/g)
      ?.map((number) => Number(number.replaceAll(' ', ''))) ?? [];
  console.log(`Chosen again: ${report}; ${await countOn(page)} conversations`);
  if (updated !== 0 || unchanged < least || added + unchanged !== conversations) {
    throw new Error('What was there was not what had been read');
  }
  if ((await countOn(page)) !== conversations) throw new Error('Something is there twice, or not at all');
} finally {
  try {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  } catch {
    // It has ended.
  }
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
}
