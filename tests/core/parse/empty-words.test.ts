import { describe, expect, it } from 'vitest';
import { buildTimeline, exportConversations, parseConversations } from '../../../src/core/index';

const T = '2026-11-19T09:00:00.000Z';
const leg = { state: 'connected', connectedTime: T };

function only(input: unknown) {
  const { conversations, problems } = parseConversations(input);
  expect(problems).toEqual([]);
  expect(conversations).toHaveLength(1);
  const [conversation] = conversations as [(typeof conversations)[number]];
  return { conversation, timeline: buildTimeline(conversation) };
}

describe('an id without letters', () => {
  it('names no participant, communication or conversation', () => {
    const { conversation, timeline } = only({
      id: '',
      participants: [
        {
          id: '',
          purpose: 'agent',
          calls: [
            { id: '', ...leg },
            { id: '', ...leg },
          ],
        },
        { id: '', purpose: 'agent', ...leg },
        { _id: '', purpose: '', ...leg },
      ],
    });
    expect(conversation.id).toMatch(/^participants-[0-9a-f]{14}$/);
    expect(timeline.lanes.map(({ id }) => id)).toEqual(['agent-1', 'agent-2', 'unknown-1']);
    const tracks = timeline.lanes.flatMap((lane) => lane.tracks.map(({ id }) => id));
    expect(new Set(tracks).size).toBe(4);
    expect(tracks).not.toContain('');
    expect(timeline.problems.map(({ code }) => code)).not.toContain('duplicate-id');
  });

  it('ties nobody to anybody', () => {
    const nobody = {
      userId: '',
      peer: '',
      consultParticipantId: '',
      monitoredParticipantId: '',
      coachedParticipantId: '',
      bargedParticipantId: '',
      cobrowseSessionId: '',
      cobrowseRole: '',
    };
    const { timeline } = only({
      id: 'c',
      participants: ['a', 'b'].map((id) => ({ id, purpose: 'agent', ...leg, ...nobody })),
    });
    expect(timeline.links).toEqual([]);
    expect(timeline.lanes.map(({ userId, roles }) => [userId, roles])).toEqual([
      [undefined, []],
      [undefined, []],
    ]);
    expect(timeline.problems).toEqual([]);
  });

  it('leaves an event to the nearest earlier one of its topic', () => {
    const event = (id: string, held: boolean) => ({
      topicName: 'v2.users.u.conversations.calls',
      eventBody: { id, participants: [{ id: 'a', purpose: 'agent', ...leg, held }] },
    });
    expect(only([event('c', false), event('', true)]).conversation.id).toBe('c');
  });

  it('is kept as it came, also in an export', () => {
    const { conversation } = only({ id: 'c', participants: [{ id: '', userId: '', name: '', ...leg }] });
    const [participant] = conversation.observations[0]?.participants ?? [];
    expect(participant).toMatchObject({
      name: '',
      unknownFields: [
        ['id', ''],
        ['userId', ''],
      ],
    });
    expect(parseConversations(exportConversations([conversation])).conversations).toEqual([conversation]);
  });
});
