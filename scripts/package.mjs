/** Checks the built package as a consumer gets it, beside what publint and attw see. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onlyPasses } from './passing.mjs';

/** @type {string[]} */
const faults = [];

function checkScripts() {
  const files = readdirSync('lib', { recursive: true }).map(String);
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const code = readFileSync(join('lib', file), 'utf8');
    if (code.includes('react/compiler-runtime')) faults.push(`lib/${file} needs React 19`);
    if (/\brequire\(["']/.test(code)) faults.push(`lib/${file} calls require()`);
    // The bundler's own few lines come from no source.
    if (!onlyPasses(code) && !file.endsWith('rolldown-runtime.js') && !files.includes(`${file}.map`))
      faults.push(`lib/${file} has no source map`);
  }
}

/** Next and its like run nothing of a component without this line, but for servers. */
function checkClients() {
  for (const file of ['lib/index.js', 'lib/complete.js']) {
    if (!/^["']use client["'];/.test(readFileSync(file, 'utf8'))) faults.push(`${file} lacks 'use client'`);
  }
}

/** Page-wide rules would restyle the host. */
function checkStyles() {
  const css = readFileSync('lib/style.css', 'utf8');
  const reset = /(^|[},])\s*(\*|html|body|button|input|svg|table)\s*[,{]/.exec(css);
  if (reset) faults.push(`lib/style.css styles the whole page: ${reset[0]}`);
  if (css.includes('@import')) faults.push('lib/style.css is not self-contained');
}

/** @param {string} entry */
async function checkImport(entry) {
  try {
    const names = Object.keys(await import(entry));
    console.log(`${entry}: ${names.join(', ') || 'nothing'}`);
    if (names.length === 0) faults.push(`${entry} exports nothing`);
  } catch (error) {
    faults.push(`${entry} does not load in Node: ${String(error)}`);
  }
}

checkScripts();
checkClients();
checkStyles();
await checkImport('participant-timeline/core');
await checkImport('participant-timeline');
await checkImport('participant-timeline/svg');
await checkImport('participant-timeline/element');
await checkImport('participant-timeline/frame');

console.log(faults.map((fault) => `\n✗ ${fault}`).join('') || '\nPackage in order');
process.exitCode = faults.length > 0 ? 1 : 0;
