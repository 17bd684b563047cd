import { describe, expect, test } from 'vitest';
import { measure } from '../../../src/core/index';
import { diagram } from '../../fixtures/diagram';

const whole = (text: string) => measure(diagram(text));
const part = (text: string, start: number, end: number) => measure(diagram(text), { start, end });

describe('what overlaps counts once', () => {
  test.each([
    ['in order', 'connected 0-20 | connected 10-30', 30],
    ['in any order', 'connected 10-30 | connected 0-20', 30],
    ['three in any order', 'connected 40-50 | connected 0-20 | connected 10-30', 40],
    ['one within another', 'connected 0-30 | connected 10-20 | connected 25-40', 40],
    ['of no length', 'connected 0-30 | connected 30-30', 30],
  ])('%s', (_, segments, talk) => {
    expect(whole(`agent: ${segments}`).conversation.totals.talk).toBe(talk);
  });
});

describe('in a range', () => {
  test('a point at its start counts, at its end not', () => {
    const text = 'agent: connected 0-60 | hold 10-10';
    expect(part(text, 10, 20).conversation.holds).toBe(1);
    expect(part(text, 5, 10).conversation.holds).toBe(0);
    expect(part(text, 11, 20).conversation.holds).toBe(0);
  });

  test('of no length nothing counts, at no end', () => {
    const text = 'agent: connected 0-60 | hold 60-60 | unplaced hold 5';
    for (const at of [0, 30, 60]) {
      expect(part(text, at, at).conversation).toMatchObject({ holds: 0, duration: 0, totals: { handle: 0 } });
    }
    expect(part('agent: hold 60-60 | unplaced hold 5', 60, 60).conversation).toMatchObject({ holds: 0 });
  });

  test('lengths without a place are left out', () => {
    const text = 'agent: connected 0-60 | unplaced hold 5';
    expect(whole(text).conversation).toMatchObject({ holds: 1, totals: { hold: 5, talk: 55 } });
    expect(part(text, 0, 30).conversation).toMatchObject({ holds: 0, totals: { hold: 0, talk: 30 } });
  });
});

describe('a stated length', () => {
  test('of talk has holds taken out already', () => {
    expect(
      whole('agent: connected 0-60 | unplaced hold 5 | unplaced connected 40').conversation.totals,
    ).toMatchObject({ hold: 5, talk: 40 });
  });

  test.each(['dialing', 'contacting', 'alerting', 'hold'] as const)(
    'of %s lies within what was drawn as talk',
    (type) => {
      expect(whole(`agent: connected 0-60 | unplaced ${type} 5`).conversation.totals).toMatchObject({
        [type]: 5,
        talk: 55,
      });
    },
  );

  test('of what is no total counts nowhere', () => {
    expect(whole('agent: connected 0-60 | unplaced sharing 5').conversation.totals).toMatchObject({
      talk: 60,
      handle: 60,
    });
  });

  test('of nothing is no hold and no connection', () => {
    expect(whole('agent: alerting 0-60 | unplaced hold 0 | end @60 transfer').conversation).toMatchObject({
      holds: 0,
      transfers: 0,
    });
  });

  test('tells of a connection, and others do not', () => {
    expect(whole('agent: alerting 0-60 | unplaced hold 5 | end @60 transfer').conversation.transfers).toBe(1);
    expect(
      whole('agent: alerting 0-60 | unplaced connected 5 | end @60 transfer').conversation.transfers,
    ).toBe(1);
    expect(whole('agent: alerting 0-60 | unplaced acw 5 | end @60 transfer').conversation.transfers).toBe(0);
  });
});

describe('a stated length of a stretch', () => {
  test.each([
    ['acd', 'queued'],
    ['ivr', 'ivr'],
    ['voicemail', 'voicemail'],
  ] as const)('of %s replaces what was drawn, and one of an offer adds', (purpose, type) => {
    const text = `${purpose}: ${type} 0-60 | alerting 60-65 | unplaced ${type} 40 | unplaced alerting 3`;
    expect(whole(text).lanes[0]?.totals).toMatchObject({ [type]: 40, alerting: 8 });
  });

  test('has no total of another name', () => {
    const all = whole('agent: connected 0-60 | sharing 60-70 | unplaced sharing 5 | unplaced other 5');
    expect(Object.keys(all.lanes[0]?.tracks[0]?.totals ?? {})).toEqual(Object.keys(all.conversation.totals));
    expect(all.conversation.totals).not.toHaveProperty('undefined');
  });
});

describe('earlier holds than the one that a snapshot tells', () => {
  function boundOf(text: string, range?: { start: number; end: number }): string | undefined {
    const timeline = diagram(text);
    for (const { tracks } of timeline.lanes) for (const track of tracks) track.lastHoldOnly = true;
    return measure(timeline, range).conversation.holdsBound;
  }

  test.each<[string, string, string | undefined]>([
    ['there may have been where it was connected before', 'connected 0-20 | hold 20-30', 'atLeast'],
    ['nor can there be before a hold from the first instant', 'hold 0-20 | connected 20-30', undefined],
    ['nor while it was only offered', 'alerting 0-20 | hold 20-30', undefined],
    ['nor before it was connected at the instant of the hold', 'connected 20-20 | hold 20-30', undefined],
    ['nor in the hold itself', 'hold 20-30', undefined],
    ['may hide where the one that is told is not drawn', 'connected 0-20 | parked 20-30', 'atLeast'],
  ])('%s', (_, segments, bound) => {
    expect(boundOf(`agent: ${segments}`)).toBe(bound);
  });

  test('count only where they may lie in the range', () => {
    const text = 'agent: connected 0-20 | hold 20-30 | connected 30-60';
    expect(boundOf(text, { start: 10, end: 40 })).toBe('atLeast');
    expect(boundOf(text, { start: 20, end: 40 })).toBeUndefined();
  });
});

describe('bounds of the conversation', () => {
  test.each(['dialing', 'contacting', 'alerting', 'parked', 'acw', 'hold'] as const)('%s', (type) => {
    const { bounds } = whole(
      `agent: connected 0-20 | ${type} 20-30 inferred\ncustomer: connected 0-30`,
    ).conversation;
    expect(bounds[type]).toBe('atMost');
  });
});

describe('a transfer', () => {
  test('is of the track that ended by one', () => {
    const two = 'agent: connected 0-60 | end @60 client\nagent/chat: alerting 10-20 | end @20 transfer';
    expect(whole(two).conversation.transfers).toBe(0);
  });

  test('told of a lane is that of its only track', () => {
    const told = (text: string) => {
      const timeline = diagram(text);
      for (const { milestones } of timeline.lanes) for (const one of milestones) delete one.trackId;
      return measure(timeline).conversation.transfers;
    };
    expect(told('agent: connected 0-60 | end @60 transfer')).toBe(1);
    expect(told('agent: connected 0-60 | end @60 transfer\nagent/chat: connected 10-60')).toBe(0);
  });

  test('is no other milestone of that word', () => {
    expect(whole('agent: connected 0-60 | wrapup @60 transfer').conversation.transfers).toBe(0);
    expect(whole('agent: connected 0-60 | end @60').conversation.transfers).toBe(0);
  });

  test('held or parked from first to last is one all the same', () => {
    expect(whole('agent: hold 0-60 | end @60 transfer').conversation.transfers).toBe(1);
    expect(whole('agent: parked 0-60 | end @60 transfer').conversation.transfers).toBe(1);
    expect(whole('agent: other 0-60 | end @60 transfer').conversation.transfers).toBe(0);
  });
});

test('without a queue there is no time to answer', () => {
  expect(whole('agent: connected 0-60').conversation).not.toHaveProperty('timeToAnswer');
});

test('the first of several queues counts', () => {
  expect(
    whole('acd-2: queued 10-20\nacd: queued 5-20\nagent: connected 20-60').conversation.timeToAnswer,
  ).toBe(15);
});

describe('under co-browse', () => {
  test.each(['connected', 'hold', 'parked', 'ivr', 'queued', 'voicemail'])('is who is there: %s', (type) => {
    expect(cobrowsed(`agent: ${type} 0-60`)).toBe(60);
  });

  test.each(['alerting 0-60', 'acw 0-60', 'parked 0-60 planned'])('is nobody who is not: %s', (segment) => {
    expect(cobrowsed(`agent: ${segment}`)).toBe(0);
  });

  test('is counted once, whichever lane comes first', () => {
    expect(whole('agent: role viewer 30-50\ncustomer: role sharer 10-40').conversation.cobrowse).toBe(40);
  });

  function cobrowsed(text: string): number {
    const timeline = diagram(text);
    for (const { tracks } of timeline.lanes) for (const track of tracks) track.media = 'cobrowse';
    return measure(timeline).conversation.cobrowse;
  }
});

test('what is planned is in no figure', () => {
  const text =
    'agent: connected 0-60 | parked 60-90 planned | role viewer 60-90 planned | controlling > customer 60-90 planned\ncustomer: connected 0-60';
  expect(whole(text).conversation).toMatchObject({ totals: { parked: 0 }, cobrowse: 0, controlled: 0 });
});

describe('the length of a conversation', () => {
  const evaluated = 'agent: connected 0-60 | parked 60-80 planned | evaluation-assigned @900';
  test('is without what evaluations add to it', () => {
    expect(whole(evaluated).conversation.duration).toBe(60);
    expect(
      whole('agent: connected 10-60 | role viewer 5-70 | evaluation-assigned @0').conversation.duration,
    ).toBe(65);
    expect(
      whole('agent: connected 0-60 | role viewer 0-80 planned | evaluation-assigned @900').conversation
        .duration,
    ).toBe(60);
    expect(
      whole(
        'agent: connected 0-60 | controlling > customer 0-70 planned | evaluation-assigned @900\ncustomer: connected 0-60',
      ).conversation.duration,
    ).toBe(60);
  });

  test('is that of the timeline where an evaluation lies within', () => {
    expect(
      measure(diagram('agent: connected 10-60 | evaluation-assigned @30', { start: 0, end: 90 })).conversation
        .duration,
    ).toBe(90);
  });
});
