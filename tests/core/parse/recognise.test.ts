import { describe, expect, test } from 'vitest';
import { parseConversations } from '../../../src/core/index';
import { snakeCase } from '../../../src/core/model/field';

const formatOf = (source: unknown) => {
  const { conversations, format } = parseConversations(source);
  return conversations.length === 1 ? format : 'none';
};

describe('an object that names itself nothing is a participant', () => {
  test.each<[string, object, string]>([
    ['by a communication', { id: 'a', calls: [{ id: 'c', state: 'connected' }] }, 'participant'],
    ['by one of several', { calls: [{ id: 'c' }, { id: 'd', held: false }] }, 'participant'],
    ['by one of any medium', { social_expressions: [{ segments: [] }] }, 'participant'],
    ['by sessions, also none', { id: 'a', sessions: [] }, 'participant'],
    ['by a state that only legs have', { id: 'a', state: 'alerting' }, 'media-participant'],
    ['by such a state in other letters', { id: 'a', state: 'CONNECTED' }, 'media-participant'],
    ['by one name that nothing else has', { alerting_timeout_ms: 3 }, 'participant'],
    ['by two names that others have one of', { userId: 'u', queueName: 'Desk' }, 'participant'],
    ['by one of these and a span', { user: {}, startTime: 'x', end_time: 'y' }, 'media-participant'],
    ['by its user alone', { id: 'p', userId: 'u' }, 'participant'],
    ['by its queue alone, in any spelling', { _id: 'p', name: 'Desk', queue_id: 'q' }, 'participant'],
  ])('%s', (_, source, format) => {
    expect(formatOf(source)).toBe(format);
  });

  test.each(
    (
      'state userId queueId user queue team provider direction disconnectType wrapup viewerUrl parkTime resumeTime ' +
      'providerEventTime externalContactId externalContact flaggedReason queueName userUri'
    ).split(' '),
  )('by %s and a peer', (name) => {
    expect(formatOf({ peer: 'p', [name]: 'x' })).not.toBe('none');
    expect(formatOf({ peer: 'p', [snakeCase(name)]: 'x' })).not.toBe('none');
    expect(formatOf({ source: 's', [name]: 'x' })).toBe('none');
  });

  test.each<[string, object]>([
    ['a user', { id: 'u', name: 'Ada', state: 'active' }],
    ['what is in no state', { id: 'u', state: 'none' }],
    ['a span', { id: 'r', startTime: 'x', endTime: 'y' }],
    ['a routing status, which begins', { userId: 'u', startTime: 'x', status: 'IDLE' }],
    ['a shift that ends', { userId: 'u', endTime: 'x', shiftId: 's' }],
    ['what says of its user that there is none', { id: 'p', userId: null }],
    ['what knows a peer alone', { id: 'p', peer: 'q' }],
    ['a list of calls that are none', { id: 'q', calls: [{ id: 'c', count: 3 }, 7] }],
    ['calls that are no list', { id: 'q', calls: { state: 'connected' } }],
  ])('but %s is none', (_, source) => {
    expect(formatOf(source)).toBe('none');
  });
});

describe('a leg', () => {
  test.each([
    'state',
    'held',
    'segments',
    'connectedTime',
    'disconnectedTime',
    'startAlertingTime',
    'startHoldTime',
    'startTime',
    'endTime',
  ])('is one by its %s alone', (name) => {
    expect(formatOf({ calls: [{ [name]: 'x' }] })).toBe('participant');
  });
});

describe('a participant is flat', () => {
  test.each([
    'state',
    'held',
    'provider',
    'peer',
    'user',
    'queue',
    'team',
    'direction',
    'startAlertingTime',
    'cobrowseSessionId',
  ])('by its %s alone', (name) => {
    const values: Record<string, unknown> = { held: true, user: {}, queue: {}, team: {} };
    const value = values[name] ?? '2026-11-19T09:02:00Z';
    expect(formatOf({ purpose: 'agent', [name]: value })).toBe('media-participant');
    expect(formatOf({ purpose: 'agent', [name]: value, userUri: '/x' })).toBe('participant');
  });

  test('also with lists of communications that are empty', () => {
    expect(formatOf({ purpose: 'agent', state: 'connected', calls: [], chats: [] })).toBe(
      'media-participant',
    );
  });

  test('by the content of its messages alone', () => {
    expect(formatOf({ purpose: 'agent', messages: [{ messageId: 'm' }] })).toBe('media-participant');
  });
});

test('the address of a conversation tells its medium in any letter case', () => {
  const { conversations } = parseConversations({
    selfUri: '/api/v2/conversations/cobrowseSessions/c',
    participants: [{ id: 'a', state: 'connected' }],
  });
  expect(conversations[0]?.observations[0]?.media).toBe('cobrowse');
});

test('an envelope stays one, whatever else it says', () => {
  const detail = { id: 'c', participants: [{ id: 'a' }] };
  const source = { 'detail-type': 'v2.users.u.conversations', topicName: 'v2.users.u.presence', detail };
  expect(formatOf(source)).toBe('events');
});

describe('messages', () => {
  const leg = { id: 'm', state: 'connected' };
  const content = { messageId: 'x', messageText: 'Hello' };
  const read = (fields: object) => {
    const participant = parseConversations({ id: 'a', purpose: 'agent', ...fields }).conversations[0]
      ?.observations[0]?.participants[0];
    return participant?.messages?.length ?? 'content';
  };

  test.each<[string, object, number | 'content']>([
    ['are communications where one is a leg', { messages: [content, leg] }, 2],
    ['are content where none is', { state: 'connected', messages: [content] }, 'content'],
    ['are content before the first, of a flat participant', { state: 'connected', messages: [] }, 'content'],
    ['are none, of one that has no state', { messages: [] }, 0],
    ['are none, of one that has communications', { state: 'connected', messages: [], calls: [leg] }, 0],
  ])('%s', (_, fields, expected) => {
    expect(read(fields)).toBe(expected);
  });
});
