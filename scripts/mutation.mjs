/**
 * Mutation tests of the rules, file by file: with the mutants of all files in the code at once each takes six times
 * as long. Ends with the share that was found, and fails where that is too small.
 *
 * `npm run mutation -- src/core/timeline/acw.ts` tries the named files only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['src/core/measure', 'src/core/timeline'];
const REPORT = '.temp/mutation.json';
const LEAST_PERCENT = 85;
const FOUND = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

/** @typedef {{ status: string, mutatorName: string, replacement?: string, location: { start: { line: number, column: number } } }} Mutant */

/** @returns {string[]} */
function allFiles() {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
}

/**
 * What became of the mutants of a file; none where it holds nothing but types.
 *
 * @param {string} file
 * @returns {Mutant[]}
 */
function mutantsOf(file) {
  rmSync(REPORT, { force: true });
  const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js';
  const { status } = spawnSync(process.execPath, [stryker, 'run', '--mutate', file], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${file} could not be tried`);
  if (!existsSync(REPORT)) return [];
  return Object.values(JSON.parse(readFileSync(REPORT, 'utf8')).files).flatMap(({ mutants }) => mutants);
}

/** @param {{ found: number, missed: number }} counts */
function percent({ found, missed }) {
  return found + missed === 0 ? 100 : (100 * found) / (found + missed);
}

const named = process.argv.slice(2);
const sum = { found: 0, missed: 0 };
for (const file of named.length > 0 ? named : allFiles()) {
  const mutants = mutantsOf(file);
  const missed = mutants.filter(({ status }) => MISSED.includes(status));
  const found = mutants.filter(({ status }) => FOUND.includes(status)).length;
  sum.found += found;
  sum.missed += missed.length;
  // File by file: whoever stops a run of hours keeps what it has come to.
  console.log(`${file}  ${found} found, ${missed.length} missed`);
  for (const { location, mutatorName, replacement } of missed) {
    console.log(`  ${location.start.line}:${location.start.column} ${mutatorName} => ${replacement ?? ''}`);
  }
}
console.log(`${sum.found} of ${sum.found + sum.missed} found, ${percent(sum).toFixed(1)} %`);
if (percent(sum) < LEAST_PERCENT) process.exitCode = 1;
