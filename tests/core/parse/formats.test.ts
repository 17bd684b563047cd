import { describe, expect, it } from 'vitest';
import { buildTimeline, exportConversations, type Format, parseConversations } from '../../../src/core/index';
import { analyticsConversation, eventStream, restConversation } from '../../fixtures/generate.mjs';

const TIME = '2026-11-19T09:02:00.000Z';
const call = { id: 'call', state: 'connected', connectedTime: TIME };
const full = { id: 'p', purpose: 'agent', userId: 'u', calls: [call] };
const flat = { id: 'p', purpose: 'agent', state: 'connected', held: false, connectedTime: TIME };
const cobrowse = { ...flat, cobrowseSessionId: 's', cobrowseRole: 'viewer', controlling: [], viewerUrl: '' };
const analytics = { participantId: 'p', purpose: 'agent', sessions: [{ sessionId: 's', segments: [] }] };
const event = (body: unknown, topicName = 'v2.users.u.conversations') => ({ topicName, eventBody: body });
const har = (body: unknown) => ({
  log: { entries: [{ response: { content: { text: JSON.stringify(body) } } }] },
});

const detail = event(
  { conversationId: 'c', participantId: 'p', sessionId: 's', eventTime: 1_649_237_444_949 },
  'v2.detail.events.conversation.c.customer.start',
);

const CASES: [what: string, format: Format, input: unknown][] = [
  ['a participant with communications', 'participant', full],
  ['a participant with a user id and a queue id', 'participant', { id: 'p', userId: 'u', queueId: 'q' }],
  ['a participant of a type', 'participant', { id: 'p', participantType: 'Internal' }],
  ['a participant with an empty list of calls', 'participant', { id: 'p', purpose: 'agent', calls: [] }],
  ['a participant of sessions that names its provider', 'participant', { ...analytics, provider: 'Edge' }],
  ['a flat participant', 'media-participant', flat],
  ['a co-browse participant', 'media-participant', cobrowse],
  [
    'a flat participant, spelled in snake case',
    'media-participant',
    { _id: 'p', start_alerting_time: TIME, state: 'alerting' },
  ],
  [
    'a flat participant with references',
    'media-participant',
    { id: 'p', user: { id: 'u' }, queue: { id: 'q' }, team: { id: 't' } },
  ],
  [
    'a flat participant with provider and peer',
    'media-participant',
    { id: 'p', provider: 'Edge', peer: 'x' },
  ],
  [
    'a flat participant of which only the state is known',
    'media-participant',
    { purpose: 'agent', state: 'alerting' },
  ],
  [
    'a flat message participant',
    'media-participant',
    { ...flat, messages: [{ messageId: 'm', messageTime: TIME }] },
  ],
  ['a flat message participant before the first message', 'media-participant', { ...flat, messages: [] }],
  ['a list of participants', 'participant', [full, { ...full, id: 'q' }]],
  ['a conversation', 'conversation', { id: 'c', participants: [full] }],
  ['a conversation of nobody', 'conversation', { id: 'c', participants: [] }],
  ['a conversation without an id', 'conversation', { participants: [full] }],
  [
    'a conversation of participants with communications and a state',
    'conversation',
    { id: 'c', participants: [{ ...flat, calls: [call] }] },
  ],
  [
    'a conversation of participants with an address and a state',
    'conversation',
    { id: 'c', participants: [{ ...flat, userUri: '/api/v2/users/u' }] },
  ],
  ['a conversation of flat participants', 'media-conversation', { id: 'c', participants: [cobrowse] }],
  [
    'an analytics detail',
    'analytics',
    { conversationId: 'c', conversationStart: TIME, participants: [analytics] },
  ],
  [
    'an analytics detail without sessions',
    'analytics',
    { conversationId: 'c', conversationStart: TIME, participants: [{ participantId: 'p' }] },
  ],
  [
    'an analytics detail without sessions, spelled in snake case',
    'analytics',
    { conversation_id: 'c', conversation_start: TIME, participants: [{ participant_id: 'p' }] },
  ],
  [
    'an analytics answer',
    'analytics',
    { conversations: [{ conversationId: 'c', participants: [analytics] }], totalHits: 1 },
  ],
  ['conversations wrapped', 'conversation', { conversations: [{ id: 'c', participants: [full] }] }],
  ['entities wrapped', 'conversation', { entities: [{ id: 'c', participants: [full] }], pageSize: 25 }],
  ['a list of conversations', 'conversation', [{ id: 'c', participants: [full] }]],
  ['an event', 'events', event({ id: 'c', participants: [flat] })],
  [
    'an event with the vendor’s envelope in snake case',
    'events',
    { topic_name: 'v2.users.u.conversations', event_body: { id: 'c', participants: [flat] } },
  ],
  [
    'a list of events',
    'events',
    [event({ id: 'c', participants: [flat] }), event({ id: 'c', participants: [flat] })],
  ],
  ['a detail event', 'events', detail],
  [
    'a detail event in an EventBridge envelope',
    'events',
    { 'detail-type': 'v2.detail.events.conversation.{id}.customer.start', detail },
  ],
  ['a HAR', 'har', har({ id: 'c', participants: [full] })],
  [
    'a HAR of different things',
    'har',
    { log: { entries: [...har(flat).log.entries, ...har(detail).log.entries] } },
  ],
  ['a HAR without any', 'har', { log: { entries: [] } }],
  ['our own export', 'export', JSON.parse(exportConversations(parseConversations(full).conversations))],
  [
    'a conversation and an event',
    'mixed',
    [{ id: 'c', participants: [full] }, event({ id: 'c', participants: [flat] })],
  ],
  ['a conversation and a participant', 'mixed', [{ id: 'c', participants: [full] }, full]],
  ['a HAR and a conversation', 'mixed', [har(full), { id: 'c', participants: [full] }]],
  ['nothing', 'unknown', undefined],
  ['a text of words', 'unknown', 'hello'],
  ['an empty object', 'unknown', {}],
  ['an empty list', 'unknown', []],
  ['a number', 'unknown', 5],
];

/** A mark without where it stands in the input. */
const plain = (mark: object) => ({ ...mark, evidence: undefined });

/** Attributes are the customer's own names. */
function withoutCapitals(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutCapitals);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key.toLowerCase(),
      key === 'attributes' ? part : withoutCapitals(part),
    ]),
  );
}

describe('the format', () => {
  it.each(CASES)('of %s is %s', (_, format, input) => {
    expect(parseConversations(input).format).toBe(format);
    // The same told by its text: nothing but the shape is looked at.
    const text = typeof input === 'object' ? JSON.stringify(input) : input;
    expect(parseConversations(text).format).toBe(format);
  });

  it.each(
    [
      'purpose participantType held startAlertingTime startHoldTime connectedTime wrapupRequired alertingTimeoutMs',
      'cobrowseSessionId cobrowseRole controlling startAcwTime endAcwTime consultParticipantId wrapupTimeoutMs',
      'monitoredParticipantId coachedParticipantId bargedParticipantId mediaRoles screenRecordingState wrapupSkipped',
    ].flatMap((names) => names.split(' ')),
  )('is that of a participant by %s alone, in either spelling', (name) => {
    const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    for (const key of [name, snake])
      expect(parseConversations({ [key]: null }).conversations).toHaveLength(1);
  });

  // As warehouses hand on what they keep in structures: their names know no capitals.
  it.each([
    ['documents', restConversation],
    ['analytics', analyticsConversation],
    ['events', eventStream],
  ])('and what is drawn are the same without capitals: %s', (_, generate) => {
    const drawn = (input: unknown) => {
      const { conversations, format } = parseConversations(input);
      return {
        format,
        lanes: conversations.flatMap((conversation) =>
          buildTimeline(conversation).lanes.map(({ label, purpose, tracks, milestones, roles, limits }) => ({
            label,
            purpose,
            tracks: tracks.map(({ media, segments }) => [media, segments.map(plain)]),
            marks: [milestones, roles, limits].map((marks) => marks.map(plain)),
          })),
        ),
      };
    };
    for (let seed = 0; seed < 5; seed++) {
      const made = generate(seed);
      expect(drawn(withoutCapitals(made))).toEqual(drawn(made));
    }
  });

  it('is told of generated payloads', () => {
    for (let seed = 0; seed < 20; seed++) {
      expect(parseConversations(restConversation(seed))).toMatchObject({
        format: 'conversation',
        problems: [],
      });
      expect(parseConversations(analyticsConversation(seed))).toMatchObject({
        format: 'analytics',
        problems: [],
      });
      expect(parseConversations(eventStream(seed))).toMatchObject({ format: 'events', problems: [] });
    }
  });

  it.each([
    [
      'a user',
      {
        id: 'u',
        name: 'A',
        email: 'a@b.example',
        state: 'active',
        username: 'a',
        version: 7,
        chat: { jabberId: 'j' },
      },
    ],
    ['a queue', { id: 'q', name: 'Billing', division: { id: 'd' }, memberCount: 4, mediaSettings: {} }],
    ['a presence', { userId: 'u', source: 'PURECLOUD', primary: true, presenceDefinition: { id: 'x' } }],
    [
      'a routing status',
      { userId: 'u', status: 'IDLE', startTime: TIME, selfUri: '/api/v2/users/u/routingstatus' },
    ],
    ['a recording', { id: 'r', conversationId: 'c', startTime: TIME, endTime: TIME, media: 'audio' }],
    ['an entity reference', { id: 'q', name: 'Billing', selfUri: '/api/v2/routing/queues/q' }],
    [
      'an error',
      { message: 'Not found', code: 'not.found', status: 404, contextId: 'x', details: [], errors: [] },
    ],
    ['a user whose chats are addresses', { id: 'u', chats: [{ jabberId: 'j' }], calls: ['+155501001'] }],
    ['messages of a chat', { id: 'm', messages: [{ id: '1', body: 'hello' }] }],
    ['participants that are no list', { id: 'c', participants: { a: 1 } }],
  ])('%s is not conversation data', (_, input) => {
    expect(parseConversations(input)).toMatchObject({
      conversations: [],
      format: 'unknown',
      problems: [{ code: 'unknown-format', severity: 'error', pointers: [''] }],
    });
  });
});

it('takes options, of which there are none yet', () => {
  const text = JSON.stringify(full);
  expect(parseConversations(text, {})).toEqual(parseConversations(text));
  expect(parseConversations(text, undefined)).toEqual(parseConversations(text));
});
