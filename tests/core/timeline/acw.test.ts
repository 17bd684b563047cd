import { describe, expect, test } from 'vitest';
import {
  agent,
  codes,
  customer,
  drawn,
  iso,
  milestones,
  type Parts,
  picture,
  rest,
  s,
  said,
  timelineOf,
} from '../../fixtures/payload';

// Rule 6.
const after = (parts: Parts, call: Parts = {}) => agent({ calls: [{ C: 0, E: 60, ...call }], ...parts });

/** The same with a customer who is still there, so that the conversation is live. */
const live = (one: object, now: number) =>
  timelineOf(rest([{ ...one }, customer({ calls: [{ C: 0, state: 'connected' }] })]), { now });

const agentOf = (timeline: ReturnType<typeof timelineOf>) => {
  const lane = timeline.lanes.find(({ purpose }) => purpose === 'agent');
  if (lane === undefined) throw new Error('No agent');
  return lane;
};

const work = (timeline: ReturnType<typeof timelineOf>) =>
  picture({ ...timeline, lanes: [agentOf(timeline)] }).map((track) => track.replace('connected 0-60 | ', ''));

describe('the end of after-call work, by the first that is known', () => {
  const wrapup = { code: 'a', endTime: iso(72), durationSeconds: 14 };

  test('its own end', () => {
    expect(drawn(after({ W0: 60, W1: 75, wrapup, wrapupTimeoutMs: 30_000 }))).toBe(
      'connected 0-60 | acw 60-75',
    );
  });

  test('the wrap-up was saved: recorded', () => {
    expect(drawn(after({ W0: 60, wrapup, wrapupTimeoutMs: 30_000 }))).toBe('connected 0-60 | acw 60-72');
  });

  test('the duration of the wrap-up: inferred', () => {
    const one = after({ W0: 60, wrapup: { code: 'a', durationSeconds: 14 }, wrapupTimeoutMs: 30_000 });
    expect(drawn(one)).toBe('connected 0-60 | acw 60-74 inferred');
  });

  test.each([-1, 1e15])('not by a duration of %d s, which leads nowhere', (durationSeconds) => {
    const one = after({ W0: 60, wrapup: { code: 'a', durationSeconds }, wrapupTimeoutMs: 30_000 });
    expect(drawn(one)).toBe('connected 0-60 | acw 60-90 inferred');
  });

  test('by none and by a century, which do', () => {
    const by = (durationSeconds: number) => drawn(after({ W0: 60, wrapup: { code: 'a', durationSeconds } }));
    expect(by(0)).toBe('connected 0-60 | acw 60-60 inferred');
    expect(by(36525 * 86_400)).toBe(`connected 0-60 | acw 60-${60 + 36525 * 86_400} inferred`);
  });

  test('still going on, while the conversation is live: running', () => {
    expect(work(live(after({ W0: 60, wrapupTimeoutMs: 30_000 }), 70))).toEqual(['acw 60-70 running']);
  });

  test.each<[string, Parts, string]>([
    ['saved', wrapup, 'acw 60-72'],
    ['of a stated duration', { durationSeconds: 14 }, 'acw 60-74 inferred'],
  ])('the wrap-up was %s, while the conversation is live', (_, told, drawn) => {
    expect(work(live(after({ W0: 60, wrapup: told, wrapupTimeoutMs: 30_000 }), 90))).toEqual([drawn]);
  });

  test('a wrap-up that was saved before the work began ends it within what clocks differ by', () => {
    const saved = (at: number) => work(live(after({ W0: 60, wrapup: { code: 'a', endTime: iso(at) } }), 90));
    expect(saved(59.5)).toEqual(['acw 60-60 inferred']);
    expect(saved(59.499)).toEqual(['acw 60-90 running']);
  });

  test('the time allowed, when the conversation is over: inferred', () => {
    expect(drawn(after({ W0: 60, wrapupTimeoutMs: 30_000 }))).toBe('connected 0-60 | acw 60-90 inferred');
  });

  test('nothing at all: a visible mark, inferred', () => {
    expect(drawn(after({ W0: 60 }))).toMatch(/acw 60-\S+ inferred$/);
  });

  test('a wrap-up that the communication itself has', () => {
    expect(drawn(after({ W0: 60 }, { wrapup }))).toBe('connected 0-60 | acw 60-72');
  });
});

describe('on one track, once', () => {
  const counted = (participant: object) => work(timelineOf(rest([{ ...participant }])));

  test('the communication’s own times and the participant’s are the same work', () => {
    expect(counted(after({ W0: 60, W1: 75 }, { afterCallWork: [60, 75] }))).toEqual(['acw 60-75']);
    expect(counted(after({ W0: 60.08, W1: 75.1 }, { afterCallWork: [60, 75] }))).toEqual(['acw 60-75']);
  });

  test('the participant knows the end of what its communication began', () => {
    const call: Parts = { C: 0, E: 60, afterCallWork: [60] };
    const one = agent({ calls: [call], chats: [{ C: 0, E: 60 }], W0: 60.05, W1: 75 });
    expect(counted(one)).toEqual(['acw 60-75', 'connected 0-60']);
  });

  test('the communication that names times of after-call work', () => {
    const one = agent({
      calls: [{ C: 0, E: 60, afterCallWorkRequired: true }],
      chats: [{ C: 0, E: 60, afterCallWork: [60, 75] }],
      W0: 60,
      W1: 75,
    });
    expect(counted(one)).toEqual(['connected 0-60', 'acw 60-75']);
  });

  test('else the one that requires it', () => {
    const one = agent({
      calls: [{ C: 0, E: 60, afterCallWorkRequired: false, afterCallWork: {} }],
      chats: [{ C: 0, E: 60, afterCallWorkRequired: true }],
      W0: 60,
      W1: 75,
    });
    expect(counted(one)).toEqual(['connected 0-60', 'acw 60-75']);
  });

  test('else the one with a wrap-up', () => {
    const one = agent({
      calls: [{ C: 0, E: 60 }],
      emails: [{ C: 0, E: 60, wrapup: { code: 'a' } }],
      W0: 60,
      W1: 75,
    });
    expect(counted(one)).toEqual(['connected 0-60', 'acw 60-75']);
  });

  test.each([
    [['emails', 'chats', 'messages', 'callbacks', 'calls'], 'call'],
    [['emails', 'chats', 'messages', 'callbacks'], 'callback'],
    [['emails', 'chats', 'messages'], 'message'],
    [['emails', 'chats'], 'chat'],
    [['videos', 'cobrowsesessions', 'emails'], 'email'],
  ])('else the first of %s in the order of media: %s', (names, media) => {
    const legs = Object.fromEntries(names.map((name) => [name, [{ C: 0, E: 60 }]]));
    const [lane] = timelineOf(rest([agent({ ...legs, W0: 60, W1: 75 })])).lanes;
    const worked = lane?.tracks.filter(({ segments }) => segments.some(({ type }) => type === 'acw'));
    expect(worked?.map((track) => track.media)).toEqual([media]);
  });

  test('two communications tell of the same work, some milliseconds apart', () => {
    const one = agent({
      calls: [{ C: 0, E: 60, afterCallWork: [60, 75] }],
      callbacks: [{ C: 0, E: 60, afterCallWork: [60.02, 75.04] }],
    });
    expect(counted(one)).toEqual(['acw 60-75', 'connected 0-60']);
  });

  test('the work of two communications, one after the other, is not the same', () => {
    const one = agent({
      calls: [{ C: 0, E: 60, afterCallWork: [60, 75] }],
      callbacks: [{ C: 100, E: 160, afterCallWork: [160, 175] }],
    });
    expect(counted(one)).toEqual(['acw 60-75', 'connected 100-160 | acw 160-175']);
  });

  test('a flat participant has just one track', () => {
    expect(drawn(agent({ C: 0, E: 60, state: 'disconnected', W0: 60, W1: 75 }))).toBe(
      'connected 0-60 | acw 60-75',
    );
  });
});

describe('its place', () => {
  test('before the end, over the connection', () => {
    expect(drawn(after({ W0: 55, W1: 75 }))).toBe('connected 0-60 | acw 55-75');
  });

  test('some time after the end', () => {
    expect(drawn(after({ W0: 65, W1: 75 }))).toBe('connected 0-60 | acw 65-75');
  });

  test('over another track', () => {
    const one = agent({ calls: [{ C: 0, E: 60 }], chats: [{ C: 50, E: 100 }], W0: 60, W1: 75 });
    expect(picture(timelineOf(rest([one])))).toEqual(['connected 0-60 | acw 60-75', 'connected 50-100']);
    expect(codes(timelineOf(rest([one])))).toEqual([]);
  });

  test('skipped: start equals end, and it stays visible', () => {
    expect(drawn(after({ W0: 60, W1: 60, wrapupSkipped: true }))).toBe('connected 0-60 | acw 60-60');
  });

  test('an end before its start has no length and is said', () => {
    const one = after({ W0: 60, W1: 50 });
    expect(drawn(one)).toBe('connected 0-60 | acw 60-60 inferred');
    const timeline = timelineOf(rest([one]));
    expect(said(timeline, 'time-out-of-order')).toHaveLength(1);
    const end = agentOf(timeline).milestones.find(({ kind }) => kind === 'acw-end');
    expect(end).toMatchObject({ at: s(50), evidence: { pointers: ['/participants/0/endAcwTime'] } });
  });

  test('an empty `afterCallWork` is no work', () => {
    expect(drawn(after({}, { afterCallWork: {} }))).toBe('connected 0-60');
  });
});

describe('the time allowed', () => {
  const timed = (W1: number) => timelineOf(rest([after({ W0: 60, W1, wrapupTimeoutMs: 30_000 })]));

  test('is a limit', () => {
    const timeline = timed(75);
    expect(timeline.lanes[0]?.limits.map(({ kind, at }) => [kind, at])).toEqual([['acw', s(90)]]);
    expect(said(timeline, 'acw-overrun')).toEqual([]);
  });

  test('used up to the millisecond is no overrun', () => {
    expect(timed(90).lanes[0]?.tracks[0]?.segments.at(-1)).not.toHaveProperty('overrunFrom');
  });

  test('a millisecond more is one', () => {
    expect(timed(90.001).lanes[0]?.tracks[0]?.segments.at(-1)?.overrunFrom).toBe(s(90));
  });

  test('work that still goes on overruns too', () => {
    const timeline = live(after({ W0: 60, wrapupTimeoutMs: 30_000 }), 100);
    expect(agentOf(timeline).tracks[0]?.segments.at(-1)).toMatchObject({ type: 'acw', overrunFrom: s(90) });
  });

  test('of the communication comes before that of the participant', () => {
    const one = after({ W0: 60, W1: 75, wrapupTimeoutMs: 99_000 }, { wrapupTimeoutMs: 10_000 });
    expect(timelineOf(rest([one])).lanes[0]?.limits.map(({ at }) => at)).toEqual([s(70)]);
  });

  test('without after-call work there is no limit', () => {
    expect(timelineOf(rest([after({ wrapupTimeoutMs: 30_000 })])).lanes[0]?.limits).toEqual([]);
  });
});

describe('milestones', () => {
  const told = (one: object) => {
    const [lane] = timelineOf(rest([{ ...one }])).lanes;
    return lane === undefined ? '' : milestones(lane, 'acw-start', 'acw-end', 'wrapup');
  };

  test('start and end', () => {
    expect(told(after({ W0: 60, W1: 75 }))).toBe('acw-start @60 | acw-end @75');
  });

  test('an end that a rule made is none', () => {
    expect(told(after({ W0: 60, wrapupTimeoutMs: 30_000 }))).toBe('acw-start @60');
  });

  test('skipped', () => {
    expect(told(after({ W0: 60, W1: 60, wrapupSkipped: true }))).toBe(
      'acw-start @60 | acw-end @60 | wrapup @60 skipped',
    );
  });

  test('skipped, without any after-call work', () => {
    expect(told(after({ wrapupSkipped: true }))).toBe('wrapup @60 skipped');
  });

  test('not skipped', () => {
    expect(told(after({ wrapupSkipped: false }))).toBe('');
  });

  test('a wrap-up was saved, by its name', () => {
    expect(told(after({ W0: 60, W1: 75, wrapup: { code: 'a', name: 'Solved', endTime: iso(74) } }))).toBe(
      'acw-start @60 | wrapup @74 Solved | acw-end @75',
    );
  });
});
