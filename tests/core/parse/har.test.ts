import { describe, expect, it } from 'vitest';
import {
  buildTimeline,
  type Conversation,
  exportConversations,
  parseConversations,
} from '../../../src/core/index';
import { restConversation } from '../../fixtures/generate.mjs';
import { resolvePointer } from '../../fixtures/pointer';

const TIME = '2026-11-19T09:00:00.000Z';
const SECRET = 'Bearer hunter2-very-secret';

const entry = (text: unknown, more = {}) => ({
  startedDateTime: TIME,
  request: {
    method: 'GET',
    url: `https://api.example.com/?token=${SECRET}`,
    headers: [{ name: 'Authorization', value: SECRET }],
    cookies: [{ name: 'session', value: SECRET }],
    postData: { text: SECRET },
  },
  response: {
    status: 200,
    headers: [{ name: 'Set-Cookie', value: SECRET }],
    cookies: [{ name: 'session', value: SECRET }],
    content: { mimeType: 'application/json', text, comment: SECRET, ...more },
  },
  _note: SECRET,
});
const har = (...entries: unknown[]) => ({ log: { version: '1.2', creator: { name: SECRET }, entries } });
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const one = (id: string) =>
  JSON.stringify({ id, participants: [{ id: `${id}-p`, name: 'Zoë 名', held: false }] });
const place = (index: number) => `/log/entries/${index}/response/content/text`;

/** Offset behind the participant of that number. */
const endOf = (body: string, index: number): number =>
  [...body.matchAll(/\}/g)].map((match) => match.index + 1)[index] ?? body.length;

const read = (input: unknown) => {
  const { conversations, problems, format } = parseConversations(input);
  return {
    format,
    found: conversations.map(({ id, observations }) => [id, ...observations.map(({ pointer }) => pointer)]),
    problems: problems.map(({ code, pointers }) => [code, ...pointers]),
  };
};

describe('a HAR', () => {
  it('gives what its responses hold, named by their texts', () => {
    expect(read(har(entry(one('a')), entry(base64(one('b')), { encoding: 'base64' })))).toEqual({
      format: 'har',
      found: [
        ['a', `${place(0)}#`],
        ['b', `${place(1)}#`],
      ],
      problems: [],
    });
  });

  it('keeps what was complete in a text that is cut off, wherever that was', () => {
    const people = ['a', 'b', 'c'].map((id) => ({ id, purpose: 'agent', name: 'Zo\u00eb "\\n' }));
    const body = JSON.stringify({ id: 'c1', participants: people });
    const whole = JSON.stringify(har(entry(one('first')), entry(body)));
    // Each letter outside ASCII written as an escape, which may be cut, too.
    const escaped = (json: string) => json.replaceAll('\u00eb', '\\u00eb');
    const text = escaped(whole);
    const written = (part: string) => escaped(JSON.stringify(part).slice(1, -1));
    const from = text.indexOf(written(body));
    const ends = people.map((_, index) => from + written(body.slice(0, endOf(body, index))).length);
    for (let cut = from + written(body.slice(0, body.indexOf('[') + 1)).length; cut < text.length; cut += 1) {
      const { conversations, problems } = parseConversations(text.slice(0, cut));
      const last = conversations.find(({ id }) => id === 'c1');
      const complete = people.slice(0, ends.filter((end) => end <= cut).length);
      expect(last?.observations[0]?.participants.map(({ id, name }) => ({ id, name }))).toEqual(
        complete.map(({ id, name }) => ({ id, name })),
      );
      expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['truncated-input']));
    }
  });

  it('takes no other word that is cut off for a text', () => {
    const text = JSON.stringify(har(entry(one('a'), { encoding: 'base65' })));
    const { conversations } = parseConversations(text.slice(0, text.indexOf('base65') + 3));
    expect(conversations.map(({ id }) => id)).toEqual(['a']);
    const key = text.slice(0, text.indexOf('"encoding"') + 4);
    expect(parseConversations(key).conversations.map(({ id }) => id)).toEqual(['a']);
  });

  it('keeps letters outside ASCII in base64, and drops a byte order mark', () => {
    const [conversation] = parseConversations(
      har(entry(base64(`\uFEFF${one('a')}`), { encoding: 'base64' })),
    ).conversations;
    expect(conversation?.observations[0]?.participants[0]).toMatchObject({
      pointer: `${place(0)}#/participants/0`,
      name: 'Zoë 名',
    });
  });

  it.each(['', ' ', '  '])('reads base64 however it is filled up: %j', (blanks) => {
    const text = base64(one('a') + blanks).replaceAll(/.{76}/g, '$&\r\n');
    expect(read(har(entry(text, { encoding: 'base64' }))).found).toEqual([['a', `${place(0)}#`]]);
  });

  it('goes on behind the # for listings, lists and lines', () => {
    const input = har(
      entry(`{"entities":[${one('a')},${one('b')}]}`),
      entry(`[${one('c')}]`),
      entry(`${one('d')}\n${one('e')}`),
    );
    expect(read(input).found).toEqual([
      ['a', `${place(0)}#/entities/0`],
      ['b', `${place(0)}#/entities/1`],
      ['c', `${place(1)}#/0`],
      ['d', `${place(2)}#/0`],
      ['e', `${place(2)}#/1`],
    ]);
  });

  it('may stand among other documents', () => {
    const text = `${one('x')}\n${JSON.stringify(har(entry(one('a'))))}`;
    expect(read(text)).toEqual({
      format: 'mixed',
      found: [
        ['x', '/0'],
        ['a', `/1${place(0)}#`],
      ],
      problems: [],
    });
  });

  it.each([
    [
      'a page',
      '<!DOCTYPE html>\n<html><body>{"state": "connected", "held": true}</body></html>',
      'text/html',
    ],
    ['a script', '(function(){var a={state:"connected",held:false,purpose:"agent"}})();', 'text/javascript'],
    ['a style sheet', '.a{color:red}\n.b{state:connected}', 'text/css'],
    ['nothing', '', 'application/json'],
    ['blanks', ' \n ', 'application/json'],
    ['words', 'OK', 'text/plain'],
    ['other JSON', '{"id":"u","name":"A user"}', 'application/json'],
    ['a listing of other things', '{"entities":[{"id":"u"},{"id":"v"},{"id":"w"}]}', 'application/json'],
    ['a number', '5', 'application/json'],
    ['null', 'null', 'application/json'],
  ])('skips an entry with %s, once', (_, text, mimeType) => {
    const input = har(entry(text, { mimeType }), entry(one('a')));
    expect(read(input)).toEqual({
      format: 'har',
      found: [['a', `${place(1)}#`]],
      problems: [['skipped-input', '/log/entries/0']],
    });
    const encoded = har(entry(base64(text), { mimeType, encoding: 'base64' }), entry(one('a')));
    expect(read(encoded)).toEqual(read(input));
  });

  it.each([
    ['no entry', null],
    ['a text', 'x'],
    ['a number', 5],
    ['no response', { startedDateTime: TIME }],
    ['a response that is none', { response: 5 }],
    ['no content', { response: {} }],
    ['content without text', { response: { content: { size: 0 } } }],
    ['a text that is none', { response: { content: { text: { a: 1 } } } }],
    ['broken base64', { response: { content: { text: '%%%', encoding: 'base64' } } }],
  ])('skips what is %s', (_, broken) => {
    expect(read(har(broken, entry(one('a'))))).toMatchObject({
      found: [['a', `${place(1)}#`]],
      problems: [['skipped-input', '/log/entries/0']],
    });
  });

  it('says where a body is broken, and keeps what is complete', () => {
    const text = `{"id":"a","participants":[{"id":"p","state":"connected"},{"id":"q","sta`;
    const { conversations, problems } = parseConversations(har(entry(text)));
    expect(conversations[0]?.observations[0]?.participants).toMatchObject([{ id: 'p' }]);
    const pointers = [`${place(0)}#/participants`];
    expect(problems).toMatchObject([{ code: 'truncated-input', severity: 'error', pointers }]);
    expect(problems[0]?.message).toContain('character 72 of line 1 of this text');
    expect(problems[0]).not.toHaveProperty('line');
  });

  it('gives faults of a body the line and column of the body, as all that is wrong in it', () => {
    const text = `{"id":"a",\n"startTime":"never",\n"participants":[{"id":"p","state":"connected"},]}`;
    const input = JSON.stringify(har(entry(text)), null, 1);
    const { problems } = parseConversations(input);
    const before = input.slice(0, input.indexOf(JSON.stringify(text))).split('\n');
    const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    expect(problems).toMatchObject([
      { code: 'invalid-time', pointers: [`${place(0)}#/startTime`], ...at },
      { code: 'invalid-json', pointers: [`${place(0)}#/participants`], ...at },
    ]);
    expect(problems[1]?.message).toContain('character 48 of line 3 of this text');
  });

  it('skips events of other topics inside with their own place', () => {
    const text = JSON.stringify([
      { topicName: 'channel.metadata', eventBody: { message: 'WebSocket Heartbeat' } },
    ]);
    expect(read(har(entry(text))).problems).toEqual([['skipped-input', `${place(0)}#/0`]]);
  });

  it('names what is no conversation beside one that is', () => {
    const text = `[${one('a')}, {"total": 1}]`;
    expect(read(har(entry(text)))).toMatchObject({
      found: [['a', `${place(0)}#/0`]],
      problems: [['skipped-input', `${place(0)}#/1`]],
    });
  });

  it('takes participants of one body for one conversation, those of two for two', () => {
    const two = JSON.stringify([
      { id: 'p', purpose: 'agent' },
      { id: 'q', purpose: 'customer' },
    ]);
    const other = JSON.stringify({ id: 'r', purpose: 'agent' });
    expect(read(har(entry(two), entry(other))).found).toMatchObject([
      [expect.any(String), `${place(0)}#`],
      [expect.any(String), `${place(1)}#`],
    ]);
  });

  it('is skipped quietly when it holds no entries', () => {
    expect(read(har()).found).toEqual([]);
  });

  it('never keeps headers, cookies, addresses or bodies of requests', () => {
    const input = har(entry(one('a')), entry('{"id":"u"}'), entry('<html>'), null, entry('oops {'));
    const result = parseConversations(input);
    expect(JSON.stringify(result)).not.toContain('hunter2');
    expect(JSON.stringify(parseConversations(JSON.stringify(input)))).not.toContain('hunter2');
    expect(exportConversations(result.conversations)).not.toContain('hunter2');
    const timelines = result.conversations.map((conversation) => buildTimeline(conversation));
    expect(JSON.stringify(timelines)).not.toContain('hunter2');
  });

  it('leaves evidence that leads into the text', () => {
    const input = har(entry(JSON.stringify(restConversation(1))));
    const [conversation] = parseConversations(input).conversations;
    if (conversation === undefined) throw new Error('no conversation');
    const segments = buildTimeline(conversation).lanes.flatMap((lane) =>
      lane.tracks.flatMap((track) => track.segments),
    );
    expect(segments.length).toBeGreaterThan(3);
    for (const pointer of segments.flatMap(({ evidence }) => evidence.pointers)) {
      expect([pointer, resolvePointer(input, pointer)]).toEqual([pointer, expect.anything()]);
    }
  });
});

describe('what came over a WebSocket', () => {
  const SECOND = Date.parse(TIME) / 1000;
  const message = (seconds: number, data: unknown, more = {}) => ({
    type: 'receive',
    time: SECOND + seconds + 0.25,
    opcode: 1,
    data: typeof data === 'string' ? data : JSON.stringify(data),
    ...more,
  });
  const socket = (...messages: unknown[]) => ({
    ...entry(undefined),
    response: { status: 101, headers: [{ name: 'Set-Cookie', value: SECRET }], content: { size: 0 } },
    _webSocketMessages: messages,
  });
  const event = (held: boolean, more = {}) => ({
    topicName: 'v2.users.u.conversations.calls',
    version: '2',
    eventBody: {
      id: 'c',
      participants: [{ id: 'a', purpose: 'agent', state: 'connected', connectedTime: TIME, held, ...more }],
    },
    metadata: { CorrelationId: 'x' },
  });
  const at = (index: number) => `/log/entries/0/_webSocketMessages/${index}`;

  it('came at a millisecond, though browsers tell parts of one', () => {
    const told = har(socket(message(0, event(false), { time: SECOND + 0.1234 })));
    const [observation] = parseConversations(told).conversations[0]?.observations ?? [];
    expect(observation?.at).toBe(Date.parse(TIME) + 123);
  });

  it('is history, with the times at which it came', () => {
    const held = [false, true, false, true, false].map((is, index) => message(index * 10, event(is)));
    const input = har(socket(...held), entry(one('other')));
    const { conversations, problems, format } = parseConversations(input);
    expect([format, problems]).toEqual(['har', []]);
    expect(conversations.map(({ id }) => id)).toEqual(['c', 'other']);
    const [track] = buildTimeline(conversations[0] as Conversation).lanes.flatMap(({ tracks }) => tracks);
    const holds = track?.segments.filter(({ type }) => type === 'hold') ?? [];
    expect(holds.map(({ start, end }) => [start, end].map((time) => time / 1000 - SECOND))).toEqual([
      [10.25, 20.25],
      [30.25, 40.25],
    ]);
    expect(holds[0]?.evidence.pointers).toEqual(
      expect.arrayContaining([
        `${at(1)}/data#/eventBody/participants/0/held`,
        `${at(1)}/time`,
        `${at(2)}/time`,
      ]),
    );
    for (const pointer of holds.flatMap(({ evidence }) => evidence.pointers))
      expect([pointer, resolvePointer(input, pointer)]).toEqual([pointer, expect.anything()]);
  });

  it('comes in any order, and at no time where it tells none, as its entry began long before', () => {
    const sorted = [message(5, event(false)), message(15, event(true)), message(25, event(false))];
    const build = (messages: unknown[]) => {
      const [conversation] = parseConversations(har(socket(...messages))).conversations;
      const lanes = buildTimeline(conversation as Conversation).lanes;
      return lanes.flatMap(({ tracks }) =>
        tracks.map(({ segments }) => segments.map(({ type, start }) => [type, start])),
      );
    };
    expect(build(sorted.toReversed())).toEqual(build(sorted));
    const [first] = parseConversations(har(socket(message(0, event(false), { time: 'soon' })))).conversations;
    expect(first?.observations[0]).not.toHaveProperty('at');
  });

  it('is quiet about pongs and binary data, names other topics, and never keeps what was sent', () => {
    const heartbeat = { topicName: 'channel.metadata', eventBody: { message: 'WebSocket Heartbeat' } };
    const input = har(
      socket(
        message(0, event(false, { note: SECRET }), { type: 'send' }),
        message(1, 'AAEC', { opcode: 2 }),
        message(2, heartbeat),
        null,
        { type: 'receive', data: event(false) },
        message(3, event(true)),
      ),
    );
    expect(read(input)).toEqual({
      format: 'har',
      found: [['c', `${at(5)}/data#/eventBody`]],
      problems: [['skipped-input', `${at(2)}/data#`]],
    });
    expect(JSON.stringify(parseConversations(input))).not.toContain('hunter2');
    expect(read(har(socket(message(0, event(true), { type: 'send' }))))).toMatchObject({ found: [] });
  });
});

describe('a HAR that was cut off', () => {
  const people = (...ids: string[]) => ids.map((id) => ({ id, purpose: 'agent', name: 'Zo\u00eb' }));
  const conversation = (id: string) => JSON.stringify({ id, participants: people(`${id}1`, `${id}2`) });
  const kept = (text: string) =>
    parseConversations(text).conversations.flatMap(({ observations }) =>
      observations.flatMap(({ participants }) => participants.map(({ id }) => id)),
    );

  it('keeps the complete participants of each of its entries, in a list of HARs, too', () => {
    const hars = [har(entry(conversation('a'))), har(entry(conversation('b')), entry(conversation('c')))];
    const text = JSON.stringify(hars);
    const cut = text.slice(0, text.indexOf('c2'));
    expect(kept(cut)).toEqual(['a1', 'a2', 'b1', 'b2', 'c1']);
    const lines = hars.map((one) => JSON.stringify(one)).join('\n');
    expect(kept(lines.slice(0, lines.indexOf('c2')))).toEqual(['a1', 'a2', 'b1', 'b2', 'c1']);
  });

  it('reads a base64 body wherever it ends, though its encoding would have been told behind it', () => {
    const body = conversation('a');
    const encoded = base64(body);
    const text = JSON.stringify(har(entry(encoded, { encoding: 'base64' })));
    const from = text.indexOf(encoded);
    const first = body.indexOf('}') + 1;
    const second = body.lastIndexOf(']');
    for (let length = Math.ceil((first * 4) / 3) + 2; length < encoded.length; length += 1) {
      const bytes = Buffer.from(encoded.slice(0, length), 'base64').length;
      if (bytes > second - 2 && bytes < second + 2) continue;
      const cut = text.slice(0, from + length);
      expect(kept(cut)).toEqual(bytes >= second ? ['a1', 'a2'] : ['a1']);
      const told = parseConversations(cut).problems.map(({ code }) => code);
      expect(new Set(told)).toEqual(new Set(['truncated-input']));
    }
  });

  it('takes no other text for base64', () => {
    const { conversations, problems } = parseConversations(har(entry('eyJh:'), entry('window'), entry('')));
    expect(conversations).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['skipped-input', 'skipped-input', 'skipped-input']);
  });
});
