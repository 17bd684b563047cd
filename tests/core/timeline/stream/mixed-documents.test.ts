import { describe, expect, test } from 'vitest';
import { measure, parseConversations } from '../../../../src/core/index';
import {
  agent,
  at,
  customer,
  draw,
  event,
  har,
  iso,
  lane,
  lines,
  party,
  reached,
  show,
  showLinks,
  showRoles,
} from '../../../fixtures/stream';

const document = (...participants: Record<string, unknown>[]) => ({
  id: 'c1',
  startTime: iso(0),
  participants,
});
const call = (fields: Record<string, unknown>) => party({ id: 'call-1', ...fields });

describe('a conversation document and events', () => {
  test('the events tell the holds that the document forgot', () => {
    const ended = {
      state: 'terminated',
      connectedTime: 0,
      disconnectedTime: 100,
      held: false,
      startHoldTime: 50,
    };
    const input = [
      event('eventTime', [0, agent({ state: 'connected', connectedTime: 0, held: false })]),
      event('eventTime', [
        10,
        agent({ state: 'connected', connectedTime: 0, held: true, startHoldTime: 10 }),
      ]),
      event('eventTime', [20, agent({ state: 'connected', connectedTime: 0, held: false })]),
      event('eventTime', [
        50,
        agent({ state: 'connected', connectedTime: 0, held: true, startHoldTime: 50 }),
      ]),
      event('eventTime', [60, agent({ state: 'connected', connectedTime: 0, held: false })]),
      document(agent({ calls: [call(ended)] })),
    ];
    const timeline = draw(input);
    expect(lane(timeline, 'agent').tracks.map(({ id }) => id)).toEqual(['call-1']);
    expect(show(timeline, 'agent')).toBe(
      'connected 0-10 | hold 10-20 | connected 20-50 | hold 50-60 | connected 60-100',
    );
  });

  test('recorded segments win over what events saw of the same leg', () => {
    const segments = [
      { startTime: iso(0), endTime: iso(10), type: 'Interact' },
      { startTime: iso(10), endTime: iso(19), type: 'Hold' },
      { startTime: iso(19), endTime: iso(100), type: 'Interact' },
    ];
    const input = [
      event('eventTime', [
        10,
        agent({ state: 'connected', connectedTime: 0, held: true, startHoldTime: 10 }),
      ]),
      event('eventTime', [20, agent({ state: 'connected', connectedTime: 0, held: false })]),
      document(
        agent({ calls: [call({ state: 'terminated', connectedTime: 0, disconnectedTime: 100, segments })] }),
      ),
    ];
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | hold 10-19 | connected 19-100');
  });

  test.each([
    ['late', 10.05],
    ['early', 9.95],
  ])('an open record keeps its start where the clock of the single times is %s', (_, connected) => {
    const told = { state: 'connected', startAlertingTime: 0, connectedTime: connected };
    const segments = [
      { startTime: iso(0), endTime: iso(10), type: 'Alert' },
      { startTime: iso(10), type: 'Interact' },
    ];
    const input = [
      document(agent({ calls: [call({ ...told, held: false, segments })] })),
      event('eventTime', [30, agent({ calls: [call({ ...told, held: true, startHoldTime: 30 })] })]),
    ];
    expect(show(draw(input, { now: 40 }), 'agent')).toBe(
      'alerting 0-10 | connected 10-30 | hold 30-40 running',
    );
  });

  describe('an open record of a hold keeps its start', () => {
    const told = { state: 'connected', connectedTime: 0, startHoldTime: 20.02, held: false };
    const segments = [
      { startTime: iso(0), endTime: iso(20), type: 'Interact' },
      { startTime: iso(20), type: 'Hold' },
    ];
    const first = document(agent({ calls: [call({ state: 'connected', connectedTime: 0, segments })] }));

    test('and ends with the look that shows it released', () => {
      const input = [first, event('eventTime', [30, agent({ calls: [call(told)] })])];
      expect(show(draw(input, { now: 40 }), 'agent')).toBe(
        'connected 0-20 | hold 20-30 | connected 30-40 running',
      );
    });

    test('where that look has no time, of its end only the latest is known', () => {
      const input = [first, document(agent({ calls: [call(told)] }))];
      const timeline = draw(input, { now: 40 });
      expect(show(timeline, 'agent')).toBe('connected 0-20 | hold 20-40 inferred');
      const hold = lane(timeline, 'agent').tracks[0]?.segments[1];
      expect(hold?.evidence.rule).toBe('hold-end-unknown');
      expect(reached(input, hold)).toContain(iso(20));
    });
  });

  test.each<[string, string, Record<string, unknown>, string]>([
    ['a hold that a look shows goes on', 'Hold', { held: true }, 'hold 20-60 running'],
    ['a hold of which a look says nothing', 'Hold', {}, 'hold 20-60 running'],
    ['a hold that a look shows over', 'Hold', { held: false }, 'hold 20-50 | connected 50-60 running'],
    ['a hold that ended with its leg', 'Hold', { state: 'terminated', disconnectedTime: 50 }, 'hold 20-50'],
    ['what is no state of a leg', 'Monitoring', {}, 'monitoring 20-60 running'],
    [
      'a park, and the leg held after it',
      'Parked',
      { startHoldTime: 40, held: true },
      'parked 20-40 inferred | hold 40-60 running',
    ],
  ])('an open record stays where the single times know nothing of it: %s', (_, type, more, picture) => {
    const told = { state: 'connected', connectedTime: 5 };
    const segments = [
      { startTime: iso(5), endTime: iso(20), type: 'Interact' },
      { startTime: iso(20), type },
    ];
    const input = [
      document(agent({ calls: [call({ ...told, segments })] })),
      event('eventTime', [50, agent({ calls: [call({ ...told, ...more })] })]),
    ];
    expect(show(draw(input, { now: 60 }), 'agent')).toBe(`connected 5-20 | ${picture}`);
  });

  test('the place of the document in the input does not matter where the events carry their time', () => {
    const events = [
      event('eventTime', [0, agent({ state: 'connected', connectedTime: 0 })]),
      event('eventTime', [
        10,
        agent({ state: 'connected', connectedTime: 0, held: true, startHoldTime: 10 }),
      ]),
      event('eventTime', [20, agent({ state: 'connected', connectedTime: 0, held: false })]),
    ];
    const whole = document(
      agent({ name: 'Ana', queueName: 'Q', calls: [call({ state: 'connected', connectedTime: 0 })] }),
    );
    const shown = [
      [whole, ...events],
      [...events, whole],
      [events[0], whole, events[1], events[2]],
    ].map((input) => show(draw(input, { now: 30 }), 'agent'));
    expect(new Set(shown)).toEqual(new Set(['connected 0-10 | hold 10-20 | connected 20-30 running']));
  });

  describe('that is final and has no time of its own', () => {
    const on = { state: 'connected', connectedTime: 0, held: false };
    const parked = { ...on, state: 'parked' };
    const steps = (held: (at: number) => object, park: (at: number) => object) =>
      [
        [0, agent(on)],
        [10, agent({ ...on, held: true, ...held(10) })],
        [20, agent(on)],
        [30, agent({ ...parked, ...park(30) })],
        [40, agent(on)],
        [50, agent({ ...on, held: true, ...held(50) })],
        [60, agent(on)],
        [70, agent({ ...parked, ...park(70) })],
        [80, agent(on)],
        [100, agent({ ...on, state: 'terminated', endTime: 100 })],
      ].map(([at, one]) => event('eventTime', [at as number, one as Record<string, unknown>]));
    const final = { ...on, state: 'terminated', disconnectedTime: 100, startHoldTime: 50, parkTime: 70 };
    const rest = { ...document(agent({ calls: [call(final)] })), endTime: iso(100) };
    const picture =
      'connected 0-10 | hold 10-20 | connected 20-30 | parked 30-40 | connected 40-50 | hold 50-60 | ' +
      'connected 60-70 | parked 70-80 | connected 80-100';

    test.each([0, 1, 3, 5, 6, 8, 10])(
      'takes no hold and no park from the events, from place %d on',
      (place) => {
        const timed = steps(
          (startHoldTime) => ({ startHoldTime: iso(startHoldTime) }),
          (parkTime) => ({ parkTime: iso(parkTime) }),
        );
        const silent = steps(
          () => ({}),
          () => ({}),
        );
        for (const events of [timed, silent]) {
          const timeline = draw(events.toSpliced(place, 0, rest));
          expect(show(timeline, 'agent')).toBe(picture);
          expect(measure(timeline).conversation.holds).toBe(2);
          expect(timeline.problems.map(({ code }) => code)).toEqual([]);
        }
      },
    );

    test('tells the start of the last hold, which the events saw late', () => {
      const late = [
        event('eventTime', [0, agent(on)]),
        event('eventTime', [53, agent({ ...on, held: true })]),
        event('eventTime', [60, agent(on)]),
      ];
      expect(show(draw([...late, rest]), 'agent')).toMatch(
        /^connected 0-50 \| hold 50-60 \| connected 60-70/,
      );
    });
  });

  test('one conversation over JSON Lines: pointers as if the documents were one array', () => {
    const documents = [
      event('eventTime', [0, agent({ state: 'connected', connectedTime: 0, held: false })]),
      event('eventTime', [10, agent({ state: 'connected', connectedTime: 0, held: true })]),
      event('eventTime', [20, agent({ state: 'connected', connectedTime: 0, held: false })]),
    ];
    const timeline = draw(lines(documents), { documents, now: 30 });
    const hold = lane(timeline, 'agent').tracks[0]?.segments.find(({ type }) => type === 'hold');
    expect(hold?.evidence.pointers).toEqual(
      expect.arrayContaining([
        '/1/eventBody/participants/0/held',
        '/1/eventTime',
        '/2/eventBody/participants/0/held',
        '/2/eventTime',
      ]),
    );
    expect(reached(documents, hold)).toEqual(expect.arrayContaining([true, iso(10), false, iso(20)]));
  });

  test('inside a HAR pointers name the text and go on after #', () => {
    const bodies = [
      document(agent({ calls: [call({ state: 'connected', held: false, connectedTime: 0 })] })),
      document(agent({ calls: [call({ state: 'connected', held: true, connectedTime: 0 })] })),
      document(agent({ calls: [call({ state: 'connected', held: false, connectedTime: 0 })] })),
    ];
    const input = har(bodies, [1, 10, 20]);
    const timeline = draw(input, { now: 30 });
    expect(show(timeline, 'agent')).toBe('connected 0-10 | hold 10-20 | connected 20-30 running');
    const hold = lane(timeline, 'agent').tracks[0]?.segments.find(({ type }) => type === 'hold');
    expect(hold?.evidence.pointers).toContain(
      '/log/entries/1/response/content/text#/participants/0/calls/0/held',
    );
    expect(hold?.evidence.pointers).toContain('/log/entries/1/startedDateTime');
  });
});

describe('roles and control that events saw change', () => {
  const on = (cobrowseRole: string, controlling: string[], more: Record<string, unknown> = {}) =>
    agent({
      state: 'connected',
      connectedTime: 0,
      cobrowseSessionId: 's',
      cobrowseRole,
      controlling,
      ...more,
    });
  const over = { state: 'disconnected', endTime: 100 };
  const events = (
    [
      [0, on('viewer', [])],
      [20, on('viewer', ['other'])],
      [30, on('viewer', [])],
      [60, on('sharer', [])],
      [100, on('sharer', [], over)],
    ] as const
  ).map(([seconds, party]) => event('eventTime', [seconds, party], { media: 'cobrowsesessions' }));
  const session = { state: 'disconnected', connectedTime: 0, disconnectedTime: 100, cobrowseSessionId: 's' };
  const rest = document(
    agent({
      cobrowsesessions: [party({ id: 'b', ...session, cobrowseRole: 'sharer', controlling: ['other'] })],
    }),
  );
  const segments = [{ segmentStart: iso(0), segmentEnd: iso(100), segmentType: 'interact' }];
  const sessions = [{ sessionId: 'b', mediaType: 'cobrowse', cobrowseRole: 'viewer', segments }];
  const analytics = {
    conversationId: 'c1',
    conversationStart: iso(0),
    participants: [{ participantId: 'agent', purpose: 'agent', sessions }],
  };

  test.each([
    ['a document before', [rest, ...events]],
    ['a document behind', [...events, rest]],
    ['analytics before', [analytics, ...events]],
    ['analytics behind', [...events, analytics]],
    ['both', [analytics, ...events.slice(0, 2), rest, ...events.slice(2)]],
  ])('stand beside %s, which knows the role only once', (_, input) => {
    const timeline = draw(input);
    expect(showRoles(timeline, 'agent')).toBe('viewer@s 0-60 | sharer@s 60-100');
    expect(showLinks(timeline, 'controlling')).toEqual(['controlling agent>?other 20-30']);
  });

  test('are told by a document alone where the events are silent', () => {
    const silent = event('eventTime', [50, agent({ state: 'connected', connectedTime: 0 })], {
      media: 'cobrowsesessions',
    });
    expect(showRoles(draw([silent, rest]), 'agent')).toBe('sharer@s 0-100');
  });
});

describe('analytics and events', () => {
  const analytics = {
    conversationId: 'c1',
    conversationStart: iso(0),
    participants: [
      {
        participantId: 'agent',
        participantName: 'Ana',
        purpose: 'agent',
        sessions: [
          {
            sessionId: 'session-1',
            mediaType: 'voice',
            segments: [
              { segmentStart: iso(0), segmentEnd: iso(5), segmentType: 'alert' },
              { segmentStart: iso(5), segmentEnd: iso(30), segmentType: 'interact' },
              { segmentStart: iso(30), segmentEnd: iso(40), segmentType: 'hold' },
              { segmentStart: iso(40), segmentEnd: iso(90), segmentType: 'interact' },
            ],
          },
        ],
      },
      { participantId: 'customer', purpose: 'customer', sessions: [] },
    ],
  };
  const events = [
    event('eventTime', [5.3, agent({ state: 'connected', connectedTime: 5, queue: { id: 'q', name: 'Q' } })]),
    event('eventTime', [
      30.2,
      agent({ state: 'connected', connectedTime: 5, held: true, startHoldTime: 30 }),
    ]),
    event('eventTime', [40.2, agent({ state: 'connected', connectedTime: 5, held: false })]),
    event('eventTime', [90, agent({ state: 'terminated', connectedTime: 5, endTime: 90 })]),
  ];

  test.each([
    ['first', [analytics, ...events]],
    ['last', [...events, analytics]],
  ])('merge by participant: analytics %s', (_, input) => {
    expect(parseConversations(input).conversations).toHaveLength(1);
    const timeline = draw(input);
    const { tracks, participant, label } = lane(timeline, 'agent');
    expect(tracks).toHaveLength(1);
    expect(label).toBe('Ana');
    expect(participant.queue?.name).toBe('Q');
    expect(show(timeline, 'agent')).toBe('alerting 0-5 | connected 5-30 | hold 30-40 | connected 40-90');
    expect(measure(timeline).conversation.totals.hold).toBe(10_000);
  });

  test('an event without times beside a document keeps the picture whole', () => {
    const input = [
      document(
        customer({ calls: [{ id: 'x', state: 'connected', connectedTime: 0 }] }),
        agent({ calls: [call({ state: 'connected', connectedTime: 0 })] }),
      ),
      event('none', [undefined, agent({ state: 'connected' })]),
    ];
    const timeline = draw(input, { now: 20 });
    expect(show(timeline, 'customer')).toBe('connected 0-20 running');
    expect(show(timeline, 'agent')).toBe('connected 0-20 running');
    expect(timeline.end).toBe(at(20));
  });
});

test.each([
  ['hold', { held: true }, { held: false }, 'startHoldTime'],
  ['parked', { state: 'parked' }, { state: 'connected' }, 'parkTime'],
])('a %s that a document tells by another clock is the one that events tell', (type, on, off, name) => {
  const look = (...parts: object[]) =>
    agent({ calls: [Object.assign({ id: 'x', state: 'connected', connectedTime: 10 }, ...parts)] });
  const told = { [name]: 20 };
  const events = [
    event('eventTime', [10, look()], { media: '' }),
    event('eventTime', [20.2, look(told, on)], { media: '' }),
    event('eventTime', [30, look(told, off)], { media: '' }),
  ];
  for (const [by, count] of [
    [-0.5, 1],
    [0.5, 1],
    [0.501, 2],
  ] as const) {
    const over = { state: 'disconnected', disconnectedTime: 60, [name]: 20 + by };
    const document = { id: 'c1', endTime: iso(60), participants: [look(over)] };
    const stretches = draw([...events, document]).lanes[0]?.tracks[0]?.segments.filter(
      (one) => one.type === type,
    );
    expect(stretches).toHaveLength(count);
    expect(stretches?.[0]).toMatchObject({ start: at(20), end: at(30) });
  }
});

test.each([
  ['hold', { held: true }, 'startHoldTime'],
  ['parked', { state: 'parked' }, 'parkTime'],
])(
  'a %s that a document tells by another clock stays one when events without its time came since',
  (type, on, name) => {
    const look = (...parts: object[]) =>
      agent({ calls: [Object.assign({ id: 'x', state: 'connected', connectedTime: 10 }, on, ...parts)] });
    const document = { id: 'c1', participants: [look({ [name]: 19.9 })] };
    const events = [
      event('eventTime', [25, look()], { media: '' }),
      event('eventTime', [30, look({ [name]: 20 })], { media: '' }),
    ];
    const timeline = draw([document, ...events], { now: 40 });
    expect(show(timeline, 'agent')).toBe(`connected 10-19.9 | ${type} 19.9-40 running`);
  },
);
