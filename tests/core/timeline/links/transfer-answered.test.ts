import { describe, expect, test } from 'vitest';
import { agent, customer, draw, iso, party, queue, second, showLinks } from '../../../fixtures/stream';

const call = (id: string, times: { S?: number; A?: number; C?: number; E?: number }, more: object = {}) => ({
  calls: [
    {
      id,
      state: times.E === undefined ? 'connected' : 'disconnected',
      ...(times.A === undefined ? {} : { startAlertingTime: iso(times.A) }),
      ...(times.C === undefined ? {} : { connectedTime: iso(times.C) }),
      ...(times.E === undefined ? {} : { disconnectedTime: iso(times.E) }),
      ...more,
    },
  ],
});
const handed = { disconnectType: 'transfer' };
const transfers = (...participants: object[]) =>
  showLinks(
    draw({ id: 'c1', participants: [customer(call('c', { C: 0, E: 900 })), ...participants] }),
    'transfer',
  );
const waited = queue(call('q', { C: 10, E: 40.04 }, handed));

// A queue rings at an agent for seconds, and its own leg is over when the agent has answered.
describe('what a queue hands on', () => {
  test('goes to who answered at its end, though it rang there before', () => {
    expect(transfers(waited, agent(call('a', { A: 30, C: 40, E: 90 })))).toEqual([
      'transfer queue>agent 40.04-40.04 inferred',
    ]);
  });

  test.each([
    ['seconds before', { A: 30, C: 36, E: 90 }],
    ['seconds after', { A: 30, C: 45, E: 90 }],
  ])('goes to who answered %s its end, before any that comes later', (_, times) => {
    const later = second(call('b', { A: 200, C: 205, E: 300 }));
    expect(transfers(waited, agent(call('a', times)), later)).toEqual([
      'transfer queue>agent 40.04-40.04 inferred',
    ]);
  });

  test.each([
    ['who talks since before it waited', { A: 0, C: 5, E: 300 }],
    ['who was gone by then', { A: 12, C: 20, E: 30 }],
    ['who comes later', { A: 60, C: 70, E: 300 }],
  ])('not to %s', (_, times) => {
    const next = second(call('b', { A: 42, C: 50, E: 90 }));
    expect(transfers(waited, agent(call('a', times)), next)).toEqual([
      'transfer queue>agent-2 40.04-40.04 inferred',
    ]);
  });

  test('not to who only listens', () => {
    const ear = agent({ ...call('a', { C: 40, E: 90 }), monitoredParticipantId: 'customer' });
    expect(transfers(waited, ear, second(call('b', { A: 30, C: 37, E: 90 })))).toEqual([
      'transfer queue>agent-2 40.04-40.04 inferred',
    ]);
  });

  test('not to who only listens, where nothing says to whom', () => {
    const records = (...all: [string, number, number][]) =>
      all.map(([type, from, to]) => ({ type, startTime: iso(from), endTime: iso(to) }));
    const ear = agent(call('a', { C: 40, E: 90 }, { segments: records(['Monitoring', 40, 90]) }));
    const before = second(call('b', { A: 30, C: 37, E: 90 }));
    expect(transfers(waited, ear, before)).toEqual(['transfer queue>agent-2 40.04-40.04 inferred']);
    const speaks = call(
      'a',
      { C: 40, E: 90 },
      { segments: records(['Monitoring', 40, 41], ['Interact', 41, 90]) },
    );
    expect(transfers(waited, agent(speaks))).toEqual(['transfer queue>agent 40.04-40.04 inferred']);
  });

  test('to the next queue, where that rings at somebody at once', () => {
    const next = party({ id: 'queue-2', purpose: 'acd', ...call('r', { C: 40.1, E: 46 }, handed) });
    expect(transfers(waited, next, agent(call('a', { A: 40.5, C: 46, E: 90 })))).toEqual([
      'transfer queue>queue-2 40.04-40.04 inferred',
      'transfer queue-2>agent 46-46 inferred',
    ]);
  });

  test('of two queues that end at once to who works for each', () => {
    const other = {
      id: 'queue-2',
      purpose: 'acd',
      queueId: 'other',
      ...call('r', { C: 10, E: 40.04 }, handed),
    };
    expect(
      transfers(
        { ...waited, queueId: 'one' },
        party(other),
        agent({ queueId: 'other', ...call('a', { A: 30, C: 40, E: 90 }) }),
        second({ queueId: 'one', ...call('b', { A: 30, C: 38, E: 90 }) }),
      ),
    ).toEqual(['transfer queue>agent-2 40.04-40.04 inferred', 'transfer queue-2>agent 40.04-40.04 inferred']);
  });

  test('not to a leg of a later transfer', () => {
    const first = agent(call('a', { A: 30, C: 40, E: 90 }, handed));
    expect(transfers(waited, first, second(call('b', { A: 90, C: 95, E: 200 })))).toEqual([
      'transfer queue>agent 40.04-40.04 inferred',
      'transfer agent>agent-2 90-90 inferred',
    ]);
  });

  test('not to who let it ring', () => {
    const missed = agent(call('a', { A: 12, E: 25 }));
    expect(transfers(waited, missed, second(call('b', { A: 30, C: 40, E: 90 })))).toEqual([
      'transfer queue>agent-2 40.04-40.04 inferred',
    ]);
  });

  test('of two the first that answers or begins', () => {
    const answers = second(call('b', { A: 30, C: 40, E: 90 }));
    expect(transfers(waited, agent(call('a', { A: 40.02, C: 50, E: 90 })), answers)).toEqual([
      'transfer queue>agent-2 40.04-40.04 inferred',
    ]);
  });

  test('of recorded sessions, too', () => {
    const session = (sessionId: string, ...records: [string, number, number, string?][]) => ({
      sessions: [
        {
          sessionId,
          mediaType: 'voice',
          segments: records.map(([segmentType, from, to, disconnectType]) => ({
            segmentType,
            segmentStart: iso(from),
            segmentEnd: iso(to),
            ...(disconnectType === undefined ? {} : { disconnectType }),
          })),
        },
      ],
    });
    const input = {
      conversationId: 'c1',
      participants: [
        queue(session('q', ['interact', 10, 40.04, 'transfer'])),
        agent(session('a', ['alert', 30, 40], ['interact', 40, 90, 'transfer'], ['wrapup', 90, 99])),
        second(session('b', ['alert', 90, 95], ['interact', 95, 200, 'peer'])),
      ],
    };
    expect(showLinks(draw(input), 'transfer')).toEqual([
      'transfer queue>agent 40.04-40.04 inferred',
      'transfer agent>agent-2 90-90 inferred',
    ]);
  });
});
