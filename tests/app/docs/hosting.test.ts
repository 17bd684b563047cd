// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { netlifyFile, nginxFile, vercelFile } from '../../../scripts/hosting.mjs';
import { headersFor, parseRules } from '../../../scripts/static-host.mjs';

const policy = readFileSync('public/_headers', 'utf8');

const ADDRESSES = [
  '/',
  '/?zone=UTC',
  '/paste',
  '/index.html',
  '/404.html',
  '/c/some-id',
  '/c/embed',
  '/docs',
  '/docs?form=frame',
  '/docs/',
  '/docsx',
  '/embed',
  '/embed?parentOrigin=https://dashboard.example.com',
  '/embed/',
  '/embedded',
  '/embed.html',
  '/x/embed',
  '/assets/index-abc.js',
  '/assets',
  '/samples/listing.json',
];

type Headers = Record<string, string>;

/** `map` by the address as it was asked for; then `add_header`, of which those in a location would win. */
function nginxSends(file: string, address: string): Headers {
  const variables = new Map<string, string>();
  for (const [, name = '', body = ''] of file.matchAll(/^map \$request_uri (\$\w+) \{\n([^}]*)\}/gm)) {
    const lines = [...body.matchAll(/^ *(default|"~[^"]*") "([^"]*)";$/gm)];
    const hit = lines.find(([, key = '']) => key !== 'default' && new RegExp(key.slice(2, -1)).test(address));
    variables.set(name, (hit ?? lines.find(([, key]) => key === 'default'))?.[2] ?? '');
  }
  const locations = [...file.matchAll(/location [^{]*\{[^}]*\}/g)].map(([block]) => block);
  expect(locations.join('\n')).not.toContain('add_header');
  const headers: Headers = {};
  for (const [, name = '', value = ''] of file.matchAll(/^ *add_header ([\w-]+) (.+?)(?: always)?;$/gm)) {
    const sent = value.startsWith('$') ? (variables.get(value) ?? 'unknown variable') : value.slice(1, -1);
    if (sent !== '') headers[name] = sent; // nginx leaves out empty ones
  }
  return headers;
}

/** Every source that matches adds its headers; a name that is added twice would be sent by the last. */
function vercelSends(file: string, address: string): Headers {
  const rules: { source: string; headers: { key: string; value: string }[] }[] = JSON.parse(file).headers;
  const path = address.replace(/\?.*/, '');
  const headers: Headers = {};
  for (const rule of rules.filter(({ source }) => new RegExp(`^${source}$`).test(path))) {
    for (const { key, value } of rule.headers) {
      expect(headers[key]).toBeUndefined();
      headers[key] = value;
    }
  }
  return headers;
}

/** The values of all rules that match, later ones over earlier ones. */
function netlifySends(file: string, address: string): Headers {
  const path = address.replace(/\?.*/, '');
  const matching = parseRules(file).filter(
    (rule) => rule.path === path || (rule.path.endsWith('*') && path.startsWith(rule.path.slice(0, -1))),
  );
  const lines = matching.flatMap((rule) => rule.lines.map((line) => /^([\w-]+): (.*)$/.exec(line) ?? [line]));
  return Object.fromEntries(lines.map(([all, name = all, value = 'not a header']) => [name, value]));
}

describe.each(ADDRESSES)('%s', (address) => {
  const wanted = Object.fromEntries(headersFor(address.replace(/\?.*/, ''), policy));
  it('has the same headers from nginx', () => {
    expect(nginxSends(nginxFile(policy), address)).toEqual(wanted);
  });
  it('has the same headers from Vercel', () => {
    expect(vercelSends(vercelFile(policy), address)).toEqual(wanted);
  });
  it('has the same headers from Netlify', () => {
    expect(netlifySends(netlifyFile(policy), address)).toEqual(wanted);
  });
});

describe('the policy', () => {
  it('lets the frame be framed, the docs frame their own, and nothing else', () => {
    const said = (path: string) =>
      /frame-src [^;]*; frame-ancestors [^;]*/.exec([...headersFor(path, policy)].join(';'))?.[0];
    expect(said('/embed')).toBe("frame-src 'none'; frame-ancestors *");
    expect(said('/docs')).toBe("frame-src 'self'; frame-ancestors 'none'");
    for (const path of ['/', '/paste', '/c/some-id', '/compare', '/docs/', '/embed/x']) {
      expect(said(path)).toBe("frame-src 'none'; frame-ancestors 'none'");
    }
  });

  it.each(ADDRESSES)(
    'allows on %s scripts and styles of this site alone, and no markup made of text',
    (address) => {
      const sent = headersFor(address.replace(/\?.*/, ''), policy).get('Content-Security-Policy') ?? '';
      const said = new Map(
        sent.split('; ').map((each) => [each.replace(/ .*/, ''), each.replace(/^\S+ ?/, '')]),
      );
      const [framed, framing] = [said.get('frame-ancestors'), said.get('frame-src')];
      expect(Object.fromEntries(said)).toEqual({
        'default-src': "'none'",
        // The library's engine is WebAssembly; the frame has none.
        'script-src': framed === '*' ? "'self'" : "'self' 'wasm-unsafe-eval'",
        'style-src': "'self'",
        'img-src': "'self' blob:",
        'font-src': "'self'",
        'connect-src': "'self'",
        'worker-src': "'self'",
        'manifest-src': "'self'",
        'base-uri': "'none'",
        'form-action': "'none'",
        'object-src': "'none'",
        'frame-src': framing,
        'frame-ancestors': framed,
        'require-trusted-types-for': "'script'",
      });
    },
  );
});
