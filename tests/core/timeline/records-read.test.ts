import { describe, expect, test } from 'vitest';
import {
  agent,
  analytics,
  drawn,
  type Parts,
  picture,
  rest,
  s,
  speaker,
  timelineOf,
  valuesAt,
} from '../../fixtures/payload';

// Rule 1, where records lack something, contradict themselves or stand in no order.
const call = (segments: string, more: Parts = {}) => agent({ calls: [{ E: 60, segments, ...more }] });
const session = (segments: string, parts: Parts = {}) => analytics([speaker('agent', { segments })], parts);

describe('a record', () => {
  test('that ends before it begins is a point at its start, and names both', () => {
    const input = rest([call('Interact 20-5')]);
    const timeline = timelineOf(input);
    expect(picture(timeline)).toEqual(['connected 20-20 inferred']);
    const evidence = timeline.lanes[0]?.tracks[0]?.segments[0]?.evidence ?? { pointers: [] };
    expect(valuesAt(input, evidence)).toEqual([
      'Interact',
      new Date(s(20)).toISOString(),
      new Date(s(5)).toISOString(),
    ]);
  });

  test('without a start begins where the one before ended, if that lies before its end', () => {
    expect(drawn(call('Interact 0-20 | Hold -30'))).toBe('connected 0-20 | hold 20-30 inferred');
    expect(drawn(call('Interact 0-40 | Hold -30'))).toBe('connected 0-40 | hold 30-30 inferred');
    expect(drawn(call('Interact 0-30 | Hold -30'))).toBe('connected 0-30 | hold 30-30 inferred');
  });

  test('that ends behind now is one of the past, unless it was scheduled', () => {
    expect(drawn(call('Interact 0-50 | Hold 50-', { E: undefined }), { now: 30 })).toMatch(
      /^connected 0-50 \| /,
    );
    expect(drawn(call('Scheduled 0-50 | Interact 50-60'), { now: 30 })).toBe(
      'scheduled 0-50 | connected 50-60',
    );
  });

  test('of what is scheduled names what it is planned by', () => {
    const input = rest([call('Scheduled 0-50', { E: undefined, state: 'scheduled' })]);
    const timeline = timelineOf(input, { now: 30 });
    expect(picture(timeline)).toEqual(['scheduled 0-30 running | scheduled 30-50 planned']);
    const evidence = timeline.lanes[0]?.tracks[0]?.segments[1]?.evidence;
    expect(evidence?.rule).toBe('scheduled-planned');
    expect(valuesAt(input, evidence ?? { pointers: [] })).toContain(new Date(s(50)).toISOString());
    expect(picture(timelineOf(input, { now: 0 }))).toEqual(['scheduled 0-50 planned']);
  });
});

describe('several records of one session', () => {
  test('the newer look of analytics has more of it', () => {
    const looks = [session('interact 0-'), session('interact 0-40 | hold 40-60', { E: 60 })];
    expect(picture(timelineOf(looks))).toEqual(['connected 0-40 | hold 40-60']);
  });

  test.each([
    ['in order', 'interact 5-60 | wrapup 60-'],
    ['the last first', 'wrapup 60- | interact 5-60'],
  ])('work that goes on is the last of them: %s', (_, segments) => {
    const timeline = timelineOf(session(segments), { now: 90 });
    expect(timeline.live).toBe(true);
    expect(picture(timeline)).toEqual(['connected 5-60 | acw 60-90 running']);
  });

  test.each([
    ['work that ended', 'interact 5-60 | wrapup 60-70'],
    ['work that ended, listed first', 'wrapup 60-70 | interact 5-60'],
    ['an end that lies behind now', 'interact 5-95'],
  ])('a session is over by %s', (_, segments) => {
    expect(timelineOf(session(segments), { now: 90 }).live).toBe(false);
  });

  test('one that is scheduled for later is not', () => {
    expect(timelineOf(session('callback 0-200'), { now: 90 }).live).toBe(true);
  });
});

describe('of a leg that an earlier look showed going on', () => {
  const look = (parts: Parts) =>
    rest([
      { ...agent({ calls: [{ id: 'agent-session-0', state: 'connected', C: 5, ...parts }] }), id: 'agent' },
    ]);
  const codes = (input: unknown) => timelineOf(input, { now: 90 }).problems.map(({ code }) => code);

  test.each([
    ['connected', {}],
    ['held', { held: true, H: 30 }],
    ['alerting', { state: 'alerting', A: 0, C: undefined }],
  ])('analytics with all its ends tell that it is over: %s', (_, parts) => {
    const over = 'alert 0-5 | interact 5-30 | hold 30-40 | interact 40-60 peer | wrapup 60-70';
    const timeline = timelineOf([look(parts), session(over)], { now: 90 });
    expect(timeline.live).toBe(false);
    expect(picture(timeline)).toEqual([
      'alerting 0-5 | connected 5-30 | hold 30-40 | connected 40-60 | acw 60-70',
    ]);
    expect(timeline.lanes[0]?.milestones).toContainEqual(expect.objectContaining({ kind: 'end', at: s(60) }));
    expect(codes([look(parts), session(over, { E: 60 })])).toEqual([]);
  });

  test('an offer that rang out is over, too', () => {
    const ringing = look({ state: 'alerting', A: 0, C: undefined });
    const timeline = timelineOf([ringing, session('alert 0-20')], { now: 90 });
    expect(timeline.live).toBe(false);
    expect(codes([ringing, session('alert 0-20', { E: 60 })])).toEqual(['unanswered']);
  });

  test('it goes on where the records have only the offer that was answered, or a later look shows it', () => {
    expect(timelineOf([look({}), session('alert 0-5')], { now: 90 }).live).toBe(true);
    expect(timelineOf([session('interact 5-60'), look({ H: 70, held: true })], { now: 90 }).live).toBe(true);
    expect(timelineOf([look({ segments: 'Interact 5-60' })], { now: 90 }).live).toBe(true);
  });

  test('a look behind it that says nothing of its state leaves it standing', () => {
    const live = look({ H: 70, held: true });
    const silent = look({ state: undefined, C: undefined, muted: true });
    expect(timelineOf([session('interact 5-60'), live, silent], { now: 90 }).live).toBe(true);
  });
});

describe('records of the offer alone', () => {
  test('go over into the answer, though the times tell of the offer, too', () => {
    expect(drawn(call('Alert 0-', { A: 0, C: 10 }))).toBe('alerting 0-10 inferred | connected 10-60');
    expect(drawn(call('Alert 0-10', { A: 0, C: 10 }))).toBe('alerting 0-10 | connected 10-60');
    expect(drawn(call('Alert 0-10', { A: 0, C: 20 }))).toBe('alerting 0-10 | connected 20-60');
  });
});

test.each([
  ['hold', { H: 25, held: false }, 'hold-end-unknown'],
  ['parked', { P: 25 }, 'park-end-unknown'],
])(
  '%s between two records ends with the next one at the latest, and says that its end is unknown',
  (type, more, rule) => {
    const timeline = timelineOf(rest([call('Interact 0-20 | Interact 40-60', more)]));
    expect(picture(timeline)).toEqual([`connected 0-20 | ${type} 25-40 inferred | connected 40-60`]);
    expect(timeline.lanes[0]?.tracks[0]?.segments[1]?.evidence.rule).toBe(rule);
  },
);

test('a record that goes on, and its end as a later look tells it, are one and name both', () => {
  const later = { id: 'agent-session-0', C: 0, E: 60, state: 'disconnected' };
  const input = [session('interact 0-'), rest([{ ...agent({ calls: [later] }), id: 'agent' }])];
  const timeline = timelineOf(input);
  expect(picture(timeline)).toEqual(['connected 0-60']);
  const evidence = timeline.lanes[0]?.tracks[0]?.segments[0]?.evidence ?? { pointers: [], rule: '' };
  expect(evidence.rule).toBe('recorded-segment');
  expect(evidence.pointers).toContain('/0/participants/0/sessions/0/segments/0/segmentStart');
  expect(evidence.pointers).toContain('/1/participants/0/calls/0/disconnectedTime');
});

test('what is wrong with records that are drawn is said, whatever records come behind them', () => {
  const drawnFrom = session('interact 0-20 | juggle 20-30 | interact 50-40');
  const later = { id: 'agent-session-0', C: 0, E: 60, segments: 'Interact 0-60' };
  const codes = (input: unknown) => timelineOf(input).problems.map(({ code }) => code);
  const alone = codes([drawnFrom]);
  expect(alone).toEqual(expect.arrayContaining(['time-out-of-order', 'unknown-value']));
  expect(codes([drawnFrom, rest([{ ...agent({ calls: [later] }), id: 'agent' }])])).toEqual(alone);
});
