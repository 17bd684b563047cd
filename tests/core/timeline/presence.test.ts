import { describe, expect, test } from 'vitest';
import {
  agent,
  analytics,
  codes,
  customer,
  drawn,
  milestones,
  party,
  type Parts,
  rest,
  speaker,
  T,
  timelineOf,
} from '../../fixtures/payload';
import * as events from '../../fixtures/stream';

const call = (leg: Parts, more: Parts = {}) => agent({ calls: [leg], ...more });
const laneOf = (input: unknown, now?: number) =>
  timelineOf(input, { now }).lanes[0] ?? { milestones: [], roles: [] };

describe('an end that is no time: over, nobody knows when', () => {
  const over = (participant: Record<string, unknown>) =>
    codes(timelineOf(rest([participant]), { now: 60 })).includes('missing-end');

  test.each<[string, Record<string, unknown>, boolean]>([
    ['of the communication', call({ C: 0, disconnectedTime: 'yesterday' }), true],
    ['of the participant, of its only communication', call({ C: 0 }, { endTime: 'yesterday' }), true],
    [
      'of the participant, of none of several',
      agent({ calls: [{ C: 0 }, { C: 5 }], endTime: 'yesterday' }),
      false,
    ],
    [
      'of the last recorded segment',
      call({ segments: [{ startTime: '2026-11-19T09:02:00Z', endTime: 'yesterday', type: 'Interact' }] }),
      true,
    ],
    ['beside other unknown fields', call({ C: 0, disconnectedTime: 'yesterday', oddity: 1 }), true],
    ['another field that is no time', call({ C: 0, oddTime: 'yesterday' }), false],
    ['nothing of the kind', call({ C: 0 }), false],
  ])('%s', (_, participant, is) => {
    expect(over(participant)).toBe(is);
  });
});

describe('the end that only recorded segments tell', () => {
  const end = (segments: string) => milestones(laneOf(analytics([speaker('agent', { segments })])), 'end');

  test.each([
    ['is the latest', 'interact 0-60 | hold 10-20', 'end @60'],
    ['wherever it stands', 'hold 10-20 | interact 0-60', 'end @60'],
    ['leaves after-call work out', 'interact 0-60 | wrapup 60-70', 'end @60'],
    ['unless there is nothing else', 'wrapup 60-70', 'end @70'],
    ['is none while one is open', 'interact 0-60 | hold 60-', ''],
  ])('%s', (_, segments, told) => {
    expect(end(segments)).toBe(told);
  });
});

describe('a leg that is over without an end lasts', () => {
  const gone = { C: 0, state: 'terminated' };
  test.each<[string, Record<string, unknown>, Parts, string]>([
    ['to the end of its conversation', call(gone), { E: 50 }, 'connected 0-50 inferred'],
    [
      'to its participant’s, beside others',
      agent({ calls: [gone, { C: 0, E: 20 }], E: 40 }),
      {},
      'connected 0-40 inferred',
    ],
    ['to its after-call work', call(gone, { W0: 30, W1: 35 }), {}, 'connected 0-30 inferred | acw 30-35'],
    ['to now', call(gone), {}, 'connected 0-60 inferred'],
  ])('%s', (_, participant, conversation, picture) => {
    expect(drawn(participant, { ...conversation, now: 60 })).toBe(picture);
  });

  test('to now, by its state', () => {
    const [segment] = timelineOf(rest([call(gone)]), { now: 60 }).lanes[0]?.tracks[0]?.segments ?? [];
    expect(segment?.evidence.pointers.at(-1)).toBe('/participants/0/calls/0/state');
  });
});

describe('a hold of unknown length ends with the next thing known', () => {
  test.each<[string, Parts, Parts, string]>([
    ['a park', { P: 40, R: 50 }, {}, 'hold 20-40'],
    ['a resume', { R: 30 }, {}, 'hold 20-30'],
    ['after-call work', {}, { W0: 25, W1: 30 }, 'hold 20-25'],
    ['the nearest of them', { P: 40, R: 50 }, { W0: 30, W1: 35 }, 'hold 20-30'],
    ['its end', {}, {}, 'hold 20-60'],
  ])('%s', (_, leg, more, hold) => {
    expect(drawn(call({ C: 0, H: 20, held: false, E: 60, ...leg }, more))).toContain(`${hold} inferred`);
  });
});

describe('an offer was answered', () => {
  test.each<[string, Parts, boolean]>([
    ['when a record shows the connection', { segments: 'Alert 0-12 | Interact 12-60' }, true],
    ['when a record shows a hold', { segments: 'Alert 0-12 | Hold 12-60' }, true],
    ['when the connection has a time', { C: 12, E: 60, segments: 'Alert 0-12' }, true],
    ['not else', { E: 60, segments: 'Alert 0-12' }, false],
  ])('%s', (_, leg, answered) => {
    const segments = timelineOf(rest([call(leg)])).lanes[0]?.tracks[0]?.segments ?? [];
    expect(segments.some(({ unanswered }) => unanswered)).toBe(!answered);
  });
});

describe('a role lasts from the first record of the connection to the last', () => {
  const seconds = (at: number) => (at - T) / 1000;
  const role = (leg: Parts, now?: number) =>
    laneOf(rest([party('agent', { cobrowsesessions: [{ cobrowseRole: 'viewer', ...leg }] })]), now).roles.map(
      ({ start, end, certainty }) => `${seconds(start)}-${seconds(end)} ${certainty}`,
    );

  test.each<[string, Parts, string[]]>([
    [
      'without offer and after-call work',
      { segments: 'Alert 0-5 | Interact 5-60 | Wrapup 60-70' },
      ['5-60 recorded'],
    ],
    [
      'without what the vendor does before',
      { segments: 'Delay 0-5 | System 5-7 | Interact 7-60' },
      ['7-60 recorded'],
    ],
    ['with what it cannot name', { segments: 'Oddity 0-5 | Interact 5-60' }, ['0-60 recorded']],
    ['to the latest end', { segments: 'Interact 0-60 | Hold 10-20' }, ['0-60 recorded']],
    [
      'of an open record as long as it runs',
      { segments: 'Interact 0-', state: 'connected' },
      ['0-90 running'],
    ],
    ['of a record with an assumed end', { segments: 'Interact 0-', E: 60 }, ['0-60 inferred']],
    ['begun while it ran', { segments: 'Interact 0- | Interact 20-60' }, ['0-60 inferred']],
    ['of offers alone not at all', { segments: 'Alert 0-5', E: 5 }, []],
    ['connected after its end not at all', { C: 70, E: 60 }, []],
    ['connected as it ended for no time', { C: 60, E: 60 }, ['60-60 recorded']],
    [
      'planned time left out',
      { segments: 'Interact 0-20', P: 20, R: 120, state: 'parked' },
      ['0-90 running'],
    ],
  ])('%s', (_, leg, spans) => {
    expect(role(leg, 90)).toEqual(spans);
  });
});

describe('looks after a recording', () => {
  const look = (seconds: number, leg: events.Party) =>
    events.event('eventTime', [seconds, events.agent({ calls: [{ id: 'x', state: 'connected', ...leg }] })], {
      media: '',
    });
  const begun = look(10, {
    segments: [
      { startTime: 0, endTime: 5, type: 'Alert' },
      { startTime: 5, type: 'Interact' },
    ],
  });
  const shown = (...looks: unknown[]) => events.show(events.draw(looks, { now: 90 }), 'agent');

  test('say how its open segment went on', () => {
    expect(shown(begun, look(20, { held: true, startHoldTime: 20 }), look(30, { held: false }))).toBe(
      'alerting 0-5 | connected 5-20 | hold 20-30 | connected 30-90 running',
    );
  });

  test('also when the leg has ended since', () => {
    const held = look(20, { held: true, startHoldTime: 20 });
    const over = look(60, { state: 'terminated', disconnectedTime: 60 });
    expect(shown(begun, held, look(30, { held: false }), over)).toBe(
      'alerting 0-5 | connected 5-20 | hold 20-30 | connected 30-60',
    );
  });

  test('and nothing of what was over before it', () => {
    const seen = look(12, { connectedTime: 5, held: true, startHoldTime: 10 });
    const segments = [
      { startTime: 5, endTime: 10, type: 'Interact' },
      { startTime: 10, endTime: 20, type: 'Hold' },
      { startTime: 20, type: 'Interact' },
    ];
    const released = look(20, { connectedTime: 5, held: false, segments });
    expect(shown(seen, released, look(50, { connectedTime: 5 }))).toBe(
      'connected 5-10 | hold 10-20 | connected 20-90 running',
    );
  });

  test('not when they say nothing new', () => {
    expect(shown(begun, look(20, {}))).toBe('alerting 0-5 | connected 5-90 running');
  });

  test('not when the recording is the newest look', () => {
    expect(shown(look(5, {}), begun)).toBe('alerting 0-5 | connected 5-90 running');
  });
});

describe('beside recorded segments a hold', () => {
  test.each<[string, Parts, string]>([
    ['within one adds nothing', { H: 20, held: true, segments: 'Interact 0-60' }, 'connected 0-60'],
    [
      'as one ends follows it',
      { H: 60, held: true, segments: 'Interact 0-60', E: 90 },
      'connected 0-60 | hold 60-90',
    ],
    [
      'without length, as one ends, adds nothing',
      { H: 60, held: true, segments: 'Interact 0-60', E: 60 },
      'connected 0-60',
    ],
    [
      'within after-call work stands for itself',
      { H: 65, held: true, segments: 'Interact 0-60 | Wrapup 60-70', E: 80 },
      'connected 0-60 | acw 60-70 | hold 65-80',
    ],
  ])('%s', (_, leg, picture) => {
    expect(drawn(call(leg))).toBe(picture);
  });
});

test('open after-call work among records ends as any other', () => {
  const open = (more: Parts, now?: number) =>
    drawn(call({ segments: 'Interact 0-60 | Wrapup 60-', ...more }), { now });
  expect(open({ E: 60, wrapupTimeoutMs: 10_000 })).toBe('connected 0-60 | acw 60-70 inferred');
  expect(open({ E: 60, wrapup: { code: 'a', endTime: '2026-11-19T09:03:12Z' } })).toBe(
    'connected 0-60 | acw 60-72',
  );
  const live = rest([
    call({ E: 60, segments: 'Interact 0-60 | Wrapup 60-' }),
    customer({ calls: [{ C: 0 }] }),
  ]);
  expect(
    timelineOf(live, { now: 80 }).lanes.flatMap(({ tracks }) => tracks[0]?.segments.at(-1)),
  ).toMatchObject([{ type: 'acw', certainty: 'running' }, { type: 'connected' }]);
});

test('a participant whose lists are empty says nothing, and is not open', () => {
  const timeline = timelineOf(rest([agent({ calls: [] }), customer({ calls: [{ C: 0, E: 60 }] })]));
  expect([timeline.live, codes(timeline)]).toEqual([false, []]);
});
