/**
 * Prints how long reading takes against `JSON.parse` alone on the same text, and how much memory a segment
 * holds, and then how fast the library is beside the bare engine and Dexie. Ratios, as milliseconds say more about
 * the machine than about us. Never a test.
 *
 *     npm run bench
 *     npm run bench -- --rounds 3 --megabytes 5 --library 20000
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCore } from '../tests/bench/core.mjs';
import { workloads } from '../tests/bench/inputs.mjs';
import { measureMemory } from '../tests/bench/memory.mjs';
import { compareSpeed } from '../tests/bench/speed.mjs';
import { table } from './table.mjs';

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

/** @param {{ texts: string[] }} workload */
const megabytesOf = ({ texts }) => (texts.reduce((sum, text) => sum + text.length, 0) / 1e6).toFixed(1);

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
  const all = workloads(count(values.megabytes, 20));
  if (!isBuilt()) buildPackage();
  const core = await loadCore();

  const speeds = compareSpeed(core, all, rounds);
  console.log(`\nTime as a multiple of JSON.parse on the same text, median of ${rounds} rounds\n`);
  console.log(
    table(
      ['', 'MB', 'conversations', 'JSON.parse', 'parse', 'build', 'parse + build', 'measure'],
      all.map((workload) => {
        const speed = speeds.get(workload.name);
        if (speed === undefined) throw new Error(`Not measured: ${workload.name}`);
        const { conversations, json, parse, build, total, measure } = speed;
        return [
          workload.name,
          megabytesOf(workload),
          String(conversations),
          `${json.toFixed(1)} ms`,
          ...[parse, build, total, measure].map(times),
        ];
      }),
    ),
  );

  console.log('\nHeap that built timelines hold\n');
  console.log(
    table(
      ['', 'segments', 'bytes per segment', 'multiple of the text'],
      all.map((workload) => {
        const memory = measureMemory(core, workload);
        return memory === undefined
          ? [workload.name, '', 'needs node --expose-gc', '']
          : [workload.name, String(memory.segments), memory.bytesPerSegment.toFixed(0), times(memory.share)];
      }),
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
