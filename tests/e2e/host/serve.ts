import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { build } from 'rolldown';

const require = createRequire(import.meta.url);
const here = (name: string) => resolve('tests/e2e/host', name);

/** Styles a host may have, by the name that its address gives. */
const SHEETS: { readonly [name: string]: string } = {
  bootstrap: here('sheets/bootstrap.css'),
  tailwind: require.resolve('tailwindcss/preflight.css'),
  layered: here('sheets/layered.css'),
  hostile: here('sheets/hostile.css'),
};

/** The scripts of a host that has installed the package: its files as they are packed, not its source. */
async function scripts(): Promise<Map<string, string>> {
  const { output } = await build({
    input: here('page.tsx'),
    platform: 'browser',
    tsconfig: resolve('tsconfig.json'),
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'installed',
        resolveId: (id) => (id.endsWith('/src/timeline/index') ? resolve('lib/index.js') : undefined),
      },
    ],
    write: false,
    output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
  });
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])));
}

/** The room a host gives, whatever its styles: what is inside it is to be the same. */
const BOX = 'box-sizing: border-box; max-width: 960px; padding: 0; margin: 0; border: 0';

function html(query: URLSearchParams): string {
  const sheet = query.get('css');
  const own = sheet ? `<link rel="stylesheet" href="/sheets/${sheet}.css">` : '';
  const sheets = query.has('without') ? '' : '<link rel="stylesheet" href="/style.css">';
  // The host's own styles come last, where they do most harm.
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>${sheets}${own}
<style>body { margin: 0; font-family: sans-serif } .card { ${BOX} } .card h2 { display: none }</style>
<body><div id="beside"><h1>Dashboard</h1><p>A <a href="#x">link</a>, a <button>button</button>, <input value="text"></p>
<table><tr><th>a<td>b</table><ul><li>one</ul><svg width="40" height="20"><rect width="9" height="9"/></svg></div>
<main id="app"></main><script type="module" src="/page.js"></script>`;
}

/** Files of the package as they are, for what a page loads by its address: the worker and what it imports. */
async function packed(path: string): Promise<string | undefined> {
  return /^\/lib\/(shared\/)?[\w-]+\.js$/.test(path) ? readFile(`.${path}`, 'utf8') : undefined;
}

export interface Served {
  address: string;
  close(): Promise<void>;
}

/** Serves the host on a port of its own. */
export async function serveHost(): Promise<Served> {
  const made = await scripts();
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
    const sheet = pathname === '/style.css' ? 'lib/style.css' : SHEETS[basename(pathname, '.css')];
    const script = made.get(pathname.slice(1)) ?? (await packed(pathname));
    if (pathname === '/') response.setHeader('Content-Type', 'text/html');
    else response.setHeader('Content-Type', script === undefined ? 'text/css' : 'text/javascript');
    if (pathname === '/') response.end(html(searchParams));
    else if (script !== undefined) response.end(script);
    else if (sheet !== undefined) response.end(await readFile(sheet));
    else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('No port');
  return {
    address: `http://127.0.0.1:${at.port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        // A tab that goes on to the next file may hold one open.
        server.closeAllConnections();
      }),
  };
}
