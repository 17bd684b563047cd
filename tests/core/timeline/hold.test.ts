import { describe, expect, test } from 'vitest';
import {
  agent,
  codes,
  customer,
  drawn,
  iso,
  type Parts,
  picture,
  rest,
  s,
  said,
  timelineOf,
  valuesAt,
} from '../../fixtures/payload';

// Rule 4 on single snapshots.
describe('held', () => {
  test('on a leg that ended: to its end, recorded', () => {
    const one = agent({ calls: [{ C: 0, H: 20, held: true, E: 60, state: 'terminated' }] });
    expect(drawn(one)).toBe('connected 0-20 | hold 20-60');
    expect(codes(timelineOf(rest([one])))).toEqual([]);
  });

  test('on a leg that runs: to now, running', () => {
    const one = agent({ calls: [{ C: 0, H: 20, held: true, state: 'connected' }] });
    expect(drawn(one, { now: 50 })).toBe('connected 0-20 | hold 20-50 running');
  });

  test('until the connection, at most: that began when the data says', () => {
    const one = agent({ calls: [{ H: 5, held: false, C: 10, E: 60, state: 'terminated' }] });
    expect(drawn(one)).toBe('hold 5-10 inferred | connected 10-60');
  });

  test('without a start: nothing is drawn, and that is said', () => {
    const one = agent({ calls: [{ C: 0, held: true, state: 'connected' }] });
    expect(drawn(one, { now: 50 })).toBe('connected 0-50 inferred');
    expect(said(timelineOf(rest([one])), 'held-without-start')).toEqual([
      ['warning', '/participants/0/calls/0/held'],
    ]);
  });

  test('a flat participant is drawn by the same rule', () => {
    const one = agent({ C: 0, H: 20, held: true, state: 'connected' });
    expect(drawn(one, { now: 50 })).toBe('connected 0-20 | hold 20-50 running');
  });
});

describe('no longer held', () => {
  const released = (more: object) => agent({ calls: [{ C: 0, H: 20, held: false, ...more }] });

  test('to the end, where nothing else is known, inferred', () => {
    expect(drawn(released({ E: 60 }))).toBe('connected 0-20 | hold 20-60 inferred');
  });

  test('to now, where the leg runs on, inferred', () => {
    expect(drawn(released({ state: 'connected' }), { now: 40 })).toBe('connected 0-20 | hold 20-40 inferred');
  });

  test('to the start of after-call work of that track', () => {
    expect(drawn(released({ E: 60, afterCallWork: [50, 70] }))).toBe(
      'connected 0-20 | hold 20-50 inferred | connected 50-60 inferred | acw 50-70',
    );
  });

  test('to the parking', () => {
    expect(drawn(released({ E: 60, P: 30, R: 40 }))).toBe(
      'connected 0-20 | hold 20-30 inferred | parked 30-40 | connected 40-60',
    );
  });

  test('the instants of another track bound nothing', () => {
    const chat = { C: 30, E: 40, afterCallWork: [45, 70] };
    const one = agent({ calls: [{ C: 0, H: 20, held: false, E: 60 }], chats: [chat] });
    expect(drawn(one)).toBe('connected 0-20 | hold 20-60 inferred');
  });

  test('is said, with the start and `held`', () => {
    const timeline = timelineOf(rest([released({ E: 60 })]));
    const [problem] = said(timeline, 'hold-end-unknown');
    expect(problem?.[0]).toBe('warning');
    expect(problem).toContain('/participants/0/calls/0/startHoldTime');
    expect(codes(timeline)).toEqual(['hold-end-unknown']);
  });

  test('at the very end of the leg it has no length, and stays', () => {
    expect(drawn(agent({ calls: [{ C: 0, H: 60, held: false, E: 60 }] }))).toBe(
      'connected 0-60 | hold 60-60 inferred',
    );
  });

  test('a customer is held as the data of its own row says', () => {
    const timeline = timelineOf(
      rest([
        customer({ calls: [{ C: 0, held: false, E: 60 }] }),
        agent({ calls: [{ C: 0, H: 20, held: true, E: 60 }] }),
      ]),
    );
    expect(timeline.lanes.map(({ tracks }) => tracks[0]?.segments.map(({ type }) => type))).toEqual([
      ['connected'],
      ['connected', 'hold'],
    ]);
  });
});

describe('hold on a leg with recorded segments', () => {
  const recorded = (more: object) =>
    agent({ calls: [{ E: 60, held: false, segments: 'Alert 0-12 | Interact 12-60 client', ...more }] });

  test('inside them adds nothing', () => {
    const one = recorded({ H: 20 });
    expect(drawn(one)).toBe('alerting 0-12 | connected 12-60');
    expect(codes(timelineOf(rest([one])))).toEqual([]);
  });

  test('inside a gap between them adds nothing unless it is outside every one', () => {
    const one = recorded({ H: 30, segments: 'Interact 12-30 | Hold 30-40 | Interact 40-60' });
    expect(drawn(one)).toBe('connected 12-30 | hold 30-40 | connected 40-60');
  });

  test('behind them adds a hold', () => {
    const one = agent({ calls: [{ H: 45, held: true, state: 'connected', segments: 'Interact 12-40' }] });
    expect(drawn(one, { now: 60 })).toBe('connected 12-40 | hold 45-60 running');
    expect(codes(timelineOf(rest([one]), { now: s(60) }))).toEqual([]);
  });

  test('before them adds a hold and a park, too', () => {
    const one = { H: 0, P: 5, R: 8, held: false, segments: 'Interact 12-60' };
    expect(drawn(recorded(one))).toBe('hold 0-5 inferred | parked 5-8 | connected 12-60');
  });

  test('before them adds a hold to the next known instant', () => {
    const one = agent({ calls: [{ H: 5, C: 10, held: false, E: 60, segments: 'Interact 10-60' }] });
    expect(drawn(one)).toBe('hold 5-10 inferred | connected 10-60');
  });

  test('at the end of one lasts until the next, or, behind a point, until the end', () => {
    const one = recorded({ H: 20, segments: 'Interact 12-20 | Interact 40-60' });
    expect(drawn(one)).toBe('connected 12-20 | hold 20-40 inferred | connected 40-60');
    expect(drawn(recorded({ H: 20, segments: 'Interact 20-20' }))).toBe(
      'connected 20-20 | hold 20-60 inferred',
    );
  });

  test.each<[string, Parts, string]>([
    ['released', { H: 5, held: false, segments: 'Interact 10-50' }, 'hold 5-10 inferred | connected 10-50'],
    ['held', { H: 5, held: true, segments: 'Interact 10-50' }, 'hold 5-10 inferred | connected 10-50'],
    [
      'in a gap',
      { H: 25, held: true, segments: 'Interact 10-20 | Interact 30-50' },
      'connected 10-20 | hold 25-30 inferred | connected 30-50',
    ],
    [
      'parked past the next one',
      { P: 25, R: 40, segments: 'Interact 10-20 | Interact 30-50' },
      'connected 10-20 | parked 25-30 inferred | connected 30-50',
    ],
  ])('never overlaps them: %s', (_, leg, line) => {
    const input = rest([recorded(leg)]);
    const timeline = timelineOf(input);
    expect(picture(timeline)).toEqual([line]);
    const derived = timeline.lanes[0]?.tracks[0]?.segments.find(({ certainty }) => certainty === 'inferred');
    const { end, evidence } = derived ?? { end: 0, evidence: { pointers: [] } };
    expect(valuesAt(input, evidence)).toContain(iso((end - s(0)) / 1000));
  });
});
