import { createReadStream, existsSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { framedBy, headersFor, trusting } from '../../../scripts/static-host.mjs';
import { handoverFragment } from '../../../src/ui/handover';

/** Where the production build is served, as the frame's own site. */
export const SITE = `http://127.0.0.1:${process.env.E2E_PORT}`;

const TYPES: { readonly [extension: string]: string } = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
};

export interface HostPage {
  body: string;
  headers?: { [name: string]: string };
}

/** A dashboard of somebody else: a server of its own on a port of its own, hence another origin. */
export interface Host {
  origin: string;
  close: () => Promise<void>;
}

/**
 * Serves the given pages, the built package under `/lib/` and the samples under `/samples/`. Real servers, as
 * Chromium lets no page that was made up by a test frame one of this machine.
 */
export function startHost(pages: { readonly [path: string]: HostPage }): Promise<Host> {
  return serving((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const page = pages[pathname];
    response.setHeader('Content-Type', TYPES[pathname.split('.')[1] ?? 'html'] ?? 'text/html');
    for (const [name, value] of Object.entries(page?.headers ?? {})) response.setHeader(name, value);
    const file = fileAt(pathname);
    if (page) response.end(page.body);
    else if (file) createReadStream(file).pipe(response);
    else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  });
}

/**
 * The built site as a build with `EMBED_ORIGINS` makes it. `deaf`: on a host that sends none of its headers, so
 * that nobody but the frame itself holds to the list.
 */
export async function startListed(origins: readonly string[], deaf = false): Promise<Host> {
  const rules = framedBy(await readFile('dist/_headers', 'utf8'), origins);
  const frame = trusting(await readFile('dist/embed.html', 'utf8'), origins);
  return servingSite('dist', { frame, rules: deaf ? '' : rules });
}

/** A site that was built for a path of its host, which has nothing else. */
export async function startBelow(base: string, folder: string): Promise<Host> {
  const [frame, rules] = await Promise.all(
    ['embed.html', '_headers'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  return servingSite(folder, { base, frame, rules });
}

interface Site {
  base?: string;
  frame?: string | undefined;
  rules?: string | undefined;
}

function servingSite(folder: string, { base = '/', frame, rules = '' }: Site): Promise<Host> {
  return serving((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    if (!pathname.startsWith(base)) return response.writeHead(404).end();
    const path = pathname.slice(base.length - 1);
    for (const [name, value] of headersFor(path, rules)) response.setHeader(name, value);
    response.setHeader('Content-Type', TYPES[path.split('.').at(-1) ?? 'html'] ?? 'text/html');
    const file = join(folder, normalize(path));
    if (path === '/embed') return response.end(frame);
    const found = existsSync(file) && path !== '/' ? file : join(folder, '404.html');
    return createReadStream(found).pipe(response);
  });
}

async function serving(answer: RequestListener): Promise<Host> {
  const server = createServer(answer);
  const port = await listening(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function fileAt(pathname: string): string | undefined {
  const folder = pathname.startsWith('/samples/') ? 'public' : '.';
  const known = pathname.startsWith('/lib/') || pathname.startsWith('/samples/');
  const file = join(folder, normalize(pathname));
  return known && existsSync(file) ? file : undefined;
}

function listening(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

/** A page of a host that forbids all it can, as banks have them. */
export const STRICT = {
  'Content-Security-Policy': `default-src 'none'; script-src 'self'; img-src 'self' blob:; connect-src 'self'; frame-src 'self' ${SITE}; require-trusted-types-for 'script'`,
};

export function page(body: string, headers?: HostPage['headers']): HostPage {
  return {
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><body>${body}</body></html>`,
    headers,
  };
}

export const sample = (name = 'billing-call-cobrowse.json'): Promise<string> =>
  readFile(`public/samples/${name}`, 'utf8');

export async function fragmentOf(text: string): Promise<string> {
  return handoverFragment(text);
}
