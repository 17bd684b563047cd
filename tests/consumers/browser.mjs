/** Opens what a consumer built in Chromium, under a strict policy, and says what is wrong with it. */
import { chromium } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { findBrowser } from '../../scripts/browser.mjs';

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.json', 'application/json'],
]);

/** A host that allows no inline styles or scripts, and no text as markup. */
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; base-uri 'none'; require-trusted-types-for 'script'";
/** HTML made on a server carries style attributes. Some hosts let them through, others ignore them and say so. */
const STYLES_ALLOWED = `${STRICT}; style-src-attr 'unsafe-inline'`;
/** A host that lets pages start themselves, and scripts be fetched by address. */
const EASY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'; style-src-attr 'unsafe-inline'";
const STYLES_IGNORED = /^Applying inline style violates/;

/** Of the light palette. Bundlers rewrite style sheets for browsers that are older than those that we know. */
const CONNECTED = 'rgb(15, 118, 110)';

/**
 * @param {Visit} visit
 * @returns {Promise<{ address: string, close: () => void }>}
 */
function serve({ folder, inlineStyles, inlineScripts }) {
  const policy = inlineScripts ? EASY : inlineStyles === 'allowed' ? STYLES_ALLOWED : STRICT;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
    const body = await readFile(file).catch(() => undefined);
    response.statusCode = body ? 200 : pathname === '/favicon.ico' ? 204 : 404;
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Content-Type', TYPES.get(extname(file)) ?? 'application/octet-stream');
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('No port');
      resolve({ address: `http://127.0.0.1:${address.port}/`, close: () => server.close() });
    });
  });
}

/**
 * @typedef {object} Visit
 * @property {string} folder What is served.
 * @property {'allowed' | 'ignored'} [inlineStyles] Of a page that comes drawn; others have none.
 * @property {boolean} [inlineScripts] What the framework writes does not start without.
 * @property {(page: import('@playwright/test').Page) => Promise<string[]>} [look] More to see; its faults.
 */

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {Visit} visit
 * @returns {Promise<string[]>} What is wrong; nothing is nothing.
 */
async function faultsOf(browser, visit) {
  const { address, close } = await serve(visit);
  const page = await browser.newPage({ locale: 'en-GB', timezoneId: 'Asia/Kathmandu' });
  /** @type {string[]} */
  const faults = [];
  page.on('console', (message) => {
    const expected = visit.inlineStyles === 'ignored' && STYLES_IGNORED.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !expected) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${String(error)}`));
  try {
    await page.goto(address);
    const region = page.getByRole('region', { name: 'Timeline', exact: true }).first();
    await region.waitFor({ timeout: 15_000 });
    const held = region.locator('[data-segment="hold"]').first();
    await held.waitFor({ state: 'attached', timeout: 15_000 });
    const drawn = await held.boundingBox();
    if (!drawn || drawn.width === 0) faults.push('the bars have no size');
    const connected = region.locator('[data-segment="connected"]').first();
    const colour = await connected.evaluate((bar) => getComputedStyle(bar).fill);
    if (colour !== CONNECTED) faults.push(`connected is drawn as ${colour}`);
    const bare = region.locator('[style]:not([style=""])');
    const unstyled = await bare.evaluateAll((all) => all.filter(({ style }) => style.length === 0).length);
    if (unstyled > 0) faults.push(`${unstyled} elements have lost their style`);
    const rows = await region.getByRole('row').count();
    if (rows < 5) faults.push(`${rows} rows are drawn`);
    faults.push(...((await visit.look?.(page)) ?? []));
  } catch (error) {
    faults.push(String(error));
  } finally {
    await page.close();
    close();
  }
  return [...new Set(faults)];
}

/**
 * @param {Map<string, Visit>} visits By name.
 * @returns {Promise<Map<string, string[]>>} The faults of each.
 */
export async function visitAll(visits) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--disable-gpu', '--disable-background-networking', ...asRoot],
  });
  try {
    /** @type {Map<string, string[]>} */
    const found = new Map();
    for (const [name, visit] of visits) found.set(name, await faultsOf(browser, visit));
    return found;
  } finally {
    await browser.close();
  }
}
