import { describe, expect, test } from 'vitest';
import { measure } from '../../../../src/core/index';
import {
  agent,
  analytics,
  customer,
  iso,
  party,
  type Parts,
  rest,
  s,
  said,
  speaker,
  timelineOf,
} from '../../../fixtures/payload';

const CALL = '/participants/0/calls/0';
const told = (call: Parts, more: Parts = {}, now?: number) =>
  timelineOf(rest([agent({ calls: [call], ...more })]), { now });

describe('missing-start', () => {
  test('an end and no start of any kind', () => {
    expect(said(told({ E: 60 }), 'missing-start')).toEqual([['warning', `${CALL}/disconnectedTime`]]);
  });

  test('a state and no start of any kind', () => {
    expect(said(told({ state: 'connected' }, {}, 60), 'missing-start')).toEqual([
      ['warning', `${CALL}/state`],
    ]);
  });

  test('an offer of which only the end is known is a point, and its start is missing', () => {
    const timeline = told({ E: 60, initialState: 'alerting' });
    expect(timeline.lanes[0]?.tracks[0]?.segments.map(({ start, end }) => [start, end])).toEqual([
      [s(60), s(60)],
    ]);
    expect(said(timeline, 'missing-start')).toEqual([['warning', `${CALL}/disconnectedTime`]]);
  });

  test('a record of which only the end is known', () => {
    const input = analytics([speaker('acd', { segments: 'interact -60' })]);
    expect(said(timelineOf(input), 'missing-start')).toEqual([
      ['warning', '/participants/0/sessions/0/segments/0/segmentEnd'],
    ]);
  });

  test('in events it is a mere remark', () => {
    const event = {
      topicName: 'v2.users.mina.conversations.calls',
      eventBody: {
        id: 'c',
        participants: [{ id: 'a', purpose: 'agent', state: 'terminated', endTime: iso(60) }],
      },
    };
    const place = '/eventBody/participants/0';
    expect(said(timelineOf(event), 'missing-start')).toEqual([
      ['info', `${place}/state`, `${place}/endTime`],
    ]);
  });

  test('in an event that has a time, though the leg began by it at the latest', () => {
    const event = (seconds: number, ...participants: unknown[]) => ({
      topicName: 'v2.users.mina.conversations.calls',
      eventTime: iso(seconds),
      eventBody: { id: 'c', participants },
    });
    const [one, other] = ['a', 'b'].map((id) => ({ id, purpose: 'agent', state: 'connected' }));
    expect(said(timelineOf(event(10, one)), 'missing-start')).toEqual([
      ['info', '/eventBody/participants/0/state'],
    ]);
    // Not of the second, which the look before does not show.
    const looks = [event(10, one), event(20, one, other)];
    expect(said(timelineOf(looks), 'missing-start')).toEqual([['info', '/1/eventBody/participants/0/state']]);
    // Nor where one tells when it connected.
    const told = { ...one, connectedTime: iso(9) };
    expect(said(timelineOf([...looks, event(30, told, other)]), 'missing-start')).toEqual([]);
  });

  test('in a detail event, too', () => {
    const body = {
      eventTime: s(60),
      conversationId: 'c',
      participantId: 'a',
      sessionId: 's',
      mediaType: 'VOICE',
    };
    const event = { topicName: 'v2.detail.events.conversation.c.user.end', eventBody: body };
    expect(said(timelineOf(event), 'missing-start')).toEqual([['info', '/eventBody/eventTime']]);
  });

  test('in an event of a leg that a document tells of, it is more', () => {
    const [call, body] = [
      { id: 'x', E: 60 },
      { id: 'conversation', participants: [agent({ calls: [{ id: 'x', state: 'terminated' }] })] },
    ];
    const event = { topicName: 'v2.users.mina.conversations', eventBody: body };
    expect(said(timelineOf([rest([agent({ calls: [call] })]), event]), 'missing-start')).toEqual([
      ['warning', '/1/eventBody/participants/0/calls/0/state', '/0/participants/0/calls/0/disconnectedTime'],
    ]);
  });

  test('in an event beside a document it is more', () => {
    const [call, body] = [
      { id: 'a', E: 60 },
      { id: 'conversation', participants: [agent({ calls: [] })] },
    ];
    const event = { topicName: 'v2.users.mina.conversations', eventBody: body };
    const timeline = timelineOf([rest([agent({ calls: [call] })]), event]);
    expect(said(timeline, 'missing-start')).toEqual([
      ['warning', '/0/participants/0/calls/0/disconnectedTime'],
    ]);
  });

  test.each<[string, Parts, Parts]>([
    ['a start', { S: 0, E: 60 }, {}],
    ['an alerting time', { A: 0, E: 60 }, {}],
    ['a connection', { C: 0, E: 60 }, {}],
    ['the participant’s start', { E: 60 }, { S: 0 }],
    ['recorded segments', { E: 60, segments: 'Interact 0-60' }, {}],
  ])('not with %s', (_, call, more) => {
    expect(said(told(call, more), 'missing-start')).toEqual([]);
  });
});

describe('missing-end', () => {
  test.each(['disconnected', 'terminated'])('%s without an end', (state) => {
    expect(said(told({ C: 0, state }), 'missing-end')).toEqual([['warning', `${CALL}/state`]]);
  });

  test('names the look that shows it over, though a later one says nothing of it', () => {
    const looks = [
      rest([agent({ calls: [{ C: 0, state: 'terminated' }] })]),
      rest([agent({ calls: [{ C: 0 }] })]),
    ];
    expect(said(timelineOf(looks), 'missing-end')).toEqual([['warning', `/0${CALL}/state`]]);
  });

  test('over in the first look of it, whose time is not that of the end', () => {
    const event = {
      topicName: 'v2.users.mina.conversations.calls',
      eventTime: iso(60),
      eventBody: {
        id: 'c',
        participants: [{ id: 'a', purpose: 'agent', state: 'disconnected', connectedTime: iso(0) }],
      },
    };
    expect(said(timelineOf(event), 'missing-end')).toEqual([['warning', '/eventBody/participants/0/state']]);
  });

  test('open in a conversation that ended', () => {
    const timeline = timelineOf(rest([customer({ calls: [{ C: 0, state: 'connected' }] })], { S: 0, E: 60 }));
    expect(said(timeline, 'missing-end')).toEqual([['warning', `${CALL}/state`]]);
  });

  test('open, without a state, in a conversation that ended', () => {
    const timeline = timelineOf(rest([customer({ calls: [{ C: 0 }] })], { S: 0, E: 60 }));
    expect(said(timeline, 'missing-end')).toEqual([['warning', CALL, '/endTime']]);
  });

  test('an end that is no time names it', () => {
    expect(said(told({ C: 0, disconnectedTime: 'yesterday' }), 'missing-end')).toEqual([
      ['warning', `${CALL}/disconnectedTime`],
    ]);
    const record = { segmentStart: 'today', segmentEnd: 'tomorrow', segmentType: 'interact' };
    const session = { sessionId: 's', mediaType: 'chat', segments: [record] };
    const input = analytics([{ participantId: 'p', purpose: 'customer', sessions: [session] }]);
    expect(said(timelineOf(input), 'missing-end')).toEqual([
      ['warning', '/participants/0/sessions/0/segments/0/segmentEnd'],
    ]);
  });

  test.each<[string, Parts]>([
    ['it runs', { C: 0, state: 'connected' }],
    ['it has an end', { C: 0, E: 60, state: 'terminated' }],
    ['only its recorded segments have one', { segments: 'Interact 0-60' }],
    ['only they have one, and it is over', { state: 'terminated', segments: 'Interact 0-60' }],
    ['a record before the last has none', { state: 'terminated', segments: 'Hold 0- | Interact 30-60 peer' }],
  ])('not when %s', (_, call) => {
    expect(said(told(call, {}, 60), 'missing-end')).toEqual([]);
  });

  test('not of a session that says nothing at all, in a conversation that ended', () => {
    const sessions = [{ sessionId: 's', mediaType: 'voice' }];
    const silent = analytics([{ participantId: 'p', purpose: 'agent', sessions }]);
    expect(timelineOf(silent).problems).toEqual([]);
  });

  test('not when the participant has the end of its only leg', () => {
    expect(said(told({ C: 0, state: 'terminated' }, { E: 60 }), 'missing-end')).toEqual([]);
  });
});

describe('held-without-start', () => {
  test('not where the records have a hold, though of that the end alone is known', () => {
    const segments = [{ type: 'Hold', endTime: iso(20) }, { type: 'Interact' }];
    expect(said(told({ held: true, segments }), 'held-without-start')).toEqual([]);
  });

  test('held, and nothing says since when', () => {
    expect(said(told({ C: 0, E: 60, held: true }), 'held-without-start')).toEqual([
      ['warning', `${CALL}/held`],
    ]);
  });

  test('held now, and of its recorded segments none tells of a hold', () => {
    const call = { state: 'connected', held: true, segments: 'Alert 0-5 | Interact 5-' };
    expect(said(told(call, {}, 60), 'held-without-start')).toEqual([['warning', `${CALL}/held`]]);
  });

  test.each<[string, Parts]>([
    ['not held', { C: 0, E: 60, held: false }],
    ['a start of the hold', { C: 0, H: 20, E: 60, held: true }],
    ['recorded segments that are over', { held: true, segments: 'Interact 0-20' }],
    [
      'recorded segments, which have the holds',
      { E: 60, held: true, segments: 'Interact 0-20 | Hold 20-60' },
    ],
  ])('not with %s', (_, call) => {
    expect(said(told(call), 'held-without-start')).toEqual([]);
  });
});

describe('hold-end-unknown', () => {
  test('no longer held: start, `held`, and what bounds it', () => {
    expect(said(told({ C: 0, H: 20, held: false, E: 60 }), 'hold-end-unknown')).toEqual([
      ['warning', `${CALL}/startHoldTime`, `${CALL}/held`, `${CALL}/disconnectedTime`],
    ]);
  });

  test.each<[string, Parts]>([
    ['held to the end', { C: 0, H: 20, held: true, E: 60 }],
    ['never held', { C: 0, held: false, E: 60 }],
    ['recorded', { H: 20, held: false, E: 60, segments: 'Interact 0-20 | Hold 20-30 | Interact 30-60' }],
  ])('not when %s', (_, call) => {
    expect(said(told(call), 'hold-end-unknown')).toEqual([]);
  });
});

describe('park-end-unknown', () => {
  const told = (mail: Parts) => timelineOf(rest([agent({ emails: [{ C: 0, ...mail }] })]), { now: 60 });

  test('connected again without a resume', () => {
    const [problem] = said(told({ P: 20, state: 'connected' }), 'park-end-unknown');
    expect(problem?.[0]).toBe('warning');
    expect(problem).toContain('/participants/0/emails/0/parkTime');
  });

  test.each<[string, Parts]>([
    ['resumed', { P: 20, R: 40, state: 'connected' }],
    ['still parked', { P: 20, state: 'parked' }],
    ['parked until later', { P: 20, R: 90, state: 'parked' }],
    ['parked and gone', { P: 20, E: 50, state: 'disconnected' }],
    ['never parked', { state: 'connected' }],
  ])('not when %s', (_, mail) => {
    expect(said(told(mail), 'park-end-unknown')).toEqual([]);
  });
});

describe('unanswered', () => {
  test.each(['agent', 'user'])('an offer to %s that ended without a connection', (purpose) => {
    const timeline = timelineOf(rest([party(purpose, { calls: [{ A: 0, E: 30, state: 'terminated' }] })]));
    expect(said(timeline, 'unanswered')).toEqual([
      ['warning', `${CALL}/startAlertingTime`, `${CALL}/disconnectedTime`],
    ]);
  });

  test('inferred alerting included', () => {
    expect(said(told({ S: 0, E: 30 }), 'unanswered')).toEqual([
      ['warning', `${CALL}/startTime`, `${CALL}/disconnectedTime`],
    ]);
  });

  test('an offer that was open when the conversation ended', () => {
    const timeline = timelineOf(rest([agent({ calls: [{ A: 0, state: 'alerting' }] })], { S: 0, E: 30 }));
    expect(said(timeline, 'unanswered')).toEqual([['warning', `${CALL}/startAlertingTime`, '/endTime']]);
    expect(measure(timeline).conversation.unanswered).toBe(1);
  });

  test('recorded alerting included', () => {
    const place = `${CALL}/segments/0`;
    expect(said(told({ E: 30, segments: 'Alert 0-30 system' }), 'unanswered')).toEqual([
      ['warning', `${place}/type`, `${place}/startTime`, `${place}/endTime`],
    ]);
  });

  test.each<[string, string, Parts]>([
    ['answered', 'agent', { A: 0, C: 10, E: 30 }],
    ['still ringing', 'agent', { A: 0, state: 'alerting' }],
    ['dialled out', 'agent', { S: 0, E: 30, direction: 'outbound' }],
    ['a customer', 'customer', { A: 0, E: 30 }],
  ])('not when %s', (_, purpose, call) => {
    expect(said(timelineOf(rest([party(purpose, { calls: [call] })]), { now: 9 }), 'unanswered')).toEqual([]);
  });
});

describe('acw-overrun', () => {
  const told = (W1: number) =>
    timelineOf(rest([agent({ calls: [{ C: 0, E: 60 }], W0: 60, W1, wrapupTimeoutMs: 9000 })]));

  test('longer than the time allowed', () => {
    expect(said(told(69.001), 'acw-overrun')).toEqual([
      [
        'warning',
        '/participants/0/startAcwTime',
        '/participants/0/endAcwTime',
        '/participants/0/wrapupTimeoutMs',
      ],
    ]);
  });

  test('not when it used it up', () => {
    expect(said(told(69), 'acw-overrun')).toEqual([]);
  });
});
