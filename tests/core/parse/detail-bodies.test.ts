import { describe, expect, test } from 'vitest';
import { measure, parseConversations } from '../../../src/core/index';
import { at, draw, fact, lane, lines, show } from '../../fixtures/stream';

/** What a detail event holds, without the topic around it: as triggers, lambdas and archives hand it on. */
const body = (seconds: number, fields: object): object =>
  fact('', seconds, { ...fields })['eventBody'] as object;
const ana = { participantId: 'agent', sessionId: 's1', userId: 'u1', queueId: 'q1', direction: 'INBOUND' };
const end = body(60, {
  ...ana,
  disconnectType: 'TRANSFER',
  interactingDurationMs: 50_000,
  alertingDurationMs: 4000,
  provider: 'Edge',
});

describe('bodies of detail events without their topic', () => {
  test('are facts of their conversation, at their time', () => {
    const { conversations, format, problems } = parseConversations(end);
    expect([format, problems, conversations.map(({ id }) => id)]).toEqual(['events', [], ['c1']]);
    const timeline = draw(end);
    expect([timeline.start, timeline.end, timeline.live]).toEqual([at(60), at(60), false]);
  });

  test.each([
    ['a user', { userId: 'u1', interactingDurationMs: 5 }, 'user'],
    ['a queue', { queueId: 'q1', acdOutcome: 'ANSWERED', connectedDurationMs: 5 }, 'acd'],
    ['a flow', { flowId: 'f', flowType: 'INBOUNDCALL', connectedDurationMs: 5 }, 'flow'],
    ['a voicemail', { userId: 'u1', voicemailDurationMs: 5 }, 'voicemail'],
    ['a customer', { externalContactId: 'x', interactingDurationMs: 5 }, 'customer'],
    ['nobody knows whom', {}, 'unknown'],
  ])('the end of %s is told by its fields', (_, fields, purpose) => {
    const timeline = draw(
      body(60, { participantId: 'p', sessionId: 's', disconnectType: 'PEER', ...fields }),
    );
    const { milestones, purpose: found } = lane(timeline, 'p');
    expect(found).toBe(purpose);
    expect(milestones).toMatchObject([{ kind: 'end', at: at(60) }]);
  });

  test('lengths are listed and counted', () => {
    expect(lane(draw(end), 'agent').tracks[0]?.unplaced).toMatchObject([
      { type: 'connected', duration: 50_000 },
      { type: 'alerting', duration: 4000 },
    ]);
    expect(measure(draw(end)).conversation.totals).toMatchObject({ talk: 50_000, alerting: 4000 });
  });

  test('a wrap-up is one', () => {
    const timeline = draw([end, body(70, { ...ana, wrapupCode: 'sold', wrapupDurationMs: 9000 })]);
    expect(lane(timeline, 'agent').milestones.at(-1)).toMatchObject({ kind: 'wrapup', at: at(70) });
    expect(lane(timeline, 'agent').purpose).toBe('user');
  });

  test('what may have begun anything draws nothing, and is not lost', () => {
    const input = [body(10, ana), end];
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('');
    expect(timeline.live).toBe(false);
    expect(parseConversations(input).conversations[0]?.observations).toHaveLength(2);
  });

  test('in lines, in objects of strangers, and as the Python client prints them', () => {
    expect(parseConversations(lines([body(10, ana), end])).conversations).toHaveLength(1);
    const { conversations, problems } = parseConversations({ Records: [{ body: JSON.stringify(end) }] });
    expect([conversations.map(({ id }) => id), problems]).toEqual([['c1'], []]);
    const printed = {
      event_time: at(60),
      conversation_id: 'c1',
      participant_id: 'p',
      disconnect_type: 'PEER',
      user_id: 'u',
    };
    expect(lane(draw(printed), 'p').purpose).toBe('user');
  });

  test('other things with a time and a conversation are none', () => {
    for (const stranger of [
      { eventTime: at(1), conversationId: 'c1', communicationId: 'x', transcripts: [] },
      { conversationId: 'c1', participantId: 'p', recording: 'r' },
    ])
      expect(parseConversations(stranger).conversations).toEqual([]);
  });
});
