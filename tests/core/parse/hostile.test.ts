import { describe, expect, it } from 'vitest';
import {
  buildTimeline,
  exportConversations,
  type ParseResult,
  parseConversations,
} from '../../../src/core/index';

const participantOf = (result: ParseResult) => result.conversations[0]?.observations[0]?.participants[0];

/** As everything that is read: a clone and a trip through JSON change nothing. */
function survives(result: ParseResult): void {
  expect(structuredClone(result)).toEqual(result);
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  for (const conversation of result.conversations) {
    const timeline = buildTimeline(conversation);
    expect(structuredClone(timeline)).toEqual(timeline);
    expect(JSON.parse(JSON.stringify(timeline))).toEqual(timeline);
  }
  const again = parseConversations(exportConversations(result.conversations));
  expect(again.conversations).toEqual(result.conversations);
}

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
  '',
];

describe('hostile keys', () => {
  it('survive among the attributes', () => {
    const attributes = KEYS.map((key) => `${JSON.stringify(key)}: "value of ${key}"`).join(',');
    const result = parseConversations(`{"participants":[{"id":"p","attributes":{${attributes}}}]}`);
    expect(participantOf(result)?.attributes).toEqual(KEYS.map((key) => [key, `value of ${key}`]));
    survives(result);
  });

  it.each([
    ['a participant', (keys: string) => `{"participants":[{"id":"p",${keys}}]}`],
    ['a conversation', (keys: string) => `{"id":"c",${keys},"participants":[{"id":"p"}]}`],
    [
      'a communication',
      (keys: string) => `{"participants":[{"id":"p","calls":[{"id":"x","state":"connected",${keys}}]}]}`,
    ],
    ['a reference', (keys: string) => `{"participants":[{"id":"p","user":{${keys}}}]}`],
    ['unknown values', (keys: string) => `{"participants":[{"id":"p","new":{${keys}}}]}`],
    [
      'an event',
      (keys: string) =>
        `{"topicName":"v2.users.u.conversations","eventBody":{"id":"c","participants":[{"id":"p",${keys}}],${keys}},${keys}}`,
    ],
    ['a listing', (keys: string) => `{${keys},"entities":[{"id":"c","participants":[{"id":"p",${keys}}]}]}`],
  ])('of %s harm nothing', (_, text) => {
    const keys = KEYS.map((key) => `${JSON.stringify(key)}: {"polluted": true, "purpose": "agent"}`).join(
      ',',
    );
    const result = parseConversations(text(keys));
    expect(result.problems).toEqual([]);
    expect(participantOf(result)?.id).toBe('p');
    expect(participantOf(result)?.purpose).toBeUndefined();
    expect(JSON.stringify(result).split('"polluted"').length).toBeGreaterThanOrEqual(
      text('').includes('entities') ? KEYS.length : 2,
    );
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    survives(result);
  });

  it('do not make a shape', () => {
    const input = JSON.parse('{"__proto__": {"participants": [{"id": "p"}], "topicName": "x"}}') as unknown;
    expect(parseConversations(input)).toMatchObject({ conversations: [], format: 'unknown' });
  });

  it('are harmless as ids', () => {
    const participants = KEYS.map((id) => ({
      id,
      purpose: id,
      controlling: KEYS,
      peer: id,
      cobrowseSessionId: id,
      state: id,
    }));
    const result = parseConversations({ id: '__proto__', participants });
    expect(result.conversations).toMatchObject([{ id: '__proto__' }]);
    survives(result);
  });

  it('are harmless as topics and names', () => {
    for (const key of KEYS) {
      const input = [
        { topicName: `v2.users.u.conversations.${key}`, eventBody: { participants: [] } },
        { topicName: key, eventBody: {} },
        { format: key, conversations: [{ id: key, participants: [] }] },
      ];
      expect(parseConversations(input).conversations.length).toBeGreaterThan(0);
    }
  });
});

describe('depth', () => {
  const nest = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels);
  const bomb = nest('[', ']', 100_000);
  const objects = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;

  it.each([
    ['lists', bomb],
    ['objects', objects],
    ['listings', `${'{"entities":['.repeat(50_000)}${']}'.repeat(50_000)}`],
    ['conversations', `${'{"participants":['.repeat(50_000)}${']}'.repeat(50_000)}`],
    ['lists never closed', '['.repeat(100_000)],
    ['objects never closed', '{"participants":['.repeat(50_000)],
    ['lines', `${bomb}\n${objects}`],
    [
      'event bodies',
      `${'{"topicName":"v2.users.u.conversations","eventBody":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    ],
    [
      'envelopes',
      `${'{"detail-type":"v2.users.u.conversations","detail":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    ],
  ])('of %s does no harm, and is told', (_, text) => {
    const result = parseConversations(text);
    expect(result.problems.length).toBeGreaterThan(0);
    expect(result.problems.length).toBeLessThan(10);
    survives(result);
  });

  it.each([
    'name',
    'startTime',
    'held',
    'user',
    'attributes',
    'calls',
    'disconnectReasons',
    'new',
    'controlling',
    'evaluations',
  ])('in %s costs no more than that field', (name) => {
    for (const value of [bomb, objects, `{"x":${bomb}}`, `[{"x":${bomb},"disconnectReasons":${bomb}}]`]) {
      const result = parseConversations(
        `{"id":"c","participants":[{"id":"p","${name}":${value}},{"id":"q","name":"Q"}]}`,
      );
      expect(result.conversations[0]?.observations[0]?.participants).toMatchObject([
        { id: 'p' },
        { id: 'q', name: 'Q' },
      ]);
      const told = result.problems.filter(({ code }) => code === 'truncated-input');
      expect(told.length).toBeGreaterThan(0);
      for (const { pointers } of told) expect(pointers[0]).toContain(`/participants/0/${name}`);
      survives(result);
    }
  });

  it.each([
    ['a participant', `{"id":"c","participants":[${bomb}]}`],
    [
      'a topic',
      `{"detail-type":"v2.users.u.conversations","detail":{"topicName":${bomb},"eventBody":${bomb}}}`,
    ],
    ['a HAR entry', `{"log":{"entries":[${bomb}]}}`],
    ['a HAR text', JSON.stringify({ log: { entries: [{ response: { content: { text: bomb } } }] } })],
    ['the version of an export', `{"format":"participant-timeline","version":${bomb},"conversations":[]}`],
    ['an exported conversation', `{"format":"participant-timeline","version":1,"conversations":[${bomb}]}`],
  ])('in place of %s is told', (_, text) => {
    const result = parseConversations(text);
    expect(result.problems.length).toBeGreaterThan(0);
    survives(result);
  });

  it('up to the limit is kept', () => {
    const deep = JSON.parse(nest('[', ']', 500)) as unknown;
    const result = parseConversations(JSON.stringify({ participants: [{ id: 'p', new: deep }] }));
    expect(result.problems).toEqual([]);
    expect(participantOf(result)?.unknownFields).toEqual([['new', deep]]);
    survives(result);
  });
});

describe('objects that JSON could not hold', () => {
  it('may contain themselves', () => {
    const participant: { [key: string]: unknown } = { id: 'p', purpose: 'agent' };
    participant['self'] = participant;
    const conversation: { [key: string]: unknown } = { id: 'c', participants: [participant, participant] };
    conversation['self'] = conversation;
    const result = parseConversations(conversation);
    expect(result.conversations[0]?.observations[0]?.participants).toHaveLength(2);
    expect(result.problems.map(({ code }) => code)).toContain('truncated-input');
    survives(result);
    const list: unknown[] = [];
    list.push(list, list);
    expect(parseConversations(list).conversations).toEqual([]);
  });

  it('may throw when they are read', () => {
    const trap = new Proxy({}, { get: () => fail(), ownKeys: () => fail(), getPrototypeOf: () => fail() });
    function fail(): never {
      throw new Error('gotcha');
    }
    const getter = {
      id: 'c',
      participants: [
        {
          id: 'p',
          get name() {
            return fail();
          },
        },
      ],
    };
    expect(participantOf(parseConversations(getter))?.id).toBe('p');
    for (const input of [trap, [trap], { participants: [trap] }]) survives(parseConversations(input));
  });

  it.each([
    [undefined],
    [null],
    [true],
    [0],
    [Number.NaN],
    [10n],
    [Symbol('x')],
    [() => 1],
    [new Date(Number.NaN)],
    [new Map([['participants', []]])],
    [new Set([1])],
    [/x/],
    [new Error('x')],
    [new ArrayBuffer(3)],
    [new DataView(new ArrayBuffer(3))],
    [Object.create(null)],
    [new Proxy([], {})],
  ])('are no reason to throw: %s', (input: unknown) => {
    const result = parseConversations(input);
    expect(result.conversations).toEqual([]);
    expect(result.problems.length).toBeGreaterThan(0);
    survives(result);
  });

  it('are not changed, and not shared', () => {
    const input = {
      id: 'c',
      participants: [{ id: 'p', mediaRoles: ['a'], attributes: { k: { deep: 1 } }, new: [1] }],
    };
    const before = structuredClone(input);
    const result = parseConversations(input);
    const after = structuredClone(result);
    expect(input).toEqual(before);
    input.participants[0]?.mediaRoles.push('b');
    input.participants[0]?.new.push(2);
    expect(result).toEqual(after);
  });
});

describe('bytes', () => {
  const text = '{"id":"c","participants":[{"id":"p","name":"Zoë 名 😀"}]}';
  const utf8 = new TextEncoder().encode(text);
  const bom = Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8);
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);

  it.each([
    ['UTF-8', utf8],
    ['UTF-8 with a byte order mark', bom],
    ['UTF-16 with a byte order mark', utf16],
    ['a buffer', Buffer.from(text)],
    ['an array buffer', utf8.buffer.slice(0, utf8.length)],
    ['a part of a buffer', new Uint8Array([...bom, 0x20, 0x7d]).subarray(3, bom.length)],
  ])('as %s are read like text', (_, bytes) => {
    expect(parseConversations(bytes)).toEqual(parseConversations(text));
  });

  it('that are no text are told', () => {
    for (const bytes of [
      new Uint8Array(),
      Uint8Array.of(0xff),
      Uint8Array.of(0x1f, 0x8b, 8, 0, 0),
      new Uint8Array(99),
    ]) {
      const { conversations, problems } = parseConversations(bytes);
      expect(conversations).toEqual([]);
      expect(problems).toMatchObject([{ code: 'invalid-json', line: 1, column: 1 }]);
    }
  });

  it('do not move columns by their mark', () => {
    const broken = '{"id" 5}';
    const told = (input: unknown) =>
      parseConversations(input).problems.filter(({ code }) => code === 'invalid-json');
    expect(told(`\uFEFF${broken}`)).toEqual(told(broken));
    expect(told(Uint8Array.of(0xef, 0xbb, 0xbf, ...new TextEncoder().encode(broken)))).toEqual(told(broken));
    expect(told(broken)).toMatchObject([{ line: 1, column: 7 }]);
  });
});
