import { describe, expect, it } from 'vitest';
import {
  buildTimeline,
  type Conversation,
  exportConversations,
  parseConversations,
} from '../../../src/core/index';
import { analyticsConversation, eventStream, restConversation } from '../../fixtures/generate.mjs';

const parsed = (input: unknown) => parseConversations(input).conversations;
const rich = (): Conversation[] =>
  parsed([
    restConversation(1),
    analyticsConversation(2),
    ...eventStream(3),
    { id: 'p', purpose: 'agent', startTime: 'never', x: [null] },
  ]);

describe('our own export', () => {
  it('is versioned', () => {
    expect(JSON.parse(exportConversations([]))).toEqual({
      format: 'participant-timeline',
      version: 1,
      conversations: [],
    });
  });

  it('reads back exactly, as text, bytes and object', () => {
    const conversations = rich();
    expect(conversations.length).toBe(4);
    const text = exportConversations(conversations);
    for (const input of [text, new TextEncoder().encode(text), JSON.parse(text) as unknown]) {
      expect(parseConversations(input)).toEqual({ conversations, format: 'export', problems: [] });
    }
  });

  it('reads back what single facts tell, up to the last instant that there is', () => {
    const topicName = 'v2.detail.events.conversation.c.customer.start';
    const times = [1_700_000_000_000, 8.64e15, -8.64e15];
    const conversations = parsed(times.map((eventTime) => ({ topicName, eventBody: { eventTime } })));
    expect(conversations[0]?.observations.map(({ fact }) => fact?.eventTime)).toEqual(times);
    expect(parseConversations(exportConversations(conversations))).toEqual({
      conversations,
      format: 'export',
      problems: [],
    });
  });

  it('without conversations is none', () => {
    expect(parseConversations({ format: 'participant-timeline', version: 1 })).toMatchObject({
      conversations: [],
      problems: [{ code: 'unknown-format', severity: 'error', pointers: [''] }],
    });
  });

  it('keeps pointers into the first input, so the timeline is the same to the letter', () => {
    const conversations = rich();
    const again = parsed(exportConversations(conversations));
    expect(again.map((conversation) => buildTimeline(conversation))).toEqual(
      conversations.map((conversation) => buildTimeline(conversation)),
    );
  });

  it('twice, or beside its source, is one conversation of two observations each', () => {
    const [conversation] = parsed(restConversation(1));
    if (conversation === undefined) throw new Error('no conversation');
    const text = exportConversations([conversation]);
    expect(parsed(`${text}\n${text}`)).toMatchObject([{ id: conversation.id, observations: [{}, {}] }]);
  });

  const version = (value: unknown) => ({
    format: 'participant-timeline',
    version: value,
    conversations: rich(),
  });

  it.each([[2], ['1'], [null], [undefined], [0], [{ toString: 1 }]])(
    'of version %j is not understood, and says so',
    (value) => {
      expect(parseConversations(version(value))).toMatchObject({
        conversations: [],
        problems: [{ code: 'unknown-format', severity: 'error', pointers: [''] }],
      });
    },
  );

  const good = () => ({
    id: 'c',
    observations: [
      {
        form: 'document',
        pointer: '',
        fields: { pointer: '', id: 'c' },
        participants: [{ pointer: '/participants/0', id: 'p' }],
      },
    ],
  });
  const read = (conversation: unknown) =>
    parseConversations({ format: 'participant-timeline', version: 1, conversations: [conversation, good()] });

  it('may hold what a person wrote as we would', () => {
    expect(read(good())).toMatchObject({ conversations: [{ id: 'c' }], problems: [] });
  });

  const withObservation = (more: object) => ({
    ...good(),
    observations: [{ ...good().observations[0], ...more }],
  });
  const withParticipant = (more: object) => withObservation({ participants: [{ pointer: '', ...more }] });
  const own = (text: string): object => Object(JSON.parse(text));

  it.each([
    ['null', null],
    ['a list', []],
    ['without an id', { observations: [] }],
    ['with a number for an id', { ...good(), id: 5 }],
    ['without observations', { id: 'c' }],
    ['with an observation that is none', { id: 'c', observations: [5] }],
    ['of an unknown form', withObservation({ form: 'dream' })],
    ['with a time that is text', withObservation({ at: '2026-11-19T09:00:00Z' })],
    ['with a time beyond the end of time', withObservation({ at: 8.64e15 + 2 })],
    ['with half a millisecond', withParticipant({ startTime: 0.5 })],
    ['with a pointer that is none', withObservation({ pointer: null })],
    ['with something more', withObservation({ extra: 1 })],
    ['with a participant that is none', withObservation({ participants: [null] })],
    ['with a participant without a pointer', withObservation({ participants: [{ id: 'p' }] })],
    ['with an unknown field outside its place', withParticipant({ brandNew: 1 })],
    ['with a text that is a number', withParticipant({ name: 5 })],
    ['with a list that is a text', withParticipant({ controlling: 'p' })],
    ['with entries that are an object', withParticipant({ attributes: { a: 1 } })],
    ['with an entry of one', withParticipant({ attributes: [['a']] })],
    ['with an entry of three', withParticipant({ unknownFields: [['a', 1, 2]] })],
    ['with an entry without a name', withParticipant({ unknownFields: [[1, 1]] })],
    ['with a spelling that is no text', withParticipant({ spelled: [['id', 5]] })],
    ['with a communication that is none', withParticipant({ calls: [5] })],
    ['with a hostile key', withParticipant(own('{"__proto__": {"id": "x"}}'))],
    ['with a fact that is none', withObservation({ fact: 5 })],
    ['with a topic that is none', withObservation({ topic: {} })],
  ])('%s is refused, and hides no other', (_, broken) => {
    const result = read(broken);
    expect(result.conversations).toMatchObject([
      { id: 'c', observations: [{ participants: [{ id: 'p' }] }] },
    ]);
    expect(result.conversations[0]?.observations).toHaveLength(1);
    expect(result.problems).toMatchObject([
      { code: 'unknown-format', severity: 'error', pointers: ['/conversations/0'] },
    ]);
    for (const conversation of result.conversations) buildTimeline(conversation);
  });
});
