import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/core/model/conversation';
import type { Problem } from '../../../src/core/model/problem';
import { exportConversations } from '../../../src/core/parse/export';
import { LISTINGS } from '../../../src/core/parse/json/listings';
import { parseConversations } from '../../../src/core/parse/parse-conversations';
import { parseConversationStream, type StreamOptions } from '../../../src/core/parse/stream';
import { analyticsConversation, eventStream, restConversation } from '../../fixtures/generate.mjs';
import { iso as at } from '../../fixtures/stream';

const RUNS = Number(process.env['FUZZ'] ?? 1);

async function streamed(bytes: Uint8Array, size: number, options?: StreamOptions) {
  let from = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (from >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(from, (from += size)));
    },
  });
  const conversations: Conversation[] = [];
  const problems: Problem[] = [];
  for await (const item of parseConversationStream(stream, options)) {
    if ('conversation' in item) conversations.push(item.conversation);
    else problems.push(item.problem);
  }
  return { conversations, problems: sorted(problems) };
}

/** A stream tells a problem as soon as it is known, the whole in the order of the input. */
const sorted = (problems: readonly Problem[]) => problems.map((one) => JSON.stringify(one)).sort();

function whole(bytes: Uint8Array) {
  const { conversations, problems } = parseConversations(bytes);
  return { conversations, problems: sorted(problems) };
}

const call = { id: 'k', state: 'terminated', connectedTime: at(0), disconnectedTime: at(50) };
const participant = { id: 'a', purpose: 'agent', calls: [call] };
const conversation = (id: string) => ({ id, participants: [participant] });
const event = (id: string | undefined, state: string) => ({
  topicName: 'v2.users.u.conversations.calls',
  eventBody: { id, participants: [{ id: 'a', purpose: 'agent', state }] },
  timestamp: at(3),
});
const body = (value: unknown, encoding?: 'base64') => {
  const json = JSON.stringify(value);
  return { response: { content: { text: encoding ? btoa(json) : json, encoding } } };
};

/** One of each format; some share an id, so that they come together again. */
const KINDS: unknown[] = [
  conversation('c1'),
  conversation('c2'),
  participant,
  { id: 'f', purpose: 'agent', state: 'connected', connectedTime: at(1) },
  { _id: 'f2', purpose: 'agent', state: 'connected', connected_time: 'yesterday' },
  {
    id: 'c3',
    participants: [7, { id: 'b', purpose: 'agent', state: 'connected', connectedTime: '2026-02-30' }],
  },
  { entities: [conversation('c4'), 5] },
  analyticsConversation(3),
  restConversation(4),
  event('c1', 'alerting'),
  event('c1', 'connected'),
  event(undefined, 'disconnected'),
  { topicName: 'channel.metadata', eventBody: { message: 'WebSocket Heartbeat' } },
  {
    'detail-type': 'v2.detail.events.conversation.{id}.acd.start',
    time: at(1),
    detail: {
      eventBody: { eventTime: Date.parse(at(1)), conversationId: 'c2', participantId: 'q', sessionId: 's' },
    },
  },
  { log: { entries: [body(conversation('c1')), body(event('c5', 'connected'), 'base64'), {}] } },
  { attributes: {}, unread: JSON.parse(`${'['.repeat(600)}${']'.repeat(600)}`) },
  { ...conversation('deep'), unread: JSON.parse(`${'['.repeat(600)}${']'.repeat(600)}`) },
  { foo: 1 },
  [],
  5,
  'hello',
  null,
];

const value = fc.constantFrom(...KINDS);
const spaced = fc.constantFrom<[string | number | undefined, RegExp | undefined]>(
  [undefined, undefined],
  [2, undefined],
  ['\t', /\n/g],
);
/** Six hundred levels are mostly blanks then, and so many that documents are handed over one by one. */
function write(one: unknown, indent: string | number | undefined): string {
  const text = JSON.stringify(one, undefined, indent);
  return text.length > 100_000 ? JSON.stringify(one) : text;
}
const written = fc
  .tuple(value, spaced)
  .map(([one, [indent, ends]]) => (ends ? write(one, indent).replace(ends, '\r\n') : write(one, indent)));
const several = fc
  .tuple(
    fc.constantFrom('', '\uFEFF'),
    fc.array(written, { minLength: 1, maxLength: 5 }),
    fc.constantFrom('\n', '\r\n', ' ', '', ',\n', '\u001E'),
    fc.constantFrom('', '\n', '\r\n\r\n'),
  )
  .map(([mark, texts, between, end]) => `${mark}${texts.join(between)}${end}`);
const oneByLine = fc
  .array(value, { minLength: 2, maxLength: 6 })
  .map((values) => values.map((one) => JSON.stringify(one)).join('\n'));
const listed = fc
  .tuple(fc.array(value, { maxLength: 5 }), spaced, fc.constantFrom(undefined, ...LISTINGS))
  .map(([values, [indent], name]) =>
    write(name === undefined ? values : { total: 3, [name]: values, page: 1 }, indent),
  );
const generated = fc
  .tuple(fc.nat(20), fc.constantFrom('events', 'export'))
  .map(([seed, what]) =>
    what === 'events'
      ? JSON.stringify(eventStream(seed))
      : exportConversations(parseConversations(restConversation(seed)).conversations),
  );
const sound = fc.oneof(several, several, oneByLine, oneByLine, listed, generated);

const BITS =
  `{ } [ ] " : , \\ ' - é 😀 //x /* NaN true None 0x1 .5 1e \\u00e }{ ][ {"a":1} \`\`\`json <html> "x [[[ {"id":"z","participants":[ "participants":[{}],`
    .split(' ')
    .concat('\n', '\r', '\n{', '\u2028', '\uFEFF', '\u0000');

/** Where (as a part of the text), how much is taken away, and what is put in its place. */
const distortion = fc.record({
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  takes: fc.constantFrom(0, 0, 1, 1, 3, 40, 1e9),
  puts: fc.constantFrom('', '', ...BITS),
});
type Distortion = typeof distortion extends fc.Arbitrary<infer D> ? D : never;

function distort(text: string, { where, takes, puts }: Distortion): string {
  const from = Math.floor(where * text.length);
  return text.slice(0, from) + puts + text.slice(from + takes);
}

describe('a stream of little', () => {
  it('gives what the whole gives, whatever is wrong with it and however it is cut', async () => {
    const texts = fc
      .tuple(sound, fc.array(distortion, { maxLength: 3 }))
      // Of two byte order marks one is a character, which only the columns behind it tell.
      .map(([text, distortions]) => distortions.reduce(distort, text).replace(/^\uFEFF+/, '\uFEFF'));
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 900 }), async (text, size) => {
        const bytes = new TextEncoder().encode(text);
        const expected = whole(bytes);
        expect(await streamed(bytes, size)).toEqual(expected);
        expect(await streamed(bytes, bytes.length < 4000 ? 1 : bytes.length)).toEqual(expected);
      }),
      { numRuns: 250 * RUNS },
    );
  });

  it('does so when its bytes are no text', async () => {
    const flaw = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(0xff, 0xc3, 0xe2, 0xf0, 0x80, 0xed, 0xc0),
    );
    await fc.assert(
      fc.asyncProperty(
        sound,
        fc.array(flaw, { minLength: 1, maxLength: 3 }),
        fc.nat(60),
        async (text, flaws, size) => {
          // None in the first two, which tell the encoding.
          const bytes = new TextEncoder().encode(`  ${text.replace(/^\uFEFF/, '')}`);
          for (const [where, byte] of flaws) bytes[2 + Math.floor(where * (bytes.length - 2))] = byte;
          expect(await streamed(bytes, size + 1)).toEqual(whole(bytes));
        },
      ),
      { numRuns: 80 * RUNS },
    );
  });

  it.each(['\u00A0', '\u2028'])('does so where JSON has no such blank (%j)', async (blank) => {
    const line = JSON.stringify(conversation('c1'));
    const bytes = new TextEncoder().encode(`${line}\n${blank}\n${line}`);
    const expected = whole(bytes);
    expect(expected.problems).toHaveLength(1);
    expect(await streamed(bytes, 1)).toEqual(expected);
  });

  it('does so wherever a short one is cut in two', async () => {
    const text = `\uFEFF${JSON.stringify(event('é😀', 'alerting'))}\r\n{"id": "\\ud83d\\ude00", "participants": [nope]}\n${JSON.stringify(participant)}`;
    const bytes = new TextEncoder().encode(text);
    const expected = whole(bytes);
    expect(expected.problems).toHaveLength(2);
    for (let size = 1; size < bytes.length; size++) expect(await streamed(bytes, size)).toEqual(expected);
  });

  it('reads what lies beside too deep a part', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(KINDS[16]));
    const expected = whole(bytes);
    expect(expected.conversations.map(({ id }) => id)).toEqual(['deep']);
    expect(expected.problems[0]).toContain('truncated-input');
    expect(await streamed(bytes, 500)).toEqual(expected);
  });
});

/** Elements are read one by one, as in a list of more than a million characters. */
const LARGE: StreamOptions = { maxDocumentLength: 1500 };
const small = KINDS.filter(
  (one) => JSON.stringify(one).length < 1200 && !JSON.stringify(one).includes('"log"'),
);
const large = fc
  .tuple(
    fc.array(fc.constantFrom(...small), { minLength: 20, maxLength: 40 }),
    fc.constantFrom(undefined, ...LISTINGS),
    fc.constantFrom(undefined, 1),
  )
  .map(([values, name, indent]) =>
    JSON.stringify(name === undefined ? values : { total: 3, [name]: values, page: 1 }, undefined, indent),
  );

describe('a stream of much', () => {
  it('gives what the whole gives when it ends too early', async () => {
    await fc.assert(
      fc.asyncProperty(large, fc.double({ min: 0, max: 1, noNaN: true }), async (text, part) => {
        const bytes = new TextEncoder().encode(text.slice(0, Math.ceil(text.length * part)));
        expect(await streamed(bytes, 64, LARGE)).toEqual(whole(bytes));
      }),
      { numRuns: 60 * RUNS },
    );
  });

  it.each<[string, RegExp, (found: string) => string]>([
    ['a comma is missing', /\},\s*\{/g, (found) => found.replace(',', '')],
    ['a comma is too many', /[}\]]\s*(?=[}\]])/g, (found) => `${found},`],
    ['commas stand side by side', /,/g, () => ',,'],
    ['a value is none', /:\s*"20[^"]*"/g, () => ': NaN'],
  ])('and where %s', async (_, pattern, mend) => {
    await fc.assert(
      fc.asyncProperty(large, fc.nat(), async (text, which) => {
        const all = [...text.matchAll(pattern)];
        const found = all[which % all.length];
        fc.pre(found !== undefined);
        const end = found.index + found[0].length;
        const bytes = new TextEncoder().encode(text.slice(0, found.index) + mend(found[0]) + text.slice(end));
        expect(await streamed(bytes, 64, LARGE)).toEqual(whole(bytes));
      }),
      { numRuns: 25 * RUNS },
    );
  });
});

/** So much that broken text is read before all of it has come. */
function repeated(write: (n: number) => string, between: string, length = 150_000): string {
  const times = Math.ceil(length / write(1).length);
  return Array.from({ length: times }, (_, n) => write(n)).join(between);
}

describe('a stream of much that is broken throughout', () => {
  const one = (n: number) => JSON.stringify(conversation(`c${n}`));
  const pretty = (n: number) => JSON.stringify(conversation(`c${n}`), undefined, 2);
  const open = (text: string) => text.slice(0, -1);

  it.each<[string, string]>([
    ['one list, from its first row on', `[${repeated(one, ',,\n')}]`],
    [
      'one list without commas, and another document',
      `{"conversations": [\n${repeated(pretty, '\n')}\n]}\n${one(7)}`,
    ],
    ['one list that does not end', `{"id" 7, "entities": [${repeated(one, ', ')}`],
    ['lines, each with a comma too many', repeated((n) => `${open(one(n))},}`, '\n')],
    [
      'lines, now and then one that does not end',
      repeated((n) => (n % 3 === 1 ? open(one(n)) : one(n)), '\r\n'),
    ],
    ['lines with what a log writes before', repeated((n) => `09:02:00 INFO [main-1] ${one(n)}`, '\n')],
    ['documents of several lines that do not end', repeated((n) => open(pretty(n)), '\n')],
    ['documents in one line with words between', repeated(one, ' and ')],
    ['lists in one line, each of them broken', repeated((n) => `[${one(n)} ${one(n)}]`, '')],
    ['a text without end', `[${one(1)}, {"id": "${'x\n'.repeat(70_000)}`],
    ['prose', `${repeated(() => 'Nothing but prose.', '\n')}\n${one(1)}`],
  ])('gives what the whole gives: %s', async (_, text) => {
    const bytes = new TextEncoder().encode(text);
    const expected = whole(bytes);
    expect(expected.problems).not.toEqual([]);
    for (const size of [997, 30_000, 140_000])
      expect(await streamed(bytes, size, { mergeWithin: bytes.length })).toEqual(expected);
  });
});
