import { describe, expect, test } from 'vitest';
import { agent, drawn, iso, type Parts, picture, rest, timelineOf } from '../../fixtures/payload';
import * as events from '../../fixtures/stream';

const tracks = (participant: Record<string, unknown>) => picture(timelineOf(rest([participant])));
const call = (leg: Parts, more: Parts = {}) => agent({ calls: [{ C: 0, E: 60, ...leg }], ...more });

describe('what two communications tell at one time is one work', () => {
  const two = (a: number[], b: number[], more: Parts = {}) =>
    tracks(
      agent({
        calls: [{ C: 0, E: 60, afterCallWork: a }],
        chats: [{ C: 0, E: 60, afterCallWork: b }],
        ...more,
      }),
    ).filter((line) => line.includes('acw')).length;

  test.each([
    ['half a second apart, by two clocks', [60, 60.2], [60.5, 61], 1],
    ['more than that apart, after its end', [60, 60.2], [60.501, 61], 2],
    ['the later one told first, half a second apart', [60.5, 61], [60, 60.2], 1],
    ['the later one told first, after the end of the other', [80, 90], [60, 70], 2],
    ['one begins within the other', [60, 80], [70, 90], 1],
    ['one begins as the other ends', [60, 80], [80, 90], 2],
    ['far apart, the first without an end', [60], [90, 95], 2],
  ])('%s', (_, a, b, count) => {
    expect(two(a, b)).toBe(count);
  });

  test('until its wrap-up was saved, where it has no end', () => {
    const legs = (end: number) =>
      tracks(
        agent({
          calls: [{ C: 0, E: 60, afterCallWork: [60], wrapup: { code: 'a', endTime: iso(end) } }],
          chats: [{ C: 0, E: 60, afterCallWork: [70, 90] }],
        }),
      ).filter((line) => line.includes('acw')).length;
    expect(legs(80)).toBe(1);
    expect(legs(65)).toBe(2);
  });

  test('the participant’s end is that of the one that began with it, of several', () => {
    const legs = {
      calls: [{ C: 0, E: 60, afterCallWork: [60] }],
      chats: [{ C: 0, E: 90, afterCallWork: [90] }],
    };
    expect(tracks(agent({ ...legs, W0: 90, W1: 99 }))).toEqual([
      'connected 0-60 | acw 60-60 inferred',
      'connected 0-90 | acw 90-99',
    ]);
    expect(tracks(agent({ ...legs, W0: 60, W1: 70 }))).toEqual([
      'connected 0-60 | acw 60-70',
      'connected 0-90 | acw 90-90 inferred',
    ]);
  });

  test('its own end stands, whatever the participant says', () => {
    expect(tracks(call({ afterCallWork: [60, 70] }, { W0: 60, W1: 75 }))).toEqual([
      'connected 0-60 | acw 60-70',
    ]);
    expect(tracks(call({ W0: 60, W1: 70 }, { W0: 60, W1: 75 }))).toEqual(['connected 0-60 | acw 60-70']);
  });
});

describe('beside recorded work the single times add what it has not', () => {
  const beside = (W0: number, W1: number) =>
    drawn(agent({ calls: [{ segments: 'Interact 0-60 | Wrapup 60-70' }], W0, W1 }))
      .split(' | acw ')
      .slice(1);

  test.each([
    ['the same', 60, 70, ['60-70']],
    ['half a second off', 60.5, 70, ['60-70']],
    ['half a second early', 59.5, 59.8, ['60-70']],
    ['begun within it', 65, 80, ['60-70']],
    ['around it', 50, 80, ['60-70']],
    ['as it ends', 70, 80, ['60-70', '70-80']],
    ['up to its start', 50, 60, ['50-60', '60-70']],
    ['long after it', 90, 95, ['60-70', '90-95']],
  ])('%s', (_, W0, W1, work) => {
    expect(beside(W0, W1)).toEqual(work);
  });

  test('of two recorded ones either is enough', () => {
    const one = agent({
      calls: [{ segments: 'Interact 0-60 | Wrapup 60-70 | Wrapup 80-90' }],
      W0: 80,
      W1: 90,
    });
    expect(drawn(one)).toBe('connected 0-60 | acw 60-70 | acw 80-90');
  });
});

describe('whose track it is', () => {
  const worked = (legs: Record<string, Parts[]>, now?: number) =>
    timelineOf(rest([agent({ ...legs, W0: 60, W1: 70 })]), { now })
      .lanes[0]?.tracks.filter(({ segments }) => segments.some(({ type }) => type === 'acw'))
      .map(({ media }) => media);
  const leg = { C: 0, E: 60 };

  test('that whose communication has a state of after-call work', () => {
    expect(
      worked({
        calls: [{ ...leg, afterCallWorkRequired: true }],
        emails: [{ ...leg, afterCallWork: { state: 'complete' } }],
      }),
    ).toEqual(['email']);
  });

  test.each([
    [{ videos: [leg], chats: [leg] }, 'chat'],
    [{ screenshares: [leg], cobrowsesessions: [leg] }, 'cobrowse'],
    [{ socialExpressions: [leg], screenshares: [leg] }, 'screenshare'],
  ])('else the first in the order of media: %o', (legs, media) => {
    expect(worked(legs)).toEqual([media]);
  });

  test('a medium that nobody knows comes last', () => {
    const sessions = [
      { sessionId: 'x', mediaType: 'hologram', segments: [] },
      { sessionId: 'y', mediaType: 'email', segments: [] },
    ];
    const one = {
      participantId: 'agent',
      purpose: 'agent',
      startAcwTime: iso(60),
      endAcwTime: iso(70),
      sessions,
    };
    const [lane] = timelineOf({ conversationId: 'c', conversationStart: iso(0), participants: [one] }).lanes;
    expect(lane?.tracks.filter(({ segments }) => segments.length > 0).map(({ id }) => id)).toEqual(['y']);
  });
});

test.each([
  ['as it began: no length', 60, 'acw 60-60'],
  ['before it began: not its end', 59, 'acw 60-74 inferred'],
])('a wrap-up saved %s', (_, end, work) => {
  const wrapup = { code: 'a', endTime: iso(end), durationSeconds: 14 };
  expect(drawn(call({}, { W0: 60, wrapup }))).toBe(`connected 0-60 | ${work}`);
});

test('no start of after-call work, no work', () => {
  expect(
    tracks(call({ afterCallWorkRequired: true }, { W1: 70, wrapup: { code: 'a', endTime: iso(65) } })),
  ).toEqual(['connected 0-60']);
});

describe('a flat participant is the communication that speaks', () => {
  const over = (C: number, E: number, more: Parts = {}) =>
    events.agent({ state: 'disconnected', connectedTime: C, endTime: E, startAcwTime: E, ...more });
  const lane = (...steps: events.Step[]) =>
    events
      .draw(events.stream('eventTime', steps))
      .lanes.map(({ tracks }) =>
        tracks.map(
          ({ id, segments }) =>
            `${id}: ${segments.map(({ type, start }) => `${type} ${(start - events.at(0)) / 1000}`).join()}`,
        ),
      )[0];

  test('of several, one after another, each has its own work', () => {
    expect(
      lane(
        [10, over(0, 10)],
        [20, over(0, 10, { endAcwTime: 20 })],
        [40, over(30, 40)],
        [50, over(30, 40, { endAcwTime: 50 })],
      ),
    ).toEqual(['agent/call: connected 0,acw 10', 'agent/call~2: connected 30,acw 40']);
  });

  test('and may tell its work as communications do', () => {
    const afterCallWork = { state: 'complete', startTime: iso(60), endTime: iso(70) };
    const flat = {
      id: 'a',
      purpose: 'agent',
      provider: 'Edge',
      connectedTime: iso(0),
      endTime: iso(60),
      afterCallWork,
    };
    expect(picture(timelineOf({ participants: [flat] }))).toEqual(['connected 0-60 | acw 60-70']);
    const { endTime: _, ...going } = afterCallWork;
    expect(
      timelineOf({ participants: [{ ...flat, afterCallWork: { ...going, startTime: iso(65) } }] }).end,
    ).toBe(Date.parse(iso(65)));
  });

  test.each([
    { wrapup: { code: 'a' } },
    { afterCallWorkRequired: true },
    { afterCallWork: { state: 'complete' } },
  ])('and of two media that which speaks of it has what a document tells of both: %o', (more) => {
    const over = { state: 'disconnected', connectedTime: iso(0), endTime: iso(60) };
    const legs = { calls: [{ id: 'k', C: 0, E: 60 }], cobrowsesessions: [{ id: 's', C: 0, E: 60 }] };
    const document = rest([agent({ id: 'agent', W0: 60, W1: 70, ...legs })], { id: 'c1' });
    const step: events.Step = [200, events.agent({ ...over, ...more })];
    const event = events.event('eventTime', step, { media: 'cobrowsesessions' });
    for (const input of [
      [document, event],
      [event, document],
    ])
      expect(picture(events.draw(input))).toEqual(['connected 0-60', 'connected 0-60 | acw 60-70']);
  });
});
