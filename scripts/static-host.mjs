/** What a plain static host needs beside the bundle: headers, and an answer to deep links. */
import { readFileSync } from 'node:fs';

const HEADERS_FILE = new URL('../public/_headers', import.meta.url);

/**
 * Reads the `_headers` format: a path line, then indented `Name: value` lines; `! Name` takes back what an
 * earlier rule set.
 *
 * @param {string} text
 * @returns {{ path: string, lines: string[] }[]}
 */
function parseRules(text) {
  /** @type {{ path: string, lines: string[] }[]} */
  const rules = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (/^\s/.test(line)) rules.at(-1)?.lines.push(line.trim());
    else rules.push({ path: line.trim(), lines: [] });
  }
  return rules;
}

/**
 * The headers a host sends for a path (without the base), by `public/_headers`.
 *
 * @param {string} path
 * @returns {Map<string, string>}
 */
function headersFor(path) {
  /** @type {Map<string, string>} */
  const headers = new Map();
  for (const rule of parseRules(readFileSync(HEADERS_FILE, 'utf8'))) {
    const matches = rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
    if (!matches) continue;
    for (const line of rule.lines) {
      const colon = line.indexOf(':');
      if (line.startsWith('!')) headers.delete(line.slice(1).trim());
      else headers.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
    }
  }
  return headers;
}

/**
 * `public/_headers` is the one place of the page policy: hosts read it, and so does `vite preview` here. The
 * dev server does not, as it injects styles the policy forbids.
 *
 * @returns {import('vite').Plugin}
 */
export function staticHost() {
  return {
    name: 'static-host',
    enforce: 'post', // index.html is in the bundle only after Vite's own plugin
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://preview');
        const base = server.config.base.replace(/\/$/, '');
        const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
        for (const [name, value] of headersFor(path)) response.setHeader(name, value);
        next();
      });
    },
    generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      // Hosts answer unknown paths with 404.html: being the app, it shows the deep link.
      if (page?.type === 'asset') this.emitFile({ type: 'asset', fileName: '404.html', source: page.source });
    },
  };
}
