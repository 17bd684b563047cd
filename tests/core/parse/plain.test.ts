import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConversations } from '../../../src/core/index';
import { plainJson } from '../../../src/core/parse/plain';

function thrower(): never {
  throw new Error('no');
}

describe('plain JSON from objects', () => {
  it('copies JSON as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.stringify(plainJson(JSON.parse(text)).value)).toBe(text);
      }),
    );
  });

  it('copies: nothing is shared with the input', () => {
    const input = { a: [{ b: 1 }] };
    const { value } = plainJson(input);
    expect(value).toEqual(input);
    input.a.push({ b: 2 });
    expect(value).toEqual({ a: [{ b: 1 }] });
  });

  it.each<[string, unknown, unknown]>([
    ['functions, symbols, undefined', { a: () => 1, b: Symbol('s'), c: undefined, d: 1 }, { d: 1 }],
    ['the same in a list', [() => 1, undefined, 2], [null, null, 2]],
    ['numbers that JSON lacks', [Number.NaN, Number.POSITIVE_INFINITY], [null, null]],
    ['bigints', [5n, 2n ** 80n], [5, String(2n ** 80n)]],
    ['dates', [new Date(0), new Date(Number.NaN)], ['1970-01-01T00:00:00.000Z', 'Invalid Date']],
    ['boxed values', [Object('a'), Object(1), Object(false)], ['a', 1, false]],
    ['maps and sets', { m: new Map([['a', 1]]), s: new Set([1, 2]) }, { m: [['a', 1]], s: [1, 2] }],
    ['binary data', { a: new Uint8Array(9), b: new ArrayBuffer(9) }, { a: null, b: null }],
    ['toJSON', { toJSON: thrower, a: 1 }, { a: 1 }],
    ['inherited keys', Object.create({ a: 1 }), {}],
    ['nothing', undefined, null],
  ])('%s', (_, input, value) => {
    expect(plainJson(input)).toEqual({ value, problems: [] });
  });

  it('keeps a date without a time as a text, which is no time where one should be', () => {
    const call = { id: 'c', state: 'connected', connectedTime: new Date(0), startHoldTime: new Date('soon') };
    const { problems } = parseConversations({ participants: [{ id: 'a', calls: [call] }] });
    expect(problems).toMatchObject([
      { code: 'invalid-time', pointers: ['/participants/0/calls/0/startHoldTime'] },
    ]);
  });

  it('keeps __proto__ as a key', () => {
    const { value } = plainJson(JSON.parse('{"__proto__":{"bad":true},"constructor":1}'));
    expect(JSON.stringify(value)).toBe('{"__proto__":{"bad":true},"constructor":1}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('survives getters and proxies that throw', () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const hostile = new Proxy({}, { get: thrower, ownKeys: thrower, getPrototypeOf: thrower });
    const getter = Object.defineProperty({ b: 2 }, 'a', { get: thrower, enumerable: true });
    const { value, problems } = plainJson({ getter, revoked: revoked.proxy, hostile, fine: 1 });
    expect(value).toMatchObject({ getter: { b: 2 }, fine: 1 });
    expect(problems.map(({ pointers }) => pointers[0])).toEqual(['/getter/a', '/revoked', '/hostile']);
    expect(plainJson(hostile).value).toBeNull();
  });

  it('cuts cycles, and names the place', () => {
    const list: unknown[] = [];
    const input = { a: { 'b/c': list } };
    list.push(input);
    expect(plainJson(input)).toMatchObject({
      value: { a: { 'b/c': [null] } },
      problems: [{ code: 'truncated-input', severity: 'error', pointers: ['/a/b~1c/0'] }],
    });
    const shared = { x: 1 };
    expect(plainJson([shared, shared])).toEqual({ value: [shared, shared], problems: [] });
  });

  it('cuts what is nested too deep', () => {
    let deep: unknown[] = [];
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(plainJson(deep).problems).toMatchObject([
      { code: 'truncated-input', pointers: ['/0'.repeat(512)] },
    ]);
  });

  it('takes sparse lists', () => {
    const sparse: unknown[] = [];
    sparse[3] = 1;
    expect(plainJson(sparse).value).toEqual([null, null, null, 1]);
    const { value, problems } = plainJson({ a: Object.assign([], { length: 4e9 }), b: 1 });
    expect(value).toEqual({ a: [], b: 1 });
    expect(problems).toHaveLength(1);
  });

  it('takes no fewer empty places in a row for the rest of a list', () => {
    const sparse = (length: number) => plainJson(Object.assign([], { length })).problems.length;
    expect([sparse(99_999), sparse(100_000)]).toEqual([0, 1]);
    const filled: unknown[] = Object.assign([], { 60_000: 1, 120_001: 1 });
    expect(plainJson(filled).problems).toEqual([]);
  });

  it('tells of the first twenty things that are left out', () => {
    const cycle: unknown[] = [];
    for (let place = 0; place < 30; place++) cycle.push(cycle);
    expect(plainJson(cycle).problems).toHaveLength(20);
  });

  it('bounds what is shared again and again, and keeps what stands beside it', () => {
    let doubled: unknown = [];
    for (let level = 0; level < 20; level += 1) doubled = [doubled, doubled];
    const { conversations, problems } = parseConversations([
      doubled,
      { id: 'c', participants: [{ id: 'p' }] },
    ]);
    expect(conversations.map(({ id }) => id)).toEqual(['c']);
    expect(problems.length).toBeLessThan(100_000);
    expect(problems[0]).toMatchObject({
      code: 'truncated-input',
      message: 'The input holds a value shared too often, which was left out',
    });
  });

  it('writes out what is shared by many', () => {
    const queue = { id: 'q', name: 'Billing' };
    const { value, problems } = plainJson(Array.from({ length: 150_000 }, () => queue));
    expect(problems).toEqual([]);
    expect(value).toHaveLength(150_000);
    expect((value as unknown[]).every((one) => JSON.stringify(one) === '{"id":"q","name":"Billing"}')).toBe(
      true,
    );
  });

  it('ends on objects without end', { timeout: 60_000 }, () => {
    const endless: object = new Proxy([], { get: (_, key) => (key === 'length' ? 1e9 : endless) });
    expect(plainJson(endless).problems.length).toBeGreaterThan(0);
  });
});
