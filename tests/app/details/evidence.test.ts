import { expect, test } from 'vitest';
import { evidenceValue } from '../../../src/app/details/evidence';
import { parseConversations } from '../../../src/core/index';
import { analytics, speaker } from '../../fixtures/payload';
import { agent, fact, stream } from '../../fixtures/stream';

/** What stands at places of a text that is gone. */
function gone(input: unknown, ...pointers: string[]): string[] {
  const [conversation] = parseConversations(input).conversations;
  if (!conversation) throw new Error('No conversation');
  return pointers.map((pointer) => evidenceValue(pointer, conversation));
}

test('an event’s own time is spelled out as all times are', () => {
  const time = '2026-11-19T09:00:10.000Z';
  const looks = (clock: 'envelope' | 'metadata' | 'eventTime') => stream(clock, [[10, agent()]]);
  expect(gone(looks('envelope'), '/0/time')).toEqual([time]);
  expect(gone(looks('metadata'), '/0/metadata/timestamp')).toEqual([time]);
  expect(gone(looks('eventTime'), '/0/eventTime')).toEqual([time]);
  const facts = [fact('user.start', 10, { participantId: 'agent', sessionId: 's1' })];
  expect(gone(facts, '/0/eventBody/eventTime')).toEqual([time]);
});

test('so are those under other names and spellings, and nothing else is', () => {
  const record = analytics([speaker('agent', { segments: 'interact 0-60', metrics: [['tTalk', 60_000]] })], {
    S: 0,
    E: 60,
  });
  const session = '/participants/0/sessions/0';
  expect(
    gone(
      record,
      '/conversationStart',
      `${session}/segments/0/segmentStart`,
      `${session}/segments/0/segmentEnd`,
      `${session}/metrics/0/emitDate`,
      `${session}/metrics/0/value`,
    ),
  ).toEqual([
    '2026-11-19T09:02:00.000Z',
    '2026-11-19T09:02:00.000Z',
    '2026-11-19T09:03:00.000Z',
    '2026-11-19T09:02:00.000Z',
    '60000',
  ]);
  const printed = {
    id: 'c1',
    participants: [{ id: 'a', purpose: 'agent', connected_time: '2026-11-19T10:00:00+01:00' }],
  };
  expect(gone(printed, '/participants/0/connected_time')).toEqual(['2026-11-19T09:00:00.000Z']);
  // What could not be read as a time stands as it came.
  const odd = { id: 'c1', participants: [{ id: 'a', purpose: 'agent', startTime: 1_795_000_000_000 }] };
  expect(gone(odd, '/participants/0/startTime')).toEqual(['1795000000000']);
});

test('a join link is not shown', () => {
  const link = {
    id: 'c1',
    participants: [{ id: 'a', purpose: 'agent', viewerUrl: 'https://a.example/secret' }],
  };
  const [said = ''] = gone(link, '/participants/0/viewerUrl');
  expect(said).not.toBe('');
  expect(said).not.toContain('secret');
});
