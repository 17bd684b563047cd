import { describe, expect, test } from 'vitest';
import { measure } from '../../../src/core/measure/measure';
import { diagram } from '../../fixtures/diagram';

/** The totals that are not zero, with the bound after the number. */
function told(part: { totals: object; bounds: object }): Record<string, number | string> {
  const bounds: [string, string][] = Object.entries(part.bounds);
  const totals: [string, number][] = Object.entries(part.totals);
  const result: Record<string, number | string> = {};
  for (const [name, value] of totals) if (value !== 0) result[name] = value;
  for (const [name, bound] of bounds) result[name] = `${bound} ${totals.find(([key]) => key === name)?.[1]}`;
  return result;
}

const whole = (text: string) => measure(diagram(text)).conversation;
const ofLane = (text: string, index = 0) => {
  const lane = measure(diagram(text)).lanes[index];
  if (lane === undefined) throw new Error('No such lane');
  return lane;
};

describe('totals of a track', () => {
  test('each state in its own total', () => {
    const lane = ofLane(
      'agent: dialing 0-1 | contacting 1-3 | alerting 3-8 | connected 8-60 | parked 60-70 | acw 70-75',
    );
    expect(told(lane)).toEqual({
      dialing: 1,
      contacting: 2,
      alerting: 5,
      talk: 52,
      parked: 10,
      acw: 5,
      handle: 60,
    });
  });

  test('what overlaps within a type counts once, across types twice', () => {
    expect(told(ofLane('agent: connected 0-20 | connected 10-30 | hold 20-25 | hold 21-24'))).toEqual({
      talk: 30,
      hold: 5,
      handle: 35,
    });
  });

  test('neither planned stretches nor types without a total count', () => {
    const lane = ofLane(
      `agent: connected 0-10 | parked 10-90 planned | other 10-20 | scheduled 10-20 | monitoring 10-20 | coaching 10-20
        agent: barging 10-20 | screenmonitoring 10-20 | sharing 10-20 | uploading 1-2 | transmitting 1-2 | offering 1-2`,
    );
    expect(told(lane)).toEqual({ talk: 10, handle: 10 });
  });

  test('running counts to now, and is exact', () => {
    expect(told(ofLane('user: connected 0-10 | hold 10-15 running'))).toEqual({
      talk: 10,
      hold: 5,
      handle: 15,
    });
  });

  test('handle is of agents and users, in any letter case', () => {
    expect(ofLane('Agent: connected 0-10').totals.handle).toBe(10);
    expect(ofLane('USER: connected 0-10').totals.handle).toBe(10);
    for (const purpose of ['customer', 'external', 'acd', 'ivr', 'station']) {
      expect(ofLane(`${purpose}: connected 0-10`).totals.handle).toBe(0);
    }
  });
});

describe('sums', () => {
  const text = `
    customer: connected 0-100 | hold 50-60
    ivr: ivr 0-10
    workflow: ivr 10-15
    acd: queued 15-30
    voicemail: voicemail 90-95
    external: queued 0-7 | alerting 60-70
    agent-1/call: alerting 25-30 | connected 30-60 | acw 60-70
    agent-1/mail: connected 40-50
    user: connected 60-90
  `;

  test('a lane is the sum of its tracks', () => {
    const lane = ofLane(text, 6);
    expect(lane.tracks.map(({ trackId, totals }) => [trackId, totals.talk])).toEqual([
      ['agent-1/call', 30],
      ['agent-1/mail', 10],
    ]);
    expect(lane.totals.talk).toBe(40);
  });

  test('the conversation takes ivr, queued and voicemail from the lanes of their purposes alone', () => {
    const legs = `
      botflow: ivr 0-10 | queued 10-11 | voicemail 11-12
      acd: queued 12-20 | ivr 20-21
      voicemail: voicemail 21-25 | ivr 25-26
      agent: ivr 26-27 | voicemail 27-28 | connected 28-30
    `;
    expect(told(whole(legs))).toEqual({ ivr: 10, queued: 8, voicemail: 4, talk: 2, handle: 2 });
  });

  test('the conversation sums agents and users; ivr, queued and voicemail those of all but people outside', () => {
    expect(told(whole(text))).toEqual({
      ivr: 15,
      queued: 15,
      voicemail: 5,
      alerting: 5,
      talk: 70,
      acw: 10,
      handle: 80,
    });
  });
});

describe('lengths without a place', () => {
  test('count in the whole and in no part of it', () => {
    const timeline = diagram('agent: connected 0-60 | unplaced acw 7');
    expect(measure(timeline).conversation.totals.acw).toBe(7);
    expect(measure(timeline, { start: 0, end: 60 }).conversation.totals.acw).toBe(7);
    expect(measure(timeline, { start: -5, end: 100 }).conversation.totals.acw).toBe(7);
    expect(measure(timeline, { start: 1, end: 60 }).conversation.totals.acw).toBe(0);
    expect(measure(timeline, { start: 0, end: 59 }).conversation.totals.acw).toBe(0);
  });

  test('a hold lessens drawn talk, never below zero', () => {
    expect(told(whole('agent: connected 0-60 | unplaced hold 20'))).toEqual({
      talk: 40,
      hold: 20,
      handle: 60,
    });
    expect(told(whole('agent: connected 0-10 | unplaced hold 20'))).toEqual({ hold: 20, handle: 20 });
  });

  test('a hold leaves talk alone that is itself a stated length', () => {
    expect(told(whole('agent: unplaced connected 40 | unplaced hold 20'))).toEqual({
      talk: 40,
      hold: 20,
      handle: 60,
    });
  });

  test('a hold is of its own track', () => {
    const lane = ofLane(`agent/a: connected 0-60
      agent/b: connected 0-60 | unplaced hold 20`);
    expect(lane.tracks.map(({ totals }) => totals.talk)).toEqual([60, 40]);
  });

  test('of types without a total are not counted', () => {
    expect(told(whole('agent: connected 0-5 | unplaced other 20'))).toEqual({ talk: 5, handle: 5 });
  });
});

describe('bounds', () => {
  test('an inferred end makes its total at most', () => {
    expect(told(ofLane('agent: alerting 0-5 inferred | connected 5-60 | acw 60-70 inferred'))).toEqual({
      alerting: 'atMost 5',
      talk: 55,
      acw: 'atMost 10',
      handle: 'atMost 65',
    });
  });

  test('hold at most makes talk at least, and leaves handle exact', () => {
    expect(told(ofLane('agent: connected 0-20 | hold 20-30 inferred | connected 30-60'))).toEqual({
      talk: 'atLeast 50',
      hold: 'atMost 10',
      handle: 60,
    });
  });

  test('park at most makes talk and handle at least', () => {
    expect(told(ofLane('agent: connected 0-20 | parked 20-60 inferred'))).toEqual({
      talk: 'atLeast 20',
      parked: 'atMost 40',
      handle: 'atLeast 20',
    });
  });

  test('talk with an end of its own inferred is at most, whatever hold says; handle follows', () => {
    expect(told(ofLane('agent: connected 0-20 inferred | hold 20-30 inferred'))).toEqual({
      talk: 'atMost 20',
      hold: 'atMost 10',
      handle: 'atMost 30',
    });
    expect(told(ofLane('agent: parked 0-5 inferred | connected 5-20 | acw 20-30 inferred'))).toMatchObject({
      talk: 'atLeast 15',
      handle: 'atMost 25',
    });
  });

  test('an inferred stretch that adds no length bounds nothing', () => {
    // A leg known only by its end is a point: "at most 0" would claim that nobody talked.
    expect(told(ofLane('agent: connected 5-5 inferred'))).toEqual({});
    expect(told(ofLane('agent: connected 0-20 | connected 5-15 inferred'))).toEqual({ talk: 20, handle: 20 });
  });

  test('a range knows only the inferred ends within it', () => {
    const timeline = diagram('agent: connected 0-20 | hold 20-30 inferred | connected 30-60');
    const bounds = (start: number, end: number) => measure(timeline, { start, end }).conversation.bounds;
    expect(bounds(0, 20)).toEqual({});
    expect(bounds(30, 60)).toEqual({});
    expect(bounds(10, 21)).toEqual({ hold: 'atMost', talk: 'atLeast' });
  });

  test('running and recorded ends are exact', () => {
    expect(ofLane('agent: connected 0-20 running').bounds).toEqual({});
  });

  test('a lane takes the bounds of its tracks; mixed ones are at most', () => {
    expect(
      ofLane(`agent/a: connected 0-20 | hold 20-30 inferred
        agent/b: connected 0-20 inferred`).bounds,
    ).toEqual({ talk: 'atMost', hold: 'atMost', handle: 'atMost' });
    expect(
      ofLane(`agent/a: connected 0-20 inferred
        agent/b: connected 0-20 | hold 20-30 inferred`).bounds,
    ).toEqual({ talk: 'atMost', hold: 'atMost', handle: 'atMost' });
  });

  test('the conversation takes those of agents and users only, of queues all but those outside', () => {
    expect(
      whole(`customer: connected 0-20 | hold 20-30 inferred | queued 0-5 inferred
        acd: queued 0-5 inferred
        agent: connected 5-20`).bounds,
    ).toEqual({ queued: 'atMost' });
  });

  test('nobody outside has a handle to bound', () => {
    expect(ofLane('customer: connected 0-20 | parked 20-30 inferred').bounds).toEqual({
      talk: 'atLeast',
      parked: 'atMost',
    });
  });
});

describe('ranges', () => {
  test('cut everything', () => {
    const { conversation } = measure(diagram('agent: connected 0-60 | acw 60-70 | role viewer 0-60'), {
      start: 50,
      end: 65,
    });
    expect(told(conversation)).toEqual({ talk: 10, acw: 5, handle: 15 });
    expect(conversation).toMatchObject({ duration: 15, cobrowse: 10 });
  });

  test('without length, backwards or without numbers harm nothing', () => {
    const timeline = diagram('agent: connected 0-60 | hold 20-30 | alerting 5-5 unanswered');
    for (const range of [
      { start: 25, end: 25 },
      { start: 40, end: 10 },
    ]) {
      const { conversation } = measure(timeline, range);
      expect(told(conversation)).toEqual({});
      expect(conversation).toMatchObject({ duration: 0, holds: 0, unanswered: 0 });
    }
    expect(measure(timeline, { start: -Infinity, end: Infinity }).conversation.duration).toBe(60);
    expect(measure(timeline, { start: NaN, end: NaN }).conversation.totals.talk).toBe(60);
  });
});
