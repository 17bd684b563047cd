import { describe, expect, test } from 'vitest';
import {
  agent,
  analytics,
  customer,
  iso,
  type Parts,
  rest,
  said,
  speaker,
  timelineOf,
} from '../../../fixtures/payload';

const CALL = '/participants/0/calls/0';

describe('time-out-of-order', () => {
  const found = (call: Parts, more: Parts = {}) =>
    said(timelineOf(rest([agent({ calls: [call], ...more })])), 'time-out-of-order');

  test.each<[string, Parts, string[]]>([
    ['connected before alerting', { A: 12, C: 5, E: 60 }, ['startAlertingTime', 'connectedTime']],
    ['connected before start', { S: 12, C: 5, E: 60 }, ['startTime', 'connectedTime']],
    ['alerting before start', { S: 12, A: 5, C: 20, E: 60 }, ['startTime', 'startAlertingTime']],
    ['hold before start', { S: 12, H: 5, held: true, E: 60 }, ['startTime', 'startHoldTime']],
    [
      'hold before alerting',
      { A: 12, C: 20, H: 5, held: false, E: 60 },
      ['startAlertingTime', 'startHoldTime'],
    ],
    ['parking before start', { S: 12, P: 5, E: 60 }, ['startTime', 'parkTime']],
    ['parking before alerting', { A: 12, C: 20, P: 5, E: 60 }, ['startAlertingTime', 'parkTime']],
    ['end before start', { S: 60, E: 30 }, ['startTime', 'disconnectedTime']],
    ['end before alerting', { A: 60, E: 30 }, ['startAlertingTime', 'disconnectedTime']],
    ['end before connected', { C: 60, E: 30 }, ['connectedTime', 'disconnectedTime']],
    ['end before parking', { C: 0, P: 60, E: 30 }, ['parkTime', 'disconnectedTime']],
    ['end before hold', { C: 0, H: 60, held: true, E: 30 }, ['startHoldTime', 'disconnectedTime']],
  ])('%s', (_, call, names) => {
    expect(found(call)).toEqual([['warning', ...names.map((name) => `${CALL}/${name}`)]]);
  });

  test('after-call work that ends before it starts', () => {
    expect(found({ C: 0, E: 60 }, { W0: 70, W1: 60 })).toEqual([
      ['warning', '/participants/0/startAcwTime', '/participants/0/endAcwTime'],
    ]);
    expect(found({ C: 0, E: 60, afterCallWork: [70, 60] })).toEqual([
      ['warning', `${CALL}/afterCallWork/startTime`, `${CALL}/afterCallWork/endTime`],
    ]);
  });

  test('after-call work that ends before it starts, as communications tell it, also where the participant does', () => {
    const places = [`${CALL}/startAcwTime`, `${CALL}/endAcwTime`];
    expect(found({ C: 0, E: 60, W0: 70, W1: 60 })).toEqual([['warning', ...places]]);
    expect(found({ C: 0, E: 60, W0: 70, W1: 60 }, { W0: 70, W1: 60 })).toHaveLength(1);
    expect(found({ C: 0, E: 60, W0: 60, W1: 70 })).toEqual([]);
    expect(found({ C: 0, E: 60, W0: 60, W1: 70 }, { W0: 70, W1: 60 })).toEqual([
      ['warning', '/participants/0/startAcwTime', '/participants/0/endAcwTime'],
    ]);
  });

  test('after-call work of several communications is said once', () => {
    const timeline = timelineOf(
      rest([agent({ calls: [{ C: 0, E: 60 }], chats: [{ C: 0, E: 60 }], W0: 70, W1: 60 })]),
    );
    expect(said(timeline, 'time-out-of-order')).toHaveLength(1);
  });

  test('a segment that ends before it starts', () => {
    expect(found({ E: 60, segments: 'Alert 0-12 | Interact 60-12' })).toEqual([
      ['warning', `${CALL}/segments/1/startTime`, `${CALL}/segments/1/endTime`],
    ]);
    const input = analytics([speaker('agent', { segments: 'interact 60-12' })]);
    const place = '/participants/0/sessions/0/segments/0';
    expect(said(timelineOf(input), 'time-out-of-order')).toEqual([
      ['warning', `${place}/segmentStart`, `${place}/segmentEnd`],
    ]);
  });

  test('not what a later look sets right', () => {
    const look = (E: number) => rest([agent({ calls: [{ id: 'leg', C: 0, H: 30, held: true, E }] })]);
    expect(said(timelineOf([look(10), look(60)]), 'time-out-of-order')).toEqual([]);
    expect(said(timelineOf([look(60), look(10)]), 'time-out-of-order')).toHaveLength(1);
  });

  test('a conversation that ends before it starts', () => {
    const timeline = timelineOf(rest([customer({ calls: [{ C: 30, E: 31 }] })], { S: 60, E: 10 }));
    expect(said(timeline, 'time-out-of-order')).toEqual([['warning', '/startTime', '/endTime']]);
  });

  test.each<[string, Parts]>([
    ['all at one instant', { S: 0, A: 0, C: 0, E: 0 }],
    ['clocks of two makers, some ms apart', { A: 0, C: 60.04, E: 60 }],
    ['a resume of an earlier parking', { C: 0, P: 30, R: 20, E: 60, state: 'terminated' }],
    ['after-call work before the end', { C: 0, E: 60, afterCallWork: [55, 60] }],
    ['a parking before the hold', { C: 0, P: 10, R: 20, H: 30, held: true, E: 60 }],
  ])('not: %s', (_, call) => {
    expect(found(call)).toEqual([]);
  });
});

describe('outside-conversation', () => {
  const found = (call: Parts, more: Parts = {}) =>
    said(timelineOf(rest([customer({ calls: [call], ...more })], { S: 0, E: 60 })), 'outside-conversation');

  test('a leg that begins over a second before it', () => {
    expect(found({ C: -1.001, E: 60 })).toEqual([
      ['warning', `${CALL}/connectedTime`, `${CALL}/disconnectedTime`, '/startTime'],
    ]);
  });

  test('a second before it is inside', () => {
    expect(found({ C: -1, E: 60 })).toEqual([]);
  });

  test('a leg that ends over a second behind it', () => {
    expect(found({ C: 0, E: 61.001 })).toEqual([
      ['warning', `${CALL}/connectedTime`, `${CALL}/disconnectedTime`, '/endTime'],
    ]);
  });

  test('a second behind it is inside', () => {
    expect(found({ C: 0, E: 61 })).toEqual([]);
  });

  test('a start that is only a milestone', () => {
    expect(found({ S: -5, C: 0, E: 60 })).toEqual([['warning', `${CALL}/startTime`, '/startTime']]);
  });

  test.each<[string, Parts]>([
    ['startHoldTime', { H: 70, held: false }],
    ['parkTime', { P: 70 }],
  ])('a %s that is only a milestone', (name, times) => {
    expect(found({ C: 0, E: 60, ...times })).toEqual([['warning', `${CALL}/${name}`, '/endTime']]);
  });

  test('an end without any stretch', () => {
    expect(found({ S: 0, E: 70, state: 'terminated' })).toEqual([
      ['warning', `${CALL}/disconnectedTime`, '/endTime'],
    ]);
  });

  test('after-call work may lie behind it', () => {
    expect(found({ C: 0, E: 60 }, { W0: 60, W1: 600 })).toEqual([]);
  });

  test('a recorded segment, where no time of the leg lies outside', () => {
    const place = `${CALL}/segments`;
    expect(found({ E: 60, segments: 'Interact -2-60' })).toEqual([
      ['warning', ...['type', 'startTime', 'endTime'].map((name) => `${place}/0/${name}`), '/startTime'],
    ]);
    expect(found({ E: 60, segments: 'Interact 0-20 | Interact 20-62' })).toEqual([
      ['warning', ...['type', 'startTime', 'endTime'].map((name) => `${place}/1/${name}`), '/endTime'],
    ]);
  });

  test('an end before the conversation begins', () => {
    expect(found({ E: -5 })).toEqual([['warning', `${CALL}/disconnectedTime`, '/startTime']]);
  });

  test('names what lies outside, and neither after-call work nor what is a second away', () => {
    expect(found({ S: -1, C: 0, E: 62, afterCallWork: [62, 90] })).toEqual([
      ['warning', `${CALL}/connectedTime`, `${CALL}/disconnectedTime`, '/endTime'],
    ]);
    expect(found({ S: -2, C: 0, E: 61, afterCallWork: [61, 90] })).toEqual([
      ['warning', `${CALL}/startTime`, '/startTime'],
    ]);
  });

  test('without a start and an end of its own nothing is outside', () => {
    const timeline = timelineOf(rest([customer({ calls: [{ C: -100, E: 600 }] })]));
    expect(said(timeline, 'outside-conversation')).toEqual([]);
  });
});

describe('clock-skew', () => {
  const found = (V: number, more: Parts = {}) =>
    said(timelineOf(rest([agent({ calls: [{ C: 0, E: 60, V, ...more }] })])), 'clock-skew');

  test.each([61.001, -1.001, 30])('a provider event at %d is over a second from every change', (V) => {
    expect(found(V)).toEqual([['info', `${CALL}/providerEventTime`]]);
  });

  test.each([61, 59, -1, 1, 0, 60.04])('one at %d is not', (V) => {
    expect(found(V)).toEqual([]);
  });

  test('a hold is a change', () => {
    expect(found(30, { H: 29.5, held: true })).toEqual([]);
    expect(found(30, { H: 29.5, segments: 'Interact 0-60' })).toEqual([]);
  });

  test('where nothing else has a time there is none', () => {
    const timeline = timelineOf(rest([customer({ calls: [{ state: 'connected', V: 30 }] })]), { now: 60 });
    expect(said(timeline, 'clock-skew')).toEqual([]);
  });

  test('after-call work is a change', () => {
    const skew = (call: Parts, more: Parts = {}) =>
      said(timelineOf(rest([agent({ calls: [{ C: 0, E: 60, V: 80, ...call }], ...more })])), 'clock-skew');
    expect(skew({ afterCallWork: [70, 80] })).toEqual([]);
    expect(skew({ afterCallWork: [80, 90] })).toEqual([]);
    expect(skew({}, { W0: 60, wrapup: { endTime: iso(80) } })).toEqual([]);
    expect(skew({}, { W0: 60, W1: 70 })).toHaveLength(1);
    expect(skew({}, { W1: 80 })).toEqual([]);
  });

  test('beside a document that tells of control, and not since when', () => {
    const leg = (more: object) => agent({ cobrowsesessions: [{ id: 's', C: 0, ...more }] });
    const other = (V?: number) => customer({ cobrowsesessions: [{ id: 'c', C: 0, V }] });
    const document = rest([leg({ controlling: ['c'] }), other(100)]);
    const event = {
      topicName: 'v2.users.u.conversations',
      eventBody: rest([leg({ E: 15, V: 95 }), other()]),
    };
    expect(said(timelineOf([document, event]), 'clock-skew')).toContainEqual([
      'info',
      '/1/eventBody/participants/0/cobrowsesessions/0/providerEventTime',
    ]);
  });

  test('says how far it is', () => {
    const timeline = timelineOf(rest([agent({ calls: [{ C: 0, E: 60, V: 61.5 }] })]));
    expect(timeline.problems[0]?.message).toContain('1.5 s');
  });
});
