/** What a plain static host needs beside the bundle: headers, an answer to deep links, and the frame's page. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Its place in the sources; built it is `embed.html`, which hosts serve at `/embed`. */
export const EMBED_PAGE = 'src/embed/page/embed.html';
const ORIGINS_META = '<meta name="participant-timeline:origins" content="" />';
const ANYBODY = 'frame-ancestors *';

/** @typedef {{ path: string, lines: string[] }} Rule */

/**
 * Reads the `_headers` format: a path line, then indented `Name: value` lines; `! Name` takes back what an
 * earlier rule set.
 *
 * @param {string} text
 * @returns {Rule[]}
 */
export function parseRules(text) {
  /** @type {Rule[]} */
  const rules = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (/^\s/.test(line)) rules.at(-1)?.lines.push(line.trim());
    else rules.push({ path: line.trim(), lines: [] });
  }
  return rules;
}

/**
 * The headers a host sends for a path (without the base).
 *
 * @param {string} path
 * @param {string} text That of `_headers`.
 * @returns {Map<string, string>}
 */
export function headersFor(path, text) {
  /** @type {Map<string, string>} */
  const headers = new Map();
  for (const rule of parseRules(text)) {
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
 * The pages that may frame `/embed`, apart by blanks; none: any page.
 *
 * @param {string} [list]
 * @returns {string[]}
 */
export function originsIn(list = '') {
  const origins = list.split(/[\s,]+/).filter((origin) => origin !== '');
  for (const origin of origins) {
    const sound = URL.canParse(origin) && /^https?:$/.test(new URL(origin).protocol);
    if (!sound || new URL(origin).origin !== origin) throw new Error(`EMBED_ORIGINS: ${origin} is no origin`);
  }
  return origins;
}

/**
 * @param {string} text
 * @param {string} part
 * @param {string} other
 */
function exchanged(text, part, other) {
  if (!text.includes(part)) throw new Error(`EMBED_ORIGINS: there is no ${part} to take the place of`);
  return text.replace(part, other);
}

/**
 * The frame's page as it trusts these origins, and none besides but its own.
 *
 * @param {string} html
 * @param {readonly string[]} origins
 */
export function trusting(html, origins) {
  if (origins.length === 0) return html;
  return exchanged(html, ORIGINS_META, ORIGINS_META.replace('""', `"${origins.join(' ')}"`));
}

/**
 * What browsers are told of it. The site's own docs frame it as well.
 *
 * @param {string} rules That of `_headers`.
 * @param {readonly string[]} origins
 */
export function framedBy(rules, origins) {
  if (origins.length === 0) return rules;
  return exchanged(rules, ANYBODY, `frame-ancestors 'self' ${origins.join(' ')}`);
}

/**
 * Deep links and the frame's page lie at depths of their own: what is relative to one is wrong for the others.
 *
 * @param {string} [base]
 */
export function checkedBase(base = '/') {
  if (/^\/(?:[^/].*)?$/.test(base)) return base;
  throw new Error(`BASE_PATH: ${base || 'nothing'} is no path from the root of the host, such as /timeline/`);
}

/** Where Vite tells the licences of what the scripts of the pages hold. */
export const LICENSES = 'licenses.txt';

/** What is none of these scripts: a font, and the engine of the library, which runs in a worker. */
const BESIDE = ['@fontsource-variable/inter', '@sqlite.org/sqlite-wasm'];

/**
 * A package's licence as Vite writes it.
 *
 * @param {string} name
 */
function licenceOf(name) {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = join(folder, 'LICENSE');
  const text = existsSync(file) ? `\n${readFileSync(file, 'utf8').trim()}\n` : '';
  return `\n## ${name} - ${version} (${license})\n${text}`;
}

/**
 * `public/_headers` is the one place of the page policy: hosts read it, and so does `vite preview` here. The
 * dev server does not, as it injects styles the policy forbids.
 *
 * @param {{ embedOrigins?: string }} [options]
 * @returns {import('vite').Plugin}
 */
export function staticHost({ embedOrigins } = {}) {
  const origins = originsIn(embedOrigins);
  let outDir = 'dist';
  let builds = false;
  return {
    name: 'static-host',
    enforce: 'post', // index.html is in the bundle only after Vite's own plugin
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
      builds = config.command === 'build';
    },
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const { pathname, search } = new URL(request.url ?? '/', 'http://dev');
        if (pathname === `${server.config.base}embed`)
          request.url = `${server.config.base}${EMBED_PAGE}${search}`;
        next();
      });
    },
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://preview');
        const base = server.config.base.replace(/\/$/, '');
        const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
        const rules = readFileSync(join(outDir, '_headers'), 'utf8');
        for (const [name, value] of headersFor(path, rules)) response.setHeader(name, value);
        next();
      });
    },
    generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      // Hosts answer unknown paths with 404.html: being the app, it shows the deep link.
      if (page?.type === 'asset') this.emitFile({ type: 'asset', fileName: '404.html', source: page.source });
      const frame = bundle[EMBED_PAGE];
      if (frame?.type !== 'asset') return;
      delete bundle[EMBED_PAGE];
      this.emitFile({
        type: 'asset',
        fileName: 'embed.html',
        source: trusting(String(frame.source), origins),
      });
    },
    closeBundle() {
      if (!builds) return; // a server that closes
      appendFileSync(join(outDir, LICENSES), BESIDE.map(licenceOf).join(''));
      // The list is not only read by the page: browsers are told of it.
      if (origins.length === 0) return;
      const file = join(outDir, '_headers');
      writeFileSync(file, framedBy(readFileSync(file, 'utf8'), origins));
    },
  };
}
