import { describe, expect, test } from 'vitest';
import {
  agent,
  customer,
  rest,
  s,
  speaker,
  analytics,
  timelineOf,
  valuesAt,
  iso,
} from '../../fixtures/payload';

const limitsOf = (one: object, now?: number) =>
  timelineOf(rest([{ ...one }]), { now }).lanes[0]?.limits ?? [];

// Rule 2: the time by which an offer has to be answered.
describe('alerting limit', () => {
  test.each([
    ['answered', { A: 2, C: 12, E: 60 }],
    ['begun before it rang', { S: 0, A: 2, C: 12, E: 60 }],
    ['not answered', { A: 2, E: 40, state: 'terminated' }],
    ['ringing', { A: 2, state: 'alerting' }],
  ])('stands at the alerting time and the timeout: %s', (_, call) => {
    const limits = limitsOf(agent({ alertingTimeoutMs: 30_000, calls: [call] }), 45);
    expect(limits.map(({ kind, at }) => [kind, at])).toEqual([['alerting', s(32)]]);
  });

  test.each([-1, 9e20])('none for a timeout of %d ms, which limits nothing', (alertingTimeoutMs) => {
    const one = agent({ alertingTimeoutMs, calls: [{ A: 2, E: 40, state: 'terminated' }] });
    const { limits, tracks } = timelineOf(rest([one])).lanes[0] ?? {};
    expect(limits).toEqual([]);
    expect(tracks?.[0]?.segments[0]).not.toHaveProperty('notResponding');
  });

  test('a century is the longest', () => {
    const alertingTimeoutMs = 36525 * 86_400_000;
    const call = { A: 2, E: 40, state: 'terminated' };
    expect(limitsOf(agent({ alertingTimeoutMs, calls: [call] }))).toHaveLength(1);
    expect(limitsOf(agent({ alertingTimeoutMs: alertingTimeoutMs + 1, calls: [call] }))).toEqual([]);
    expect(limitsOf(agent({ alertingTimeoutMs: 1, calls: [call] }))).toHaveLength(1);
  });

  test('counts from the record of an offer, and names it, where the single times say otherwise', () => {
    const input = rest([
      agent({ alertingTimeoutMs: 30_000, calls: [{ A: 3, E: 60, segments: 'Alert 5-12 | Interact 12-60' }] }),
    ]);
    const [limit] = timelineOf(input).lanes[0]?.limits ?? [];
    expect(limit?.at).toBe(s(35));
    expect(limit && valuesAt(input, limit.evidence)).toEqual(expect.arrayContaining([iso(5), 30_000]));
  });

  test('stands on an inferred offer too', () => {
    const limits = limitsOf(agent({ alertingTimeoutMs: 30_000, calls: [{ S: 2, C: 12, E: 60 }] }));
    expect(limits.map(({ at }) => at)).toEqual([s(32)]);
  });

  test('of the communication comes before that of the participant', () => {
    const call = { A: 2, C: 12, E: 60, alertingTimeoutMs: 8000 };
    expect(limitsOf(agent({ alertingTimeoutMs: 30_000, calls: [call] })).map(({ at }) => at)).toEqual([
      s(10),
    ]);
  });

  test('of the participant holds for each of its legs that were offered', () => {
    const one = agent({
      alertingTimeoutMs: 30_000,
      calls: [{ A: 0, C: 5, E: 60 }],
      chats: [{ A: 10, E: 40 }],
    });
    expect(limitsOf(one).map(({ at, trackId }) => [at, trackId])).toEqual([
      [s(30), 'agent-calls-0'],
      [s(40), 'agent-chats-0'],
    ]);
  });

  test('names the alerting time and the timeout', () => {
    const input = rest([agent({ alertingTimeoutMs: 30_000, calls: [{ A: 2, C: 12, E: 60 }] })]);
    const limit = timelineOf(input).lanes[0]?.limits[0];
    expect(limit && valuesAt(input, limit.evidence)).toEqual([iso(2), 30_000]);
  });

  test('a leg that was not offered has none', () => {
    expect(limitsOf(agent({ alertingTimeoutMs: 30_000, calls: [{ C: 12, E: 60 }] }))).toEqual([]);
    expect(limitsOf(customer({ alertingTimeoutMs: 30_000, calls: [{ S: 0, C: 12, E: 60 }] }))).toEqual([]);
  });

  test('without a timeout there is none', () => {
    expect(limitsOf(agent({ calls: [{ A: 2, C: 12, E: 60 }] }))).toEqual([]);
  });

  test('a timeout of nothing at all is a limit', () => {
    expect(
      limitsOf(agent({ alertingTimeoutMs: 0, calls: [{ A: 2, C: 12, E: 60 }] })).map(({ at }) => at),
    ).toEqual([s(2)]);
  });

  test('on a recorded alert', () => {
    const one = agent({
      alertingTimeoutMs: 30_000,
      calls: [{ E: 60, segments: 'Alert 2-12 | Interact 12-60' }],
    });
    expect(limitsOf(one).map(({ at }) => at)).toEqual([s(32)]);
  });

  test('does not stretch the timeline', () => {
    const one = agent({ alertingTimeoutMs: 90_000, calls: [{ A: 0, C: 12, E: 60 }] });
    expect(timelineOf(rest([one])).end).toBe(s(60));
  });
});

test('an analytics session without timeouts has no limits', () => {
  const { lanes } = timelineOf(analytics([speaker('agent', { segments: 'alert 0-12 | interact 12-60' })]));
  expect(lanes[0]?.limits).toEqual([]);
});

test('lengths with fractions of a millisecond lead to whole instants', () => {
  const lane = timelineOf(
    rest([
      agent({
        alertingTimeoutMs: 30_000.4,
        wrapupTimeoutMs: 1000.5,
        wrapup: { code: 'a', durationSeconds: 12.3456 },
        W0: 60,
        calls: [{ A: 0, C: 12, E: 60 }],
      }),
    ]),
  ).lanes[0];
  const work = lane?.tracks[0]?.segments.at(-1);
  const instants = [work?.end, work?.overrunFrom, ...(lane?.limits ?? []).map(({ at }) => at)];
  expect(instants).toEqual([s(72.346), s(61.001), s(30), s(61.001)]);
});
