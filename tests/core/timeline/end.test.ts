import { describe, expect, test } from 'vitest';
import {
  agent,
  analytics,
  codes,
  customer,
  drawn,
  milestones,
  type Parts,
  picture,
  rest,
  s,
  said,
  speaker,
  timelineOf,
} from '../../fixtures/payload';

const endOf = (one: object) =>
  timelineOf(rest([{ ...one }])).lanes[0]?.milestones.filter(({ kind }) => kind === 'end') ?? [];

// Rule 7.
describe('the end mark', () => {
  test('carries the raw disconnect type', () => {
    const [end, ...more] = endOf(customer({ calls: [{ C: 0, E: 60, disconnectType: 'transfer.consult' }] }));
    expect(end).toMatchObject({ at: s(60), label: 'transfer.consult' });
    expect(more).toEqual([]);
  });

  test('has none where the data has none', () => {
    expect(endOf(customer({ calls: [{ C: 0, E: 60 }] }))[0]).not.toHaveProperty('label');
  });

  test('is not there while the leg runs', () => {
    expect(endOf(customer({ calls: [{ C: 0, state: 'connected' }] }))).toEqual([]);
  });

  test('each leg has its own', () => {
    const one = agent({ calls: [{ C: 0, E: 60, disconnectType: 'client' }], chats: [{ C: 0, E: 70 }] });
    expect(endOf(one).map(({ at }) => at)).toEqual([s(60), s(70)]);
  });
});

describe('an error at the end', () => {
  const errorInfo = { code: 'error.edge.sip', message: 'No route' };
  const error = { code: 'error.edge.sip', message: 'No route' };

  test('marks a leg that never connected', () => {
    expect(endOf(agent({ calls: [{ A: 0, E: 5, errorInfo }] }))[0]?.error).toEqual(error);
  });

  test('marks a connected leg that was cut off by an error', () => {
    expect(endOf(agent({ calls: [{ C: 0, E: 5, errorInfo, disconnectType: 'error' }] }))[0]?.error).toEqual(
      error,
    );
  });

  test.each(['transport.failure', 'TRANSPORT_FAILURE', 'transportFailure'])(
    '%s is an error',
    (disconnectType) => {
      expect(endOf(agent({ calls: [{ C: 0, E: 5, errorInfo, disconnectType }] }))[0]?.error).toEqual(error);
    },
  );

  test('is only a field on a leg that went well', () => {
    const one = agent({ calls: [{ C: 0, E: 60, errorInfo, disconnectType: 'client' }] });
    expect(endOf(one)[0]).not.toHaveProperty('error');
    expect(codes(timelineOf(rest([one])))).toEqual([]);
  });

  test('with a message only', () => {
    const one = agent({ calls: [{ A: 0, E: 5, errorInfo: { message: 'No route' } }] });
    expect(endOf(one)[0]?.error).toStrictEqual({ message: 'No route' });
  });

  test('that names neither code nor message is one', () => {
    expect(endOf(agent({ calls: [{ A: 0, E: 5, errorInfo: { status: 503 } }] }))[0]?.error).toStrictEqual({});
    expect(endOf(agent({ calls: [{ A: 0, E: 5, errorInfo: {} }] }))[0]).not.toHaveProperty('error');
  });

  test('of a flat participant', () => {
    expect(endOf(agent({ A: 0, E: 5, state: 'disconnected', errorInfo }))[0]?.error).toEqual(error);
  });

  test('on a recorded leg that was never connected', () => {
    const one = agent({ calls: [{ E: 5, segments: 'Alert 0-5 error', errorInfo }] });
    expect(endOf(one)[0]?.error).toEqual(error);
  });

  describe('that the record tells which ended the leg', () => {
    const { code } = error;
    const session = (segments: string, errorCode: string = code) => {
      const told = speaker('customer', { segments });
      const [{ segments: records }] = told.sessions as [{ segments: object[] }];
      Object.assign(records.at(-1) ?? {}, { errorCode });
      return timelineOf(analytics([told], { E: 9 })).lanes[0]?.milestones.find(({ kind }) => kind === 'end');
    };

    test('marks a call that nobody took', () => {
      const end = session('dialing 0-6 | contacting 6-9 error');
      expect(end?.error).toEqual({ code });
      expect(end?.evidence.pointers).toContain('/participants/0/sessions/0/segments/1/errorCode');
    });
    test('marks one that it cut off', () => {
      expect(session('interact 0-9 error')?.error).toEqual({ code });
    });
    test('is none where its code is blank', () => {
      expect(session('dialing 0-9 system', '')).not.toHaveProperty('error');
      expect(session('interact 0-9 error', '  ')).not.toHaveProperty('error');
    });
    test('is only a field on one that went well', () => {
      expect(session('interact 0-9 client')).not.toHaveProperty('error');
    });
  });
});

describe('legs without an end', () => {
  const open = { C: 0, state: 'connected' };

  test('end with a conversation that ended, inferred', () => {
    expect(drawn(agent({ calls: [open] }), { S: 0, E: 60, now: 90 })).toBe('connected 0-60 inferred');
    expect(codes(timelineOf(rest([agent({ calls: [open] })], { S: 0, E: 60 })))).toEqual(['missing-end']);
  });

  test('and so does a recorded one', () => {
    const one = agent({ calls: [{ state: 'connected', segments: 'Alert 0-12 | Interact 12-' }] });
    expect(drawn(one, { S: 0, E: 60, now: 90 })).toBe('alerting 0-12 | connected 12-60 inferred');
    expect(codes(timelineOf(rest([one], { S: 0, E: 60 })))).toEqual(['missing-end']);
  });

  test('and so does a hold', () => {
    const one = agent({ calls: [{ ...open, H: 20, held: true }] });
    expect(drawn(one, { S: 0, E: 60, now: 90 })).toBe('connected 0-20 | hold 20-60 inferred');
  });

  test.each(['disconnected', 'terminated', 'TERMINATED'])('%s, in a conversation without an end', (state) => {
    const timeline = timelineOf(rest([agent({ calls: [{ C: 0, state }] })]), { now: 60 });
    expect(picture(timeline)).toEqual(['connected 0-60 inferred']);
    expect(timeline.live).toBe(false);
    expect(said(timeline, 'missing-end')).toEqual([['warning', '/participants/0/calls/0/state']]);
  });
});

describe('a leg with an end and no start', () => {
  test('of an offer is a visible point at its end', () => {
    const one = agent({ calls: [{ E: 30, state: 'disconnected', initialState: 'alerting' }] });
    expect(drawn(one)).toBe('alerting 30-30 inferred unanswered');
  });

  test.each<[string, Parts]>([
    ['agent', { E: 30, state: 'disconnected' }],
    ['customer', { E: 30, state: 'disconnected' }],
  ])('of %s is visible at its end', (purpose, call) => {
    const timeline = timelineOf(rest([{ ...agent({ calls: [call] }), purpose }]));
    const [lane] = timeline.lanes;
    expect(lane && milestones(lane)).toBe('end @30');
    expect([timeline.start, timeline.end]).toEqual([s(30), s(30)]);
  });
});

describe('a leg without an end, on a participant whose after-call work is known', () => {
  const gone = { state: 'disconnected', C: 50, H: 55, held: false };

  test('ended by when that began', () => {
    expect(drawn(agent({ W0: 70, W1: 80, calls: [gone] }), { now: 90 })).toBe(
      'connected 50-55 | hold 55-70 inferred | acw 70-80',
    );
  });

  test('not before it began itself: that is of another leg', () => {
    const earlier = { state: 'disconnected', C: 0, E: 20 };
    expect(drawn(agent({ W0: 20, W1: 30, calls: [gone], chats: [earlier] }), { now: 90 })).toBe(
      'acw 20-30 | connected 50-55 | hold 55-90 inferred',
    );
    const offered = { state: 'disconnected', A: 50 };
    expect(drawn(agent({ W0: 20, W1: 30, calls: [offered], chats: [earlier] }), { now: 90 })).toBe(
      'acw 20-30 | alerting 50-90 inferred unanswered',
    );
    const answered = { state: 'disconnected', A: 10, C: 50 };
    expect(drawn(agent({ W0: 20, W1: 30, calls: [answered], chats: [earlier] }), { now: 90 })).toBe(
      'alerting 10-50 | acw 20-30 | connected 50-90 inferred',
    );
  });
});
