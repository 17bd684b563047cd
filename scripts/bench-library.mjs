/**
 * Prints how fast the library takes conversations in and answers, in headless Chromium, beside the bare engine
 * and Dexie in the same run. Ratios say more than times. Never a test. The rivals are given, in their own thread,
 * what the library has to read and work out first; only their writing is timed.
 *
 *     npm run bench:library
 *     npm run bench:library -- --rivals allTables,searchable
 *     npm run bench:library -- --conversations 100000 --rounds 40
 */
import { chromium } from '@playwright/test';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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
function spread(times) {
  const sorted = times.toSorted((one, other) => one - other);
  /** @param {number} share */
  const at = (share) => sorted[Math.floor(share * sorted.length)] ?? Number.NaN;
  return [time(at(0.5)), time(at(0.95))];
}

/** Clock ticks of a process, which on Linux are hundredths of a second. */
const TICK_MS = 10;

/**
 * Time that all processes of the browser with this profile had a processor: on a machine that others use as well
 * it says more than the clock. Nothing where there is no /proc.
 * @param {string} profile
 */
function processorTime(profile) {
  if (!existsSync('/proc/self/stat')) return undefined;
  /** @param {string} file */
  const read = (file) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return ''; // ended meanwhile
    }
  };
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      const fields = read(`/proc/${pid}/stat`)
        .replace(/^.*\) /, '')
        .split(' ');
      const [, , group, , , , , , , , , user, system] = fields;
      return { pid, group, ticks: Number(user ?? 0) + Number(system ?? 0) };
    });
  const own = all.find(({ pid }) => {
    const command = read(`/proc/${pid}/cmdline`);
    return command.includes(`--user-data-dir=${profile}`) && !command.includes('--type=');
  });
  const ticks = all
    .filter(({ group }) => own && group === own.group)
    .reduce((sum, one) => sum + one.ticks, 0);
  return ticks * TICK_MS;
}

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '40' },
    fill: { type: 'string' },
    profile: { type: 'string' },
    rivals: { type: 'string', default: 'allTables,oneTable,searchable,searchless' },
  },
});
const count = Number(values.conversations);
const rounds = Number(values.rounds);
const wanted = new Set(values.rivals.split(','));

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

/** @param {readonly number[]} all */
const medianOf = (all) => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN;

/**
 * What the page holds, each half second until something is found. Of workers nothing is told.
 * @template T
 * @param {import('@playwright/test').Page} page
 * @param {Promise<T>} work
 */
async function withHeaps(page, work) {
  /** @type {number[]} */
  const heaps = [];
  const watch = setInterval(() => {
    page
      .evaluate('performance.memory.usedJSHeapSize')
      .then((held) => heaps.push(Number(held)))
      .catch(() => undefined); // it has ended
  }, 500);
  try {
    return { found: await work, heaps };
  } finally {
    clearInterval(watch);
  }
}

/** @param {import('@playwright/test').Page} page */
async function importOnce(page) {
  const before = processorTime(profile) ?? Number.NaN;
  const { found, heaps } = await withHeaps(
    page,
    page.evaluate(() => window.bench.import()),
  );
  const used = (processorTime(profile) ?? Number.NaN) - before;
  return { found, heaps, each: `${((1000 * used) / count).toFixed(0)} µs` };
}

/** What each rival does, in the order in which they are told. */
const RIVALS = /** @type {const} */ ([
  ['allTables', 'bare engine: all the same rows of all tables, ready-made'],
  ['oneTable', 'bare engine: one table and documents; no search, no choices'],
  ['searchable', 'Dexie: ready-made rows and documents, an index of words'],
  ['searchless', 'Dexie: ready-made rows and documents; no search'],
]);

/**
 * Rivals first, then the library: all in this run, one after the other.
 * @param {import('@playwright/test').Page} page
 */
async function compareImports(page) {
  /** @type {[string, { ms: number, queries: number[] }][]} */
  const rivals = [];
  for (const [rival, what] of RIVALS.filter(([name]) => wanted.has(name))) {
    rivals.push([
      what,
      await page.evaluate(
        ([which, many]) => window.bench.rival(which, many),
        /** @type {const} */ ([rival, count]),
      ),
    ]);
  }
  const bytes = await page.evaluate((many) => window.bench.make(many), count);
  const { found: ours, heaps, each } = await importOnce(page);
  const again = await importOnce(page);
  if (ours.added !== count) throw new Error(`${ours.added} of ${count} were imported`);
  if (again.found.unchanged !== count) throw new Error(`${again.found.unchanged} of ${count} were known`);
  console.log(
    `\n${count} conversations, ${megabytes(bytes)} MB (${(bytes / count / 1000).toFixed(1)} KB each)\n`,
  );
  const lines = /** @type {[string, number][]} */ ([
    ['library: read, worked out, indexed, written', ours.ms],
    ['library: the same once more', again.found.ms],
    ...rivals.map(([what, { ms }]) => [what, ms]),
  ]);
  console.log(
    table(
      ['import', 'per second', 'the library’s rate, of this'],
      lines.map(([what, ms]) => [what, rate(ms), (ms / ours.ms).toFixed(2)]),
    ),
  );
  console.log(
    `\nStored: ${megabytes(ours.stored)} MB, ${(ours.stored / bytes).toFixed(2)} of the JSON. Longest task of the page: ${time(ours.longestTask)}`,
  );
  console.log(
    `Processor time of the whole browser per conversation: ${each} for the import, ${again.each} for the same once more`,
  );
  const part = Math.ceil(heaps.length / 4);
  console.log(
    `Heap of the page during the import, median of the first quarter and of the last: ${megabytes(medianOf(heaps.slice(0, part)))} MB, ${megabytes(medianOf(heaps.slice(-part)))} MB\n`,
  );
  return rivals.map(([what, { queries }]) => [
    `${what.split(';')[0]}: one range + its sort`,
    ...spread(queries),
    '',
  ]);
}

/** @param {import('@playwright/test').Page} page @param {number} many */
async function fill(page, many) {
  page.on('console', (message) => console.log(message.text()));
  const { conversations, jsonBytes, bare } = await page.evaluate((upTo) => window.bench.fill(upTo), many);
  console.log(`\nFilled with ${conversations} conversations, about ${megabytes(jsonBytes)} MB of JSON\n`);
  return bare.map(({ what, times }) => [`bare engine: ${what}`, ...spread(times), '']);
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
  args: [...asRoot, '--enable-precise-memory-info'],
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
  const answers = [];
  for (const kind of await page.evaluate(() => window.bench.kinds())) {
    const before = processorTime(profile);
    const times = await page.evaluate(
      ([which, many]) => window.bench.ask(which, many),
      /** @type {const} */ ([kind, rounds]),
    );
    const used = processorTime(profile);
    const each = before === undefined || used === undefined ? '' : time((used - before) / rounds);
    answers.push([kind, ...spread(times), each]);
  }
  console.log(table([`${rounds} questions each`, 'median', '95 %', 'processor'], [...answers, ...rivals]));
} finally {
  await context.close();
  await server.close();
  if (!values.profile) rmSync(profile, { recursive: true, force: true });
}
