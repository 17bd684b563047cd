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

describe('a transfer', () => {
  test('is of the track that ended by one', () => {
    const two = 'agent: connected 0-60 | end @60 client\nagent/chat: alerting 10-20 | end @20 transfer';
    expect(whole(two).conversation.transfers).toBe(0);
  });

  test('is no other milestone of that word', () => {
    expect(whole('agent: connected 0-60 | wrapup @60 transfer').conversation.transfers).toBe(0);
    expect(whole('agent: connected 0-60 | end @60').conversation.transfers).toBe(0);
  });

  test('held from first to last is one all the same', () => {
    expect(whole('agent: hold 0-60 | end @60 transfer').conversation.transfers).toBe(1);
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
