import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageOf, PROTOCOL, VERSION } from '../../src/embed/protocol';
import { isTooLarge } from '../../src/embed/page/bounds';
import { readMessage } from '../../src/embed/page/requests';
import { settingsFrom } from '../../src/embed/page/settings';
import { listedOrigins, trustOf } from '../../src/embed/page/trust';

describe('which page a frame trusts', () => {
  const search = (...origins: string[]) =>
    `?theme=dark${origins.map((origin) => `&parentOrigin=${encodeURIComponent(origin)}`).join('')}`;

  it('is one that is named exactly as browsers spell it', () => {
    for (const origin of ['https://a.example', 'http://127.0.0.1:8080', 'https://xn--bcher-kva.example']) {
      expect(trustOf(search(origin), [])).toEqual({ kind: 'trusted', origin });
    }
  });

  it.each([
    '',
    '*',
    'null',
    'a.example',
    'https://a.example/',
    'https://a.example/path',
    'https://a.example:443',
    'https://A.example',
    'https://user@a.example',
    'https://*.example',
    'https://bücher.example',
    ' https://a.example',
    'data:text/html,x',
    'blob:https://a.example/1',
    'file:///',
    'javascript:alert(1)',
    'ftp://a.example',
    'about:blank',
  ])('is not %j', (origin) => {
    expect(trustOf(search(origin), [])).toEqual({ kind: 'refused', reason: 'malformed' });
  });

  it('is one only, and one on the list where there is a list', () => {
    const [one, two] = ['https://a.example', 'https://b.example'];
    expect(trustOf(search(one, two), [])).toEqual({ kind: 'refused', reason: 'several' });
    expect(trustOf(search(one), [one, two])).toEqual({ kind: 'trusted', origin: one });
    expect(trustOf(search(one), [two])).toEqual({ kind: 'refused', reason: 'not-listed' });
    expect(trustOf(search(one), listedOrigins(' nonsense '))).toMatchObject({ reason: 'not-listed' });
    expect(listedOrigins(`\n${one}  ${two},`)).toEqual([one, two]);
    expect(listedOrigins('')).toEqual([]);
  });

  it('is nobody where the address names nobody', () => {
    expect(trustOf('', [])).toEqual({ kind: 'none' });
    expect(trustOf('?parentorigin=https://a.example', [])).toEqual({ kind: 'none' });
  });
});

describe('a message', () => {
  const message = (more: object) => ({ protocol: PROTOCOL, version: VERSION, ...more });

  it('bears the names that others write', () => {
    expect(messageOf('ping', undefined, 'a')).toEqual({
      protocol: 'participant-timeline',
      version: 1,
      type: 'ping',
      id: 'a',
    });
  });

  it('that is not ours is nobody’s business', () => {
    for (const data of [undefined, null, 1, 'ready', [], {}, { type: 'ping' }, { protocol: 'other' }]) {
      expect(readMessage(data)).toEqual({ kind: 'chatter' });
    }
  });

  it('never makes the reading of it throw, and is never half understood', () => {
    const anything = fc.anything({ withMap: true, withDate: true, withTypedArray: true, withBigInt: true });
    const type = fc.constantFrom('ping', 'load', 'setView', 'setTheme', 'setTimeZone', 'setLocale', 'export');
    fc.assert(
      fc.property(fc.oneof(type, anything), anything, anything, (type, id, payload) => {
        const heard = readMessage(message({ type, id, payload }));
        expect(['request', 'fault']).toContain(heard.kind);
        const usable = typeof id === 'string' || Number.isFinite(id);
        expect('id' in heard ? heard.id : undefined).toBe(usable ? id : undefined);
      }),
    );
  });

  it('takes a payload by its name and by itself', () => {
    const read = (type: string, payload: unknown) => readMessage(message({ type, payload }));
    for (const payload of ['dark', { theme: 'dark' }]) {
      expect(read('setTheme', payload)).toMatchObject({ request: { theme: 'dark' } });
    }
    for (const payload of ['Europe/Berlin', { timeZone: 'Europe/Berlin' }]) {
      expect(read('setTimeZone', payload)).toMatchObject({ request: { timeZone: 'Europe/Berlin' } });
    }
    for (const payload of [undefined, null, { timeZone: null }]) {
      expect(read('setTimeZone', payload)).toMatchObject({
        kind: 'request',
        request: { type: 'setTimeZone' },
      });
    }
    for (const payload of [{ participants: [] }, { conversation: { participants: [] } }]) {
      expect(read('load', payload)).toMatchObject({
        request: { load: { conversation: { participants: [] } } },
      });
    }
    expect(read('load', new ArrayBuffer(2))).toMatchObject({
      request: { load: { conversation: new Uint8Array(2) } },
    });
    expect(read('export', 'png')).toMatchObject({ request: { wanted: { format: 'png' } } });
    expect(read('export', { format: 'svg', theme: 'nonsense', width: Number.NaN, scale: 9e9 })).toEqual({
      kind: 'request',
      request: { type: 'export', wanted: { format: 'svg', scale: 8 } },
    });
    expect(read('setView', { view: { clock: 'elapsed' } })).toMatchObject({
      request: { view: { clock: 'elapsed' } },
    });
  });
});

describe('a request', () => {
  const read = (type: string, payload?: unknown, id?: unknown) =>
    readMessage({ protocol: PROTOCOL, version: VERSION, type, payload, id });

  it.each([
    ['setView', undefined],
    ['setView', 7],
    ['setView', []],
    ['setView', { view: 'all' }],
    ['setTheme', 'red'],
    ['setTheme', 7],
    ['setTimeZone', 'Mars/Olympus'],
    ['setTimeZone', 7],
    ['setLocale', 'not a tag'],
    ['setLocale', { locale: 7 }],
    ['load', undefined],
    ['load', null],
    ['load', { conversation: null }],
    ['load', { conversation: undefined }],
    ['export', undefined],
    ['export', 'pdf'],
    ['export', { format: 'gif' }],
  ])('%s that brings %j is told so', (type, payload) => {
    const fault = { kind: 'fault', id: 'a', fault: { code: 'invalid-payload' } };
    expect(read(type, payload, 'a')).toMatchObject(fault);
  });

  it('has an id that is a short text or a number, or none', () => {
    for (const id of ['', 'x'.repeat(1000), 0, -1.5])
      expect(read('ping', undefined, id)).toMatchObject({ id });
    for (const id of ['x'.repeat(1001), Number.NaN, Number.POSITIVE_INFINITY, null, {}, true]) {
      expect(read('ping', undefined, id)).toEqual({
        kind: 'fault',
        fault: { code: 'invalid-message', message: expect.any(String) },
      });
    }
  });

  it('of another version or type is told so under its id', () => {
    const message = { protocol: PROTOCOL, version: 2, type: 'ping', id: 'a' };
    expect(readMessage(message)).toMatchObject({ id: 'a', fault: { code: 'unsupported-version' } });
    expect(read('loaded', undefined, 'a')).toMatchObject({ id: 'a', fault: { code: 'unknown-type' } });
  });

  it('for what is larger than a frame reads is told so', () => {
    expect(read('load', new Uint8Array(64_000_001))).toMatchObject({ fault: { code: 'too-large' } });
  });

  it('may take a setting back', () => {
    for (const none of [undefined, null]) {
      expect(read('setTheme', none)).toMatchObject({ request: { theme: 'system' } });
      for (const type of ['setTimeZone', 'setLocale']) {
        expect(read(type, none)).toEqual({ kind: 'request', request: { type } });
      }
    }
    expect(read('setLocale', 'de')).toMatchObject({ request: { locale: 'de' } });
  });

  it('for a picture says how it is to be', () => {
    const sound = { format: 'png', theme: 'dark', width: 640, compact: false, scale: 3 };
    expect(read('export', { ...sound, more: 1 })).toEqual({
      kind: 'request',
      request: { type: 'export', wanted: sound },
    });
    for (const scale of [0, -1]) {
      expect(read('export', { format: 'svg', scale, compact: 'yes' })).toEqual({
        kind: 'request',
        request: { type: 'export', wanted: { format: 'svg' } },
      });
    }
  });
});

describe('a load', () => {
  const load = (more: object) =>
    readMessage({
      protocol: PROTOCOL,
      version: VERSION,
      type: 'load',
      payload: { conversation: { participants: [] }, ...more },
    });

  it('says what of it cannot be taken, and draws nothing else instead', () => {
    for (const wrong of [{ view: 'fit' }, { view: [] }, { now: 'today' }, { now: Number.NaN }]) {
      expect(load(wrong)).toMatchObject({ kind: 'fault', fault: { code: 'invalid-payload' } });
    }
  });

  it('may leave out what it does not care for', () => {
    for (const none of [{}, { view: null, now: null }, { view: undefined, now: undefined }]) {
      expect(load(none)).toMatchObject({ kind: 'request', request: { load: { now: undefined } } });
    }
    expect(load({ now: 5, view: { filter: 'a', clock: 'sundial' }, live: true })).toMatchObject({
      request: { load: { now: 5, view: { filter: 'a', clock: 'time' }, live: true } },
    });
    expect(load({ live: 'yes' })).toMatchObject({ request: { load: { live: false } } });
  });
});

describe('how a frame looks', () => {
  it('comes from fixed lists only', () => {
    expect(
      settingsFrom(
        '?theme=dark&timeZone=Asia/Tokyo&locale=de-DE&overlays=peers.-roles.nonsense&compact&toolbar=false&readOnly=false&clock=elapsed&dir=rtl&live',
      ),
    ).toMatchObject({
      live: true,
      theme: 'dark',
      timeZone: 'Asia/Tokyo',
      locale: 'de-DE',
      overlays: { peers: true, roles: false },
      compact: true,
      toolbar: false,
      readOnly: false,
      view: { clock: 'elapsed' },
      dir: 'rtl',
    });
    expect(settingsFrom('?theme=red&timeZone=Mars&locale=!&clock=sundial&dir=up')).toEqual({
      theme: 'system',
      timeZone: undefined,
      locale: undefined,
      dir: '',
      view: {},
      overlays: undefined,
      toolbar: true,
      readOnly: false,
      live: false,
      compact: false,
    });
    expect(settingsFrom('?readOnly&live=false&overlays=peers,coach')).toMatchObject({
      readOnly: true,
      live: false,
      overlays: { peers: true, coach: true },
    });
  });
});

it('what is too large is told without reading all of it', () => {
  expect(isTooLarge('x'.repeat(1000))).toBe(false);
  expect(isTooLarge(new Uint8Array(64_000_001))).toBe(true);
  expect(isTooLarge({ a: [1, { b: new Uint8Array(10) }] })).toBe(false);
  expect(isTooLarge({ bytes: new Uint8Array(5_000_000) })).toBe(false);
  expect(isTooLarge('x'.repeat(64_000_001))).toBe(true);
  const half = Array.from({ length: 2_000_001 });
  expect(isTooLarge([half, half])).toBe(true);
  let deep: object = {};
  for (let at = 0; at < 200_000; at++) deep = { deep };
  expect(isTooLarge(deep)).toBe(false);
  expect(isTooLarge(Array.from({ length: 4_000_001 }))).toBe(true);
  const text = 'x'.repeat(1_000_000);
  expect(isTooLarge(Array.from({ length: 70 }, () => ({ text })))).toBe(true);
});
