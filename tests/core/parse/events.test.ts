import { describe, expect, it } from 'vitest';
import { parseConversations } from '../../../src/core/index';

const FIELD = '2026-11-19T09:00:01.000Z';
const flat = (more = {}) => ({ id: 'p', purpose: 'agent', state: 'connected', ...more });
const event = (topicName: string, eventBody: unknown, more = {}) => ({
  topicName,
  version: '2',
  eventBody,
  ...more,
});
const USER = 'v2.users.u.conversations';

const observations = (input: unknown) =>
  parseConversations(input).conversations.flatMap((c) => c.observations);
const codes = (input: unknown) =>
  parseConversations(input).problems.map((p) => [p.code, p.severity, ...p.pointers]);

describe('topics', () => {
  it.each([
    [USER, undefined],
    ['v2.routing.queues.q.conversations', undefined],
    [`${USER}.calls`, 'call'],
    [`${USER}.callbacks`, 'callback'],
    [`${USER}.chats`, 'chat'],
    [`${USER}.cobrowseSessions`, 'cobrowse'],
    [`${USER}.cobrowsesessions`, 'cobrowse'],
    [`${USER}.cobrowses`, 'cobrowse'],
    [`${USER}.emails`, 'email'],
    [`${USER}.messages`, 'message'],
    [`${USER}.screenshares`, 'screenshare'],
    [`${USER}.socialexpressions`, 'social'],
    [`${USER}.videos`, 'video'],
    [`${USER}.internalmessages`, 'internal-message'],
    ['v2.routing.queues.q.conversations.cobrowsesessions', 'cobrowse'],
  ])('%s is read', (topic, media) => {
    const [observation, ...rest] = observations(event(topic, { id: 'c', participants: [flat()] }));
    expect(rest).toEqual([]);
    expect(observation).toMatchObject({ form: 'event', topic, pointer: '/eventBody', fields: { id: 'c' } });
    expect(observation?.media).toBe(media);
    expect(observation?.participants).toMatchObject([{ id: 'p', state: 'connected' }]);
  });

  it('may have what they speak of beside them, where a pipeline flattened it', () => {
    const [observation] = observations({ topicName: `${USER}.calls`, id: 'c', participants: [flat()] });
    expect(observation).toMatchObject({ media: 'call', pointer: '', fields: { id: 'c' } });
    expect(observation?.participants).toMatchObject([{ id: 'p', pointer: '/participants/0' }]);
  });

  it.each([
    'v2.conversations.chats.c.messages',
    'channel.metadata',
    'v2.users.u.presence',
    'v2.users.u.routingStatus',
    'v2.users.u.conversationsummary',
    `${USER}.holograms`,
    'v2.something.else',
    '',
  ])('%j is skipped with an info', (topic) => {
    const input = [
      event(topic, { id: 'c', participants: [flat()] }),
      event(USER, { id: 'd', participants: [] }),
    ];
    expect(observations(input)).toMatchObject([{ fields: { id: 'd' } }]);
    expect(codes(input)).toEqual([['skipped-input', 'info', '/0']]);
  });

  it.each([[null], ['text'], [[]], [5], [undefined]])('a body that is %j is skipped', (body) => {
    const input = [event(USER, body), event(USER, { id: 'd', participants: [] })];
    expect(observations(input)).toHaveLength(1);
    expect(codes(input)).toEqual([['skipped-input', 'info', '/0']]);
  });

  it('a body without participants is skipped', () => {
    expect(codes(event(USER, { id: 'c' }))).toEqual([['skipped-input', 'info', '/eventBody']]);
  });
});

describe('a partial participant', () => {
  it('is legal with a purpose and a state alone, id or not', () => {
    const input = event(`${USER}.calls`, {
      id: 'c',
      participants: [{ purpose: 'ivr', state: 'terminated' }, { id: 'x' }, {}],
    });
    expect(codes(input)).toEqual([]);
    expect(observations(input)[0]?.participants).toEqual([
      { pointer: '/eventBody/participants/0', purpose: 'ivr', state: 'terminated' },
      { pointer: '/eventBody/participants/1', id: 'x' },
      { pointer: '/eventBody/participants/2' },
    ]);
  });
});

describe('a body without a conversation id', () => {
  const idsOf = (input: unknown) =>
    parseConversations(input).conversations.map(({ id, observations }) => [
      id,
      ...observations.map(({ pointer }) => pointer),
    ]);
  const nameless = (topic: string) =>
    event(topic, { participants: [{ purpose: 'agent', state: 'alerting' }] });

  it('belongs to the nearest earlier event of its topic', () => {
    const input = [
      event(`${USER}.chats`, { id: 'a', participants: [flat()] }),
      event(`${USER}.calls`, { id: 'b', participants: [flat()] }),
      nameless(`${USER}.chats`),
      event(`${USER}.chats`, { id: 'd', participants: [flat()] }),
      nameless(`${USER}.chats`),
      nameless(`${USER}.calls`),
    ];
    expect(idsOf(input)).toEqual([
      ['a', '/0/eventBody', '/2/eventBody'],
      ['b', '/1/eventBody', '/5/eventBody'],
      ['d', '/3/eventBody', '/4/eventBody'],
    ]);
  });

  it('stands alone when there is none, even when its participants look like others', () => {
    const ids = idsOf([nameless(`${USER}.chats`), nameless(`${USER}.calls`), nameless(`${USER}.chats`)]);
    expect(ids.map(([, ...pointers]) => pointers)).toEqual([
      ['/0/eventBody', '/2/eventBody'],
      ['/1/eventBody'],
    ]);
    expect(new Set(ids.map(([id]) => id)).size).toBe(2);
  });

  it('is not claimed by a later event', () => {
    const ids = idsOf([nameless(USER), event(USER, { id: 'a', participants: [flat()] })]);
    expect(ids).toHaveLength(2);
    expect(ids[1]).toEqual(['a', '/1/eventBody']);
  });

  it('is not that of a detail event, whose body says more of its conversation than its topic', () => {
    const input = event('v2.detail.events.conversation.abc.acw', { conversationId: 'c', eventTime: 5 });
    expect(parseConversations(input).conversations.map(({ id }) => id)).toEqual(['c']);
  });

  it('may be a detail event, whose topic names the conversation', () => {
    const input = event('v2.detail.events.conversation.abc.acw', { participantId: 'p', eventTime: 5 });
    expect(idsOf(input)).toEqual([['abc', '/eventBody']]);
  });
});

describe('an event without its topic', () => {
  const told = { eventBody: { id: 'c', participants: [flat()] } };
  it.each([
    ['as an object', told],
    ['with a topic that is none', { ...told, topicName: null }],
    ['cut off before it', `${JSON.stringify(told).slice(0, -1)},"topicN`],
  ])('gives the conversation that it holds, %s', (_, input) => {
    expect(observations(input)).toMatchObject([
      { form: 'event', pointer: '/eventBody', fields: { id: 'c' } },
    ]);
    expect(parseConversations(input).format).toBe('events');
    expect(codes(input).filter(([code]) => code !== 'truncated-input')).toEqual([]);
  });

  it('is none when it holds no participants', () => {
    expect(codes({ eventBody: { id: 'c' } })).toEqual([['unknown-format', 'error', '']]);
  });
});

describe('the time of an event', () => {
  const body = (more = {}) => ({ id: 'c', participants: [flat()], ...more });
  const T = (second: number) => new Date(Date.UTC(2026, 10, 19, 9, 0, second)).toISOString();
  const at = (second: number) => Date.UTC(2026, 10, 19, 9, 0, second);
  const moment = (input: unknown) => {
    const [observation] = observations(input);
    return [observation?.at, observation?.atPointer];
  };
  const envelope = (detail: unknown, time: unknown) => ({ 'detail-type': USER, time, detail });
  const FACT = 'v2.detail.events.conversation.c.acw';

  it.each([
    [
      'eventTime of the body',
      event(USER, body({ eventTime: at(1) }), { metadata: { timestamp: T(2) }, timestamp: T(3) }),
      1,
      '/eventBody/eventTime',
    ],
    [
      'eventTime of the event',
      event(USER, body(), { eventTime: T(1), metadata: { timestamp: T(2) }, timestamp: T(3) }),
      1,
      '/eventTime',
    ],
    [
      'metadata before timestamp',
      event(USER, body(), { metadata: { timestamp: T(2) }, timestamp: T(3) }),
      2,
      '/metadata/timestamp',
    ],
    [
      'timestamp',
      event(USER, body(), { metadata: { CorrelationId: 'x' }, timestamp: T(3) }),
      3,
      '/timestamp',
    ],
    [
      'eventTime of the metadata before its timestamp',
      event(USER, body(), { metadata: { eventTime: T(2), timestamp: T(3) } }),
      2,
      '/metadata/eventTime',
    ],
    [
      'time of the metadata',
      event(USER, body(), { metadata: { time: T(2) }, timestamp: T(3) }),
      2,
      '/metadata/time',
    ],
    [
      'timestamp of the metadata before its time',
      event(USER, body(), { metadata: { time: T(3), timestamp: T(2) } }),
      2,
      '/metadata/timestamp',
    ],
    ['time', event(USER, body(), { time: T(3) }), 3, '/time'],
    ['timestamp before time', event(USER, body(), { time: T(4), timestamp: T(3) }), 3, '/timestamp'],
    [
      'event_time of the body',
      event(USER, body({ event_time: T(1) }), { event_time: T(2) }),
      1,
      '/eventBody/event_time',
    ],
    ['event_time of the event', event(USER, body(), { event_time: T(2), timestamp: T(3) }), 2, '/event_time'],
    ['timestamp in epoch ms', event(USER, body(), { timestamp: at(3) }), 3, '/timestamp'],
    [
      'eventTime in epoch ms, written out',
      event(FACT, { eventTime: `${at(1)}`, conversationId: 'c' }),
      1,
      '/eventBody/eventTime',
    ],
    [
      'such a time, whatever stands before it',
      event(FACT, { brandNew: 1, event_time: `${at(1)}`, conversationId: 'c' }, { timestamp: T(3) }),
      1,
      '/eventBody/event_time',
    ],
    [
      'timestamp before the envelope',
      envelope(event(USER, body(), { timestamp: T(3) }), T(4)),
      3,
      '/detail/timestamp',
    ],
    ['the envelope', envelope(event(USER, body()), T(4)), 4, '/time'],
    ['the envelope around a bare body', envelope(body(), T(4)), 4, '/time'],
    [
      'eventTime before the envelope of a bare body',
      envelope(body({ eventTime: at(1) }), T(4)),
      1,
      '/detail/eventTime',
    ],
    [
      'what can be read, when a nearer one cannot',
      envelope(event(USER, body(), { timestamp: 'soon' }), T(4)),
      4,
      '/time',
    ],
  ])('is %s', (_, input, second, pointer) => {
    expect(moment(input)).toEqual([at(second), pointer]);
    expect(codes(input)).toEqual([]);
  });

  it('is that of the HAR entry at last', () => {
    const entry = (content: unknown) => ({
      startedDateTime: '2026-11-19T14:45:05.000+05:45',
      // How long the request took, which every HAR gives, and which is no instant.
      time: 87,
      response: { content: { text: JSON.stringify(content) } },
    });
    const har = {
      log: {
        entries: [
          entry(event(USER, body())),
          entry(envelope(event(USER, body()), T(4))),
          entry({ id: 'c', participants: [] }),
        ],
      },
    };
    expect(observations(har).map((o) => [o.at, o.atPointer])).toEqual([
      [at(5), '/log/entries/0/startedDateTime'],
      [at(4), '/log/entries/1/response/content/text#/time'],
      [at(5), '/log/entries/2/startedDateTime'],
    ]);
  });

  it.each([
    ['text', T(7), at(7), []],
    ['digits', String(at(7)), at(7), []],
    ['a time without a zone', T(7).slice(0, -1), at(7), ['assumed-utc']],
    ['words', 'soon', undefined, ['invalid-time']],
    ['a fraction', 1.5, undefined, ['invalid-time']],
    ['beyond all calendars', 8.64e15 + 2, undefined, ['invalid-time']],
    ['more than a number holds', 1e300, undefined, ['invalid-time']],
    ['a list', [at(7)], undefined, ['invalid-time']],
  ])('of a fact given as %s', (_, eventTime, read, told) => {
    const input = event('v2.detail.events.conversation.c.user.start', {
      conversationId: 'c',
      participantId: 'p',
      eventTime,
    });
    expect(observations(input)[0]?.fact?.eventTime).toBe(read);
    expect(parseConversations(input).problems.map(({ code, pointers }) => [code, ...pointers])).toEqual(
      told.map((code) => [code, '/eventBody/eventTime']),
    );
  });

  it('is none when nothing tells it', () => {
    expect(moment(event(USER, body()))).toEqual([undefined, undefined]);
    expect(moment(event(USER, body({ eventTime: 1.5 }), { timestamp: 1e300, metadata: 5 }))).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('leaves providerEventTime and other times of the participant where they are', () => {
    const [observation] = observations(
      event(USER, { id: 'c', participants: [flat({ providerEventTime: FIELD, startHoldTime: FIELD })] }),
    );
    expect(observation?.participants).toMatchObject([
      { providerEventTime: Date.parse(FIELD), startHoldTime: Date.parse(FIELD) },
    ]);
  });
});

describe('a stream', () => {
  it('keeps every snapshot of a conversation, duplicates too, in order of arrival', () => {
    const lines = [1, 2, 2, 3].map((n) =>
      JSON.stringify(event(USER, { id: 'c', participants: [flat({ held: n > 1 })] })),
    );
    const { conversations, problems } = parseConversations(lines.join('\n'));
    expect(problems).toEqual([]);
    expect(conversations).toHaveLength(1);
    expect(conversations[0]?.observations.map(({ pointer }) => pointer)).toEqual(
      [0, 1, 2, 3].map((n) => `/${n}/eventBody`),
    );
  });

  it('reports the broken participant only', () => {
    const input = event(USER, { id: 'c', participants: [7, flat()] });
    expect(codes(input)).toEqual([['unreadable-participant', 'error', '/eventBody/participants/0']]);
    expect(observations(input)[0]?.participants).toMatchObject([{ id: 'p' }]);
  });
});
