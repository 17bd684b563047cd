/**
 * Prints how fast the library takes conversations in and answers, in headless Chromium, beside the bare engine
 * and Dexie writing the same rows and documents in the same run. Ratios say more than times. Never a test.
 *
 *     npm run bench:library
 *     npm run bench:library -- --conversations 100000 --rounds 40
 */
import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { findBrowser } from './browser.mjs';
import { table } from './table.mjs';

const ROOT = 'tests/bench/library';
const OUT = '../../../.temp/bench-library';

/** @param {number} ms */
const time = (ms) => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
/** @param {readonly number[]} times */
const medianOf = (times) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '40' },
    fill: { type: 'string' },
    profile: { type: 'string' },
  },
});
const count = Number(values.conversations);
const rounds = Number(values.rounds);

/** @type {import('vite').InlineConfig} */
const config = {
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  worker: { format: 'es' },
  build: { outDir: OUT, emptyOutDir: true },
};

/** @param {number} ms */
const rate = (ms) => (count / (ms / 1000)).toFixed(0);

/** @param {import('@playwright/test').Page} page */
async function compareImports(page) {
  const bare = await page.evaluate((many) => window.bench.rival('bare', many), count);
  const dexie = await page.evaluate((many) => window.bench.rival('dexie', many), count);
  const ours = await page.evaluate((many) => window.bench.import(many), count);
  console.log(
    `\n${count} conversations, ${megabytes(ours.bytes)} MB (${(ours.bytes / count / 1000).toFixed(1)} KB each)\n`,
  );
  console.log(
    table(
      ['import', 'per second', 'of the bare engine'],
      [
        ['library: read, worked out, indexed, written', rate(ours.ms), (bare.ms / ours.ms).toFixed(2)],
        ['bare engine: rows and documents written', rate(bare.ms), '1.00'],
        ['Dexie: rows and documents written', rate(dexie.ms), (bare.ms / dexie.ms).toFixed(2)],
      ],
    ),
  );
  console.log(
    `\nStored: ${megabytes(ours.stored)} MB, ${(ours.stored / ours.bytes).toFixed(2)} of the JSON. Longest task of the page: ${time(ours.longestTask)}\n`,
  );
  return [
    ['bare engine: one range + its sort', time(medianOf(bare.queries)), ''],
    ['Dexie: one range + its sort', time(medianOf(dexie.queries)), ''],
  ];
}

/** @param {import('@playwright/test').Page} page @param {number} wanted */
async function fill(page, wanted) {
  page.on('console', (message) => console.log(message.text()));
  const { conversations, jsonBytes } = await page.evaluate((many) => window.bench.fill(many), wanted);
  console.log(`\nFilled with ${conversations} conversations, about ${megabytes(jsonBytes)} MB of JSON\n`);
  return [];
}

await build(config);
// A profile on disk is of one address.
const server = await preview({ ...config, preview: { port: values.profile ? 4199 : 0 } });
const address = server.resolvedUrls?.local[0];
if (!address) throw new Error('No server');
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
// A profile on disk, as people have: a private one keeps its files in the memory of another process.
const profile = values.profile ?? mkdtempSync(join(tmpdir(), 'bench-library-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: findBrowser(),
  args: asRoot,
});
try {
  const page = await context.newPage();
  await page.goto(address);
  page.setDefaultTimeout(0);
  const rivals = await (values.fill ? fill(page, Number(values.fill)) : compareImports(page));
  await page.reload();
  const opened = await page.evaluate(() => window.bench.open());
  console.log(
    `Opened with ${opened.conversations} conversations, ${megabytes(opened.bytes)} MB, after ${time(opened.ms)}\n`,
  );
  const answers = await page.evaluate((many) => window.bench.ask(many), rounds);
  console.log(
    table(
      [`${rounds} questions each`, 'median', '95 %'],
      [
        ...Object.entries(answers).map(([kind, { median, p95 }]) => [kind, time(median), time(p95)]),
        ...rivals,
      ],
    ),
  );
} finally {
  await context.close();
  await server.close();
  if (!values.profile) rmSync(profile, { recursive: true, force: true });
}
