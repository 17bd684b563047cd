/**
 * The headers of `public/_headers` as other hosts want them. That file is the one place of the page policy: these
 * are made from it, and tests/app/docs/hosting.test.ts reads them back as those hosts would.
 */
import { headersFor, parseRules } from './static-host.mjs';

/** What differs by path: rules that name one, beside the one for all of them. @param {string} text */
function ownPaths(text) {
  return parseRules(text)
    .map(({ path }) => path)
    .filter((path) => path !== '/*');
}

/** A path nobody has: what holds everywhere else. */
const ELSEWHERE = '/anywhere-else';

/** Where a path ends in an address as it was asked for. */
const QUERY = String.raw`(?:\?|$)`;

/** @param {string} value */
const escaped = (value) => value.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A path of `_headers` as a pattern of all it stands for. @param {string} path @param {string} end */
const pattern = (path, end) => (path.endsWith('*') ? escaped(path.slice(0, -1)) : `${escaped(path)}${end}`);

/**
 * By a variable each, since an `add_header` inside a location takes back all of those around it. The address
 * as it was asked for decides, as nginx turns deep links into another file.
 *
 * @param {string} text That of `_headers`.
 * @returns {string} A whole nginx configuration file.
 */
export function nginxFile(text) {
  /** @param {string} path */
  const of = (path) => headersFor(path, text);
  const paths = ownPaths(text);
  const common = of(ELSEWHERE);
  const names = [...new Set([ELSEWHERE, ...paths].flatMap((path) => [...of(path).keys()]))];
  /** @param {string} name */
  const variable = (name) => `$timeline_${name.toLowerCase().replaceAll('-', '_')}`;
  const differing = names.filter((name) => paths.some((path) => of(path).get(name) !== common.get(name)));
  const maps = differing.map((name) => {
    const lines = paths
      .filter((path) => of(path).get(name) !== common.get(name))
      .map((path) => `    "~^${pattern(path, QUERY)}" "${of(path).get(name) ?? ''}";`);
    const rest = `    default "${common.get(name) ?? ''}";`;
    return `map $request_uri ${variable(name)} {\n${[rest, ...lines].join('\n')}\n}`;
  });
  const headers = names.map((name) => {
    const value = differing.includes(name) ? variable(name) : `"${common.get(name)}"`;
    // A file that is missing now may be there tomorrow.
    return `    add_header ${name} ${value}${name === 'Cache-Control' ? '' : ' always'};`;
  });
  return `${maps.join('\n\n')}

server {
    listen 80;
    server_name timeline.example.com;
    root /srv/participant-timeline; # what is in dist/
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json application/wasm image/svg+xml;

    # No add_header inside a location: it would take back these.
${headers.join('\n')}

    location / {
        try_files $uri $uri.html /index.html; # embed.html is the frame, deep links are the app
    }
    location /assets/ {
        try_files $uri =404;
    }
}
`;
}

/**
 * As Netlify has it: the later rule wins there without being told so.
 *
 * @param {string} text That of `_headers`.
 * @returns {string} A whole `_headers`.
 */
export function netlifyFile(text) {
  const lines = text.split('\n').filter((line) => !/^(\s+!|#)/.test(line));
  return lines.join('\n');
}

/**
 * Sources that exclude each other, so that no header is said twice.
 *
 * @param {string} text That of `_headers`.
 * @returns {string} A whole vercel.json.
 */
export function vercelFile(text) {
  const paths = ownPaths(text);
  /** @param {string} path */
  const listed = (path) => [...headersFor(path, text)].map(([key, value]) => ({ key, value }));
  const elsewhere = `/((?!${paths.map((path) => pattern(path, '$').slice(1)).join('|')}).*)`;
  const file = {
    buildCommand: 'npm run build:site',
    outputDirectory: 'dist',
    cleanUrls: true, // embed.html is the frame, at /embed
    headers: [
      { source: elsewhere, headers: listed(ELSEWHERE) },
      ...paths.map((path) => ({
        source: path.endsWith('*') ? path.replace(/\*$/, '(.*)') : path,
        headers: listed(path),
      })),
    ],
    rewrites: [{ source: '/((?!assets/).*)', destination: '/' }],
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
