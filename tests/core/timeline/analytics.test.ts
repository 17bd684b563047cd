import { describe, expect, test } from 'vitest';
import { measure } from '../../../src/core/index';
import {
  agent,
  analytics,
  codes,
  iso,
  picture,
  rest,
  s,
  said,
  speaker,
  timelineOf,
} from '../../fixtures/payload';

const drawn = (purpose: string, segments: string, E?: number) =>
  picture(timelineOf(analytics([speaker(purpose, { segments })], { E }), { now: 100 }))[0];

// Section 7.
describe('every word of segmentType', () => {
  test.each([
    ['alert', 'alerting'],
    ['interact', 'connected'],
    ['hold', 'hold'],
    ['wrapup', 'acw'],
    ['ivr', 'ivr'],
    ['dialing', 'dialing'],
    ['contacting', 'contacting'],
    ['parked', 'parked'],
    ['voicemail', 'voicemail'],
    ['uploading', 'uploading'],
    ['transmitting', 'transmitting'],
    ['callback', 'scheduled'],
    ['scheduled', 'scheduled'],
    ['monitoring', 'monitoring'],
    ['coaching', 'coaching'],
    ['barging', 'barging'],
    ['screenmonitoring', 'screenmonitoring'],
    ['sharing', 'sharing'],
  ])('%s is %s', (word, type) => {
    expect(drawn('customer', `${word} 0-60`)).toBe(`${type} 0-60`);
  });

  test.each(['delay', 'system', 'converting', 'unknown', 'teleporting'])(
    '%s is other with the word',
    (word) => {
      expect(drawn('customer', `${word} 0-60`)).toBe(`other 0-60 ${word}`);
    },
  );

  test('a new word is an unknown value; the listed ones are not', () => {
    const words = 'delay 0-1 | system 1-2 | converting 2-3 | unknown 3-4 | teleporting 4-5';
    const timeline = timelineOf(analytics([speaker('customer', { segments: words })]));
    expect(said(timeline, 'unknown-value')).toEqual([
      ['info', '/participants/0/sessions/0/segments/4/segmentType'],
    ]);
  });

  test.each([
    ['agent', 'connected'],
    ['user', 'connected'],
    ['customer', 'connected'],
    ['acd', 'queued'],
    ['ivr', 'ivr'],
    ['botflow', 'ivr'],
    ['workflow', 'ivr'],
    ['voicesurveyflow', 'ivr'],
    ['inbound', 'ivr'],
    ['outbound', 'ivr'],
    ['voicemail', 'voicemail'],
    ['api', 'connected'],
    ['campaign', 'connected'],
    ['dialer', 'connected'],
    ['external', 'connected'],
    ['group', 'connected'],
    ['manual', 'connected'],
    ['station', 'connected'],
  ])('interact of %s is %s', (purpose, type) => {
    expect(drawn(purpose, 'interact 0-60')).toBe(`${type} 0-60`);
    expect(codes(timelineOf(analytics([speaker(purpose, { segments: 'interact 0-60' })])))).toEqual([]);
  });

  test.each([
    'monitoring',
    'coaching',
    'barging',
    'screenmonitoring',
    'sharing',
    'delay',
    'system',
    'converting',
  ])('%s is not talk', (word) => {
    const { conversation } = measure(timelineOf(analytics([speaker('agent', { segments: `${word} 0-60` })])));
    expect(conversation.totals).toMatchObject({ talk: 0, handle: 0 });
  });
});

describe('sessions', () => {
  test('are the tracks, by their medium', () => {
    const one = speaker(
      'agent',
      { mediaType: 'callback', segments: 'interact 0-10' },
      { mediaType: 'voice', segments: 'dialing 10-15 | interact 15-60' },
    );
    const [lane] = timelineOf(analytics([one])).lanes;
    expect(lane?.tracks.map(({ id, media }) => [id, media])).toEqual([
      ['agent-session-0', 'callback'],
      ['agent-session-1', 'call'],
    ]);
  });

  test('have the whole history', () => {
    expect(
      drawn('agent', 'alert 0-12 | interact 12-30 | hold 30-40 | interact 40-60 | wrapup 60-75', 60),
    ).toBe('alerting 0-12 | connected 12-30 | hold 30-40 | connected 40-60 | acw 60-75');
  });

  test('with an open segment run to now', () => {
    expect(drawn('agent', 'alert 0-12 | interact 12-')).toBe('alerting 0-12 | connected 12-100 running');
  });

  test('with an open segment in a conversation that ended: to its end, inferred', () => {
    expect(drawn('agent', 'alert 0-12 | interact 12-', 60)).toBe('alerting 0-12 | connected 12-60 inferred');
  });

  test('with open after-call work, on a live conversation', () => {
    const input = analytics([
      speaker('customer', { segments: 'interact 0-' }),
      speaker('agent', { segments: 'interact 12-60 | wrapup 60-' }),
    ]);
    expect(picture(timelineOf(input, { now: 70 }))[1]).toBe('connected 12-60 | acw 60-70 running');
  });

  test('role and room are those of a co-browse leg', () => {
    const one = speaker('customer', {
      mediaType: 'cobrowse',
      cobrowseRole: 'sharer',
      cobrowseRoomId: 'room',
      segments: 'interact 0-60',
    });
    expect(timelineOf(analytics([one])).lanes[0]?.roles).toMatchObject([
      { role: 'sharer', sessionId: 'room' },
    ]);
  });
});

describe('the vendor’s own totals', () => {
  const told = (
    metrics: [string, number][],
    segments = 'alert 0-12 | interact 12-30 | hold 30-40 | interact 40-60',
  ) => timelineOf(analytics([speaker('agent', { segments, metrics })], { E: 60 }));
  const pointer = (index: number) => `/participants/0/sessions/0/metrics/${index}/value`;

  test('that agree are no problem', () => {
    const timeline = told([
      ['tAlert', 12_000],
      ['tTalk', 38_000],
      ['tHeld', 10_000],
      ['tHandle', 48_000],
      ['nConnected', 1],
    ]);
    expect(codes(timeline)).toEqual([]);
  });

  test.each([37_995, 38_005])('%d ms instead of 38000 agrees', (value) => {
    expect(said(told([['tTalk', value]]), 'metric-mismatch')).toEqual([]);
  });

  test.each([37_994, 38_006])('%d ms instead of 38000 does not', (value) => {
    expect(said(told([['tTalk', value]]), 'metric-mismatch')).toEqual([['warning', pointer(0)]]);
  });

  test('of one name are summed per session', () => {
    const twice = told([
      ['tTalk', 18_000],
      ['tAlert', 12_000],
      ['tTalk', 20_000],
    ]);
    expect(said(twice, 'metric-mismatch')).toEqual([]);
    const wrong = told([
      ['tTalk', 18_000],
      ['tAlert', 12_000],
      ['tTalk', 21_000],
    ]);
    expect(said(wrong, 'metric-mismatch')).toEqual([['warning', pointer(0), pointer(2)]]);
  });

  test('are compared session by session, not summed over them', () => {
    const one = speaker(
      'agent',
      { segments: 'interact 0-10', metrics: [['tTalk', 10_000]] },
      { mediaType: 'chat', segments: 'interact 0-30', metrics: [['tTalk', 30_000]] },
    );
    expect(codes(timelineOf(analytics([one])))).toEqual([]);
  });

  test.each<[string, number, string, string]>([
    ['tDialing', 5000, 'agent', 'dialing 0-5 | interact 5-60'],
    ['tContacting', 5000, 'agent', 'contacting 0-5 | interact 5-60'],
    ['tAcw', 15_000, 'agent', 'interact 0-60 | wrapup 60-75'],
    ['tPark', 20_000, 'agent', 'interact 0-20 | parked 20-40 | interact 40-60'],
    ['tAcd', 60_000, 'acd', 'interact 0-60'],
    ['tIvr', 60_000, 'ivr', 'ivr 0-60'],
    ['tVoicemail', 60_000, 'voicemail', 'voicemail 0-60'],
    ['tAlert', 12_000, 'agent', 'alert 0-12 | interact 12-60'],
    ['tHeld', 10_000, 'user', 'interact 0-20 | hold 20-30 | interact 30-60'],
    ['tHandle', 65_000, 'agent', 'dialing 0-5 | interact 5-20 | hold 20-60 | wrapup 60-65'],
  ])('%s', (name, value, purpose, segments) => {
    const told = (stated: number) =>
      timelineOf(analytics([speaker(purpose, { segments, metrics: [[name, stated]] })], { E: 60 }));
    expect(said(told(value), 'metric-mismatch')).toEqual([]);
    expect(said(told(value + 6), 'metric-mismatch')).toHaveLength(1);
  });

  test('that measure something else are left alone', () => {
    const timeline = told([
      ['tTalkComplete', 1],
      ['tHeldComplete', 1],
      ['tAnswered', 1],
      ['tNotResponding', 1],
      ['nOffered', 1],
      ['oServiceLevel', 1],
    ]);
    expect(codes(timeline)).toEqual([]);
  });

  test('that name no length, or nothing, are left alone', () => {
    const segments = [{ segmentType: 'interact', segmentStart: iso(0), segmentEnd: iso(60) }];
    const metrics = [{ name: 'tTalk' }, { value: 1 }, { name: 'tHeld', value: 0 }];
    const session = { sessionId: 's', mediaType: 'voice', segments, metrics };
    const input = analytics([{ participantId: 'a', purpose: 'agent', sessions: [session] }]);
    expect(said(timelineOf(input), 'metric-mismatch')).toEqual([]);
  });

  test('are compared where another form of the session, which has none, comes later', () => {
    const told = analytics([speaker('agent', { segments: 'interact 0-60', metrics: [['tTalk', 1]] })]);
    const later = rest([agent({ calls: [{ id: 'agent-session-0', C: 0, E: 60 }] })]);
    expect(said(timelineOf([told, later]), 'metric-mismatch')).toEqual([
      ['warning', '/0/participants/0/sessions/0/metrics/0/value'],
    ]);
  });

  test('are compared with ours, in which a length that an event states without a place counts', () => {
    const heldDurationMs = 5000;
    const told = analytics([
      speaker('agent', { sessionId: 'leg', segments: 'interact 0-60', metrics: [['tHeld', heldDurationMs]] }),
    ]);
    const end = {
      topicName: 'v2.detail.events.conversation.conversation.user.end',
      eventBody: { eventTime: s(60), participantId: 'agent', sessionId: 'leg', heldDurationMs },
    };
    expect(said(timelineOf([told]), 'metric-mismatch')).toHaveLength(1);
    expect(said(timelineOf([told, end]), 'metric-mismatch')).toEqual([]);
  });

  test('never change ours', () => {
    const timeline = told([['tTalk', 1]]);
    expect(measure(timeline).conversation.totals.talk).toBe(38_000);
  });
});

test('analytics and REST forms of one conversation are one: the recorded history draws', () => {
  const input = [
    {
      id: 'conversation',
      startTime: iso(0),
      participants: [
        {
          id: 'agent',
          purpose: 'agent',
          name: 'Mina',
          calls: [
            { id: 'agent-session-0', state: 'terminated', connectedTime: iso(15), disconnectedTime: iso(58) },
          ],
        },
      ],
    },
    analytics([speaker('agent', { segments: 'alert 0-12 | interact 12-60' })], { E: 60 }),
  ];
  const timeline = timelineOf(input);
  expect(timeline.lanes).toHaveLength(1);
  expect(timeline.lanes[0]?.label).toBe('Mina');
  expect(picture(timeline)).toEqual(['alerting 0-12 | connected 12-60']);
});

// Exports of two days overlap, and files are read in whatever order they were dropped.
describe('two records of one conversation', () => {
  const whole = 'alert 0-5 | interact 5-40 | hold 40-50 | interact 50-90 | wrapup 90-99';
  const metrics: [string, number][] = [['tHeld', 10_000]];
  const earlier = analytics([speaker('agent', { segments: 'alert 0-5 | interact 5-', metrics: [] })]);
  const later = analytics([speaker('agent', { segments: whole, metrics })], { E: 90 });

  test.each([
    ['in order', [earlier, later]],
    ['the older behind', [later, earlier]],
    ['with a document between', [later, rest([agent({ calls: [] })]), earlier]],
  ])('are drawn as the one that knows more, %s', (_, input) => {
    const timeline = timelineOf(input);
    expect(picture(timeline)).toEqual([
      'alerting 0-5 | connected 5-40 | hold 40-50 | connected 50-90 | acw 90-99',
    ]);
    expect([timeline.live, codes(timeline)]).toEqual([false, []]);
  });

  test('of a document as well, and one without any is as new as it comes', () => {
    const held = agent({ calls: [{ C: 5, H: 20, held: true, segments: 'Interact 5-20 | Hold 20-' }] });
    const over = agent({ calls: [{ C: 5, E: 60, segments: 'Interact 5-20 | Hold 20-30 | Interact 30-60' }] });
    const all = 'connected 5-20 | hold 20-30 | connected 30-60';
    expect(picture(timelineOf([rest([held]), rest([over])]))).toEqual([all]);
    expect(picture(timelineOf([rest([over]), rest([held])]))).toEqual([all]);
    const still = agent({ calls: [{ C: 5, H: 20, held: true, state: 'connected' }] });
    const free = agent({ calls: [{ C: 5, held: false, state: 'connected' }] });
    expect(picture(timelineOf([rest([still]), rest([free])], { now: 40 }))).toEqual([
      'connected 5-20 | hold 20-40 inferred',
    ]);
  });
});
