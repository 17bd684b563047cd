import { describe, expect, test } from 'vitest';
import { buildTimeline, measure, parseConversations } from '../../../src/core/index';
import {
  agent,
  customer,
  drawn,
  iso,
  milestones,
  type Parts,
  rest,
  s,
  timelineOf,
} from '../../fixtures/payload';

const call = (leg: Parts, more: Parts = {}) => agent({ calls: [leg], ...more });
const caller = (leg: Parts) => customer({ calls: [leg] });

describe('a hold or park has no room outside its leg', () => {
  test.each<[string, Parts, string]>([
    ['held after the end', { C: 0, H: 70, held: false, E: 60 }, 'connected 0-60'],
    ['parked after the end', { C: 0, P: 70, R: 80, E: 60 }, 'connected 0-60'],
    ['held at the end', { C: 0, H: 60, held: false, E: 60 }, 'connected 0-60 | hold 60-60 inferred'],
    ['parked at the end', { C: 0, P: 60, R: 80, E: 60 }, 'connected 0-60 | parked 60-60 inferred'],
    ['resumed after the end', { C: 0, P: 20, R: 70, E: 60 }, 'connected 0-20 | parked 20-60 inferred'],
    ['resumed at the end', { C: 0, P: 20, R: 60, E: 60 }, 'connected 0-20 | parked 20-60'],
    ['held before it connected', { C: 20, H: 10, held: true, E: 60 }, 'hold 10-60'],
    ['held as it connected', { C: 0, H: 0, held: true, E: 60 }, 'hold 0-60'],
    [
      'a resume at its start is none',
      { C: 0, P: 20, R: 20, E: 60 },
      'connected 0-20 | parked 20-60 inferred',
    ],
  ])('%s', (_, leg, picture) => {
    expect(drawn(call(leg), { now: 90 })).toBe(picture);
  });

  test('what bounds it from outside the conversation does not', () => {
    const one = call({ C: 0, H: 20, held: false }, { W0: 55, W1: 58 });
    expect(drawn(one, { E: 50 })).toBe('connected 0-20 | hold 20-50 inferred | acw 55-58');
  });

  test('an unknown end of a park is the next instant known, not the end', () => {
    expect(drawn(call({ C: 0, P: 20, H: 40, held: true, state: 'connected', E: 60 }))).toBe(
      'connected 0-20 | parked 20-40 inferred | hold 40-60',
    );
  });
});

describe('after a hold or park of unknown end', () => {
  const bounds = (leg: Parts, more: Parts = {}, conversation: Parts = {}) =>
    measure(timelineOf(rest([call(leg, more)], conversation), { now: 90 })).conversation.bounds;
  const work = { W0: 30, W1: 50 };

  test.each<[string, Parts, Parts]>([
    ['that ended', { E: 60 }, {}],
    ['that goes on', { state: 'connected' }, {}],
  ])('a leg %s talked at least as long as drawn; with its hold it is exact', (_, end) => {
    expect(bounds({ C: 0, H: 20, held: false, ...end }, work)).toEqual({ hold: 'atMost', talk: 'atLeast' });
    expect(bounds({ C: 0, P: 20, state: 'connected', ...end }, work)).toMatchObject({
      parked: 'atMost',
      talk: 'atLeast',
    });
  });

  test.each<[string, Parts, boolean]>([
    ['of unknown end, says so', { H: 20, held: false }, true],
    ['of known end, does not', { P: 20, R: 30 }, false],
  ])('the talk after one %s', (_, leg, isAtLeast) => {
    const segments = timelineOf(rest([call({ C: 0, E: 60, ...leg }, work)])).lanes[0]?.tracks[0]?.segments;
    const behind = segments?.find(({ type, start }) => type === 'connected' && start === s(30));
    expect(behind?.atLeast ?? false).toBe(isAtLeast);
  });

  test('the talk before a hold does not, though nobody saw it begin', () => {
    const one = call({ S: 0, state: 'connected', H: 20, held: true });
    const [before] = timelineOf(rest([one]), { now: 60 }).lanes[0]?.tracks[0]?.segments ?? [];
    expect(before).toMatchObject({ type: 'connected', end: s(20), certainty: 'inferred' });
    expect(before).not.toHaveProperty('atLeast');
  });

  test('a leg whose own end is assumed talked at most as long', () => {
    expect(bounds({ C: 0, H: 20, held: false }, work, { E: 60 })).toEqual({
      hold: 'atMost',
      talk: 'atMost',
      handle: 'atMost',
    });
  });
});

describe('after-call work of which nothing says when it ended', () => {
  const one = agent({ calls: [{ C: 0, E: 60, afterCallWork: { startTime: iso(60) } }] });

  test('is a point, and counts as at least that', () => {
    const timeline = timelineOf(rest([one], { E: 60 }));
    const [work] = timeline.lanes[0]?.tracks[0]?.segments.filter(({ type }) => type === 'acw') ?? [];
    expect(work).toMatchObject({ start: s(60), end: s(60), certainty: 'inferred', atLeast: true });
    const { totals, bounds } = measure(timeline).conversation;
    expect(totals).toMatchObject({ acw: 0, handle: 60_000 });
    expect(bounds).toEqual({ acw: 'atLeast', handle: 'atLeast' });
  });

  test('counts so beside work of which that is known', () => {
    const other = { segments: 'Interact 0-30 | Wrapup 30-40', afterCallWork: { startTime: iso(60) } };
    const { bounds, totals } = measure(timelineOf(rest([call({ E: 60, ...other })], { E: 60 }))).conversation;
    expect([totals.acw, bounds.acw]).toEqual([10_000, 'atLeast']);
  });

  test('goes on beyond a range that begins with it, not within one before it', () => {
    const timeline = timelineOf(rest([one, customer({ calls: [{ C: 0, E: 90 }] })], { E: 90 }));
    const bounds = (from: number, to: number) =>
      measure(timeline, { start: s(from), end: s(to) }).conversation.bounds;
    expect(bounds(60, 80)).toEqual({ acw: 'atLeast', handle: 'atLeast' });
    expect(bounds(0, 60)).toEqual({});
  });
});

describe('what took no time', () => {
  test('within a hold is left to its milestone', () => {
    const one = call({ A: 30, C: 30, H: 20, held: true, E: 60 });
    expect(drawn(one)).toBe('hold 20-60');
    expect(milestones(timelineOf(rest([one])).lanes[0] ?? { milestones: [] }, 'alerting')).toBe(
      'alerting @30',
    );
  });

  test('at the start of a hold stays', () => {
    expect(drawn(call({ A: 20, C: 20, H: 20, held: true, E: 60 }))).toBe('alerting 20-20 | hold 20-60');
  });

  test('at the end of a hold stays', () => {
    expect(drawn(call({ A: 60, C: 60, H: 20, held: true, E: 60 }))).toBe(
      'hold 20-60 | alerting 60-60 | connected 60-60',
    );
  });

  test('beside a hold stays', () => {
    expect(drawn(call({ A: 5, C: 5, H: 20, held: true, E: 60 }))).toBe(
      'alerting 5-5 | connected 5-20 | hold 20-60',
    );
  });
});

describe('states that draw nothing of their own', () => {
  test('none', () => {
    expect(drawn(caller({ S: 0, state: 'none' }), { now: 9 })).toBe('');
  });

  test('connected, when its times say that it is over', () => {
    expect(drawn(caller({ S: 0, E: 60, state: 'connected' }))).toBe('');
  });

  test('an offer, when another state has stood since the start', () => {
    expect(drawn(agent({ messages: [{ S: 0, state: 'uploading' }] }), { now: 9 })).toBe(
      'uploading 0-9 inferred',
    );
  });

  test('an offer that the data puts behind the connection', () => {
    const one = call({ C: 5, A: 10, E: 60 });
    expect(drawn(one)).toBe('connected 5-60');
    expect(milestones(timelineOf(rest([one])).lanes[0] ?? { milestones: [] }, 'alerting')).toBe(
      'alerting @10',
    );
  });

  test('not: an offer at the very instant of the connection', () => {
    expect(drawn(call({ C: 5, A: 5, E: 60 }))).toBe('alerting 5-5 | connected 5-60');
  });
});

describe('the order of segments', () => {
  test('of two that begin at one instant, the shorter comes first', () => {
    const two = call({ segments: 'Interact 0-60 | Hold 0-20 | Interact 60-90' });
    expect(drawn(two)).toBe('hold 0-20 | connected 0-60 | connected 60-90');
  });

  test('recorded segments in any order, also those without a start', () => {
    expect(drawn(call({ segments: 'Interact 30-60 | Hold -29 | Alert 0-12' }))).toBe(
      'alerting 0-12 | hold 12-29 inferred | connected 30-60',
    );
  });

  test('an open segment that begins after the end of its leg', () => {
    expect(drawn(call({ segments: 'Interact 0-60 | Hold 70-', E: 60 }))).toBe(
      'connected 0-60 | hold 70-70 inferred',
    );
  });

  test('an open segment that begins at the end of its leg', () => {
    expect(drawn(call({ segments: 'Interact 0-60 | Hold 60-', E: 60 }))).toBe(
      'connected 0-60 | hold 60-60 inferred',
    );
  });
});

test('a recorded segment without a word is one of no known kind', () => {
  const one = rest([call({ segments: [{ startTime: iso(0), endTime: iso(60) }] })]);
  expect(timelineOf(one).lanes[0]?.tracks[0]?.segments).toMatchObject([
    {
      type: 'other',
      label: '',
      evidence: {
        pointers: [
          '/participants/0/calls/0/segments/0/startTime',
          '/participants/0/calls/0/segments/0/endTime',
        ],
      },
    },
  ]);
});

describe('what is not known is not there', () => {
  const other = customer({ id: 'c', calls: [{ C: 0, E: 90, peerId: 'a' }] });
  test.each<[string, Parts[]]>([
    [
      'single times',
      [call({ A: 0, C: 12, H: 20, held: false, P: 40, R: 50, E: 60, V: 60 }, { W0: 60, W1: 70 }), other],
    ],
    [
      'recorded segments',
      [call({ id: 'a', segments: 'Alert 0-12 | Interact 12-60 client | Oddity 60-70' }), other],
    ],
    ['an open leg', [call({ C: 0, state: 'connected', controlling: ['c'] }, { consultParticipantId: 'c' })]],
    ['a role', [agent({ cobrowsesessions: [{ C: 0, E: 60, cobrowseRole: 'viewer', controlling: ['x'] }] })]],
    ['a flat leg', [agent({ C: 0, E: 60, state: 'terminated', monitoredParticipantId: 'c' }), other]],
    ['nothing', [agent()]],
  ])('%s', (_, participants) => {
    const { lanes, ...timeline } = timelineOf(rest(participants));
    const own = { ...timeline, lanes: lanes.map(({ participant: _own, ...lane }) => lane) };
    expect(own).toStrictEqual(JSON.parse(JSON.stringify(own)));
  });

  test('name, start and end stand though a later look leaves them out', () => {
    const call = { id: 'leg', C: 0, state: 'connected' };
    const whole = rest([agent({ calls: [call] })], { name: 'A billing call', S: -5, E: 60 });
    const { title, live, start, end } = timelineOf([whole, rest([agent({ calls: [call] })])], { now: 90 });
    expect([title, live, start, end]).toEqual(['A billing call', false, s(-5), s(60)]);
  });

  test('no name, no title', () => {
    expect(timelineOf(rest([agent()]))).not.toHaveProperty('title');
    for (const name of ['', '  '])
      expect(timelineOf({ ...rest([agent()]), name })).not.toHaveProperty('title');
    const [named] = parseConversations(rest([agent()], { name: 'A billing call' })).conversations;
    expect(named && buildTimeline(named).title).toBe('A billing call');
  });
});
