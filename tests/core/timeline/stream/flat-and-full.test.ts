import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure } from '../../../../src/core/index';
import {
  agent,
  customer,
  draw,
  event,
  iso,
  lane,
  type Party,
  party,
  queue,
  show,
  stream,
} from '../../../fixtures/stream';

const full = { media: '' };

describe('flat events and full ones tell of one leg', () => {
  const input = [
    event('eventTime', [0, agent({ calls: [{ id: 'call-1', state: 'alerting' }] })], full),
    event('eventTime', [0.2, agent({ state: 'alerting' })]),
    event(
      'eventTime',
      [10, agent({ calls: [{ id: 'call-1', state: 'connected', connectedTime: 10 }] })],
      full,
    ),
    event('eventTime', [10.2, agent({ state: 'connected', connectedTime: 10 })]),
    event('eventTime', [20, agent({ state: 'connected', connectedTime: 10, held: true, startHoldTime: 20 })]),
    event('eventTime', [30, agent({ state: 'connected', connectedTime: 10, held: false })]),
    event(
      'eventTime',
      [
        60,
        agent({ calls: [{ id: 'call-1', state: 'terminated', connectedTime: 10, disconnectedTime: 60 }] }),
      ],
      full,
    ),
    event('eventTime', [60.2, agent({ state: 'terminated', connectedTime: 10, endTime: 60 })]),
  ];

  test('they are one track with the communication’s id, drawn and counted once', () => {
    const timeline = draw(input);
    expect(lane(timeline, 'agent').tracks.map(({ id, media }) => [id, media])).toEqual([['call-1', 'call']]);
    expect(show(timeline, 'agent')).toBe(
      'alerting 0-10 inferred | connected 10-20 | hold 20-30 | connected 30-60',
    );
    const { totals } = measure(timeline).conversation;
    expect([totals.talk, totals.hold, totals.handle]).toEqual([40_000, 10_000, 50_000]);
  });

  test('also when the full events come last, or the flat ones do', () => {
    const expected = show(draw(input), 'agent');
    expect(show(draw(input.toReversed()), 'agent')).toBe(expected);
  });

  test('two communications of the medium leave the flat one for itself', () => {
    const two = [
      event(
        'eventTime',
        [
          0,
          agent({
            calls: [
              { id: 'a', state: 'connected' },
              { id: 'b', state: 'connected' },
            ],
          }),
        ],
        full,
      ),
      event('eventTime', [1, agent({ state: 'connected' })]),
    ];
    const tracks = lane(draw(two), 'agent').tracks.map(({ id }) => id);
    expect(tracks).toEqual(expect.arrayContaining(['a', 'b']));
  });

  test('two communications of the medium share the flat looks by when they began', () => {
    const calls = [
      { id: 'a', state: 'terminated', connectedTime: 0, disconnectedTime: 10 },
      { id: 'b', state: 'connected', startAlertingTime: 20, connectedTime: 25 },
    ];
    const input = [
      event('eventTime', [0, agent({ state: 'connected', connectedTime: 0 })]),
      event('eventTime', [4, agent({ state: 'connected', connectedTime: 0, held: true, startHoldTime: 4 })]),
      event('eventTime', [6, agent({ state: 'connected', connectedTime: 0, held: false })]),
      event('eventTime', [10, agent({ state: 'terminated', connectedTime: 0, endTime: 10 })]),
      event('eventTime', [20, agent({ state: 'alerting', startAlertingTime: 20.2 })]),
      event('eventTime', [25, agent({ state: 'connected', startAlertingTime: 20.2, connectedTime: 25 })]),
      event('eventTime', [30, agent({ calls })], full),
      event('eventTime', [40, agent({ state: 'terminated', connectedTime: 25, endTime: 40 })]),
    ];
    for (const events of [input, input.toReversed()]) {
      const timeline = draw(events);
      expect(lane(timeline, 'agent').tracks.map(({ id }) => id)).toEqual(['a', 'b']);
      expect(show(timeline, 'agent', 'a')).toBe('connected 0-4 | hold 4-6 | connected 6-10');
      expect(show(timeline, 'agent', 'b')).toMatch(/^alerting 20(\.2)?-25 \| connected 25-40$/);
      expect(measure(timeline).conversation.totals.talk).toBe(23_000);
    }
  });

  test.each<[string, Record<string, number>, string]>([
    ['offered', { startAlertingTime: 0.2 }, 'a'],
    ['connected', { connectedTime: 5.1 }, 'a'],
    ['connected while the other was put on hold', { connectedTime: 20.1 }, 'b'],
  ])('two sessions that only records tell of share them, too: %s', (_, begin, session) => {
    const record = (segmentType: string, start: number, end: number) => ({
      segmentType,
      segmentStart: iso(start),
      segmentEnd: iso(end),
    });
    const a = [record('alert', 0, 5), record('interact', 5, 20), record('hold', 20, 40)];
    const b = [record('dialing', 15, 20), record('interact', 20, 30)];
    const sessions = [
      { sessionId: 'a', mediaType: 'voice', segments: a },
      { sessionId: 'b', mediaType: 'voice', segments: b },
    ];
    const analytics = {
      conversationId: 'c1',
      participants: [{ participantId: 'agent', purpose: 'agent', sessions }],
    };
    const flat = event('providerEventTime', [21, agent({ state: 'connected', ...begin })]);
    for (const input of [
      [analytics, flat],
      [flat, analytics],
    ]) {
      const timeline = draw(input);
      const { tracks, milestones } = lane(timeline, 'agent');
      expect(tracks.map(({ id }) => id)).toEqual(['a', 'b']);
      expect(measure(timeline).conversation.totals.talk).toBe(25_000);
      expect(milestones.find(({ kind }) => kind === 'provider-event')?.trackId).toBe(session);
    }
  });

  test('waiting in a queue is its connection in records, too', () => {
    const session = (sessionId: string, start: number, end: number) => ({
      sessionId,
      mediaType: 'voice',
      segments: [{ segmentType: 'interact', segmentStart: iso(start), segmentEnd: iso(end) }],
    });
    const sessions = [session('a', 0, 10), session('b', 20, 30)];
    const analytics = {
      conversationId: 'c1',
      participants: [{ participantId: 'queue', purpose: 'acd', sessions }],
    };
    const flat = event('providerEventTime', [21, queue({ state: 'connected', connectedTime: 20.1 })]);
    const timeline = draw([analytics, flat]);
    expect(lane(timeline, 'queue').tracks.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(measure(timeline).conversation.totals.queued).toBe(20_000);
  });

  test('a communication of another medium does not take the flat leg', () => {
    const mixed = [
      event('eventTime', [0, agent({ chats: [{ id: 'chat-1', state: 'connected' }] })], full),
      event('eventTime', [1, agent({ state: 'connected', connectedTime: 1 })]),
    ];
    expect(
      lane(draw(mixed), 'agent')
        .tracks.map(({ id }) => id)
        .sort(),
    ).toEqual(['agent/call', 'chat-1']);
  });
});

describe('flat events and full ones in turn', () => {
  const TALKS = { state: 'connected', held: false };
  /** What each participant goes through, ten seconds apart; who is absent is not listed yet. */
  const legs = fc
    .record({
      before: fc.integer({ min: 0, max: 3 }),
      rings: fc.boolean(),
      goesOn: fc.array(
        fc.constantFrom(TALKS, { state: 'connected', held: true }, { ...TALKS, state: 'parked' }),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      ends: fc.boolean(),
    })
    .map(({ before, rings, goesOn, ends }): (Party | undefined)[] => [
      ...Array.from({ length: before }, () => undefined),
      ...(rings ? [{ state: 'alerting', held: false }] : []),
      ...goesOn,
      ...(ends ? [{ state: 'terminated', held: false }] : []),
    ]);

  const looks = (parties: readonly (Party | undefined)[][]): Party[][] => {
    const count = Math.max(...parties.map(({ length }) => length));
    return Array.from({ length: count }, (_, at) =>
      parties.flatMap((one, place) => {
        const shown = at < one.length ? one[at] : one.at(-1);
        return shown === undefined
          ? []
          : [{ id: `p${place}`, purpose: place === 0 ? 'agent' : 'external', ...shown }];
      }),
    );
  };

  const flat = (seconds: number, participants: Party[]) => event('eventTime', [seconds, ...participants]);
  const whole = (seconds: number, participants: Party[]) =>
    event(
      'eventTime',
      [
        seconds,
        ...participants.map(({ id, purpose, ...call }) => ({
          id,
          purpose,
          calls: [{ id: `${String(id)}-call`, ...call }],
        })),
      ],
      full,
    );

  test('give the picture of full ones alone', () => {
    const several = fc.array(legs, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(several, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (parties, turns) => {
        const events = looks(parties);
        const drawn = (isFlat: (at: number) => boolean | undefined) => {
          const input = events.map((one, at) => (isFlat(at) ? flat : whole)(at * 10, one));
          const { lanes, ...timeline } = draw(input, { now: 200 });
          return {
            durations: measure({ lanes, ...timeline }).conversation,
            lanes: lanes.map(({ id, tracks }) => [
              id,
              tracks.map(({ segments }) =>
                segments.map(({ type, start, end, certainty }) => [type, start, end, certainty]),
              ),
            ]),
          };
        };
        const alone = drawn(() => false);
        expect(drawn((at) => turns[at % turns.length])).toEqual(alone);
        expect(drawn((at) => !turns[at % turns.length])).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the name of a flat track', () => {
  test.each([
    ['calls', 'call'],
    ['callbacks', 'callback'],
    ['chats', 'chat'],
    ['cobrowsesessions', 'cobrowse'],
    ['cobrowseSessions', 'cobrowse'],
    ['emails', 'email'],
    ['messages', 'message'],
    ['screenshares', 'screenshare'],
    ['socialexpressions', 'social'],
    ['videos', 'video'],
  ])('from the topic %s is <participant id>/%s', (media, name) => {
    const input = stream('eventTime', [[0, agent({ state: 'connected' })]], { media });
    const [track] = lane(draw(input), 'agent').tracks;
    expect([track?.id, track?.media]).toEqual([`agent/${name}`, name]);
  });

  test('a flat leg that begins once more after its end is another track', () => {
    const input = stream('eventTime', [
      [0, agent({ state: 'connected', connectedTime: 0 })],
      [10, agent({ state: 'terminated', connectedTime: 0, endTime: 10 })],
      [20, agent({ state: 'alerting', startAlertingTime: 20 })],
      [25, agent({ state: 'connected', startAlertingTime: 20, connectedTime: 25 })],
      [26, agent({ held: true })],
      [28, agent({ held: false })],
      [40, agent({ state: 'terminated', connectedTime: 25, endTime: 40 })],
      [41, agent({ state: 'terminated', connectedTime: 25, endTime: 40, startAcwTime: 40, endAcwTime: 41 })],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent', 'agent/call')).toBe('connected 0-10');
    expect(show(timeline, 'agent', 'agent/call~2')).toBe(
      'alerting 20-25 | connected 25-26 | hold 26-28 | connected 28-40 | acw 40-41',
    );
    expect(timeline.problems).toEqual([]);
  });

  test('a connection that a clock puts some ms behind the end is no other leg', () => {
    const input = stream('eventTime', [
      [0, agent({ state: 'alerting', startAlertingTime: 0 })],
      [9, agent({ state: 'terminated', endTime: 9 })],
      [9.5, agent({ state: 'terminated', connectedTime: 9.4, endTime: 9 })],
    ]);
    expect(lane(draw(input), 'agent').tracks).toHaveLength(1);
  });

  test('of a participant without an id it begins with the lane’s id', () => {
    const input = stream('eventTime', [[0, party({ purpose: 'ivr', state: 'connected' })]]);
    expect(lane(draw(input), 'ivr-1').tracks[0]?.id).toBe('ivr-1/call');
  });

  test('the topic tells the medium, whatever a participant’s fields look like', () => {
    const input = stream('eventTime', [[0, agent({ state: 'connected', muted: false, provider: 'Edge' })]], {
      media: 'cobrowsesessions',
    });
    expect(lane(draw(input), 'agent').tracks[0]?.media).toBe('cobrowse');
  });

  test('two media of one participant are two tracks', () => {
    const input = [
      event('eventTime', [0, agent({ state: 'connected' }), customer({ state: 'connected' })]),
      event('eventTime', [5, agent({ state: 'connected', cobrowseRole: 'viewer' })], {
        media: 'cobrowsesessions',
      }),
      event('eventTime', [9, agent({ state: 'disconnected', cobrowseRole: 'viewer' })], {
        media: 'cobrowsesessions',
      }),
    ];
    const timeline = draw(input, { now: 20 });
    expect(
      lane(timeline, 'agent')
        .tracks.map(({ id }) => id)
        .sort(),
    ).toEqual(['agent/call', 'agent/cobrowse']);
    expect(show(timeline, 'agent', 'agent/cobrowse')).toBe('connected 5-9 inferred');
  });
});

describe('a flat look of unknown medium', () => {
  const began = { state: 'connected', connectedTime: 10 };
  const ended = { state: 'disconnected', connectedTime: 10, endTime: 60 };
  const chat = event('eventTime', [10, agent(began)], { media: 'chats' });
  const document = { id: 'c1', participants: [agent(ended)] };
  const tracks = (...input: unknown[]) => lane(draw(input, { now: 90 }), 'agent').tracks.map(({ id }) => id);

  test.each<[string, unknown[]]>([
    ['after it', [chat, document]],
    ['before it', [document, chat]],
  ])('is one at the only flat leg, %s', (_, input) => {
    const timeline = draw(input, { now: 90 });
    expect(tracks(...input)).toEqual(['agent/chat']);
    expect(show(timeline, 'agent')).toBe('connected 10-60');
    expect(measure(timeline).conversation.totals.talk).toBe(50_000);
  });

  test('of several media is one at the leg that began with it, else a leg of its own', () => {
    const call = (connectedTime: number) => event('eventTime', [20, agent({ ...began, connectedTime })]);
    expect(tracks(chat, call(20), document)).toEqual(['agent/chat', 'agent/call']);
    expect(
      tracks(chat, call(20), { id: 'c1', participants: [agent({ ...ended, connectedTime: 30 })] }),
    ).toEqual(['agent/chat', 'agent/call', 'agent/unknown']);
  });
});

test('of two flat calls, one after the other, the one that began with the full call is it', () => {
  const flat = (seconds: number, fields: object) => event('eventTime', [seconds, agent({ ...fields })]);
  const call = { id: 'x', state: 'connected', connectedTime: 20 };
  const timeline = draw(
    [
      flat(0, { state: 'connected', connectedTime: 0 }),
      flat(10, { state: 'disconnected', connectedTime: 0, endTime: 10 }),
      flat(20, { state: 'connected', connectedTime: 20 }),
      event('eventTime', [25, agent({ calls: [call] })], full),
    ],
    { now: 30 },
  );
  expect(lane(timeline, 'agent').tracks.map(({ id }) => id)).toEqual(['agent/call', 'x']);
  expect(show(timeline, 'agent', 'agent/call')).toBe('connected 0-10');
  expect(show(timeline, 'agent', 'x')).toBe('connected 20-30 running');
});
