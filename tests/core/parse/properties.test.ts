import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildTimeline,
  exportConversations,
  measure,
  type ParseResult,
  parseConversations,
} from '../../../src/core/index';
import { analyticsConversation, eventStream, restConversation } from '../../fixtures/generate.mjs';
import { cobrowseMediaParticipant, participant } from '../../fixtures/seed-fields';

const SAMPLES = 'public/samples';
const samples = readdirSync(SAMPLES).map(
  (name) => [name, readFileSync(`${SAMPLES}/${name}`, 'utf8')] as const,
);

/** JSON has no negative zero. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function holds(result: ParseResult): true {
  expect(structuredClone(result)).toEqual(result);
  expect(plain(result)).toEqual(result);
  const again = parseConversations(exportConversations(result.conversations));
  expect(again.conversations).toEqual(result.conversations);
  expect(again.problems).toEqual([]);
  return true;
}

/** An object is read as its text is, which tells the place of each error besides; a text is text already. */
function sameAsText(input: unknown, result: ParseResult): void {
  const isText = typeof input === 'string';
  const { problems, ...read } = parseConversations(isText ? input : JSON.stringify(input));
  const placed = problems.filter(({ line, column }) => line !== undefined && column !== undefined);
  expect(placed).toEqual(problems.filter(({ severity }) => severity === 'error'));
  const told = (all: ParseResult['problems']) =>
    all.map((one) => ({ ...one, line: undefined, column: undefined }));
  expect({ ...read, problems: told(problems) }).toEqual({ ...result, problems: told(result.problems) });
}

/** Nothing may throw, however the conversation came to be. */
function builds(result: ParseResult, now?: number): true {
  for (const conversation of result.conversations) {
    const timeline = buildTimeline(conversation, now === undefined ? {} : { now });
    expect(structuredClone(timeline)).toEqual(timeline);
    measure(timeline);
  }
  return true;
}

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 1;

const RUNS = Number(process.env['FUZZ'] ?? 1);

const NAMES = [
  ...[...cobrowseMediaParticipant, ...participant].map(({ name }) => name),
  ...'id participants conversations entities log entries response content text topicName eventBody detail detail-type'.split(
    ' ',
  ),
  ...'conversationId sessions segments segmentStart segmentEnd segmentType sessionId mediaType metrics peerId'.split(
    ' ',
  ),
  ...'disconnectedTime afterCallWork recentTransfers format version observations __proto__ constructor'.split(
    ' ',
  ),
];

/** Values that mean something to the reader, so that it gets beyond the first look. */
const WORDS: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  '2026-11-19T09:00:00Z',
  '2026-11-19T09:05:00.5+01:00',
  '2026-11-19T08:00:00',
  '+275760-09-13T00:00:00Z',
  'yesterday',
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00Z',
  'agent',
  'customer',
  'acd',
  'connected',
  'alerting',
  'terminated',
  'parked',
  'sharer',
  'viewer',
  'Hold',
  'interact',
  'wrapup',
  'p',
  'q',
  '__proto__',
  '',
  'v2.users.u.conversations',
  'v2.users.u.conversations.cobrowsesessions',
  'v2.detail.events.conversation.c.customer.start',
  'v2.detail.events.conversation.c.acw',
  'participant-timeline',
  0,
  1,
  -1,
  1e15,
  8.64e15,
  1e300,
  0.5,
  true,
  false,
  null,
  [],
  {},
);
const { value: lookalike } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    WORDS,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 8 })
      .map((entries): unknown => Object.fromEntries(entries)),
  ),
}));

describe('any input', () => {
  it('that JSON can hold gives a result that survives', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const input = plain(value);
        const result = parseConversations(input);
        sameAsText(input, result);
        expect(holds(result) && builds(result)).toBe(true);
      }),
      { numRuns: 300 * RUNS },
    );
  });

  it('that looks like conversation data gives a result that survives and builds', () => {
    fc.assert(
      fc.property(lookalike, (value) => {
        const result = parseConversations(value);
        sameAsText(value, result);
        expect(holds(result) && builds(result)).toBe(true);
      }),
      { numRuns: 1000 * RUNS },
    );
  });

  it('of participants with any fields builds, with any now', () => {
    const fields = fc
      .array(fc.tuple(fc.constantFrom(...NAMES), lookalike), { maxLength: 12 })
      .map((entries) => Object.fromEntries(entries) as object);
    const now = fc.oneof(fc.constant(undefined), fc.double(), fc.integer());
    fc.assert(
      fc.property(fc.array(fields, { minLength: 1, maxLength: 4 }), now, (participants, at) => {
        expect(builds(parseConversations({ ...participants[0], id: 'c', participants }), at)).toBe(true);
      }),
      { numRuns: 1000 * RUNS },
    );
  });

  it('of any text gives a result', () => {
    const parts = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          '"',
          ':',
          ',',
          '\n',
          '{"participants":[',
          '{"id":"a","state":"connected"}',
        ),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(parts, (texts) => {
        const result = parseConversations(texts.join(''));
        expect(holds(result) && builds(result)).toBe(true);
        const placed = result.problems.filter(
          ({ severity, line }) => severity === 'error' || line !== undefined,
        );
        expect(placed.flatMap(({ line, column }) => [line, column]).every(isCount)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('of any bytes gives a result', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(holds(parseConversations(bytes))).toBe(true);
      }),
    );
  });

  it('of any object gives a result', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      withNullPrototype: true,
      withBoxedValues: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        expect(parseConversations(value)).toHaveProperty('problems');
      }),
      { numRuns: 1000 },
    );
  });
});

const PAYLOADS: [string, (seed: number) => unknown][] = [
  ['a REST conversation', restConversation],
  ['an analytics conversation', analyticsConversation],
  ['an event stream', eventStream],
  [
    'a HAR of all',
    (seed) => ({
      log: {
        entries: [restConversation(seed), eventStream(seed)].map((body) => ({
          startedDateTime: '2026-11-19T09:00:00Z',
          response: { content: { text: JSON.stringify(body) } },
        })),
      },
    }),
  ],
];

describe.each(PAYLOADS)('%s', (_, generate) => {
  it('is read without a problem, round-trips and builds', () => {
    for (let seed = 0; seed < 25; seed++) {
      const result = parseConversations(generate(seed));
      expect(result.problems).toEqual([]);
      expect(parseConversations(JSON.stringify(generate(seed), undefined, 1))).toEqual(result);
      expect(holds(result) && builds(result)).toBe(true);
    }
  });

  it('builds with any now', () => {
    const now = fc.oneof(
      fc.double(),
      fc.maxSafeInteger(),
      fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, 8.64e15, -8.64e15, 1e300),
    );
    fc.assert(
      fc.property(fc.nat(50), now, (seed, at) => {
        expect(builds(parseConversations(generate(seed)), at)).toBe(true);
      }),
      { numRuns: 40 * RUNS },
    );
  });

  it('is read and built however it is damaged', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.oneof(WORDS, lookalike)), { minLength: 1, maxLength: 12 }),
        (seed, damages) => {
          const payload = plain(generate(seed));
          for (const [place, how, value] of damages) damage(payload, { place, how, value });
          const result = parseConversations(payload);
          expect(holds(result) && builds(result)).toBe(true);
        },
      ),
      { numRuns: 100 * RUNS },
    );
  });

  it('cut off anywhere keeps what it can', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.double({ min: 0, max: 1, noNaN: true }), (seed, part) => {
        const text = JSON.stringify(generate(seed));
        const result = parseConversations(text.slice(0, Math.floor(text.length * part)));
        expect(holds(result) && builds(result)).toBe(true);
      }),
      { numRuns: 40 * RUNS },
    );
  });
});

/** Deletes, wraps, replaces or swaps one value of a payload, in place. */
function damage(
  payload: unknown,
  { place, how, value }: { place: number; how: number; value: unknown },
): void {
  const spots: [object, string][] = [];
  const walk = (holder: unknown): void => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const key of Object.keys(holder)) {
      spots.push([holder, key]);
      walk(Reflect.get(holder, key));
    }
  };
  walk(payload);
  const spot = spots[place % Math.max(1, spots.length)];
  if (spot === undefined) return;
  const [object, key] = spot;
  const other: unknown = Reflect.get(spots[(place * 7) % spots.length]?.[0] ?? {}, key);
  if (how === 0 && !Array.isArray(object)) Reflect.deleteProperty(object, key);
  else if (how === 1) Reflect.set(object, key, [Reflect.get(object, key)]);
  else if (how === 2 && typeof other !== 'object') Reflect.set(object, key, other ?? value);
  else Reflect.set(object, key, structuredClone(value));
}

describe.each(samples)('%s', (_, text) => {
  it('round-trips and builds, with any now', () => {
    const result = parseConversations(text);
    expect(result.conversations.length).toBeGreaterThan(0);
    holds(result);
    for (const now of [undefined, 0, 8.64e15, Number.NaN, Date.UTC(2026, 10, 19)]) builds(result, now);
  });
});
