import { describe, expect, test } from 'vitest';
import {
  agent,
  analytics,
  iso,
  type Parts,
  rest,
  said,
  speaker,
  timelineOf,
} from '../../../fixtures/payload';

const told = (segments: string, more: Parts = {}) =>
  timelineOf(rest([agent({ calls: [{ E: 90, segments, ...more }] })]));

/** Type, start and end of each segment, by its place in the list. */
const places = (...indices: number[]) =>
  indices.flatMap((index) =>
    ['type', 'startTime', 'endTime'].map((name) => `/participants/0/calls/0/segments/${index}/${name}`),
  );

describe('overlapping-segments', () => {
  test('by more than 500 ms', () => {
    expect(said(told('Alert 0-12.501 | Interact 12-90'), 'overlapping-segments')).toEqual([
      ['warning', ...places(0, 1)],
    ]);
  });

  test('one inside another', () => {
    expect(said(told('Interact 0-90 | Hold 20-30'), 'overlapping-segments')).toEqual([
      ['warning', ...places(0, 1)],
    ]);
  });

  test('also with one whose end is missing', () => {
    expect(said(told('Interact 0-30 | Hold 10-'), 'overlapping-segments')).toHaveLength(1);
  });

  test('of analytics too', () => {
    const input = analytics([speaker('agent', { segments: 'alert 0-14 | interact 12-60' })], { E: 60 });
    expect(said(timelineOf(input), 'overlapping-segments')).toHaveLength(1);
  });

  test.each([
    ['500 ms', 'Alert 0-12.5 | Interact 12-90'],
    ['after-call work', 'Interact 0-90 | Wrapup 60-120'],
    ['after-call work between the two', 'Interact 0-60 | Wrapup 30-70 | Interact 60-90'],
    ['neighbours that touch', 'Alert 0-12 | Interact 12-90'],
    ['a segment without length', 'Interact 0-90 | Hold 20-20'],
  ])('not: %s', (_, segments) => {
    expect(said(told(segments), 'overlapping-segments')).toEqual([]);
  });

  test('not between two tracks', () => {
    const one = agent({
      calls: [{ E: 60, segments: 'Interact 0-60' }],
      chats: [{ E: 60, segments: 'Interact 0-60' }],
    });
    expect(said(timelineOf(rest([one])), 'overlapping-segments')).toEqual([]);
  });
});

describe('gap-in-segments', () => {
  test('over a second while it was connected', () => {
    expect(said(told('Interact 0-30 | Interact 31.001-90'), 'gap-in-segments')).toEqual([
      ['info', ...places(0, 1)],
    ]);
  });

  test.each([
    ['a second', 'Interact 0-30 | Interact 31-90'],
    ['between the offer and the connection', 'Alert 0-12 | Interact 20-90'],
    ['between the set-up and the connection', 'System 0-1 | Delay 3-4 | Interact 20-90'],
    ['behind another offer', 'Interact 0-30 | Alert 30-40 | Interact 50-90'],
    ['after it was disconnected', 'Interact 0-30 client | Interact 40-90'],
    ['after-call work later on', 'Interact 0-90 | Wrapup 120-130'],
    ['a segment that covers it', 'Interact 0-60 | Hold 10-20 | Interact 60-90'],
    ['after-call work that fills it', 'Interact 0-30 | Wrapup 30-50 | Interact 50-90'],
  ])('not: %s', (_, segments) => {
    expect(said(told(segments), 'gap-in-segments')).toEqual([]);
  });

  test('not where a parking fills it', () => {
    expect(said(told('Interact 0-30 | Interact 50-90', { P: 30, R: 50 }), 'gap-in-segments')).toEqual([]);
  });

  test('nor before a hold behind the last record', () => {
    expect(said(told('Interact 0-30', { H: 50, held: true }), 'gap-in-segments')).toEqual([]);
  });

  test('but beside a parking that does not', () => {
    expect(said(told('Interact 0-30 | Interact 50-90', { P: 35, R: 50 }), 'gap-in-segments')).toHaveLength(1);
  });

  test.each([
    ['the offer', 'Alert 0-12 | Interact 20-90', { C: 12 }],
    ['the set-up', 'System 0-1 | Interact 20-90', { C: 1 }],
    ['an answer between two records', 'Alert 0-12 | Interact 20-90', { C: 15 }],
  ])('is seen behind %s, when a time tells the answer', (_, segments, more) => {
    expect(said(told(segments, more), 'gap-in-segments')).toEqual([['info', ...places(0, 1)]]);
  });

  test('is none before the answer', () => {
    expect(said(told('Alert 0-12 | Interact 20-90', { C: 19 }), 'gap-in-segments')).toEqual([]);
  });

  test('is none behind an offer to who was connected before', () => {
    const segments = 'Interact 0-30 | Alert 30-40 | Interact 50-90';
    expect(said(told(segments, { C: 0 }), 'gap-in-segments')).toEqual([]);
  });

  test('is as long as nothing accounts for it', () => {
    const timeline = told('Interact 0-30 | Wrapup 30-45 | Interact 50-90');
    const [problem] = timeline.problems.filter(({ code }) => code === 'gap-in-segments');
    expect(problem?.message).toMatch(/\b5 s between/);
  });

  test('is seen behind a record of no length', () => {
    const segments = 'Alert 0-30 | Interact 30-30 | Interact 50-90';
    expect(said(told(segments), 'gap-in-segments')).toHaveLength(1);
  });
});

describe('time-out-of-order', () => {
  test('where the leg is told to end before its last segment does', () => {
    expect(said(told('Interact 0-60 | Hold 60-90.501'), 'time-out-of-order')).toEqual([
      ['warning', '/participants/0/calls/0/disconnectedTime', ...places(1)],
    ]);
  });

  test.each([
    ['by half a second', 'Interact 0-90.5'],
    ['where it is after-call work', 'Interact 0-90 | Wrapup 90-120'],
    ['where the segments end earlier', 'Interact 0-60'],
    ['where the offer alone is recorded', 'Alert 0-95'],
  ])('not %s', (_, segments) => {
    expect(said(told(segments), 'time-out-of-order')).toEqual([]);
  });

  test('not where only a look shows the end', () => {
    const spoken = analytics([speaker('agent', { segments: 'interact 0-70' })], { E: 70 });
    const look = (time: number, state: string) => ({
      topicName: 'v2.users.u.conversations.calls',
      timestamp: iso(time),
      eventBody: { id: spoken['conversationId'], participants: [{ id: 'agent', state }] },
    });
    const input = [look(1, 'connected'), look(60, 'disconnected'), spoken];
    expect(said(timelineOf(input), 'time-out-of-order')).toEqual([]);
  });
});

describe('metric-mismatch', () => {
  const told = (value: number) =>
    said(
      timelineOf(
        analytics([speaker('agent', { segments: 'interact 0-60', metrics: [['tTalk', value]] })], { E: 60 }),
      ),
      'metric-mismatch',
    );

  test('by more than 5 ms', () => {
    expect(told(60_006)).toEqual([['warning', '/participants/0/sessions/0/metrics/0/value']]);
  });

  test('not by 5 ms', () => {
    expect(told(60_005)).toEqual([]);
  });

  test('not of what has a time that is none, which is told already', () => {
    const one = speaker('agent', {
      segments: 'alert 0-10 | interact 10-60',
      metrics: [
        ['tAlert', 10_006],
        ['tTalk', 50_006],
        ['tHandle', 50_006],
      ],
    });
    const toldWith = (...names: string[]) => {
      const input = structuredClone(analytics([one], { E: 60 })) as ReturnType<typeof JSON.parse>;
      const [session] = input.participants[0].sessions;
      Object.assign(session.segments[1], { disconnectType: '' }); // another field that says nothing
      for (const name of names) session.segments[1][name] = 'yesterday';
      return said(timelineOf(input), 'metric-mismatch');
    };
    const alerting = ['warning', '/participants/0/sessions/0/metrics/0/value'];
    expect(toldWith('segmentStart')).toEqual([alerting]);
    expect(toldWith('segmentEnd')).toEqual([alerting]);
    expect(toldWith('segmentStart', 'segmentEnd')).toEqual([alerting]);
    expect(toldWith()).toHaveLength(3);
  });

  test('while the session runs, by what of it is over', () => {
    const live = (...metrics: [string, number][]) =>
      said(
        timelineOf(analytics([speaker('agent', { segments: 'alert 0-10 | interact 10-', metrics })]), {
          now: 60,
        }),
        'metric-mismatch',
      );
    expect(live(['tAlert', 10_006])).toEqual([['warning', '/participants/0/sessions/0/metrics/0/value']]);
    expect(live(['tAlert', 10_000], ['tTalk', 20_000], ['tHandle', 20_000])).toEqual([]);
  });
});
