import { describe, expect, test } from 'vitest';
import {
  agent,
  analytics,
  customer,
  iso,
  milestones,
  type Parts,
  rest,
  s,
  speaker,
  timelineOf,
} from '../../fixtures/payload';
import * as events from '../../fixtures/stream';

const told = (one: object, conversation: Parts = {}) => {
  const [lane] = timelineOf(rest([{ ...one }], conversation)).lanes;
  return lane === undefined ? '' : milestones(lane);
};

describe('milestones of a leg', () => {
  test('each time field is one, in order of time', () => {
    const one = agent({ emails: [{ S: 0, A: 1, C: 12, H: 20, held: true, P: 30, R: 40, E: 60, V: 60 }] });
    expect(told(one)).toBe(
      'start @0 | alerting @1 | connected @12 | hold @20 | parked @30 | resume @40 | end @60 | provider-event @60',
    );
  });

  test('of a flat participant', () => {
    const one = agent({ S: 0, A: 1, C: 12, E: 60, state: 'disconnected', disconnectType: 'client' });
    expect(told(one)).toBe('start @0 | alerting @1 | connected @12 | end @60 client');
  });

  test('a resume that lies ahead is none', () => {
    const input = rest([agent({ emails: [{ C: 0, P: 20, R: 90, state: 'parked' }] })]);
    expect(timelineOf(input, { now: 50 }).lanes[0]?.milestones.map(({ kind }) => kind)).not.toContain(
      'resume',
    );
  });

  test('belong to the track of their communication', () => {
    const one = agent({ calls: [{ C: 0, E: 60 }], chats: [{ C: 10, E: 50 }] });
    const [lane] = timelineOf(rest([one])).lanes;
    expect(lane?.milestones.map(({ kind, trackId }) => `${kind} ${trackId}`)).toEqual([
      'connected agent-calls-0',
      'connected agent-chats-0',
      'end agent-chats-0',
      'end agent-calls-0',
    ]);
  });

  test('the participant’s start stands once beside its only communication', () => {
    expect(told(agent({ S: 0, C: 11, E: 60, calls: [{ C: 12, E: 60 }] }))).toBe(
      'start @0 | connected @12 | end @60',
    );
  });

  test('the participant’s start stands for itself beside several communications', () => {
    const one = agent({ S: 0, calls: [{ C: 12, E: 60 }], chats: [{ C: 12, E: 60 }] });
    expect(told(one)).toMatch(/^start @0 \|/);
  });

  test('the participant’s start stands once beside several that it had one after another', () => {
    const offered = (seconds: number, more: Parts) =>
      events.agent({ startTime: seconds, startAlertingTime: seconds, ...more });
    const timeline = events.draw(
      events.stream('eventTime', [
        [0, offered(0, { state: 'alerting' })],
        [10, offered(0, { state: 'disconnected', endTime: 10 })],
        [20, offered(20, { state: 'alerting' })],
        [60, offered(20, { state: 'disconnected', endTime: 60 })],
      ]),
    );
    const starts = events.lane(timeline, 'agent').milestones.filter(({ kind }) => kind === 'start');
    expect(starts.map((one) => [one.at, one.trackId])).toEqual([
      [events.at(0), 'agent/call'],
      [events.at(20), 'agent/call~2'],
    ]);
  });

  test('a recorded leg starts with its first segment', () => {
    expect(told(agent({ calls: [{ C: 12, E: 60, segments: 'Alert 0-12 | Interact 12-60 client' }] }))).toBe(
      'start @0 | connected @12 | end @60 client',
    );
  });

  test('a provider event', () => {
    expect(told(customer({ calls: [{ C: 0, E: 60, V: 60.2 }] }))).toContain('provider-event @60.2');
  });
});

describe('evaluations', () => {
  const evaluation = {
    id: 'e',
    status: 'FINISHED',
    evaluationForm: { id: 'f', name: 'Kindness' },
    assignedDate: iso(1000),
    submittedDate: iso(2000),
    releaseDate: iso(3000),
  };

  test('assigned, submitted and released', () => {
    expect(told(agent({ calls: [{ C: 0, E: 60 }], evaluations: [evaluation] }))).toBe(
      'connected @0 | end @60 | evaluation-assigned @1000 Kindness | evaluation-submitted @2000 Kindness | evaluation-released @3000 Kindness',
    );
  });

  test('assigned only', () => {
    const { submittedDate: _, releaseDate: __, ...pending } = { ...evaluation, status: 'PENDING' };
    expect(told(agent({ calls: [{ C: 0, E: 60 }], evaluations: [pending] }))).toBe(
      'connected @0 | end @60 | evaluation-assigned @1000 Kindness',
    );
  });

  test('stand inside the timeline', () => {
    const timeline = timelineOf(rest([agent({ calls: [{ C: 0, E: 60 }], evaluations: [evaluation] })]));
    expect(timeline.end).toBe(s(3000));
  });

  test('of an analytics conversation belong to the user they judge', () => {
    const judged = { evaluationId: 'e', userId: 'mina', formName: 'Kindness' };
    const input = analytics([{ ...speaker('agent', { segments: 'interact 0-60' }), userId: 'mina' }], {
      evaluations: [
        { ...judged, agent: { id: 'other' }, eventTime: iso(900) },
        { ...judged, assignedDate: iso(30) },
        { ...judged, userId: 'other', eventTime: iso(900) },
        { id: 'f', agent: { id: 'mina' }, formName: 'Tact', releaseDate: iso(990) },
      ],
    });
    const [lane] = timelineOf(input).lanes;
    expect(lane && milestones(lane)).toBe(
      'start @0 | evaluation-assigned @30 Kindness | end @60 | evaluation-submitted @900 Kindness | evaluation-released @990 Tact',
    );
  });

  test('that two exports of a conversation list are of one, as the later tells it', () => {
    const exported = (evaluations: object[], segments: string) =>
      analytics([{ ...speaker('agent', { segments }), userId: 'mina' }], { evaluations });
    const judged = { evaluationId: 'e', userId: 'mina', formName: 'Kindness', assignedDate: iso(900) };
    const input = [
      exported([judged], 'interact 0-60 | wrapup 60-'),
      exported([{ ...judged, releaseDate: iso(990) }], 'interact 0-60 | wrapup 60-80'),
    ];
    const [lane] = timelineOf(input).lanes;
    expect(lane && milestones(lane, 'evaluation-assigned', 'evaluation-released')).toBe(
      'evaluation-assigned @900 Kindness | evaluation-released @990 Kindness',
    );
  });

  test.each([
    ['the leg of the user that talked', ['alert 5-10', 'interact 12-60', 'alert 70-80'], 12],
    ['the last that talked, whatever the order of the data', ['interact 40-60', 'interact 12-30'], 40],
    ['the last, where none talked', ['alert 25-30', 'alert 5-10'], 25],
  ])('of an analytics conversation stand beside %s', (_, legs, start) => {
    const input = analytics(
      legs.map((segments) => ({ ...speaker('agent', { segments }), userId: 'mina' })),
      { evaluations: [{ evaluationId: 'e', userId: 'mina', assignedDate: iso(900) }] },
    );
    const judged = timelineOf(input).lanes.filter((lane) => milestones(lane, 'evaluation-assigned') !== '');
    expect(judged.map(({ tracks }) => tracks[0]?.segments[0]?.start)).toEqual([s(start)]);
  });

  test('that one of the legs tells of, too, are of that leg', () => {
    const judged = { id: 'e', assignedDate: iso(900) };
    const leg = (C: number) => ({ userId: 'mina', calls: [{ C, E: C + 10 }] });
    const input = rest([agent({ ...leg(0), evaluations: [judged] }), agent(leg(20))], {
      evaluations: [{ ...judged, userId: 'mina', releaseDate: iso(990) }],
    });
    expect(
      timelineOf(input).lanes.map((lane) => milestones(lane, 'evaluation-assigned', 'evaluation-released')),
    ).toEqual(['evaluation-assigned @900 | evaluation-released @990', '']);
  });

  test('that participant and conversation list are of one: of what both tell, the former’s word stands', () => {
    const listed = { id: 'e', formName: 'Kindness', assignedDate: iso(900) };
    const input = [
      rest([agent({ userId: 'mina', calls: [{ C: 0, E: 60 }], evaluations: [listed] })]),
      analytics([{ ...speaker('agent', { segments: 'interact 0-60' }), userId: 'mina' }], {
        evaluations: [
          {
            evaluationId: 'e',
            userId: 'mina',
            formName: 'Tact',
            assignedDate: iso(901),
            eventTime: iso(990),
          },
          { userId: 'mina', formName: 'Care', assignedDate: iso(950) },
        ],
      }),
    ];
    const [lane] = timelineOf(input).lanes;
    expect(lane && milestones(lane, 'evaluation-assigned', 'evaluation-submitted')).toBe(
      'evaluation-assigned @900 Kindness | evaluation-assigned @950 Care | evaluation-submitted @990 Tact',
    );
  });
});

describe('flags', () => {
  test('a flag without a time has no place in a snapshot', () => {
    expect(told(agent({ calls: [{ C: 0, E: 60 }], flaggedReason: 'general' }))).toBe(
      'connected @0 | end @60',
    );
  });
});

// The first look shows it over already: nobody knows when it ended, only that it was seen then.
test('an end that the first look shows was seen, not told', () => {
  const timeline = events.draw(events.stream('eventTime', [[10, events.agent({ state: 'terminated' })]]));
  expect(timeline.lanes[0]?.milestones).toMatchObject([
    { kind: 'end', at: events.at(10), evidence: { rule: 'observed-change' } },
  ]);
});
