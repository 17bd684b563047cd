import { describe, expect, test } from 'vitest';
import { analytics, customer as caller, picture, rest, speaker, timelineOf } from '../../../fixtures/payload';
import {
  agent,
  at,
  draw,
  event,
  fact,
  lane,
  pointersIn,
  reached,
  show,
  stream,
} from '../../../fixtures/stream';

describe('what only the first look tells holds for the leg', () => {
  const first = {
    state: 'alerting',
    startAlertingTime: 0,
    direction: 'outbound',
    peer: 'other',
    alertingTimeoutMs: 30_000,
    errorInfo: { code: 'e1' },
    initialState: 'alerting',
    providerEventTime: 4,
    resumeTime: 3,
    cobrowseSessionId: 'room',
    cobrowseRole: 'viewer',
    disconnectType: 'error',
  };
  const input = stream('eventTime', [
    [5, agent(first)],
    [60, agent({ state: 'terminated' })],
  ]);
  const drawn = () => draw(input, { now: 90 });

  test('its offer and the time to answer it', () => {
    expect(show(drawn(), 'agent')).toBe('alerting 0-60 unanswered');
    expect(lane(drawn(), 'agent').limits).toMatchObject([{ at: at(30) }]);
  });

  test('its error, its end and its provider event', () => {
    const { milestones } = lane(drawn(), 'agent');
    const end = milestones.find(({ kind }) => kind === 'end');
    expect(end).toMatchObject({ label: 'error', error: { code: 'e1' } });
    expect(milestones.find(({ kind }) => kind === 'provider-event')?.at).toBe(at(4));
  });

  test('its direction and its session', () => {
    const dialed = draw(
      stream('eventTime', [
        [5, agent({ startTime: 0, direction: 'outbound', cobrowseSessionId: 'room', held: false })],
        [10, agent({ state: 'connected', connectedTime: 10, cobrowseRole: 'viewer' })],
      ]),
      { now: 60 },
    );
    expect(show(dialed, 'agent')).toBe('dialing 0-10 inferred | connected 10-60 running');
    expect(lane(dialed, 'agent').roles).toMatchObject([{ role: 'viewer', sessionId: 'room' }]);
  });
});

describe('detail events', () => {
  const told = { participantId: 'agent', sessionId: 's1' };
  const pair = (end: Record<string, unknown>) =>
    draw([fact('user.start', 0, told), fact('user.end', 60, { ...told, ...end })]);

  test('are read in the spelling of the input', () => {
    const spelled = (name: string, seconds: number) => ({
      topicName: `v2.detail.events.conversation.c1.${name}`,
      version: '2',
      eventBody: {
        event_time: at(seconds),
        conversation_id: 'c1',
        media_type: 'VOICE',
        participant_id: 'agent',
        session_id: 's1',
      },
    });
    const input = [spelled('user.start', 0), spelled('user.end', 60)];
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('connected 0-60');
    expect(pointersIn(timeline)).toContain('/1/eventBody/event_time');
    expect(reached(input, lane(timeline, 'agent').tracks[0]?.segments[0])).toEqual([at(0), at(60)]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['rang, and no word of talk', { alertingDurationMs: 30_000 }, 'alerting 0-60 inferred unanswered'],
    [
      'rang, and no length of talk',
      { alertingDurationMs: 30_000, interactingDurationMs: 0 },
      'alerting 0-60 inferred unanswered',
    ],
    ['rang and talked', { alertingDurationMs: 30_000, interactingDurationMs: 30_000 }, 'connected 0-60'],
    ['rang and was held', { alertingDurationMs: 30_000, heldDurationMs: 5000 }, 'connected 0-60'],
    ['rang for no time', { alertingDurationMs: 0 }, 'connected 0-60'],
    ['no word of either', {}, 'connected 0-60'],
  ])('a leg that %s', (_, end, shown) => {
    expect(show(pair(end), 'agent')).toBe(shown);
  });

  test('state lengths that have no place', () => {
    const of = (end: Record<string, unknown>) =>
      lane(pair(end), 'agent').tracks.flatMap(({ unplaced = [] }) =>
        unplaced.map(({ type, duration }) => `${type} ${duration}`),
      );
    expect(
      of({ heldDurationMs: 5000, oddDurationMs: 1, dialingDurationMs: '7', contactingDurationMs: -1 }),
    ).toEqual(['hold 5000']);
    expect(of({ interactingDurationMs: 60_000 })).toEqual([]);
    expect(of({ interactingDurationMs: 50_000 })).toEqual(['connected 50000']);
    expect(of({ acwDurationMs: 0 })).toEqual(['acw 0']);
  });

  test('tell a field of whom they speak', () => {
    const { participant } = lane(pair({ userId: 'u1', queueId: 'q1', ani: 'tel:1' }), 'agent');
    expect(participant).toMatchObject({ id: 'agent', userId: 'u1', queueId: 'q1', ani: 'tel:1' });
    expect(lane(pair({}), 'agent').participant).not.toHaveProperty('userId');
  });

  test('of a queue are in its words', () => {
    const q = { participantId: 'q', sessionId: 's2' };
    const timeline = draw([
      fact('acd.start', 0, q),
      fact('acd.end', 20, { ...q, connectedDurationMs: 15_000 }),
    ]);
    expect(show(timeline, 'q')).toBe('queued 0-20');
    expect(lane(timeline, 'q').tracks[0]?.unplaced).toMatchObject([{ type: 'queued', duration: 15_000 }]);
  });
});

test.each(['internalMessages', 'screenMonitorings', 'screenshares', 'socialExpressions', 'videos'])(
  'a list of %s alone is a leg',
  (list) => {
    const timeline = draw(
      [
        event('eventTime', [0, agent({ [list]: [{ id: 'x', state: 'connected', connectedTime: 0 }] })], {
          media: '',
        }),
      ],
      { now: 9 },
    );
    expect(lane(timeline, 'agent').tracks.map(({ id }) => id)).toEqual(['x']);
  },
);

test('sessions of a medium that nobody knows keep its word', () => {
  const [session] =
    timelineOf(analytics([speaker('agent', { segments: 'interact 0-60', mediaType: 'Hologram' })])).lanes[0]
      ?.tracks ?? [];
  expect(session?.media).toBe('hologram');
  const { lanes } = timelineOf(
    analytics([speaker('agent', { segments: 'interact 0-60', mediaType: undefined })]),
  );
  expect(lanes[0]?.tracks[0]?.media).toBe('unknown');
});

test('a leg on two lanes keeps the order of the document', () => {
  const two = [
    caller({ id: 'b', calls: [{ C: 0, E: 60 }] }),
    caller({
      id: 'a',
      calls: [
        { C: 0, E: 60 },
        { C: -5, E: 10 },
      ],
    }),
  ];
  expect(timelineOf(rest(two)).lanes.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(picture(timelineOf(rest(two)))).toEqual(['connected 0-60', 'connected -5-10', 'connected 0-60']);
});
