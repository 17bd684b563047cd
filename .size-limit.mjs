import { readFileSync } from 'node:fs';

/** What the first page loads before it can draw: the script and style sheet of index.html and their preloads. */
function firstLoad() {
  const page = readFileSync('dist/index.html', 'utf8');
  return [...page.matchAll(/(?:src|href)="[^"]*?(assets\/[^"]+\.(?:js|css))"/g)].map(
    (match) => `dist/${match[1]}`,
  );
}

export default [
  { name: 'site, first load', path: firstLoad(), limit: '200 kB', gzip: true },
  { name: 'package, core', path: ['lib/core.js', 'lib/shared/*.js'], limit: '45 kB', gzip: true },
  { name: 'package, all scripts', path: ['lib/**/*.js'], limit: '80 kB', gzip: true },
  { name: 'package, style sheet', path: ['lib/style.css'], limit: '8 kB', gzip: true },
];
