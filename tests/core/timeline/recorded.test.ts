import { describe, expect, test } from 'vitest';
import { measure } from '../../../src/core/index';
import {
  agent,
  analytics,
  codes,
  customer,
  drawn,
  party,
  picture,
  rest,
  s,
  speaker,
  timelineOf,
} from '../../fixtures/payload';

// Rule 1 on the segments of REST communications.
const call = (segments: string, more: object = {}) => agent({ calls: [{ E: 60, segments, ...more }] });

describe('recorded segments win', () => {
  test('over the single times', () => {
    expect(drawn(call('Alert 0-12 | Interact 12-60', { A: 3, C: 15 }))).toBe(
      'alerting 0-12 | connected 12-60',
    );
  });

  test('over a start that would be an inferred offer', () => {
    expect(drawn(call('Interact 12-60', { S: 0 }))).toBe('connected 12-60');
  });

  test('in order of start, whatever their order in the data', () => {
    expect(drawn(call('Interact 30-60 | Interact 0-20 | Hold 20-30'))).toBe(
      'connected 0-20 | hold 20-30 | connected 30-60',
    );
  });

  test('never trimmed where they overlap', () => {
    expect(drawn(call('Interact 0-40 | Hold 20-50 | Interact 30-60'))).toBe(
      'connected 0-40 | hold 20-50 | connected 30-60',
    );
  });

  test('and gaps between them are not filled', () => {
    expect(drawn(call('Interact 0-20 | Interact 40-60'))).toBe('connected 0-20 | connected 40-60');
  });

  test('with twenty holds', () => {
    const text = Array.from(
      { length: 20 },
      (_, i) => `Interact ${i * 4}-${i * 4 + 2} | Hold ${i * 4 + 2}-${i * 4 + 4}`,
    );
    expect(drawn(call(text.join(' | '), { E: 80 })).match(/hold/g)).toHaveLength(20);
  });

  test('only of their own communication', () => {
    const two = agent({
      calls: [{ E: 60, segments: 'Interact 12-60' }],
      chats: [{ A: 5, C: 20, E: 50, segments: [] }],
    });
    expect(picture(timelineOf(rest([two])))).toEqual(['connected 12-60', 'alerting 5-20 | connected 20-50']);
  });

  test('an empty list is no recording', () => {
    expect(drawn(call('', { C: 0 }))).toBe('connected 0-60');
  });

  test('the disconnect type of a segment is kept as it came', () => {
    const { lanes } = timelineOf(rest([call('Alert 0-12 | Interact 12-60 transfer.consult')]));
    expect(lanes[0]?.tracks[0]?.segments.map(({ disconnectType }) => disconnectType)).toEqual([
      undefined,
      'transfer.consult',
    ]);
  });
});

test('of a leg that is over, nothing lies ahead: what was scheduled stands as recorded', () => {
  expect(drawn(call('Scheduled 0-100'), { now: 80 })).toBe('scheduled 0-100');
});

describe('recorded segments that lack an end', () => {
  test('the last one of a leg that runs: running to now', () => {
    const one = agent({ calls: [{ state: 'connected', segments: 'Alert 0-12 | Interact 12-' }] });
    expect(drawn(one, { now: 45 })).toBe('alerting 0-12 | connected 12-45 running');
    // It is held, and nothing says since when: the record runs all the same.
    const held = agent({ calls: [{ state: 'connected', held: true, segments: 'Interact 12-' }] });
    expect(drawn(held, { now: 45 })).toBe('connected 12-45 running');
  });

  test('the last one of a leg that ended: to its end, inferred', () => {
    expect(drawn(call('Alert 0-12 | Interact 12-'))).toBe('alerting 0-12 | connected 12-60 inferred');
  });

  test('one that another follows: to that one, inferred', () => {
    expect(drawn(call('Alert 0- | Interact 12-60'))).toBe('alerting 0-12 inferred | connected 12-60');
  });

  test('an alert on a leg that is over: to its end, inferred, and unanswered', () => {
    expect(drawn(call('Alert 30-', { state: 'disconnected' }))).toBe('alerting 30-60 inferred unanswered');
  });
});

describe('an alert without an end, in the only record there is', () => {
  const one = (segments: string) => timelineOf(analytics([speaker('agent', { segments })]), { now: 100 });

  test('does not keep a leg open whose talk is over', () => {
    const timeline = one('alert 0- | interact 12-60');
    expect(picture(timeline)).toEqual(['alerting 0-12 inferred | connected 12-60']);
    expect(timeline.live).toBe(false);
    expect(codes(timeline)).toEqual([]);
  });

  test('keeps it open while it is the last', () => {
    const timeline = one('system 0-3.2 | alert 3-');
    expect(picture(timeline)).toEqual(['other 0-3.2 system | alerting 3-100 running']);
    expect(timeline.live).toBe(true);
  });

  test('nor does any other open segment close it', () => {
    expect(one('interact 0- | hold 12-60').live).toBe(true);
  });
});

describe('what is scheduled until a time that lies ahead', () => {
  const parts = (input: unknown, now: number) => {
    const timeline = timelineOf(input, { now });
    return [picture(timeline)[0], timeline.live, (timeline.end - s(0)) / 1000];
  };
  const one = (segments: string) => analytics([speaker('acd', { mediaType: 'callback', segments })]);

  test('runs until now and is planned from there on', () => {
    const drawn = 'scheduled 0-100 running | scheduled 100-1000 planned';
    expect(parts(one('callback 0-1000'), 100)).toEqual([drawn, true, 100]);
    const leg = party('acd', { callbacks: [{ state: 'scheduled', segments: 'Scheduled 0-1000' }] });
    expect(parts(rest([leg]), 100)).toEqual([drawn, true, 100]);
  });

  test('is only planned when it begins ahead', () => {
    const timeline = timelineOf(one('delay 0-9 | scheduled 20-1000'), { now: 10 });
    expect(picture(timeline)).toEqual(['other 0-9 delay | scheduled 20-1000 planned']);
    expect(measure(timeline).conversation.duration).toBe(10_000);
  });

  test('is recorded when its time has come', () => {
    expect(parts(one('callback 0-1000'), 1000)).toEqual(['scheduled 0-1000', false, 1000]);
    expect(parts(one('callback 0-1000 | interact 1000-1060'), 5000)).toEqual([
      'scheduled 0-1000 | queued 1000-1060',
      false,
      1060,
    ]);
  });
});

describe('recorded segments that lack a start', () => {
  test('begin where the one before ended, inferred', () => {
    expect(drawn(call('Alert 0-12 | Interact -60'))).toBe('alerting 0-12 | connected 12-60 inferred');
  });

  test('are a visible point where nothing comes before', () => {
    expect(drawn(call('Interact -60'))).toBe('connected 60-60 inferred');
  });

  test('neither start nor end: nothing to draw', () => {
    expect(drawn(call('Interact 12-60 | Hold -'))).toBe('connected 12-60');
  });
});

test('a recorded segment that ends before it starts is a visible point, inferred', () => {
  expect(drawn(call('Alert 0-12 | Interact 60-12'))).toBe('alerting 0-12 | connected 60-60 inferred');
});

describe('single times fill what the segments do not cover', () => {
  test('after-call work', () => {
    const one = agent({ calls: [{ E: 60, segments: 'Interact 12-60' }], W0: 60, W1: 75 });
    expect(drawn(one)).toBe('connected 12-60 | acw 60-75');
  });

  test('but not after-call work that is among them', () => {
    const one = agent({ calls: [{ E: 60, segments: 'Interact 12-60 | Wrapup 60-75' }], W0: 60, W1: 75 });
    expect(drawn(one)).toBe('connected 12-60 | acw 60-75');
  });

  test('nor that which another communication has among its segments', () => {
    const one = agent({
      calls: [{ E: 60, segments: 'Interact 12-60' }],
      chats: [{ E: 60, segments: 'Interact 20-60 | Wrapup 60-75' }],
      W0: 60,
      W1: 75,
    });
    expect(picture(timelineOf(rest([one])))).toEqual(['connected 12-60', 'connected 20-60 | acw 60-75']);
  });

  test('nor that which differs by some milliseconds', () => {
    const one = agent({
      calls: [{ E: 60, segments: 'Interact 12-60 | Wrapup 60-60' }],
      W0: 60.04,
      W1: 60.04,
    });
    expect(drawn(one)).toBe('connected 12-60 | acw 60-60');
  });

  test('but that of a communication whose segments have none', () => {
    const one = agent({
      calls: [{ E: 60, segments: 'Interact 12-60 | Wrapup 60-75' }],
      chats: [{ C: 100, E: 160, afterCallWork: [160, 175] }],
    });
    expect(picture(timelineOf(rest([one])))).toEqual([
      'connected 12-60 | acw 60-75',
      'connected 100-160 | acw 160-175',
    ]);
  });

  test('an end that only the single times know', () => {
    const one = agent({ calls: [{ E: 60, segments: 'Interact 12-60 | Wrapup 60-' }], W0: 60, W1: 75 });
    expect(drawn(one)).toBe('connected 12-60 | acw 60-75');
  });

  test('an end of after-call work that the time allowed bounds', () => {
    const one = agent({ calls: [{ E: 60, segments: 'Interact 12-60 | Wrapup 60-' }], wrapupTimeoutMs: 9000 });
    expect(drawn(one)).toBe('connected 12-60 | acw 60-69 inferred');
  });

  test('parking behind them', () => {
    const one = agent({ emails: [{ P: 60, R: 80, E: 90, segments: 'Interact 0-60 | Interact 80-90' }] });
    expect(codes(timelineOf(rest([one])))).toEqual([]);
  });
});

describe('words of REST segments', () => {
  test.each([
    ['Alert', 'alerting'],
    ['ALERT', 'alerting'],
    ['interact', 'connected'],
    ['INTERACT', 'connected'],
    ['Hold', 'hold'],
    ['IVR', 'ivr'],
    ['Ivr', 'ivr'],
    ['Dialing', 'dialing'],
    ['Contacting', 'contacting'],
    ['Voicemail', 'voicemail'],
    ['Parked', 'parked'],
    ['Wrapup', 'acw'],
    ['WRAPUP', 'acw'],
    ['Uploading', 'uploading'],
    ['Transmitting', 'transmitting'],
    ['Scheduled', 'scheduled'],
    ['Callback', 'scheduled'],
    ['Monitoring', 'monitoring'],
    ['Coaching', 'coaching'],
    ['Barging', 'barging'],
    ['ScreenMonitoring', 'screenmonitoring'],
    ['Sharing', 'sharing'],
  ])('%s is %s', (word, type) => {
    expect(drawn(customer({ calls: [{ E: 60, segments: `${word} 0-60` }] }))).toBe(`${type} 0-60`);
  });

  test.each(['Delay', 'System', 'Converting', 'Unknown', 'Teleporting'])(
    '%s is other, and keeps its word',
    (word) => {
      expect(drawn(customer({ calls: [{ E: 60, segments: `${word} 0-60` }] }))).toBe(`other 0-60 ${word}`);
    },
  );

  test('a segment of no type is other', () => {
    const one = party('customer', { calls: [{ E: 60, segments: [{ startTime: '2026-11-19T09:02:00Z' }] }] });
    expect(drawn(one)).toMatch(/^other 0-60 inferred/);
  });
});

describe('records of the offer alone, and times that tell of the answer', () => {
  const offered = (more: object, segments = 'Alert 0-10') => call(segments, { C: 10, ...more });

  test('the times go on from the records', () => {
    expect(drawn(offered({}))).toBe('alerting 0-10 | connected 10-60');
    expect(drawn(offered({ E: undefined, state: 'connected' }), { now: 90 })).toBe(
      'alerting 0-10 | connected 10-90 running',
    );
  });

  test('with their hold and park', () => {
    expect(drawn(offered({ H: 40, held: true }))).toBe('alerting 0-10 | connected 10-40 | hold 40-60');
    expect(drawn(offered({ P: 20, R: 30 }))).toBe(
      'alerting 0-10 | connected 10-20 | parked 20-30 | connected 30-60',
    );
  });

  test('nothing derived lies over a record, and an offer without an end is over with the answer', () => {
    const input = rest([offered({ C: 9.9 })]);
    expect(picture(timelineOf(input))).toEqual(['alerting 0-10 | connected 10-60']);
    const connected = timelineOf(input).lanes[0]?.tracks[0]?.segments[1];
    expect(connected?.evidence.pointers).toContain('/participants/0/calls/0/segments/0/endTime');
    expect(drawn(offered({}, 'Alert 0-'))).toBe('alerting 0-10 inferred | connected 10-60');
  });

  test('nor over a record that began before the last and ends behind it', () => {
    expect(drawn(offered({ C: 6 }, 'Alert 0-12 | Alert 4-5 | Wrapup 60-70'))).toBe(
      'alerting 0-12 | alerting 4-5 | connected 12-60 | acw 60-70',
    );
  });

  test('nor does a hold before its end, whose talk has no place yet', () => {
    expect(drawn(offered({ C: 6, H: 4, held: false }, 'Alert 8-10'))).toBe('alerting 8-10 | connected 10-60');
  });

  test('after-call work among the records stays as recorded', () => {
    expect(drawn(offered({}, 'Alert 0-10 | Wrapup 60-70'))).toBe(
      'alerting 0-10 | connected 10-60 | acw 60-70',
    );
  });

  test('nor do records of after-call work alone cover what the times tell', () => {
    expect(drawn(offered({ A: 0, H: 40, held: true }, 'Wrapup 60-70'))).toBe(
      'alerting 0-10 | connected 10-40 | hold 40-60 | acw 60-70',
    );
  });

  test('no time of an answer: nothing goes on', () => {
    expect(drawn(call('Alert 0-10'))).toBe('alerting 0-10 unanswered');
  });

  test('any other record holds the whole history', () => {
    expect(drawn(offered({}, 'Alert 0-10 | Interact 10-30'))).toBe('alerting 0-10 | connected 10-30');
  });
});
