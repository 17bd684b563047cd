import { describe, expect, test } from 'vitest';
import { measure } from '../../../src/core/index';
import {
  agent,
  codes,
  customer,
  drawn,
  iso,
  party,
  rest,
  said,
  timelineOf,
  valuesAt,
} from '../../fixtures/payload';

// Rule 2.
describe('alerting time known', () => {
  test('lasts until the connection', () => {
    expect(drawn(agent({ calls: [{ A: 0, C: 12, E: 60 }] }))).toBe('alerting 0-12 | connected 12-60');
  });

  test('never answered: lasts until the end, and says so', () => {
    expect(drawn(agent({ calls: [{ A: 0, E: 30, state: 'terminated' }] }))).toBe('alerting 0-30 unanswered');
  });

  test('still ringing: runs to now, and is not unanswered yet', () => {
    expect(drawn(agent({ calls: [{ A: 0, state: 'alerting' }] }), { now: 20 })).toBe('alerting 0-20 running');
  });

  test('an unanswered offer to a customer is no missed call of ours', () => {
    expect(drawn(customer({ calls: [{ A: 0, E: 30, state: 'terminated' }] }))).toBe('alerting 0-30');
  });

  test('one that was answered, and parked at once, is none either', () => {
    expect(drawn(agent({ calls: [{ A: 0, C: 10, P: 10, R: 60, E: 60 }] }))).toBe(
      'alerting 0-10 | parked 10-60',
    );
  });

  test('a start before the alerting time adds nothing', () => {
    expect(drawn(agent({ calls: [{ S: 0, A: 5, C: 12, E: 60 }] }))).toBe('alerting 5-12 | connected 12-60');
  });

  test('an outbound leg that names its alerting time alerts', () => {
    expect(drawn(agent({ calls: [{ A: 2, C: 12, E: 60, direction: 'outbound' }] }))).toContain(
      'alerting 2-12',
    );
  });

  test('a flat participant is drawn by the same rule', () => {
    expect(drawn(agent({ A: 0, C: 12, E: 60, state: 'disconnected' }))).toBe(
      'alerting 0-12 | connected 12-60',
    );
  });
});

describe('alerting time missing', () => {
  test.each(['agent', 'user', 'Agent'])('%s: start to connection, inferred', (purpose) => {
    expect(drawn(party(purpose, { calls: [{ S: 0, C: 12, E: 60 }] }))).toBe(
      'alerting 0-12 inferred | connected 12-60',
    );
  });

  test('less than a second before the connection is no alerting', () => {
    expect(drawn(agent({ calls: [{ S: 0, C: 0.999, E: 60 }] }))).toBe('connected 0.999-60');
  });

  test('a second before the connection is', () => {
    expect(drawn(agent({ calls: [{ S: 0, C: 1, E: 60 }] }))).toBe('alerting 0-1 inferred | connected 1-60');
  });

  test('never connected: start to end, inferred and unanswered', () => {
    expect(drawn(agent({ calls: [{ S: 0, E: 30, state: 'disconnected' }] }))).toBe(
      'alerting 0-30 inferred unanswered',
    );
  });

  test('not yet connected: start to now, inferred', () => {
    expect(drawn(agent({ calls: [{ S: 0, state: 'alerting' }] }), { now: 9 })).toBe('alerting 0-9 inferred');
  });

  test.each(['customer', 'external', 'acd', 'ivr'])('%s was not offered anything', (purpose) => {
    expect(drawn(party(purpose, { calls: [{ S: 0, C: 12, E: 60 }] }))).not.toContain('alerting');
    expect(drawn(party(purpose, { calls: [{ S: 0, E: 60 }] }))).not.toContain('alerting');
  });

  test('the participant’s start serves its only communication', () => {
    expect(drawn(agent({ S: 0, calls: [{ C: 12, E: 60 }] }))).toBe(
      'alerting 0-12 inferred | connected 12-60',
    );
  });

  test('the participant’s start serves none of several communications', () => {
    const two = agent({ S: 0, calls: [{ C: 12, E: 60 }], chats: [{ C: 20, E: 60 }] });
    const { lanes } = timelineOf(rest([two]));
    expect(lanes[0]?.tracks.flatMap(({ segments }) => segments.map(({ type }) => type))).toEqual([
      'connected',
      'connected',
    ]);
  });
});

describe('outbound legs without alerting time', () => {
  test.each(['agent', 'user', 'customer', 'external'])('%s dials', (purpose) => {
    expect(drawn(party(purpose, { calls: [{ S: 0, C: 12, E: 60, direction: 'outbound' }] }))).toBe(
      'dialing 0-12 inferred | connected 12-60',
    );
  });

  test('letter case of the direction does not matter', () => {
    expect(drawn(customer({ calls: [{ S: 0, C: 12, E: 60, direction: 'OUTBOUND' }] }))).toContain(
      'dialing 0-12',
    );
  });

  test('contacting, if the state says so', () => {
    const one = customer({ calls: [{ S: 0, direction: 'outbound', state: 'contacting' }] });
    expect(drawn(one, { now: 9 })).toBe('contacting 0-9 inferred');
  });

  test('contacting, if the first state said so', () => {
    const one = customer({
      calls: [{ S: 0, C: 12, E: 60, direction: 'outbound', initialState: 'contacting' }],
    });
    expect(drawn(one)).toBe('contacting 0-12 inferred | connected 12-60');
  });

  test('dialing, if the state says so', () => {
    const one = customer({ calls: [{ S: 0, direction: 'outbound', state: 'dialing' }] });
    expect(drawn(one, { now: 9 })).toBe('dialing 0-9 inferred');
  });

  test('never connected: not an unanswered offer', () => {
    const timeline = timelineOf(rest([agent({ calls: [{ S: 0, E: 30, direction: 'outbound' }] })]));
    expect(timeline.lanes[0]?.tracks[0]?.segments.map(({ type }) => type)).toEqual(['dialing']);
    expect(said(timeline, 'unanswered')).toEqual([]);
  });

  test('less than a second is no dialing', () => {
    expect(drawn(agent({ calls: [{ S: 0, C: 0.999, E: 60, direction: 'outbound' }] }))).toBe(
      'connected 0.999-60',
    );
  });
});

describe('not responding', () => {
  const offer = (end: number, disconnectType?: string) =>
    agent({ alertingTimeoutMs: 30_000, calls: [{ A: 0, E: end, state: 'terminated', disconnectType }] });

  const recorded = (segments: string) =>
    agent({ alertingTimeoutMs: 30_000, calls: [{ S: 0, E: 60, state: 'terminated', segments }] });

  test.each([
    ['rang out', offer(30)],
    ['no answer', offer(12, 'noanswer.transfer')],
    ['taken back before', offer(12, 'client')],
  ])('%s: unanswered', (_, participant) => {
    expect(drawn(participant)).toContain('unanswered');
    expect(said(timelineOf(rest([participant])), 'unanswered')).toHaveLength(1);
  });

  test.each([
    ['rang out', offer(30), true],
    ['a moment short of it', offer(29.999), undefined],
    ['no answer', offer(12, 'noanswer.transfer'), true],
    ['no answer, in another spelling', offer(12, 'TRANSFER_NO_ANSWER'), true],
    ['taken back before', offer(12, 'client'), undefined],
    ['a recorded alert that rang out', recorded('Alert 0-30'), true],
    ['a recorded alert that ended long before its leg', recorded('Alert 0-12'), undefined],
  ])('%s: not responding or not', (_, participant, expected) => {
    const [segment] = timelineOf(rest([participant])).lanes[0]?.tracks[0]?.segments ?? [];
    expect(segment?.unanswered).toBe(true);
    expect(segment?.notResponding).toBe(expected);
  });

  test('a recorded alert that no interaction follows is unanswered', () => {
    const one = agent({ calls: [{ E: 30, segments: 'Alert 0-30 system', state: 'terminated' }] });
    expect(drawn(one)).toBe('alerting 0-30 unanswered');
  });

  test('of several recorded alerts the last is the one that nobody answered', () => {
    expect(drawn(recorded('Alert 0-10 | Alert 20-60'))).toBe('alerting 0-10 | alerting 20-60 unanswered');
  });

  test('a recorded alert with an interaction behind it is answered', () => {
    const one = agent({ calls: [{ E: 60, segments: 'Alert 0-30 | Interact 30-60 client' }] });
    expect(drawn(one)).toBe('alerting 0-30 | connected 30-60');
  });

  test('an answer without a time for it is an answer', () => {
    const one = agent({ calls: [{ A: 0, state: 'connected' }] });
    expect(drawn(one, { now: 20 })).not.toContain('unanswered');
  });
});

describe('a time of connecting that is no time', () => {
  const connectedTime = 'yesterday';
  const answered = (more: object) => agent({ calls: [{ A: 0, E: 60, connectedTime, ...more }] });

  test('leaves open when the offer ended, and does not say that nobody answered', () => {
    const input = rest([answered({ state: 'terminated' })]);
    const timeline = timelineOf(input);
    expect(drawn(answered({ state: 'terminated' }))).toBe('alerting 0-60 inferred');
    expect(codes(timeline)).toEqual([]);
    expect(measure(timeline).conversation).toMatchObject({ unanswered: 0, bounds: { alerting: 'atMost' } });
    const [segment] = timeline.lanes[0]?.tracks[0]?.segments ?? [];
    expect(segment && valuesAt(input, segment.evidence)).toEqual([iso(0), iso(60), connectedTime]);
    expect(segment?.evidence.rule).toBe('alerting-end-unknown');
  });

  test('on a flat participant, and where the offer itself is inferred', () => {
    expect(drawn(agent({ A: 0, E: 60, state: 'disconnected', connectedTime }))).toBe(
      'alerting 0-60 inferred',
    );
    expect(drawn(agent({ calls: [{ S: 0, E: 60, connected_time: '2026-02-30T00:00:00Z' }] }))).toBe(
      'alerting 0-60 inferred',
    );
  });

  test('beside a disconnect for want of an answer, that stands', () => {
    expect(drawn(answered({ disconnectType: 'noanswer' }))).toBe('alerting 0-60 unanswered');
  });

  test('and a recorded offer keeps its recorded end', () => {
    expect(drawn(answered({ segments: 'Alert 0-12' }))).toBe('alerting 0-12');
  });

  test('a state that says connected leaves open when it rang no more', () => {
    const call = (state: string) => drawn(agent({ calls: [{ A: 0, state }] }), { now: 90 });
    expect(call('connected')).toBe('alerting 0-90 inferred');
    expect(call('alerting')).toBe('alerting 0-90 running');
  });

  test('and does not make a leg that was offered connected since its start', () => {
    const call = agent({ calls: [{ S: 0, A: 2, state: 'connected' }] });
    expect(drawn(call, { now: 90 })).toBe('alerting 2-90 inferred');
  });
});
