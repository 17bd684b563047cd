import { describe, expect, test } from 'vitest';
import { agent, codes, customer, party, type Parts, picture, rest, timelineOf } from '../../fixtures/payload';

const told = (participants: object[], conversation: Parts = {}) =>
  timelineOf(
    rest(
      participants.map((one) => ({ ...one })),
      conversation,
    ),
  );

// Rule 10: each is drawn, none is an alarm.
describe('known untidiness raises no problem', () => {
  test.each<[string, object[], Parts]>([
    [
      'participants are not in time order',
      [agent({ calls: [{ A: 20, C: 30, E: 60 }] }), customer({ calls: [{ C: 0, E: 60 }] })],
      { S: 0, E: 60 },
    ],
    [
      'a queue leg ends 50 ms after the agent connected',
      [party('acd', { calls: [{ C: 0, E: 12.05 }] }), agent({ calls: [{ A: 5, C: 12, E: 60 }] })],
      { S: 0, E: 60 },
    ],
    [
      'connected and wrap-up overlap by 300 ms',
      [agent({ calls: [{ E: 60, segments: 'Interact 0-60 | Wrapup 59.7-75' }] })],
      { S: 0, E: 60 },
    ],
    [
      'connected and after-call work overlap by 300 ms',
      [agent({ calls: [{ C: 0, E: 60 }], W0: 59.7, W1: 75 })],
      { S: 0, E: 60 },
    ],
    ['a leg starts before its conversation', [customer({ calls: [{ C: -0.03, E: 60 }] })], { S: 0, E: 60 }],
    ['connected some ms after disconnected', [customer({ calls: [{ C: 60.04, E: 60 }] })], { S: 0, E: 60 }],
    [
      'no segments on a live chat',
      [customer({ chats: [{ C: 0, state: 'connected', segments: [] }] })],
      { S: 0 },
    ],
    [
      'an open segment says how it ended',
      [
        customer({
          chats: [
            {
              state: 'connected',
              segments: [{ startTime: '2026-11-19T09:02:00Z', type: 'Interact', howEnded: 'Disconnect' }],
            },
          ],
        }),
      ],
      { S: 0 },
    ],
    [
      'connected, though it has an end and after-call work waits',
      [
        agent({
          callbacks: [{ C: 0, E: 60, state: 'connected', afterCallWork: { state: 'pending' } }],
          W0: 60,
        }),
      ],
      { S: 0 },
    ],
    ['empty after-call work', [agent({ calls: [{ C: 0, E: 60, afterCallWork: {} }] })], { S: 0, E: 60 }],
    [
      'an error on a leg that went well',
      [agent({ calls: [{ C: 0, E: 60, disconnectType: 'client', errorInfo: { code: 'x' } }] })],
      { S: 0, E: 60 },
    ],
    ['after-call work skipped', [agent({ calls: [{ C: 0, E: 60 }], W0: 60, W1: 60 })], { S: 0, E: 60 }],
    [
      'recorded neighbours overlap by 500 ms',
      [agent({ calls: [{ E: 60, segments: 'Alert 0-12.5 | Interact 12-60' }] })],
      { S: 0, E: 60 },
    ],
    [
      'after-call work after the conversation',
      [agent({ calls: [{ E: 60, segments: 'Interact 0-60 | Wrapup 60-600' }] })],
      { S: 0, E: 60 },
    ],
    ['an unmatched peer', [agent({ calls: [{ C: 0, E: 60, peerId: 'nobody' }] })], { S: 0, E: 60 }],
    ['vendor paths', [agent({ userUri: '/api/v2/users/mina', calls: [{ C: 0, E: 60 }] })], { S: 0, E: 60 }],
    [
      'a leg that stuck two months',
      [agent({ calls: [{ E: 5e6, segments: 'Alert 0-12 | Interact 12-5000000' }] })],
      {},
    ],
  ])('%s', (_, participants, conversation) => {
    expect(codes(told(participants, conversation))).toEqual([]);
  });

  test('an alert without an end on a disconnected leg is an offer without an answer, and no more', () => {
    const one = agent({ calls: [{ E: 30, state: 'disconnected', segments: 'Alert 0-' }] });
    expect(codes(told([one]))).toEqual(['unanswered']);
  });
});

describe('the times win over the state', () => {
  test('connected, with an end', () => {
    expect(picture(told([agent({ calls: [{ C: 0, E: 60, state: 'connected' }] })]))).toEqual([
      'connected 0-60',
    ]);
  });

  test('alerting, with a connection and an end', () => {
    expect(picture(told([agent({ calls: [{ A: 0, C: 12, E: 60, state: 'alerting' }] })]))).toEqual([
      'alerting 0-12 | connected 12-60',
    ]);
  });
});

describe('partial participants are legal', () => {
  test('no communications and no times: no leg that could run or lack an end', () => {
    const silent = agent({ calls: [], chats: [], name: 'Mina' });
    const over = customer({ calls: [{ C: 0, E: 60 }] });
    expect(codes(told([over, silent], { S: 0, E: 60 }))).toEqual([]);
    expect(told([over, silent]).live).toBe(false);
    expect(told([over, silent]).lanes).toHaveLength(2);
  });

  test('purpose and state only', () => {
    const timeline = timelineOf({
      participants: [{ purpose: 'ivr', state: 'terminated' }, customer({ C: 0, E: 5 })],
    });
    expect(timeline.lanes.map(({ purpose }) => purpose)).toEqual(['customer', 'ivr']);
  });

  test('nothing at all', () => {
    expect(timelineOf({ participants: [{}] }).lanes).toHaveLength(1);
    expect(timelineOf({ participants: [] }).lanes).toEqual([]);
  });
});
