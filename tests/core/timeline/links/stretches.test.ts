import { describe, expect, test } from 'vitest';
import {
  agent,
  analytics,
  customer,
  type Parts,
  party,
  picture,
  rest,
  speaker,
  T,
  timelineOf,
} from '../../../fixtures/payload';
import * as events from '../../../fixtures/stream';

type Participant = Record<string, unknown>;
const seconds = (at: number): number => (at - T) / 1000;
const ties = (input: unknown, now?: number) =>
  timelineOf(input, { now }).links.map(({ kind, from, to, start, end, certainty }) => {
    const name = (one: { laneId: string; trackId?: string }) => one.trackId ?? one.laneId;
    return `${kind} ${name(from)} ${'laneId' in to ? name(to) : `?${to.unresolved}`} ${seconds(start)}-${seconds(end)} ${certainty}`;
  });
const call = (leg: Parts, more: Parts = {}) => agent({ calls: [leg], ...more });
const other = (leg: Parts) => customer({ calls: [leg] });

describe('how long a participant’s tie to another lasts', () => {
  const monitored = { monitoredParticipantId: 'customer' };
  test.each<[string, Participant[], string]>([
    [
      'while both were connected',
      [call({ C: 0, E: 60 }, monitored), other({ C: 10, E: 50 })],
      '10-50 inferred',
    ],
    [
      'while its legs were',
      [
        agent({
          ...monitored,
          calls: [
            { C: 20, E: 45 },
            { C: 0, E: 25 },
            { C: 40, E: 42 },
          ],
        }),
        other({ C: 0, E: 90 }),
      ],
      '0-45 inferred',
    ],
    ['at the same instants', [call({ C: 10, E: 50 }, monitored), other({ C: 10, E: 50 })], '10-50 inferred'],
    [
      'at the instant at which they met',
      [call({ C: 0, E: 50 }, monitored), other({ C: 50, E: 90 })],
      '50-50 inferred',
    ],
    [
      'on, while another of its legs goes on',
      [agent({ ...monitored, calls: [{ C: 0, E: 60 }, { C: 20 }] }), other({ C: 0 })],
      '0-60 running',
    ],
    [
      'whole where they never met',
      [call({ C: 0, E: 40 }, monitored), other({ C: 50, E: 90 })],
      '0-40 inferred',
    ],
    [
      'while it was offered, never connected',
      [call({ A: 0, E: 20 }, monitored), other({ C: 0, E: 90 })],
      '0-20 inferred',
    ],
    [
      'a point at its end, where that is all',
      [party('customer', { id: 'x', ...monitored, calls: [{ E: 20 }] }), other({ C: 0, E: 90 })],
      '20-20 inferred',
    ],
    [
      'to an offer, never connected',
      [call({ C: 0, E: 60 }, monitored), customer({ calls: [{ A: 10, E: 20 }] })],
      '10-20 inferred',
    ],
  ])('%s', (_, participants, stretch) => {
    expect(ties(rest(participants)).map((tie) => tie.split(' ').slice(3).join(' '))).toEqual([stretch]);
  });

  test('of a session, while that one was', () => {
    const calls = [
      { C: 0, E: 20, ...monitored },
      { C: 30, E: 50 },
    ];
    expect(ties(rest([agent({ calls }), other({ C: 0, E: 90 })]))).toEqual([
      'monitor agent-calls-0 customer 0-20 recorded',
    ]);
  });

  test('a leg without any time has no place for it', () => {
    expect(
      ties(rest([agent({ ...monitored, calls: [{ state: 'disconnected' }] }), other({ C: 0, E: 90 })])),
    ).toEqual([]);
  });

  test('planned time is no part of it', () => {
    const one = call({ C: 0, P: 20, R: 90, state: 'parked' }, monitored);
    expect(ties(rest([one, other({ C: 0, state: 'connected' })]), 60)).toEqual([
      'monitor agent customer 0-60 running',
    ]);
  });

  test('nor is that of a leg that waits', () => {
    const due = { S: 0, state: 'scheduled', callbackScheduledTime: events.iso(400) };
    const one = agent({ ...monitored, callbacks: [due] });
    expect(ties(rest([one, other({ C: 0, state: 'connected' })]), 60)).toEqual([
      'monitor agent customer 0-60 inferred',
    ]);
  });

  test('a session of its own says both that there was a tie and when', () => {
    expect(ties(rest([call({ C: 0, E: 60, ...monitored }), other({ C: 10, E: 50 })]))).toEqual([
      'monitor agent-calls-0 customer 10-50 recorded',
    ]);
  });

  test('and runs while it runs', () => {
    const one = call({ C: 0, state: 'connected', ...monitored });
    expect(ties(rest([one, other({ C: 10, state: 'connected' })]), 60)).toEqual([
      'monitor agent-calls-0 customer 10-60 running',
    ]);
  });

  test('to one leg of the other by its id', () => {
    const two = customer({
      calls: [
        { id: 'a', C: 0, E: 20 },
        { id: 'b', C: 30, E: 40 },
      ],
    });
    expect(ties(rest([call({ C: 0, E: 60, monitoredParticipantId: 'b' }), two]))).toEqual([
      'monitor agent-calls-0 b 30-40 recorded',
    ]);
  });

  test('named by participant and session alike it is one', () => {
    expect(ties(rest([call({ C: 0, E: 60, ...monitored }, monitored), other({ C: 0, E: 60 })]))).toHaveLength(
      1,
    );
  });

  test('two, where they name different ones', () => {
    const one = call({ C: 0, E: 60, ...monitored }, { monitoredParticipantId: 'agent-2' });
    const third = party('agent', { id: 'agent-2', calls: [{ C: 0, E: 60 }] });
    expect(ties(rest([one, other({ C: 0, E: 60 }), third]))).toEqual([
      'monitor agent-calls-0 customer 0-60 recorded',
      'monitor agent agent-2 0-60 inferred',
    ]);
  });

  test('to nobody here it is a stub as long as the leg', () => {
    expect(ties(rest([call({ C: 0, E: 60, monitoredParticipantId: 'gone' })]))).toEqual([
      'monitor agent-calls-0 ?gone 0-60 recorded',
    ]);
  });
});

describe('segments of the kind each have their own stretch', () => {
  const spoken = speaker('agent', { segments: 'interact 0-90' });
  const watching = (segments: string, more: Parts = {}) =>
    ties(
      analytics([speaker('user', { segments, monitoredParticipantId: 'agent', ...more }), spoken], { E: 90 }),
    ).map((tie) => tie.split(' ').slice(3).join(' '));

  test.each([
    ['those apart are two', 'monitoring 0-10 | monitoring 20-30', ['0-10 recorded', '20-30 recorded']],
    ['those that touch are one', 'monitoring 0-10 | monitoring 10-30', ['0-30 recorded']],
    [
      'those within another are one',
      'monitoring 0-30 | monitoring 5-10 | monitoring 20-40',
      ['0-40 recorded'],
    ],
    [
      'of three that touch in part two are one',
      'monitoring 0-10 | monitoring 20-30 | monitoring 30-40',
      ['0-10 recorded', '20-40 recorded'],
    ],
    ['others do not count', 'interact 0-10 | monitoring 10-20 | coaching 20-30', ['10-20 recorded']],
    ['none of the kind: while connected', 'interact 0-10 | coaching 20-30', ['0-30 recorded']],
    ['in any order', 'monitoring 20-30 | monitoring 0-10', ['0-10 recorded', '20-30 recorded']],
    ['an assumed end is said', 'monitoring 0-', ['0-90 inferred']],
  ])('%s', (_, segments, stretches) => {
    expect(watching(segments)).toEqual(stretches);
  });

  const record = (from: number, to: number, segmentType: string, more: Parts = {}) => ({
    segmentStart: events.iso(from + 120),
    segmentEnd: events.iso(to + 120),
    segmentType,
    ...more,
  });
  const recorded = (...segments: unknown[]) =>
    ties(
      analytics(
        [
          {
            participantId: 'user',
            purpose: 'user',
            sessions: [{ sessionId: 's', mediaType: 'voice', segments }],
          },
          spoken,
          speaker('customer', { segments: 'interact 0-90' }),
        ],
        { E: 90 },
      ),
    );

  test('segments that name whom they watched', () => {
    const agentOf = { monitoredParticipantId: 'agent' };
    expect(
      recorded(
        record(0, 10, 'monitoring', agentOf),
        record(10, 20, 'monitoring', { monitoredParticipantId: 'customer' }),
        record(20, 30, 'monitoring', agentOf),
      ),
    ).toEqual([
      'monitor s agent 0-10 recorded',
      'monitor s agent 20-30 recorded',
      'monitor s customer 10-20 recorded',
    ]);
  });

  test('beside them, segments of another kind that name the same do not count', () => {
    const agentOf = { monitoredParticipantId: 'agent' };
    expect(recorded(record(0, 10, 'monitoring', agentOf), record(10, 20, 'interact', agentOf))).toEqual([
      'monitor s agent 0-10 recorded',
    ]);
  });

  test('one that names whom it watched, and has no end, lasts until the next', () => {
    const open = record(0, 10, 'monitoring', { monitoredParticipantId: 'agent', segmentEnd: undefined });
    expect(recorded(open, record(30, 60, 'interact'))).toEqual(['monitor s agent 0-30 inferred']);
  });

  test.each([
    ['apart', 'Monitoring 20-30', 'Monitoring 0-10', ['0-10', '20-30']],
    ['that touch', 'Monitoring 10-30', 'Monitoring 0-10', ['0-30']],
  ])('of several sessions of a participant, %s', (_, one, two, stretches) => {
    const calls = [
      { E: 30, segments: one },
      { E: 10, segments: two },
    ];
    const all = ties(rest([agent({ monitoredParticipantId: 'customer', calls }), other({ C: 0, E: 90 })]));
    expect(all).toEqual(stretches.map((stretch) => `monitor agent customer ${stretch} inferred`));
  });

  test('a segment of another kind that names one is as good', () => {
    expect(
      recorded(record(0, 10, 'interact'), record(10, 20, 'interact', { coachedParticipantId: 'agent' })),
    ).toEqual(['coach s agent 10-20 recorded']);
  });
});

describe('peers', () => {
  test('are tied as long as both were connected, each pair once', () => {
    const two = [call({ id: 'a', C: 0, E: 60, peerId: 'b' }), other({ id: 'b', C: 10, E: 50, peerId: 'a' })];
    expect(ties(rest(two))).toEqual(['peer a b 10-50 inferred']);
  });

  test('run while both run', () => {
    const two = [
      call({ id: 'a', C: 0, state: 'connected', peerId: 'b' }),
      other({ id: 'b', C: 10, state: 'connected' }),
    ];
    expect(ties(rest(two), 60)).toEqual(['peer a b 10-60 running']);
  });

  test('without a time are not tied', () => {
    expect(
      ties(rest([call({ id: 'a', state: 'disconnected', peerId: 'b' }), other({ id: 'b', C: 10, E: 50 })])),
    ).toEqual([]);
  });
});

describe('control', () => {
  const share = (id: string, leg: Parts) =>
    party('agent', { id, cobrowsesessions: [{ id: `${id}-s`, cobrowseSessionId: 'room', ...leg }] });

  test.each<[string, Parts, Parts, string]>([
    ['never at one time: on its own leg', { C: 0, E: 20 }, { C: 30, E: 60 }, '0-20 inferred'],
    ['at one instant', { C: 0, E: 30 }, { C: 30, E: 60 }, '30-30 inferred'],
    ['at the same instants', { C: 0, E: 30 }, { C: 0, E: 30 }, '0-30 inferred'],
    [
      'over one who was never connected',
      { C: 0, E: 30 },
      { state: 'alerting', A: 0, E: 10 },
      '0-30 inferred',
    ],
  ])('%s', (_, own, theirs, stretch) => {
    const [tie] = ties(rest([share('a', { ...own, controlling: ['b'] }), share('b', theirs)]));
    expect(tie).toBe(`controlling a-s b-s ${stretch}`);
  });

  test('one who was never connected controls nobody', () => {
    expect(
      ties(rest([share('a', { A: 0, E: 10, controlling: ['b'] }), share('b', { C: 0, E: 10 })])),
    ).toEqual([]);
  });

  const target = (...legs: [string, Parts[]][]) =>
    ties(
      rest([
        share('a', { C: 0, E: 60, controlling: ['b'] }),
        party('agent', { id: 'b', ...Object.fromEntries(legs) }),
      ]),
    );
  test('of several tracks over that of the session', () => {
    const rooms = [
      { id: 'x', C: 0, E: 60, cobrowseSessionId: 'elsewhere' },
      { id: 'y', C: 0, E: 60, cobrowseSessionId: 'room' },
    ];
    expect(target(['cobrowsesessions', rooms])).toEqual(['controlling a-s y 0-60 inferred']);
  });

  test('else over that of the same medium', () => {
    expect(
      target(
        ['calls', [{ id: 'x', C: 0, E: 60 }]],
        ['cobrowsesessions', [{ id: 'y', C: 0, E: 60, cobrowseSessionId: 'elsewhere' }]],
      ),
    ).toEqual(['controlling a-s y 0-60 inferred']);
  });

  test('else over the first', () => {
    expect(target(['calls', [{ id: 'x', C: 0, E: 60 }]], ['chats', [{ id: 'y', C: 0, E: 60 }]])).toEqual([
      'controlling a-s x 0-60 inferred',
    ]);
  });

  const looks = (...steps: events.Step[]) =>
    events.showLinks(
      events.draw(events.stream('eventTime', steps, { media: 'cobrowsesessions' })),
      'controlling',
    );
  const on = (more: events.Party = {}) => events.agent({ state: 'connected', ...more });
  const viewer = events.customer({ state: 'connected' });

  test('in a single event may have begun at any time', () => {
    expect(
      looks([
        20,
        on({ controlling: ['customer'], connectedTime: 0 }),
        events.customer({ state: 'connected', connectedTime: 5 }),
      ]),
    ).toEqual(['controlling agent>customer 5-20 inferred']);
  });

  test('granted after the end has no length', () => {
    expect(
      looks(
        [0, on({ controlling: [] }), viewer],
        [20, on({ controlling: ['customer'] }), viewer],
        [30, events.agent({ state: 'terminated', endTime: 15 }), viewer],
      ),
    ).toEqual(['controlling agent>customer 15-15 inferred']);
  });

  test('taken back by a look without a time: at the latest at the end', () => {
    expect(
      looks(
        [0, on({ controlling: [] }), viewer],
        [20, on({ controlling: ['customer'] }), viewer],
        [undefined, on({ controlling: [] }), viewer],
        [60, on({ controlling: [] }), viewer],
      ),
    ).toEqual(['controlling agent>customer 20-60 inferred']);
  });

  test('shown by a look without a time: over the connection, until it is taken back', () => {
    const begun = { connectedTime: 0 };
    expect(
      looks(
        [undefined, on({ ...begun, controlling: ['customer'] }), { ...viewer, ...events.party(begun) }],
        [40, on({ ...begun, controlling: [] }), viewer],
        [60, on(begun), viewer],
      ),
    ).toEqual(['controlling agent>customer 0-40 inferred']);
  });
});

describe('roles', () => {
  const looks = (...steps: events.Step[]) =>
    events.showRoles(events.draw(events.stream('eventTime', steps, { media: 'cobrowsesessions' })), 'agent');
  const as = (state: string, cobrowseRole: string | undefined, more: events.Party = {}) =>
    events.agent({ state, cobrowseRole, ...more });

  test('before the connection are none', () => {
    expect(
      looks(
        [0, as('alerting', 'viewer')],
        [5, as('alerting', 'sharer')],
        [10, as('connected', 'sharer')],
        [60, as('terminated', 'sharer')],
      ),
    ).toBe('sharer 10-60');
  });

  test('that change with the connection, or after the end, are cut to it', () => {
    expect(
      looks(
        [0, as('alerting', 'viewer')],
        [10, as('connected', 'sharer')],
        [60, as('terminated', 'sharer')],
        [70, as('terminated', 'viewer')],
      ),
    ).toBe('viewer 10-10 | sharer 10-60');
  });

  test('that become known later stand from the connection', () => {
    expect(
      looks(
        [0, as('alerting', undefined)],
        [10, as('connected', undefined)],
        [20, as('connected', 'viewer')],
        [60, as('terminated', 'viewer')],
      ),
    ).toBe('viewer 10-60');
  });

  test('keep the session that becomes known later', () => {
    const room = { cobrowseSessionId: 'room' };
    expect(
      looks(
        [0, as('alerting', 'viewer')],
        [10, as('connected', 'viewer', room)],
        [60, as('terminated', 'viewer', room)],
      ),
    ).toBe('viewer@room 10-60');
  });

  test('move from session to session', () => {
    expect(
      looks(
        [0, as('alerting', 'viewer')],
        [10, as('connected', 'viewer', { cobrowseSessionId: 'one' })],
        [30, as('connected', 'viewer', { cobrowseSessionId: 'two' })],
        [60, as('terminated', 'viewer')],
      ),
    ).toBe('viewer@one 10-30 | viewer@two 30-60');
  });

  test('without a connection are none', () => {
    expect(looks([0, as('alerting', 'viewer')], [60, as('terminated', 'viewer')])).toBe('');
  });

  test('of nobody: none', () => {
    expect(looks([0, as('alerting', undefined)], [10, as('connected', undefined)])).toBe('');
  });
});

test('a picture without ties has none', () => {
  const timeline = timelineOf(rest([call({ C: 0, E: 60 })]));
  expect(timeline.links).toEqual([]);
  expect(picture(timeline)).toEqual(['connected 0-60']);
});
