import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What a page loads before it can draw: its scripts and style sheets, and their preloads.
 *
 * @param {string} file
 */
function firstLoad(file) {
  const page = readFileSync(`dist/${file}`, 'utf8');
  return [...page.matchAll(/(?:src|href)="[^"]*?(assets\/[^"]+\.(?:js|css))"/g)].map(
    (match) => `dist/${match[1]}`,
  );
}

/**
 * A script of the package with all that it imports, not with what it loads later.
 *
 * @param {string} file
 * @param {Set<string>} found
 */
function withImports(file, found = new Set()) {
  if (found.has(file)) return [...found];
  found.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, path = ''] of code.matchAll(/(?:from|import) ?"(\.[^"]+)"/g)) {
    withImports(join(dirname(file), path), found);
  }
  return [...found];
}

export default [
  { name: 'site, first load', path: firstLoad('index.html'), limit: '200 kB', gzip: true },
  { name: 'frame, first load', path: firstLoad('embed.html'), limit: '185.1 kB', gzip: true },
  // Aim: 25 kB; ADR 14 says what that would take. Every rule that is added weighs here.
  { name: 'package, core', path: withImports('lib/core.js'), limit: '53.9 kB', gzip: true },
  // What draws. What reads and builds comes with the first conversation that was not built before.
  {
    name: 'package, component with styles',
    path: [...withImports('lib/index.js'), 'lib/style.css'],
    limit: '50.9 kB',
    gzip: true,
  },
  {
    name: 'package, component with styles and all that a conversation takes',
    path: [...withImports('lib/complete.js'), 'lib/style.css'],
    limit: '87.65 kB',
    gzip: true,
  },
  {
    name: 'package, element with everything inside',
    path: ['lib/element.js'],
    limit: '116.75 kB',
    gzip: true,
  },
  { name: 'package, frame client', path: ['lib/frame.js'], limit: '2.75 kB', gzip: true },
  { name: 'package, svg', path: withImports('lib/svg.js'), limit: '27.7 kB', gzip: true },
  { name: 'package, style sheet', path: ['lib/style.css'], limit: '6.8 kB', gzip: true },
];
