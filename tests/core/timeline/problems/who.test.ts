import { describe, expect, test } from 'vitest';
import { agent, codes, customer, type Parts, party, rest, timelineOf } from '../../../fixtures/payload';
import * as events from '../../../fixtures/stream';

const call = (leg: Parts, more: Parts = {}) => agent({ calls: [leg], ...more });
const told = (...participants: Record<string, unknown>[]) =>
  codes(timelineOf(rest(participants), { now: 60 }));

describe('control within a session', () => {
  const browse = (id: string, leg: Parts = {}, more: Parts = {}) =>
    party('agent', { id, cobrowsesessions: [{ C: 0, E: 60, ...leg }], ...more });
  const outside = 'controls-without-cobrowse';

  test.each<[string, Record<string, unknown>[], boolean]>([
    ['a co-browse leg of no named session', [browse('a', { controlling: ['b'] }), browse('b')], true],
    [
      'a call with a session',
      [call({ C: 0, E: 60, controlling: ['b'], cobrowseSessionId: 'r' }), browse('b')],
      true,
    ],
    [
      'a call with a role',
      [call({ C: 0, E: 60, controlling: ['b'], cobrowseRole: 'sharer' }), browse('b')],
      true,
    ],
    ['a call', [call({ C: 0, E: 60, controlling: ['b'] }), browse('b')], false],
    [
      'one who has a call besides',
      [browse('a', { controlling: ['b'] }), browse('b', {}, { calls: [{ C: 0, E: 60 }] })],
      true,
    ],
    [
      'one of two outside',
      [browse('a', { controlling: ['b', 'customer'] }), browse('b'), customer({ calls: [{ C: 0, E: 60 }] })],
      false,
    ],
    [
      'a call besides says nothing of it',
      [browse('a', { controlling: ['b'] }, { calls: [{ C: 0, E: 60 }] }), browse('b')],
      true,
    ],
  ])('%s', (_, participants, within) => {
    expect(told(...participants).includes(outside)).toBe(!within);
  });
});

describe('a leg has a start', () => {
  test.each<[string, Parts]>([
    ['by its offer', { A: 0, E: 60 }],
    ['by its connection', { C: 0, E: 60 }],
    ['by a hold', { H: 0, E: 60 }],
    ['by a park', { P: 0, E: 60 }],
    ['by itself', { S: 0, E: 60 }],
  ])('%s', (_, leg) => {
    expect(told(customer({ calls: [leg] }))).not.toContain('missing-start');
  });
});

describe('a tie that only one look or one leg names', () => {
  test('is one', () => {
    const on = (more: events.Party = {}) => events.agent({ state: 'connected', ...more });
    const other = events.customer({ state: 'connected' });
    const timeline = events.draw(
      events.stream('eventTime', [
        [0, on({ consultParticipantId: 'customer' }), other],
        [20, on(), other],
      ]),
    );
    expect(events.showLinks(timeline, 'consult')).toHaveLength(1);
  });

  test('of two legs', () => {
    const two = agent({
      calls: [
        { C: 0, E: 60, monitoredParticipantId: 'customer' },
        { C: 5, E: 60 },
      ],
    });
    expect(timelineOf(rest([two, customer({ calls: [{ C: 0, E: 60 }] })])).links).toHaveLength(1);
  });
});

describe('times outside the conversation', () => {
  const late = (leg: Parts, conversation: Parts) =>
    codes(timelineOf(rest([call(leg)], conversation))).includes('outside-conversation');

  test.each<[string, Parts, Parts, boolean]>([
    ['a start of which no segment is drawn', { S: 70, C: 0, E: 50 }, { S: 0, E: 60 }, true],
    ['a second behind', { S: 61, C: 0, E: 50 }, { S: 0, E: 60 }, false],
    ['an end, where no start is known', { C: 0, E: 70 }, { E: 60 }, true],
    ['a start, where no end is known', { C: 0, E: 70 }, { S: 10 }, true],
  ])('%s', (_, leg, conversation, is) => {
    expect(late(leg, conversation)).toBe(is);
  });
});

describe('a provider event near', () => {
  const skewed = (V: number, leg: Parts = {}) =>
    told(call({ C: 0, E: 30, V, ...leg })).includes('clock-skew');

  test.each<[string, number, Parts]>([
    ['the start', -9.5, { S: -10 }],
    ['a hold', 15, { H: 15, held: false }],
    ['a second from an end', 31, {}],
  ])('%s is none', (_, at, leg) => {
    expect(skewed(at, leg)).toBe(false);
  });

  test('nothing is one, and so is one near now alone', () => {
    expect(skewed(31.001)).toBe(true);
    expect(told(call({ C: 0, state: 'connected', V: 60 }))).toContain('clock-skew');
  });
});

test('a hold from the single times that overlaps records is no overlap of records', () => {
  expect(told(call({ H: 55, held: true, E: 90, segments: 'Interact 0-20 | Interact 60-90' }))).not.toContain(
    'overlapping-segments',
  );
});
