// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  checkedBase,
  EMBED_PAGE,
  framedBy,
  headersFor,
  originsIn,
  trusting,
} from '../../../scripts/static-host.mjs';

const page = readFileSync(EMBED_PAGE, 'utf8');
const rules = readFileSync('public/_headers', 'utf8');

describe('a list of who may frame', () => {
  const list = ['https://dashboard.example.com', 'http://127.0.0.1:8080'];

  it('is read as origins, exactly', () => {
    expect(originsIn(` ${list.join(',\n')} `)).toEqual(list);
    expect(originsIn()).toEqual([]);
    for (const wrong of [
      '*',
      'null',
      'https://a.example/',
      'a.example',
      'HTTPS://a.example',
      'ftp://a.example',
    ]) {
      expect(() => originsIn(`https://b.example ${wrong}`)).toThrow('is no origin');
    }
  });

  it('is told to the frame, and to browsers for the frame alone', () => {
    expect(trusting(page, list)).toContain(`origins" content="${list.join(' ')}"`);
    const policy = (path: string) => headersFor(path, framedBy(rules, list)).get('Content-Security-Policy');
    expect(policy('/embed')).toContain(`frame-ancestors 'self' ${list.join(' ')};`);
    for (const path of ['/', '/docs', '/c/some-id']) expect(policy(path)).toContain("frame-ancestors 'none'");
  });

  it('is not lost in silence where its place is gone', () => {
    expect(() => trusting('<html></html>', list)).toThrow('EMBED_ORIGINS');
    expect(() => framedBy('/embed\n  X: y', list)).toThrow('EMBED_ORIGINS');
  });

  it('changes nothing where there is none', () => {
    expect(trusting(page, [])).toBe(page);
    expect(framedBy(rules, [])).toBe(rules);
  });
});

describe('the path of the site', () => {
  it.each(['/', '/timeline/', '/a/b', undefined])('may be %s', (base) => {
    expect(checkedBase(base)).toBe(base ?? '/');
  });

  it.each(['./', '', '../', 'timeline/', '//cdn.example/', 'https://cdn.example/timeline/'])(
    'may not be %s: the frame and deep links would look for their scripts elsewhere',
    (base) => {
      expect(() => checkedBase(base)).toThrow('BASE_PATH');
    },
  );
});
