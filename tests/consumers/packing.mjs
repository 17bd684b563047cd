/** What the packed file may hold: what a consumer loads, reads or debugs with, and nothing that none needs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onlyPasses } from '../../scripts/passing.mjs';

const BESIDE = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
const BUILT = /^lib\/(?:shared\/)?[\w.-]+\.(?:js|js\.map|d\.ts|css)$/;
/** Of what others made and is built in. */
const LICENCE = /^lib\/LICENSE-[\w-]+\.txt$/;

/** The bundler's own lines, which have no source. */
const RUNTIME = 'lib/shared/rolldown-runtime.js';

/** @param {string} file @param {string} code */
function importsOf(file, code) {
  const folder = file.slice(0, file.lastIndexOf('/'));
  const found = code.matchAll(/(?:from|import) ?\(?["'`](\.{1,2}\/[^"'`]+)["'`]/g);
  return [...found].map(([, path = '']) => {
    const reached = join(folder, path);
    return file.endsWith('.d.ts') ? reached.replace(/\.js$/, '.d.ts') : reached;
  });
}

/** @param {unknown} entry @returns {string[]} */
function filesOf(entry) {
  if (typeof entry === 'string') return [entry.replace(/^\.\//, '')];
  return typeof entry === 'object' && entry !== null ? Object.values(entry).flatMap(filesOf) : [];
}

/**
 * All that is reached from the entries of package.json by importing, at once or later.
 *
 * @param {string} root The installed package.
 * @returns {Set<string>}
 */
function reachedFiles(root) {
  /** @type {{ exports: Record<string, unknown> }} */
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const queue = filesOf(exports);
  /** @type {Set<string>} */
  const reached = new Set();
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    if (/\.(js|d\.ts)$/.test(file)) queue.push(...importsOf(file, readFileSync(join(root, file), 'utf8')));
  }
  return reached;
}

/** @param {string} file @param {string} text */
function mapFaults(file, text) {
  /** @type {{ sources: string[], sourcesContent?: (string | null)[] }} */
  const { sources, sourcesContent } = JSON.parse(text);
  const strange = sources.filter((path) => !/^(\.\.\/)+(src|node_modules)\//.test(path));
  const silent = sources.filter((_path, at) => !sourcesContent?.[at]);
  return [
    ...strange.map((path) => `${file} names ${path}`),
    ...silent.map((path) => `${file} lacks the source ${path}`),
  ];
}

/**
 * @param {string} root The installed package.
 * @param {string[]} files What was packed.
 * @returns {string[]} What is wrong.
 */
export function packingFaults(root, files) {
  const reached = reachedFiles(root);
  const needless = files.filter((file) => {
    if (BESIDE.includes(file) || LICENCE.test(file)) return false;
    if (!BUILT.test(file)) return true;
    return !reached.has(file.replace(/\.map$/, ''));
  });
  const missing = [...BESIDE, ...reached].filter((file) => !files.includes(file));
  const unmapped = files.filter(
    (file) =>
      file.endsWith('.js') &&
      file !== RUNTIME &&
      !files.includes(`${file}.map`) &&
      !onlyPasses(readFileSync(join(root, file), 'utf8')),
  );
  const maps = files.filter((file) => file.endsWith('.map'));
  return [
    ...needless.map((file) => `${file} is packed, and nobody needs it`),
    ...missing.map((file) => `${file} is needed, and not packed`),
    ...unmapped.map((file) => `${file} has no source map`),
    ...maps.flatMap((file) => mapFaults(file, readFileSync(join(root, file), 'utf8'))),
  ];
}
