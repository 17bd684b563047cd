import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/core/model/conversation';
import type { Problem } from '../../../src/core/model/problem';
import { exportConversations } from '../../../src/core/parse/export';
import { parseConversations } from '../../../src/core/parse/parse-conversations';
import { parseConversationStream, type StreamOptions } from '../../../src/core/parse/stream';
import { iso as at } from '../../fixtures/stream';

const call = { id: 'c', state: 'terminated', connectedTime: at(0), disconnectedTime: at(50) };
const participant = (n: number) => ({ id: `a${n}`, purpose: 'agent', calls: [{ ...call, id: `c${n}` }] });
const flat = (n: number) => ({ id: `f${n}`, purpose: 'agent', state: 'connected', connectedTime: at(n) });
const conversation = (n: number) => ({ id: `k${n}`, participants: [participant(n)] });
const segments = [{ segmentStart: at(0), segmentEnd: at(10), segmentType: 'interact' }];
const detail = (n: number) => ({
  conversationId: `k${n}`,
  conversationStart: at(0),
  participants: [{ participantId: 'p', purpose: 'agent', sessions: [{ sessionId: 's', segments }] }],
});
const event = (n: number, state: string) => ({
  topicName: 'v2.users.u.conversations.calls',
  eventBody: { id: `e${n}`, participants: [{ id: 'a', purpose: 'agent', state }] },
  timestamp: at(n),
});
const har = (...values: unknown[]) => ({
  log: { entries: values.map((value) => ({ response: { content: { text: JSON.stringify(value) } } })) },
});

const socket = (...values: unknown[]) => ({
  log: {
    entries: [
      { _webSocketMessages: values.map((value) => ({ type: 'receive', data: JSON.stringify(value) })) },
    ],
  },
});

const many = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const lines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');

function streamOf(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let from = 0;
  return new ReadableStream({
    pull(controller) {
      if (from >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(from, from + size));
      from += size;
    },
  });
}

async function streamed(text: string, size: number, options?: StreamOptions) {
  const conversations: Conversation[] = [];
  const problems: Problem[] = [];
  for await (const item of parseConversationStream(streamOf(text, size), options)) {
    if ('conversation' in item) conversations.push(item.conversation);
    else problems.push(item.problem);
  }
  return { conversations, problems };
}

const small = {
  'a participant': JSON.stringify(participant(1)),
  'a flat participant': JSON.stringify(flat(1)),
  'participants in a list': JSON.stringify(many(3, participant)),
  'participants as entities': JSON.stringify({ entities: many(3, participant) }),
  'a conversation, pretty printed': JSON.stringify(conversation(1), undefined, 2),
  'conversations and details of one id, line by line': lines(detail(1), conversation(2), conversation(1)),
  'one conversation, looked at twice': lines(conversation(1), conversation(2), conversation(1)),
  'events among documents': lines(event(1, 'alerting'), conversation(1), event(1, 'connected'), detail(2)),
  'a broken line': `${lines(event(1, 'alerting'))}\r\n{"x":\r\n${lines(conversation(2))}\r\n`,
  'documents one after another': JSON.stringify(conversation(1), undefined, 2) + JSON.stringify(detail(2)),
  'a list that is cut off': JSON.stringify(many(3, conversation)).slice(0, -40),
  'a HAR': JSON.stringify(har(conversation(1), { not: 'one' }, detail(1))),
  'messages of a WebSocket in a HAR': JSON.stringify(socket(event(1, 'alerting'), event(1, 'connected'), {})),
  'an export': JSON.stringify(exportConversations(parseConversations(detail(1)).conversations)),
  'a text encoded twice': JSON.stringify(JSON.stringify(conversation(1))),
  'a text encoded twice, without its quotes': `${JSON.stringify(JSON.stringify(conversation(1))).slice(1, -1)}\n`,
  'a text encoded twice that is cut off': JSON.stringify(JSON.stringify(conversation(1))).slice(0, -60),
  'cells of a CSV': many(2, (n) => `${n},"${lines(conversation(n)).replaceAll('"', '""')}",x\r\n`).join(''),
  'a document that is commented out': JSON.stringify(conversation(1), undefined, 2).replaceAll(
    /^/gm,
    '  // ',
  ),
  'a log': many(3, (n) => `[09:02:0${n}] INFO [main ${n}] {none} ${JSON.stringify(conversation(n))}\n`).join(
    '',
  ),
  nothing: '',
  garbage: 'hello',
};

describe('a stream of little', () => {
  it.each(Object.entries(small))('gives what the whole input gives: %s', async (_, text) => {
    const { conversations, problems } = parseConversations(text);
    for (const size of [1, 13, 10_000])
      expect(await streamed(text, size)).toEqual({ conversations, problems });
  });
});

it('a stream that comes in one piece of megabytes loses nothing of it', async () => {
  const text = lines({ id: 'c', participants: [{ ...participant(1), name: 'x'.repeat(3 << 20) }] });
  const { conversations, problems } = parseConversations(text);
  const told: number[] = [];
  const found = await streamed(text, text.length, { onProgress: ({ bytes }) => told.push(bytes) });
  expect(told).toEqual([1 << 20, 2 << 20, 3 << 20, text.length, text.length]);
  expect(found.problems).toEqual(problems);
  expect(found.conversations[0]?.observations[0]?.participants[0]?.name?.length).toBe(3 << 20);
  expect(found.conversations).toEqual(conversations);
});

const large = {
  'participants in a list': JSON.stringify(many(40, participant)),
  'flat participants': JSON.stringify(many(40, flat)),
  'participants as entities': JSON.stringify({ entities: many(40, participant), total: 40 }),
  'participants and conversations': JSON.stringify(many(40, (n) => (n % 2 ? flat(n) : conversation(n)))),
  'participants that are cut off': JSON.stringify(many(40, participant)).slice(0, -40),
  'details in a wrapper': JSON.stringify({ conversations: many(40, detail) }, undefined, 2),
  'an export': exportConversations(parseConversations(many(40, conversation)).conversations),
};

it('a stream leaves nothing behind on the signal that might have ended it', async () => {
  const { signal } = new AbortController();
  await streamed(small['a participant'], 13, { signal });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

describe('a document that comes element by element', () => {
  it.each(Object.entries(large))('gives what the whole gives: %s', async (_, text) => {
    const { conversations, problems } = parseConversations(text);
    const found = await streamed(text, 64, { maxDocumentLength: 900 });
    expect(found).toEqual({ conversations, problems });
  });

  it('does not mix its participants with those of another', async () => {
    const text = `${large['flat participants']}\n${large['participants in a list']}`;
    const { conversations } = await streamed(text, 64, { maxDocumentLength: 900, mergeWithin: 0 });
    expect(conversations.map(({ observations }) => observations[0]?.participants.length)).toEqual([40, 40]);
    expect(conversations.map(({ observations }) => observations[0]?.pointer)).toEqual(['', '/1']);
  });

  it('holds back no more participants than allowed', async () => {
    const options = { maxDocumentLength: 900, maxHeld: 15 };
    const { conversations } = await streamed(large['flat participants'], 64, options);
    expect(conversations.map(({ observations }) => observations[0]?.participants.length)).toEqual([
      16, 16, 8,
    ]);
  });
});

describe('behind what it merges, a stream', () => {
  const seen = async (...values: unknown[]) => {
    const order: string[] = [];
    const text = `${lines(...values)}\n`;
    for await (const item of parseConversationStream(streamOf(text, text.length), { mergeWithin: 0 })) {
      if ('problem' in item) order.push(item.problem.code);
      else order.push(`${item.conversation.id} ${item.conversation.observations.length}`);
    }
    return order;
  };

  it('holds back what events tell, until all of a conversation has come', async () => {
    const document = { ...conversation(2), id: 'e2' };
    const events = [event(1, 'alerting'), event(2, 'alerting'), event(1, 'connected')];
    expect(await seen(events[0], detail(3), conversation(1), events[1], document, {}, events[2])).toEqual([
      'unknown-format',
      'k3 1',
      'k1 1',
      'e1 2',
      'e2 2',
    ]);
  });

  it('tells each problem once', async () => {
    const text = `${lines({}, conversation(1), [])}\n`;
    const { problems } = await streamed(text, 4, { mergeWithin: 0 });
    expect(problems).toEqual(parseConversations(text).problems);
  });
});
