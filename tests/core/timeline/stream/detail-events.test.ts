import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measure, parseConversations } from '../../../../src/core/index';
import {
  agent,
  at,
  draw,
  enveloped,
  event,
  fact,
  iso,
  lane,
  party,
  problems,
  reached,
  show,
} from '../../../fixtures/stream';

const ana = { participantId: 'agent', sessionId: 'session-1', userId: 'u1' };
const zoe = { participantId: 'customer', sessionId: 'session-2' };

describe('detail events', () => {
  test('a start opens a leg and an end closes it', () => {
    const input = [
      fact('customer.start', 0, zoe),
      fact('acd.start', 2, { participantId: 'queue', sessionId: 's3' }),
      fact('acd.end', 9, { participantId: 'queue', sessionId: 's3', disconnectType: 'TRANSFER' }),
      fact('user.start', 5, ana),
      fact('user.end', 60, { ...ana, disconnectType: 'CLIENT' }),
      fact('customer.end', 61, zoe),
    ];
    const timeline = draw(input);
    expect(show(timeline, 'customer')).toBe('connected 0-61');
    expect(show(timeline, 'queue')).toBe('queued 2-9');
    expect(show(timeline, 'agent')).toBe('connected 5-60');
    expect(timeline.live).toBe(false);
    const { tracks, purpose, userId } = lane(timeline, 'agent');
    expect(tracks.map(({ id, media }) => [id, media])).toEqual([['session-1', 'call']]);
    expect([purpose, userId]).toEqual(['user', 'u1']);
    expect(problems(timeline, 'unknown-value')).toEqual([]);
  });

  test('what tells no time of its own was when its envelope says', () => {
    const timeless = (name: string, seconds: number, fields: object) =>
      enveloped(name, seconds, { ...fields, eventTime: undefined });
    const input = [
      timeless('user.start', 5, ana),
      timeless('user.end', 60, { ...ana, disconnectType: 'CLIENT' }),
      timeless('wrapup', 90, { ...ana, wrapupCode: 'sold' }),
    ];
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('connected 5-60');
    const { tracks, milestones } = lane(timeline, 'agent');
    expect(reached(input, tracks[0]?.segments[0])).toEqual(
      expect.arrayContaining(
        [at(5), at(60)].map((time) => new Date(time).toISOString().replace('.000Z', 'Z')),
      ),
    );
    expect(milestones.find(({ kind }) => kind === 'wrapup')).toMatchObject({ at: at(90) });
    // A time of its own that is none gives way, too, and is told.
    const wrong = [enveloped('user.start', 5, { ...ana, eventTime: 'soon' }), input[1]];
    expect(show(draw(wrong), 'agent')).toBe('connected 5-60');
    expect(parseConversations(wrong).problems).toMatchObject([{ code: 'invalid-time' }]);
  });

  test('flows are ivr, voicemail is voicemail', () => {
    const input = [
      fact('flow.start', 0, { participantId: 'menu', sessionId: 'a' }),
      fact('flow.end', 20, { participantId: 'menu', sessionId: 'a' }),
      fact('voicemail.start', 20, { participantId: 'box', sessionId: 'b' }),
      fact('voicemail.end', 50, { participantId: 'box', sessionId: 'b' }),
    ];
    const timeline = draw(input);
    expect(show(timeline, 'menu')).toBe('ivr 0-20');
    expect(show(timeline, 'box')).toBe('voicemail 20-50');
  });

  test('a flow is called by its name', () => {
    const menu = { participantId: 'menu', sessionId: 'a' };
    const input = [fact('flow.start', 0, menu), fact('flow.end', 20, { ...menu, flowName: 'Main menu' })];
    expect(lane(draw(input), 'menu').label).toBe('Main menu');
    expect(lane(draw(input.slice(0, 1), { now: 30 }), 'menu').label).toBe('Flow');
  });

  test('a leg that was only started runs', () => {
    const timeline = draw([fact('customer.start', 0, zoe)], { now: 30 });
    expect(show(timeline, 'customer')).toBe('connected 0-30 running');
    expect(timeline.live).toBe(true);
  });

  test('a leg of which only the end is known is a visible point, and its start is missing', () => {
    const timeline = draw([fact('customer.start', 0, zoe), fact('user.end', 30, ana)], { now: 40 });
    expect(lane(timeline, 'agent').milestones.map(({ kind, at: when }) => [kind, when])).toContainEqual([
      'end',
      at(30),
    ]);
    expect(problems(timeline, 'missing-start')).toMatchObject([{ severity: 'info' }]);
  });

  test('a length without a place is counted and listed, not drawn', () => {
    const input = [
      fact('user.start', 5, ana),
      fact('user.end', 65, {
        ...ana,
        interactingDurationMs: 50_000,
        heldDurationMs: 10_000,
        alertingDurationMs: 7000,
      }),
    ];
    const timeline = draw(input);
    const [track] = lane(timeline, 'agent').tracks;
    expect(show(timeline, 'agent')).toBe('connected 5-65');
    expect(track?.unplaced).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'hold', duration: 10_000 }),
        expect.objectContaining({ type: 'alerting', duration: 7000 }),
      ]),
    );
    const held = track?.unplaced?.find(({ type }) => type === 'hold');
    expect(reached(input, held)).toEqual([10_000]);
    const { totals, holds } = measure(timeline).conversation;
    expect([totals.talk, totals.hold, totals.alerting, totals.handle]).toEqual([
      50_000, 10_000, 7000, 60_000,
    ]);
    expect(holds).toBe(1);
  });

  test('a stated talk stands, though as long as the leg is drawn, beside an offer that lay before it', () => {
    const timeline = draw([
      fact('user.start', 5, ana),
      fact('user.end', 65, { ...ana, alertingDurationMs: 7000, interactingDurationMs: 60_000 }),
    ]);
    const { totals } = measure(timeline).conversation;
    expect([totals.talk, totals.alerting, totals.handle]).toEqual([60_000, 7000, 60_000]);
  });

  test('after-call work is a fact of its own, counted once though two events state it', () => {
    const input = [
      fact('user.start', 0, ana),
      fact('user.end', 60, ana),
      fact('acw', 90, { ...ana, wrapupCode: 'code-1', wrapupDurationMs: 30_000 }),
      fact('wrapup', 90.1, { ...ana, wrapupCode: 'code-1', wrapupDurationMs: 30_000 }),
    ];
    const timeline = draw(input);
    expect(measure(timeline).conversation.totals.acw).toBe(30_000);
    expect(lane(timeline, 'agent').tracks).toHaveLength(1);
    const stated = lane(timeline, 'agent').tracks.flatMap(({ unplaced }) => unplaced ?? []);
    expect(stated.filter(({ type }) => type === 'acw')).toHaveLength(1);
  });

  describe.each([
    ['with the offer', 5],
    ['with the connection', 9],
  ])('a start fact that came %s', (_, start) => {
    const call = (more: Record<string, unknown>) => agent({ calls: [party({ id: 'session-1', ...more })] });
    const facts = [fact('user.start', start, ana), fact('user.end', 60, ana)];
    const connected = { startAlertingTime: 5, connectedTime: 9 };
    const segments = [
      { segmentStart: iso(5), segmentEnd: iso(9), segmentType: 'alert' },
      { segmentStart: iso(9), segmentEnd: iso(60), segmentType: 'interact' },
    ];
    const sessions = [{ sessionId: 'session-1', mediaType: 'voice', segments }];
    test.each([
      [
        'full events',
        [
          event('eventTime', [5, call({ state: 'alerting', startAlertingTime: 5 })], { media: '' }),
          event('eventTime', [9, call({ state: 'connected', ...connected })], { media: '' }),
        ],
      ],
      [
        'events without times of the leg',
        [
          event('eventTime', [0, agent({ calls: [] })], { media: '' }),
          event('eventTime', [5, call({ state: 'alerting' })], { media: '' }),
          event('eventTime', [9, call({ state: 'connected' })], { media: '' }),
        ],
      ],
      ['flat events', [event('eventTime', [9, agent({ state: 'connected', ...connected })])]],
      [
        'a document',
        [{ id: 'c1', participants: [call({ state: 'terminated', ...connected, disconnectedTime: 60 })] }],
      ],
      ['analytics', [{ conversationId: 'c1', participants: [{ participantId: 'agent', sessions }] }]],
    ])('is not the connection that %s tell', (__, looks) => {
      for (const input of [
        [...facts, ...looks],
        [...looks, ...facts],
      ]) {
        const timeline = draw(input);
        expect(show(timeline, 'agent')).toBe('alerting 5-9 | connected 9-60');
        expect(problems(timeline, 'time-out-of-order')).toEqual([]);
        const connections = lane(timeline, 'agent').milestones.filter(({ kind }) => kind === 'connected');
        expect(connections.filter((one) => one.at !== at(9))).toEqual([]);
      }
    });
  });

  // Rule 2 without an alerting time: a start at least a second before the connection was an offer.
  test.each<[string, unknown[], string]>([
    [
      'a connection',
      [event('eventTime', [12, agent({ state: 'connected', connectedTime: 9 })])],
      'alerting 5-9 inferred | connected 9-60',
    ],
    [
      'an offer that the first look shows',
      [
        event('eventTime', [7, agent({ state: 'alerting' })]),
        event('eventTime', [9, agent({ state: 'connected' })]),
      ],
      'alerting 5-9 inferred | connected 9-60',
    ],
    [
      'a connection and another start',
      [event('eventTime', [12, agent({ state: 'connected', startTime: 8.5, connectedTime: 9 })])],
      'connected 9-60',
    ],
  ])('a start fact before %s is the start of the leg', (_, looks, shown) => {
    const facts = [fact('user.start', 5, ana), fact('user.end', 60, ana)];
    for (const input of [
      [...facts, ...looks],
      [...looks, ...facts],
    ])
      expect(show(draw(input), 'agent')).toBe(shown);
  });

  test('a start fact is no connection of a whole leg that has none: nobody answered', () => {
    const leg = party({ id: 'session-1', state: 'terminated', disconnectedTime: 12 });
    const document = { id: 'c1', participants: [agent({ startTime: 5, calls: [leg] })] };
    const timeline = draw([document, fact('user.start', 5, ana), fact('user.end', 12, ana)]);
    expect(show(timeline, 'agent')).toBe('alerting 5-12 inferred unanswered');
    expect(problems(timeline, 'unanswered')).toHaveLength(1);
  });

  test('the first look behind a fact may show what began before it', () => {
    const looks = [
      [10, { held: true }],
      [20, { held: false }],
    ].map(([seconds, more]) =>
      event(
        'eventTime',
        [seconds as number, agent({ calls: [{ id: 'session-1', state: 'connected', ...(more as object) }] })],
        { media: '' },
      ),
    );
    const timeline = draw([fact('user.start', 5, ana), ...looks, fact('user.end', 60, ana)]);
    expect(show(timeline, 'agent')).toBe('connected 5-10 inferred | hold 10-20 inferred | connected 20-60');
    expect(problems(timeline, 'held-without-start')).toHaveLength(1);
  });

  test('a stated talk does not stand for one that is drawn around a hold', () => {
    const call = { id: 'session-1', state: 'terminated', connectedTime: 5, startHoldTime: 40, held: false };
    const timeline = draw([
      { id: 'c1', participants: [agent({ calls: [party({ ...call, disconnectedTime: 60 })] })] },
      fact('user.end', 60, { ...ana, interactingDurationMs: 45_000, heldDurationMs: 10_000 }),
    ]);
    const { totals, bounds } = measure(timeline).conversation;
    expect([totals.talk, totals.hold, totals.handle]).toEqual([35_000, 20_000, 55_000]);
    expect(bounds).toEqual({ talk: 'atLeast', hold: 'atMost' });
  });

  test('a wrap-up is saved when its fact says so', () => {
    const input = [
      fact('user.start', 0, ana),
      fact('user.end', 60, ana),
      fact('wrapup', 90, { ...ana, wrapupCode: 'code-1', wrapupNotes: 'sold two', wrapupDurationMs: 30_000 }),
    ];
    const timeline = draw(input);
    const saved = lane(timeline, 'agent').milestones.filter(({ kind }) => kind === 'wrapup');
    expect(saved).toMatchObject([{ at: at(90), label: 'code-1' }]);
    expect(reached(input, saved[0])).toEqual(expect.arrayContaining([at(90), 'code-1']));
  });

  test.each([
    ['a fact of attributes', [fact('customer.start', 0, zoe), fact('attributes', 5, zoe)], 'customer'],
    [
      'the topic of a fact',
      [
        { id: 'c1', participants: [{ id: 'agent', purpose: 'agent' }] },
        fact('user.end', 9, { ...ana, conversationId: 'c1' }),
      ],
      'agent',
    ],
  ])('%s changes no purpose that is stated', (_, input, purpose) => {
    const timeline = draw(input);
    expect(timeline.lanes.map((one) => one.purpose)).toEqual([purpose]);
    expect(problems(timeline, 'unknown-value')).toEqual([]);
  });

  test('an end without a start places no connection, so its length is listed', () => {
    const timeline = draw([fact('user.end', 60, { ...ana, interactingDurationMs: 20_000 })]);
    expect(lane(timeline, 'agent').tracks[0]?.unplaced).toMatchObject([
      { type: 'connected', duration: 20_000 },
    ]);
    expect(measure(timeline).conversation.totals.talk).toBe(20_000);
  });

  test('words in upper case are known words', () => {
    const input = [
      fact('user.start', 0, { ...ana, mediaType: 'VOICE', direction: 'OUTBOUND' }),
      fact('user.end', 9, { ...ana, mediaType: 'VOICE', disconnectType: 'DND_ENDPOINT' }),
      fact('customer.start', 0, { ...zoe, mediaType: 'CHAT', direction: 'INBOUND' }),
      fact('customer.end', 9, { ...zoe, mediaType: 'CHAT', disconnectType: 'CONSULT_TRANSFER' }),
    ];
    const timeline = draw(input);
    expect(problems(timeline, 'unknown-value')).toEqual([]);
    expect(lane(timeline, 'customer').tracks[0]?.media).toBe('chat');
    const end = lane(timeline, 'agent').milestones.find(({ kind }) => kind === 'end');
    expect(end?.label).toBe('DND_ENDPOINT');
  });

  test('in an EventBridge envelope the body’s own time wins over the envelope’s whole second', () => {
    const input = [enveloped('user.start', 5.949, ana), enveloped('user.end', 60.123, ana)];
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('connected 5.949-60.123');
    const [segment] = lane(timeline, 'agent').tracks[0]?.segments ?? [];
    expect(reached(input, segment)).toEqual(expect.arrayContaining([at(5.949), at(60.123)]));
  });

  test('two facts within one second of the envelope keep their order', () => {
    const input = [enveloped('user.end', 5.9, ana), enveloped('user.start', 5.1, ana)];
    expect(show(draw(input), 'agent')).toBe('connected 5.1-5.9');
  });

  test('a snapshot in an envelope goes by the envelope’s time', () => {
    const body = (held: boolean) => ({
      id: 'c1',
      participants: [{ id: 'agent', purpose: 'agent', state: 'connected', held }],
    });
    const snapshot = (seconds: number, held: boolean) => ({
      'detail-type': 'v2.users.u1.conversations.calls',
      time: iso(seconds),
      detail: { topicName: 'v2.users.u1.conversations.calls', eventBody: body(held) },
    });
    expect(
      show(draw([snapshot(0, false), snapshot(10, true), snapshot(20, false)], { now: 30 }), 'agent'),
    ).toBe('connected 0-10 inferred | hold 10-20 | connected 20-30 running');
  });

  test('detail events and notifications of one session are one track', () => {
    const input = [
      fact('user.start', 5, ana),
      {
        topicName: 'v2.users.u1.conversations',
        eventBody: {
          id: 'c1',
          participants: [
            {
              id: 'agent',
              purpose: 'agent',
              calls: [{ id: 'session-1', state: 'connected', held: true, startHoldTime: iso(10) }],
            },
          ],
        },
        eventTime: iso(10.2),
      },
      fact('user.end', 60, ana),
    ];
    const timeline = draw(input);
    expect(lane(timeline, 'agent').tracks).toHaveLength(1);
    expect(show(timeline, 'agent')).toMatch(/^connected 5-10 \| hold 10-60/);
  });

  test('an offer that only rang was not answered: its leg is no connection', () => {
    const input = [
      fact('customer.start', 0, zoe),
      fact('user.start', 5, ana),
      fact('user.end', 35, { ...ana, disconnectType: 'SYSTEM', alertingDurationMs: 30_000 }),
    ];
    const timeline = draw(input, { now: 40 });
    expect(show(timeline, 'agent')).toBe('alerting 5-35 inferred unanswered');
    const { totals, unanswered } = measure(timeline).conversation;
    expect([totals.alerting, totals.talk, unanswered]).toEqual([30_000, 0, 1]);
  });

  test('a length that has its place is not counted twice', () => {
    const input = [
      fact('user.start', 5, ana),
      event(
        'eventTime',
        [10.2, agent({ calls: [{ id: 'session-1', state: 'connected', held: true, startHoldTime: 10 }] })],
        { media: '' },
      ),
      event('eventTime', [20.2, agent({ calls: [{ id: 'session-1', state: 'connected', held: false }] })], {
        media: '',
      }),
      fact('user.end', 60, { ...ana, heldDurationMs: 10_000 }),
    ];
    const { hold, talk } = measure(draw(input)).conversation.totals;
    expect([hold, talk]).toEqual([10_200, 44_800]);
  });

  test('also as the Python client prints them', () => {
    const body = (event_time: number, more: object = {}) => ({
      event_time,
      conversation_id: 'c1',
      participant_id: 'agent',
      session_id: 's',
      media_type: 'VOICE',
      user_id: 'u1',
      ...more,
    });
    const input = [
      { topic_name: 'v2.detail.events.conversation.c1.user.start', event_body: body(at(0)) },
      {
        topic_name: 'v2.detail.events.conversation.c1.user.end',
        event_body: body(at(9), { disconnect_type: 'TRANSFER', held_duration_ms: 1000 }),
      },
      {
        topic_name: 'v2.detail.events.conversation.c1.user.start',
        event_body: { ...body(at(9)), participant_id: 'b', session_id: 'b' },
      },
    ];
    const timeline = draw(input, { now: 20 });
    expect(show(timeline, 'agent')).toBe('connected 0-9');
    expect(lane(timeline, 'agent').tracks[0]?.unplaced).toMatchObject([{ type: 'hold', duration: 1000 }]);
    expect(timeline.links).toHaveLength(1);
  });

  test('also lengths of several words', () => {
    const input = [
      fact('user.start', 0, ana),
      fact('user.end', 60, ana),
      fact('acw', 90, { ...ana, after_call_work_duration_ms: 30_000 }),
    ];
    const [track] = lane(draw(input), 'agent').tracks;
    expect(track?.unplaced).toMatchObject([{ type: 'acw', duration: 30_000 }]);
  });

  test('the sample draws, and its made-up numbers add up', () => {
    const text = readFileSync('public/samples/detail-events.jsonl', 'utf8').trim();
    const documents = text.split('\n').map((line) => JSON.parse(line) as unknown);
    expect(parseConversations(text).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const timeline = draw(text, { documents });
    const { totals, holds, unanswered } = measure(timeline).conversation;
    expect([totals.hold, totals.acw, holds, unanswered]).toEqual([41_000, 42_000, 1, 1]);
    expect(totals.alerting).toBe(30_210 + 9230);
  });
});
