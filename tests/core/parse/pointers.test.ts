import { describe, expect, it } from 'vitest';
import { parseConversations } from '../../../src/core/index';

const conversation = (id: string, more = {}) => ({ id, participants: [{ id: `${id}-p`, ...more }] });
const found = (text: string) =>
  parseConversations(text).conversations.map(({ id, observations }) => [
    id,
    ...observations.flatMap(({ participants }) => participants.map(({ pointer }) => pointer)),
  ]);
const line = (id: string) => JSON.stringify(conversation(id));
const pretty = (id: string) => JSON.stringify(conversation(id), undefined, 2);

describe('pointers', () => {
  it('into one document begin at its root', () => {
    expect(found(line('a'))).toEqual([['a', '/participants/0']]);
    expect(found(`\n\n ${pretty('a')}\n`)).toEqual([['a', '/participants/0']]);
    expect(found(`\uFEFF${line('a')}\r\n`)).toEqual([['a', '/participants/0']]);
  });

  it.each([
    ['JSON Lines', [line('a'), line('b')].join('\n')],
    ['JSON Lines with CRLF and blank lines', `\r\n${line('a')}\r\n\r\n${line('b')}\r\n`],
    ['documents without anything between', line('a') + line('b')],
    ['printed documents', `${pretty('a')}\n${pretty('b')}`],
    ['a mixture', `${pretty('a')} ${line('b')}`],
  ])('into %s are as if they were one array', (_, text) => {
    expect(found(text)).toEqual([
      ['a', '/0/participants/0'],
      ['b', '/1/participants/0'],
    ]);
  });

  it('go on inside each document', () => {
    const text = `${JSON.stringify([conversation('a'), conversation('b')])}\n${JSON.stringify({ entities: [conversation('c')] })}`;
    expect(found(text)).toEqual([
      ['a', '/0/0/participants/0'],
      ['b', '/0/1/participants/0'],
      ['c', '/1/entities/0/participants/0'],
    ]);
  });

  it('count participants and what they hold, however many', () => {
    const calls = Array.from({ length: 70 }, () => ({ state: 'connected' }));
    const participants = Array.from({ length: 70 }, () => ({ calls }));
    const [one] = parseConversations(JSON.stringify({ participants })).conversations;
    const read = one?.observations[0]?.participants ?? [];
    expect(read.map(({ pointer }) => pointer)).toEqual(
      participants.map((_, index) => `/participants/${index}`),
    );
    expect(read[69]?.calls?.map(({ pointer }) => pointer)).toEqual(
      calls.map((_, index) => `/participants/69/calls/${index}`),
    );
  });

  it('count a document that is rejected, or no conversation', () => {
    const { conversations, problems } = parseConversations(
      ['oops', line('a'), '{"id": 5}', '42', line('b'), '{"a" 1', line('c')].join('\n'),
    );
    expect(conversations.map(({ id, observations }) => [id, observations[0]?.pointer])).toEqual([
      ['a', '/1'],
      ['b', '/4'],
      ['c', '/6'],
    ]);
    expect(problems.filter(({ code }) => code === 'unknown-format').map(({ pointers }) => pointers)).toEqual(
      expect.arrayContaining([['/2'], ['/3']]),
    );
    expect(problems.filter(({ code }) => code === 'invalid-json')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ line: 1, column: 1 }),
        expect.objectContaining({ line: 6 }),
      ]),
    );
  });

  it('count a rejected first document when it is one of two', () => {
    expect(found(`oops\n${line('a')}`)).toEqual([['a', '/1/participants/0']]);
  });

  it('escape what RFC 6901 reserves', () => {
    const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    const { problems } = parseConversations({ id: 'c', participants: [{ id: 'p', 'a/b~c': 1 }] });
    expect(problems).toEqual([]);
    const text = JSON.stringify({ id: 'c', participants: [{ id: 'p', 'a/b~c': deep(600) }] });
    expect(parseConversations(text).problems).toMatchObject([
      { code: 'truncated-input', pointers: [expect.stringMatching(/^\/participants\/0\/a~1b~0c/)] },
    ]);
  });

  it('name an event’s body, in its envelope', () => {
    const event = { topicName: 'v2.users.u.conversations', eventBody: conversation('a') };
    expect(found(JSON.stringify(event))).toEqual([['a', '/eventBody/participants/0']]);
    expect(found(JSON.stringify([event, event]))).toEqual([
      ['a', '/0/eventBody/participants/0', '/1/eventBody/participants/0'],
    ]);
    const envelope = { 'detail-type': 'v2.users.u.conversations', detail: event };
    expect(found(JSON.stringify(envelope))).toEqual([['a', '/detail/eventBody/participants/0']]);
  });

  it('name every model read, however deep', () => {
    const { conversations } = parseConversations({
      id: 'c',
      participants: [
        null,
        {
          id: 'p',
          calls: [{ id: 'x', state: 'connected', segments: [{ type: 'Hold' }], errorInfo: { code: 'e' } }],
        },
      ],
    });
    const participant = conversations[0]?.observations[0]?.participants[0];
    expect(participant?.pointer).toBe('/participants/1');
    expect(participant?.calls?.[0]).toMatchObject({
      pointer: '/participants/1/calls/0',
      segments: [{ pointer: '/participants/1/calls/0/segments/0' }],
      errorInfo: { pointer: '/participants/1/calls/0/errorInfo' },
    });
  });
});
