/**
 * Runs every check of the project, all of them even when one fails, and ends with `N passed, N failed`: each
 * test of Vitest and Playwright counts, every other step counts one.
 *
 * `npm test -- lint unit` runs only the named steps.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const TEMP = '.temp/test';
const TAIL_LINES = 200;
const LIMIT_MS = 20 * 60_000;

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ name: string, parameters?: string[], count?: (report: any) => Counts }} Step */

/** @type {Step} */
const unit = {
  name: 'unit',
  parameters: ['--reporter=default', '--reporter=json', `--outputFile.json=${TEMP}/unit.json`],
  count: (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }),
};

/** @type {Step} */
const e2e = {
  name: 'e2e',
  parameters: ['--reporter=list,json'],
  count: ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }),
};

/**
 * Phases follow one another. Within one, steps run two at a time (they touch different things); tests, which
 * a busy machine may make time out, run alone.
 *
 * @type {Step[][]}
 */
const PHASES = [
  ['build', 'types', 'lint', 'format', 'layers', 'deadcode', 'lockfile'].map((name) => ({ name })),
  ['consumers', 'package', 'size'].map((name) => ({ name })),
  [unit],
  [e2e],
];

/**
 * @param {Step} step
 * @returns {Promise<{ ok: boolean, log: string }>}
 */
function execute({ name, parameters = [] }) {
  const log = `${TEMP}/${name}.log`;
  const child = spawn(`npm run --silent ${name} -- ${parameters.join(' ')}`, {
    shell: true,
    detached: process.platform !== 'win32', // a group of its own, to end it as a whole
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: `${TEMP}/e2e.json`,
    },
  });
  const file = createWriteStream(log);
  for (const stream of [child.stdout, child.stderr]) stream.pipe(file, { end: false });
  const timer = setTimeout(() => {
    file.write(`\nStopped after ${LIMIT_MS / 60_000} minutes\n`);
    if (child.pid && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  }, LIMIT_MS);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      file.end(() => resolve({ ok: code === 0, log }));
    });
  });
}

/**
 * @param {Step} step
 * @param {boolean} ok
 * @returns {Counts}
 */
function countTests({ name, count }, ok) {
  const report = `${TEMP}/${name}.json`;
  const none = { passed: 0, failed: 0, skipped: 0 };
  if (!count) return { ...none, [ok ? 'passed' : 'failed']: 1 };
  const counts = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : none;
  // A file that cannot be loaded, a threshold missed, no test at all: it failed though no test did.
  return !ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {Step} step */
async function run(step) {
  const started = Date.now();
  const { ok, log } = await execute(step);
  const counts = countTests(step, ok);
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  const tests = step.count
    ? `  ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
    : '';
  const line = `${ok ? '✓' : '✗'} ${step.name.padEnd(10)} ${seconds} s${tests}`;
  console.log(line);
  if (!ok) {
    const tail = stripVTControlCharacters(readFileSync(log, 'utf8')).trimEnd().split('\n').slice(-TAIL_LINES);
    console.log(tail.map((text) => `  │ ${text}`).join('\n'));
  }
  return { line, counts };
}

/**
 * @param {Step[]} steps
 * @returns {Promise<Awaited<ReturnType<typeof run>>[]>}
 */
async function runPhase(steps) {
  const queue = [...steps];
  /** @type {Awaited<ReturnType<typeof run>>[]} */
  const results = [];
  async function lane() {
    for (let step = queue.shift(); step; step = queue.shift()) results.push(await run(step));
  }
  await Promise.all([lane(), lane()]);
  return results;
}

const chosen = process.argv.slice(2);
const known = PHASES.flat().map(({ name }) => name);
const unknown = chosen.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`No step ${unknown.join(', ')}; there are: ${known.join(' ')}`);

rmSync(TEMP, { recursive: true, force: true });
mkdirSync(TEMP, { recursive: true });
const results = [];
for (const phase of PHASES) {
  results.push(...(await runPhase(phase.filter(({ name }) => chosen.length === 0 || chosen.includes(name)))));
}

const passed = results.reduce((sum, { counts }) => sum + counts.passed, 0);
const failed = results.reduce((sum, { counts }) => sum + counts.failed, 0);
console.log(`\n${results.map(({ line }) => line).join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
