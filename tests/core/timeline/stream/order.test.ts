import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventStream } from '../../../fixtures/generate.mjs';
import {
  agent,
  type Clock,
  CLOCKS,
  customer,
  draw,
  event,
  fact,
  type Party,
  party,
  second,
  show,
  type Step,
  stream,
  withoutPlaces,
} from '../../../fixtures/stream';

/** The timelines that the input gives with its items in many orders: just one, if their order says nothing. */
function timelines<T>(items: readonly T[], input: (items: readonly T[]) => unknown, runs = 60): Set<string> {
  const orders = fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), runs);
  return new Set([[...items], ...orders].map((order) => JSON.stringify(withoutPlaces(draw(input(order))))));
}

const share = { cobrowseSessionId: 's', state: 'connected' };
const handmade: Step[] = [
  [0, customer({ state: 'connected' })],
  [5, customer({ state: 'connected' }), agent({ state: 'alerting', startAlertingTime: 5 })],
  [9, customer({ state: 'connected' }), agent({ state: 'connected', held: false, startAlertingTime: 5 })],
  [20, customer({ state: 'connected' }), agent({ state: 'connected', held: true })],
  [30, customer({ state: 'connected' }), agent({ state: 'parked', held: false, name: 'Ana' })],
  [40, customer({ state: 'connected' }), agent({ state: 'connected', held: false, direction: 'inbound' })],
  [50, customer({ state: 'connected' }), second({ ...share, consultParticipantId: 'agent' })],
  [
    60,
    customer({ state: 'disconnected', disconnectType: 'peer' }),
    agent({ state: 'disconnected', startAcwTime: 60 }),
  ],
];
const browsing: Step[] = [
  [
    11,
    agent({ ...share, cobrowseRole: 'viewer', controlling: [] }),
    customer({ ...share, cobrowseRole: 'sharer' }),
  ],
  [
    13,
    agent({ ...share, cobrowseRole: 'viewer', controlling: ['customer'] }),
    customer({ ...share, cobrowseRole: 'sharer' }),
  ],
  [
    17,
    agent({ ...share, cobrowseRole: 'viewer', controlling: [] }),
    customer({ ...share, cobrowseRole: 'sharer' }),
  ],
  [
    25,
    agent({ ...share, cobrowseRole: 'sharer' }),
    customer({ ...share, cobrowseRole: 'viewer', controlling: ['agent'] }),
  ],
  [33, agent({ ...share, state: 'disconnected' }), customer({ ...share, state: 'disconnected' })],
];

describe('events that carry their time give one timeline in any order', () => {
  test.each(CLOCKS)('handmade, time in %s', (clock) => {
    expect(timelines(handmade, (steps) => stream(clock, steps)).size).toBe(1);
  });

  test.each(['eventTime', 'metadata', 'envelope', 'providerEventTime'] as const)(
    'two media at once, time in %s',
    (clock) => {
      const events = [
        ...handmade.map((step) => event(clock, step)),
        ...browsing.map((step) => event(clock, step, { media: 'cobrowsesessions' })),
      ];
      expect(timelines(events, (order) => order).size).toBe(1);
    },
  );

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('the made stream of seed %i', (seed) => {
    expect(timelines(eventStream(seed), (events) => events, 15).size).toBe(1);
  });

  test.each(['cobrowse-events.jsonl', 'detail-events.jsonl'])('the sample %s', (name) => {
    const text = readFileSync(`public/samples/${name}`, 'utf8').trim();
    expect(
      timelines(
        text.split('\n').map((line) => JSON.parse(line) as unknown),
        (events) => events,
        25,
      ).size,
    ).toBe(1);
  });

  test('when two events share one time', () => {
    const tied: Step[] = [
      [0, customer({ state: 'connected' }), agent({ state: 'connected' })],
      [10, customer({ state: 'connected' }), agent({ state: 'connected', held: true })],
      [10, customer({ state: 'connected' }), agent({ state: 'connected', held: false })],
      [10, customer({ state: 'disconnected' }), agent({ state: 'connected', held: false })],
      [10, customer({ state: 'connected', name: 'Zoe' }), agent({ state: 'alerting' })],
      [20, customer({ state: 'disconnected' }), agent({ state: 'disconnected' })],
    ];
    for (const clock of CLOCKS) expect(timelines(tied, (steps) => stream(clock, steps)).size).toBe(1);
  });

  test('when tied events list their participants or fields in another order', () => {
    const one = { state: 'connected', name: 'A', attributes: { a: '1', b: '2' } };
    const other = { attributes: { b: '2', a: '1' }, name: 'B', state: 'connected' };
    const tied: Step[] = [
      [0, customer({ state: 'connected' }), agent({ state: 'connected' })],
      [10, customer(one), agent(other)],
      [10, agent(one), customer(other)],
    ];
    expect(timelines(tied, (steps) => stream('eventTime', steps)).size).toBe(1);
  });

  test('when participants have no id', () => {
    const anonymous: Step[] = [
      [0, { purpose: 'agent', state: 'alerting' }, { purpose: 'customer', state: 'connected' }],
      [5, { purpose: 'agent', state: 'connected' }, { purpose: 'customer', state: 'connected' }],
      [9, { purpose: 'agent', state: 'connected', held: true }, { purpose: 'customer', state: 'connected' }],
      [15, { purpose: 'agent', state: 'disconnected' }, { purpose: 'customer', state: 'disconnected' }],
    ];
    expect(timelines(anonymous, (steps) => stream('eventTime', steps)).size).toBe(1);
  });

  test('when some carry their time in one place and some in another', () => {
    const clocks: Clock[] = ['providerEventTime', 'eventTime', 'metadata', 'envelope'];
    const events = handmade.map((step, index) => event(clocks[index % clocks.length] as Clock, step));
    expect(timelines(events, (order) => order).size).toBe(1);
  });

  test('with stale provider events beside fresh ones', () => {
    const steps: Step[] = [
      [undefined, customer({ state: 'connected', providerEventTime: 0 })],
      [
        undefined,
        customer({ state: 'connected', providerEventTime: 0 }),
        agent({ state: 'alerting', providerEventTime: 5 }),
      ],
      [
        undefined,
        customer({ state: 'connected', providerEventTime: 0 }),
        agent({ state: 'connected', providerEventTime: 9 }),
      ],
      [
        undefined,
        customer({ state: 'terminated', providerEventTime: 12 }),
        agent({ state: 'connected', providerEventTime: 9 }),
      ],
      [
        undefined,
        customer({ state: 'terminated', providerEventTime: 12 }),
        agent({ state: 'terminated', providerEventTime: 12 }),
      ],
    ];
    expect(timelines(steps, (order) => stream('none', order)).size).toBe(1);
  });

  test('any small stream', () => {
    const state = fc.constantFrom('alerting', 'connected', 'parked', 'disconnected');
    const fields = fc.record(
      {
        state,
        held: fc.boolean(),
        controlling: fc.constantFrom([], ['customer'], ['gone']),
        startHoldTime: fc.nat(20),
      },
      { requiredKeys: [] },
    );
    const step = fc.tuple(fc.nat(20), fc.option(fields), fc.option(fields));
    const generated = fc
      .array(step, { minLength: 2, maxLength: 7 })
      .map((list) =>
        list.map(
          ([time, a, c]): Step => [
            time,
            ...(a === null ? [] : [agent({ ...a })]),
            ...(c === null ? [] : [customer({ ...c })]),
          ],
        ),
      )
      .chain((steps) =>
        fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length })),
      );
    fc.assert(
      fc.property(
        generated,
        fc.constantFrom<Clock>('eventTime', 'providerEventTime'),
        ([steps, order], clock) => {
          // An event that names nobody's provider event has no time of its own.
          fc.pre(clock === 'eventTime' || steps.every(({ length }) => length > 1));
          expect(withoutPlaces(draw(stream(clock, order)))).toEqual(
            withoutPlaces(draw(stream(clock, steps))),
          );
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('whatever events come', () => {
  const instant = fc.nat(20);
  const flat = fc.record(
    {
      state: fc.constantFrom('alerting', 'connected', 'parked', 'terminated', 'uploading', 'strange'),
      held: fc.boolean(),
      startHoldTime: instant,
      connectedTime: instant,
      parkTime: instant,
      resumeTime: instant,
      endTime: instant,
      startAcwTime: instant,
      disconnectType: fc.constantFrom('transfer', 'client'),
      cobrowseRole: fc.constantFrom('viewer', 'sharer'),
      cobrowseSessionId: fc.constantFrom('s', 't'),
      controlling: fc.subarray(['agent', 'customer', 'one', 'gone']),
      peer: fc.constantFrom('one', 'two', 'gone'),
      consultParticipantId: fc.constantFrom('agent', 'customer'),
    },
    { requiredKeys: [] },
  );
  const communication = fc
    .tuple(fc.constantFrom('one', 'two'), flat)
    .map(([id, { endTime, peer, ...fields }]) => ({
      id,
      state: 'connected',
      ...fields,
      ...(endTime === undefined ? {} : { disconnectedTime: endTime }),
      ...(peer === undefined ? {} : { peerId: peer }),
    }));
  const full = fc.record(
    {
      calls: fc.array(communication, { maxLength: 2 }),
      cobrowsesessions: fc.array(communication, { maxLength: 1 }),
    },
    { requiredKeys: [] },
  );
  const who = fc.constantFrom(agent, customer, (fields: Party) => ({
    purpose: 'agent',
    ...party(fields),
  }));
  // A flat participant's own end, beside a communication that has none, is left to the tests of documents.
  const endless = flat.map((fields) => ({ ...fields, endTime: undefined }));
  const listed = (fields: fc.Arbitrary<Party>) =>
    fc.array(
      fc.tuple(who, fields).map(([make, own]) => make(own)),
      { maxLength: 3 },
    );
  const notification = fc.oneof(
    fc.tuple(instant, listed(endless), fc.constantFrom('calls', 'cobrowsesessions')),
    fc.tuple(instant, listed(full), fc.constant('')),
  );
  const one = fc.oneof(
    {
      weight: 5,
      arbitrary: notification.map(([time, list, media]) => event('eventTime', [time, ...list], { media })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('user.start', 'user.end', 'wrapup'),
          instant,
          fc.constantFrom('agent', 'other'),
        )
        .map(([name, time, participantId]) =>
          fact(name, time, { participantId, sessionId: 'one', heldDurationMs: 5 }),
        ),
    },
  );
  const events = fc.array(one, { minLength: 1, maxLength: 7 });

  test('any order gives the same timeline', () => {
    const shuffled = events.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, order]) => {
        expect(withoutPlaces(draw(order))).toEqual(withoutPlaces(draw(list)));
      }),
      { numRuns: 250 },
    );
  });

  test('duplicates change nothing', () => {
    fc.assert(
      fc.property(events, (list) => {
        expect(withoutPlaces(draw([...list, ...list]))).toEqual(withoutPlaces(draw(list)));
      }),
      { numRuns: 250 },
    );
  });

  test('the picture is sound: nothing ends before it starts, nothing derived overlaps, all is enclosed', () => {
    fc.assert(
      fc.property(events, (list) => {
        const timeline = draw(list);
        const { lanes, links } = timeline;
        for (const { tracks, roles } of lanes) {
          for (const { segments } of tracks) {
            // A stretch without length stays a visible mark, wherever it is.
            const derived = segments.filter(({ type, start, end }) => type !== 'acw' && start < end);
            derived.forEach(({ start }, index) =>
              expect(derived[index - 1]?.end ?? start).toBeLessThanOrEqual(start),
            );
          }
          for (const stretch of [...tracks.flatMap(({ segments }) => segments), ...roles, ...links]) {
            expect(stretch.start).toBeLessThanOrEqual(stretch.end);
            if (stretch.certainty === 'planned') continue;
            expect(timeline.start).toBeLessThanOrEqual(stretch.start);
            expect(timeline.end).toBeGreaterThanOrEqual(stretch.end);
            expect(stretch.evidence.pointers.length).toBeGreaterThan(0);
          }
        }
        expect(new Set(lanes.map(({ id }) => id)).size).toBe(lanes.length);
        const tracks = lanes.flatMap((lane) => lane.tracks.map(({ id }) => id));
        expect(new Set(tracks).size).toBe(tracks.length);
      }),
      { numRuns: 250 },
    );
  });
});

describe('events without a time', () => {
  const untimed: Step[] = [
    [undefined, agent({ state: 'alerting', startAlertingTime: 0 })],
    [
      undefined,
      agent({ state: 'connected', startAlertingTime: 0, connectedTime: 5, held: true, startHoldTime: 10 }),
    ],
    [undefined, agent({ state: 'connected', startAlertingTime: 0, connectedTime: 5, held: false })],
    [
      undefined,
      agent({ state: 'connected', startAlertingTime: 0, connectedTime: 5, held: true, startHoldTime: 30 }),
    ],
    [undefined, agent({ state: 'disconnected', startAlertingTime: 0, connectedTime: 5, endTime: 50 })],
  ];

  test('fold in the order of their arrival', () => {
    expect(show(draw(stream('none', untimed)), 'agent')).toBe(
      'alerting 0-5 | connected 5-10 | hold 10-30 inferred | hold 30-50',
    );
  });

  test('keep their place among those with a time', () => {
    const input = [
      event('eventTime', [0, agent({ state: 'connected', held: false })]),
      event('none', [undefined, agent({ state: 'connected', held: true, startHoldTime: 10 })]),
      event('eventTime', [20, agent({ state: 'connected', held: false })]),
      event('eventTime', [30, agent({ state: 'disconnected' })]),
    ];
    expect(show(draw(input), 'agent')).toBe('connected 0-10 inferred | hold 10-20 | connected 20-30');
  });

  test('an untimed one at the head comes first', () => {
    const input = [
      event('none', [undefined, agent({ state: 'alerting', startAlertingTime: 0 })]),
      event('eventTime', [5, agent({ state: 'connected' })]),
      event('eventTime', [30, agent({ state: 'disconnected' })]),
    ];
    expect(show(draw(input), 'agent')).toBe('alerting 0-5 | connected 5-30');
  });

  test('an untimed change between two timed looks happened by the next of them', () => {
    const input = [
      event('eventTime', [0, agent({ state: 'connected', held: false })]),
      event('none', [undefined, agent({ state: 'connected', held: true })]),
      event('eventTime', [20, agent({ state: 'connected', held: true })]),
      event('eventTime', [30, agent({ state: 'connected', held: false })]),
      event('eventTime', [40, agent({ state: 'disconnected', held: false })]),
    ];
    expect(show(draw(input), 'agent')).toMatch(/hold (0|20)-30( inferred)? \| connected 30-40$/);
  });
});
