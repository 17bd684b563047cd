import { describe, expect, it } from 'vitest';
import { buildTimeline, parseConversations } from '../../../src/core/index';

const TOPIC = 'v2.detail.events.conversation.c.customer.start';
const body = (more = {}) => ({
  eventTime: Date.UTC(2026, 10, 19, 9),
  conversationId: 'c',
  participantId: 'p',
  sessionId: 's',
  mediaType: 'CHAT',
  direction: 'INBOUND',
  provider: 'PureCloud Webchat v2',
  ...more,
});
const event = (topicName: unknown, eventBody: unknown = body()) => ({ topicName, version: '2', eventBody });
const envelope = (type: unknown, detail: unknown) => ({
  version: '0',
  id: 'not-the-conversation',
  'detail-type': type,
  time: '2026-11-19T09:00:05Z',
  detail,
});
const facts = (input: unknown) =>
  parseConversations(input).conversations.flatMap(({ id, observations }) =>
    observations.map(({ factName, pointer, fact, form }) => ({ id, form, factName, pointer, fact })),
  );
const codes = (input: unknown) => parseConversations(input).problems.map((p) => [p.code, ...p.pointers]);

describe('detail events', () => {
  it.each([
    ['customer.start'],
    ['customer.end'],
    ['acd.start'],
    ['acd.end'],
    ['user.start'],
    ['user.end'],
    ['flow.start'],
    ['flow.end'],
    ['flow.outcome'],
    ['voicemail.start'],
    ['voicemail.end'],
    ['acw'],
    ['wrapup'],
    ['attributes'],
  ])('%s is a fact, bare and enveloped', (name) => {
    const topic = `v2.detail.events.conversation.c.${name}`;
    const expected = {
      id: 'c',
      form: 'fact',
      factName: name,
      fact: { participantId: 'p', sessionId: 's', mediaType: 'CHAT' },
    };
    expect(facts(event(topic))).toMatchObject([{ ...expected, pointer: '/eventBody' }]);
    const type = `v2.detail.events.conversation.{id}.${name}`;
    expect(facts(envelope(type, event(topic)))).toMatchObject([
      { ...expected, pointer: '/detail/eventBody' },
    ]);
    expect(facts(envelope(type, body()))).toMatchObject([{ ...expected, pointer: '/detail' }]);
    expect(codes([event(topic), envelope(type, event(topic))])).toEqual([]);
  });

  it('keep what the model does not know, durations among it', () => {
    const [fact] = facts(event(TOPIC, body({ interactingDurationMs: 60_000, brandNew: null })));
    expect(fact?.fact?.unknownFields).toEqual([
      ['interactingDurationMs', 60_000],
      ['brandNew', null],
    ]);
  });

  it('are facts of their topic also where their fields stand beside it', () => {
    const topic = `v2.detail.events.conversation.c.customer`;
    const flat = (name: string, more = {}) => ({
      topicName: `${topic}.${name}`,
      version: '2',
      ...body(more),
    });
    const input = [flat('start'), flat('end', { eventTime: Date.UTC(2026, 10, 19, 9, 5) })];
    expect(codes(input)).toEqual([]);
    expect(facts(input)).toMatchObject([
      { id: 'c', factName: 'customer.start', pointer: '/0', fact: { participantId: 'p', sessionId: 's' } },
      { factName: 'customer.end', pointer: '/1' },
    ]);
    const [conversation] = parseConversations(input).conversations;
    expect(conversation && buildTimeline(conversation).lanes[0]?.tracks[0]?.segments).toMatchObject([
      { type: 'connected', start: Date.UTC(2026, 10, 19, 9), end: Date.UTC(2026, 10, 19, 9, 5) },
    ]);
  });

  it('without a body are told apart by their fields where the topic is another’s', () => {
    const end = { topicName: 'our-events', ...body({ disconnectType: 'PEER', interactingDurationMs: 5 }) };
    expect(facts(end)).toMatchObject([{ factName: 'customer.end' }]);
    expect(codes({ topicName: 'our-events', conversationId: 'c' })).toEqual([['skipped-input', '']]);
  });

  it('of one conversation are one conversation, with those of other forms', () => {
    const input = [
      event(TOPIC),
      envelope('v2.detail.events.conversation.{id}.customer.end', event(TOPIC)),
      { id: 'c', participants: [] },
    ];
    expect(parseConversations(input).conversations).toMatchObject([{ id: 'c', observations: [{}, {}, {}] }]);
  });

  it('without any id each stand alone', () => {
    const nameless = (name: string) =>
      envelope(`v2.detail.events.conversation.{id}.${name}`, { eventTime: 1 });
    expect(parseConversations([nameless('acw'), nameless('wrapup')]).conversations).toHaveLength(2);
  });

  it('hold nothing empty for what they do not tell', () => {
    const input = [
      event('v2.users.u.conversations', { id: 'd', participants: [] }),
      { eventBody: { id: 'd', participants: [] } },
      { eventTime: 1, participantId: 'p', wrapupCode: 'w' },
    ];
    const [conversation] = parseConversations(input).conversations;
    const seen = (pointer: string) => ({
      form: 'event',
      pointer,
      fields: { pointer, id: 'd' },
      participants: [],
    });
    expect(conversation?.observations).toStrictEqual([
      { ...seen('/0/eventBody'), topic: 'v2.users.u.conversations' },
      seen('/1/eventBody'),
      {
        form: 'fact',
        pointer: '/2',
        fields: { pointer: '/2' },
        participants: [],
        fact: { pointer: '/2', eventTime: 1, participantId: 'p', wrapupCode: 'w' },
        factName: 'wrapup',
        at: 1,
        atPointer: '/2/eventTime',
      },
    ]);
  });

  it('build', () => {
    const start = event(TOPIC);
    const end = event(
      'v2.detail.events.conversation.c.customer.end',
      body({ eventTime: Date.UTC(2026, 10, 19, 9, 1) }),
    );
    const [conversation] = parseConversations([start, end]).conversations;
    if (conversation === undefined) throw new Error('no conversation');
    expect(buildTimeline(conversation).lanes).toMatchObject([
      {
        id: 'p',
        tracks: [
          { id: 's', segments: [{ start: Date.UTC(2026, 10, 19, 9), end: Date.UTC(2026, 10, 19, 9, 1) }] },
        ],
      },
    ]);
  });
});

describe('detail-type decides', () => {
  it.each([
    ['v2.something.but.conversation.{id}.customer.start'],
    ['Scheduled Event'],
    ['v2.conversations.chats.{id}.messages'],
    [''],
  ])('%j is skipped, whatever is inside', (type) => {
    const input = [envelope(type, event(TOPIC)), event(TOPIC)];
    expect(facts(input)).toHaveLength(1);
    expect(codes(input)).toEqual([['skipped-input', '/0']]);
  });

  it('against the topic inside', () => {
    const notification = envelope(
      'v2.users.u.conversations.chats',
      event('v2.unheard.of', { id: 'c', participants: [] }),
    );
    expect(parseConversations(notification)).toMatchObject({
      conversations: [{ id: 'c', observations: [{ form: 'event', media: 'chat', topic: 'v2.unheard.of' }] }],
      problems: [],
    });
    const detail = envelope('v2.detail.events.conversation.{id}.acd.end', event(TOPIC));
    expect(facts(detail)).toMatchObject([{ factName: 'acd.end' }]);
  });

  it('also without a topic inside, and then is the topic', () => {
    const other = {
      'detail-type': 'v2.users.u.conversations.calls',
      detail: { participants: [{ purpose: 'agent' }] },
    };
    const named = {
      'detail-type': 'v2.users.u.conversations.calls',
      detail: { id: 'c', participants: [{ purpose: 'agent' }] },
    };
    const alone = {
      'detail-type': 'v2.users.v.conversations.calls',
      detail: { participants: [{ purpose: 'agent' }] },
    };
    const { conversations } = parseConversations([named, other, alone]);
    expect(conversations.map(({ observations }) => observations.map(({ pointer }) => pointer))).toEqual([
      ['/0/detail', '/1/detail'],
      ['/2/detail'],
    ]);
    expect(conversations[0]?.observations[0]?.topic).toBe('v2.users.u.conversations.calls');
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [[]],
    [{ topicName: TOPIC, eventBody: 5 }],
    [{ topicName: { toString: 1 }, eventBody: null }],
  ])('but a detail that is %j is skipped', (detail) => {
    const { conversations, problems } = parseConversations([envelope(TOPIC, detail)]);
    expect(conversations).toEqual([]);
    expect(problems).toMatchObject([{ code: 'skipped-input', severity: 'info' }]);
  });

  it('when the topic inside is no text', () => {
    for (const topicName of [{ toString: 1 }, { valueOf: null }, 5, null, [[[]]]]) {
      const input = envelope('v2.users.u.conversations', event(topicName, { id: 'c', participants: [] }));
      expect(parseConversations(JSON.stringify(input))).toMatchObject({
        conversations: [{ id: 'c' }],
        problems: [],
      });
    }
  });
});

describe('an envelope that was cut off before its type', () => {
  const people = [
    { id: 'a', purpose: 'agent', state: 'connected' },
    { id: 'b', purpose: 'customer', state: 'connected' },
  ];
  const topicName = 'v2.users.u.conversations.calls';
  const detail = { topicName, eventBody: { id: 'c', participants: people } };
  const late = JSON.stringify({ time: '2026-11-19T09:00:05Z', detail, 'detail-type': topicName });
  const read = (text: string) => {
    const { conversations, problems, format } = parseConversations(text);
    const found = conversations.flatMap(({ id, observations }) =>
      observations.map(({ pointer, participants }) => [id, pointer, ...participants.map((one) => one.id)]),
    );
    return { format, found, codes: problems.map(({ code }) => code) };
  };
  const cutAt = (word: string) => late.slice(0, late.indexOf(word));

  it('holds its event all the same', () => {
    const place = '/detail/eventBody';
    const codes = ['truncated-input'];
    expect(read(cutAt('"detail-type"'))).toEqual({
      format: 'events',
      found: [['c', place, 'a', 'b']],
      codes,
    });
    expect(read(cutAt('"b"'))).toEqual({ format: 'events', found: [['c', place, 'a']], codes });
    expect(read(`[${late},${cutAt('"b"')}`).found).toEqual([
      ['c', `/0${place}`, 'a', 'b'],
      ['c', `/1${place}`, 'a'],
    ]);
  });

  it('tells a fact by the topic of its event', () => {
    const text = JSON.stringify({ detail: event(TOPIC), 'detail-type': TOPIC });
    expect(facts(text.slice(0, text.indexOf(',"detail-type"')))).toMatchObject([
      { id: 'c', factName: 'customer.start', pointer: '/detail/eventBody' },
    ]);
  });

  it('is skipped where its event is none of a conversation', () => {
    expect(codes({ detail: event('v2.users.u.presence', { id: 'x' }) })).toEqual([
      ['skipped-input', '/detail'],
    ]);
    expect(codes({ detail: { topicName: TOPIC } })).toEqual([['skipped-input', '/detail']]);
  });
});
