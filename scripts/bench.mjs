/**
 * Prints how long reading takes against `JSON.parse` alone on the same text, and how much memory a segment
 * holds, and then how fast the library is beside the bare engine and Dexie. Ratios, as milliseconds say more about
 * the machine than about us. Never a test.
 *
 *     npm run bench
 *     npm run bench -- --rounds 3 --megabytes 5 --library 20000
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { WORKLOADS } from '../tests/bench/inputs.mjs';
import { table } from './table.mjs';

/** @import { Memory } from '../tests/bench/memory.mjs' */
/** @import { Speed } from '../tests/bench/speed.mjs' */

const BUILT = 'lib/core.js';

/** A bench of yesterday's build would tell yesterday's speed. */
function isBuilt() {
  if (!existsSync(BUILT)) return false;
  const built = statSync(BUILT).mtimeMs;
  return readdirSync('src/core', { recursive: true, encoding: 'utf8' }).every(
    (file) => statSync(join('src/core', file)).mtimeMs <= built,
  );
}

function buildPackage() {
  console.log('Building the package …');
  const { status } = spawnSync(process.execPath, ['scripts/build-lib.mjs'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The package does not build');
}

/** @param {number} ratio */
const times = (ratio) => `${ratio.toFixed(2)}x`;

/**
 * @typedef {{ name: string, length: number, speed: Speed, memory: Memory }} Found
 * @param {number} place
 * @param {{ rounds: number, megabytes: number }} options
 * @returns {Found}
 */
function measureWorkload(place, { rounds, megabytes }) {
  const args = ['--expose-gc', 'tests/bench/workload.mjs', ...[place, rounds, megabytes].map(String)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** @param {string | undefined} value @param {number} fallback */
function count(value, fallback) {
  const number = Number(value ?? fallback);
  if (!(number > 0)) throw new Error(`Not a number above zero: ${value}`);
  return number;
}

async function main() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string' },
      megabytes: { type: 'string' },
      // Conversations to import; 0 leaves the library out.
      library: { type: 'string', default: '100000' },
    },
  });
  const rounds = Math.ceil(count(values.rounds, 7));
  const megabytes = count(values.megabytes, 20);
  if (!isBuilt()) buildPackage();
  const all = Array.from({ length: WORKLOADS }, (_, place) => measureWorkload(place, { rounds, megabytes }));
  console.log(`\nTime as a multiple of JSON.parse on the same text, median of ${rounds} rounds\n`);
  console.log(
    'Of all cores; "waited" is parse + build by the clock on the wall, without what other cores collect.\n',
  );
  console.log(
    table(
      ['', 'MB', 'conversations', 'JSON.parse', 'parse', 'build', 'parse + build', 'waited', 'measure'],
      all.map(({ name, length, speed: { conversations, json, parse, build, total, waited, measure } }) => [
        name,
        (length / 1e6).toFixed(1),
        String(conversations),
        `${json.toFixed(1)} ms`,
        ...[parse, build, total, waited, measure].map(times),
      ]),
    ),
  );
  console.log('\nHeap that built timelines hold\n');
  console.log(
    table(
      ['', 'segments', 'bytes per segment', 'multiple of the text'],
      all.map(({ name, memory: { segments, bytesPerSegment, share } }) => [
        name,
        String(segments),
        bytesPerSegment.toFixed(0),
        times(share),
      ]),
    ),
  );
  const conversations = Number(values.library);
  if (conversations > 0) benchLibrary(conversations);
}

/** In a process of its own, with a browser. @param {number} conversations */
function benchLibrary(conversations) {
  const script = ['scripts/bench-library.mjs', '--conversations', String(conversations)];
  const { status } = spawnSync(process.execPath, script, { stdio: 'inherit' });
  if (status !== 0) throw new Error('The bench of the library failed');
}

await main();
