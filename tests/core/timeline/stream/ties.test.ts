import { describe, expect, test } from 'vitest';
import {
  agent,
  at,
  customer,
  draw,
  event,
  lane,
  type Party,
  problems,
  show,
  type Step,
  stream,
} from '../../../fixtures/stream';

const on = (more: Party = {}) => agent({ state: 'connected', ...more });
const both = (...events: unknown[]) =>
  [events, events.toReversed()].map((input) => show(draw(input, { now: 60 }), 'agent'));
const at10 = (...parties: Party[]) => event('eventTime', [10, ...parties]);
const begin = event('eventTime', [0, on({ held: false })]);

describe('of looks at one instant', () => {
  test('that with the later provider event is the later, in whatever order they come', () => {
    const first = at10(on({ held: true, providerEventTime: 8 }));
    const second = at10(on({ held: false, providerEventTime: 9 }));
    expect(both(begin, first, second)).toEqual(
      Array(2).fill('connected 0-8 inferred | hold 8-9 | connected 9-60 running'),
    );
  });

  test('the provider event of a communication counts as well', () => {
    const call = (held: boolean, providerEventTime: number) =>
      event(
        'eventTime',
        [
          10,
          agent({ calls: [{ id: 'call', state: 'connected', held, providerEventTime, connectedTime: 0 }] }),
        ],
        { media: '' },
      );
    expect(both(call(true, 8), call(false, 9))).toEqual(
      Array(2).fill('connected 0-8 inferred | hold 8-9 inferred | connected 9-60 running'),
    );
  });

  test('the latest provider event of all who are there decides', () => {
    const others = (providerEventTime: number) => customer({ state: 'connected', providerEventTime });
    const first = at10(on({ held: true, providerEventTime: 7 }), others(8));
    const second = at10(on({ held: false, providerEventTime: 7.5 }), others(9));
    expect(both(begin, first, second)).toEqual(
      Array(2).fill('connected 0-7 inferred | hold 7-7.5 | connected 7.5-60 running'),
    );
  });

  test('that which is newer of anybody, where the latest provider events are the same', () => {
    // Each tells of one change at one instant. As text, and by how many times are filled in, the second is the earlier.
    const first = at10(
      on({ held: true, startHoldTime: 4, providerEventTime: 4 }),
      customer({ state: 'disconnected', endTime: 10, providerEventTime: 10 }),
    );
    const second = at10(
      on({ held: false, providerEventTime: 10 }),
      customer({ state: 'disconnected', endTime: 10, providerEventTime: 10 }),
    );
    expect(both(begin, first, second)).toEqual(
      Array(2).fill('connected 0-4 inferred | hold 4-10 | connected 10-60 running'),
    );
  });

  test('one newer event counts for more than many older ones', () => {
    const first = at10(
      on({ held: true, startHoldTime: 4, providerEventTime: 8 }),
      customer({ state: 'connected', providerEventTime: 8 }),
    );
    const second = at10(on({ held: false, providerEventTime: 9 }));
    expect(both(begin, first, second)).toEqual(
      Array(2).fill('connected 0-4 inferred | hold 4-9 | connected 9-60 running'),
    );
  });

  test('else that with more times filled in', () => {
    const first = at10(on({ held: true, startHoldTime: 5 }));
    const second = at10(on({ held: false, startHoldTime: 5, connectedTime: 0 }));
    expect(both(begin, first, second)).toEqual(
      Array(2).fill('connected 0-5 | hold 5-10 | connected 10-60 running'),
    );
  });

  test('that with more times, also where it is the other that shows a hold which none tells the start of', () => {
    const held = at10(on({ held: true }));
    const released = at10(on({ held: false, startTime: 1 }));
    expect(both(begin, held, released)).toEqual(
      Array(2).fill('connected 0-10 inferred | hold 10-10 | connected 10-60 running'),
    );
  });

  test('that with newer times, where as many are filled in', () => {
    const held = { startHoldTime: 5, connectedTime: 0 };
    const first = at10(on({ held: true, ...held }), customer({ state: 'connected', startTime: 0 }));
    const second = at10(on({ held: false, ...held }), customer({ state: 'connected', endTime: 10 }));
    expect(both(begin, first, second)).toEqual(
      Array(2).fill('connected 0-5 | hold 5-10 | connected 10-60 running'),
    );
  });

  test('that with newer times, also where it shows more held', () => {
    const other = { state: 'connected', startHoldTime: 1 };
    const first = at10(on({ held: false }), customer({ ...other, startTime: 0 }));
    const second = at10(on({ held: true }), customer({ ...other, endTime: 10 }));
    expect(both(begin, first, second)).toEqual(Array(2).fill('connected 0-10 inferred | hold 10-60 running'));
  });

  test('else some order that is always the same', () => {
    const [one, other] = both(begin, at10(on({ held: true })), at10(on({ held: false })));
    expect(one).toBe(other);
  });
});

describe('one look twice', () => {
  const twice = (...looks: unknown[]) =>
    lane(draw(looks, { now: 60 }), 'agent').milestones.map(
      ({ kind, at: instant }) => `${kind} @${(instant - at(0)) / 1000}`,
    );

  test('by two subscriptions is one', () => {
    const held = at10(on({ held: true }));
    expect(twice(begin, held, { ...held, topicName: 'v2.users.u2.conversations.calls' })).toEqual([
      'hold @10',
    ]);
  });

  test('later is a second one that changes nothing', () => {
    expect(show(draw([begin, event('eventTime', [20, on({ held: false })])], { now: 60 }), 'agent')).toBe(
      'connected 0-60 inferred',
    );
  });
});

const PARKED = 'connected 0-10 inferred | parked 10-20 | connected 20-30';

describe('a look without a time', () => {
  test('keeps its place behind the one it came after, wherever that one belongs', () => {
    const begun = { connectedTime: 0 };
    const late: Step = [30, on(begun)];
    const input = stream('eventTime', [
      late,
      [undefined, agent({ state: 'terminated', ...begun })],
      [10, on(begun)],
    ]);
    expect(show(draw(input, { now: 60 }), 'agent')).toBe('connected 0-60 inferred');
    const early = stream('eventTime', [
      [10, on(begun)],
      [undefined, agent({ state: 'terminated', ...begun })],
      late,
    ]);
    expect(show(draw(early, { now: 60 }), 'agent')).toBe('connected 0-30 | connected 30-60 running');
  });

  test('that shows a change first leaves its time to the next that shows it', () => {
    const input = stream('eventTime', [
      [0, agent({ state: 'alerting' })],
      [undefined, on()],
      [10, on()],
      [30, agent({ state: 'terminated' })],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('alerting 0-10 inferred | connected 10-30');
    expect(problems(timeline, 'unanswered')).toEqual([]);
  });

  test('that shows a hold released leaves it to the next to say by when', () => {
    const held: Step = [10, on({ held: true })];
    const over: Step = [30, agent({ state: 'terminated' })];
    const released = (seconds: number | undefined): Step => [seconds, on({ held: false })];
    const start = released(0);
    const input = stream('eventTime', [start, held, released(undefined), released(20), released(25), over]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 inferred | hold 10-20 | connected 20-30');
    // Held again, as the next one knows.
    const again = stream('eventTime', [
      start,
      held,
      released(undefined),
      [20, on({ held: true })],
      released(25),
      over,
    ]);
    expect(show(draw(again), 'agent')).toBe(
      'connected 0-10 inferred | hold 10-20 inferred | hold 20-25 | connected 25-30',
    );
    // Nobody says so any more: up to the end at most.
    const last = stream('eventTime', [start, held, released(undefined), over]);
    expect(show(draw(last), 'agent')).toBe('connected 0-10 inferred | hold 10-30 inferred');
  });

  test.each<[string, (string | undefined)[], string]>([
    ['parked', ['parked', 'parked'], 'connected 0-10 inferred | parked 10-30 inferred'],
    ['over', ['terminated', 'terminated'], 'connected 0-10 inferred'],
    ['back', ['parked', 'parked', 'connected', 'connected'], PARKED],
  ])('that shows a leg %s leaves it to the next to say since when', (_, states, expected) => {
    // Every other look has no time: 0, –, 10, –, 20; and it is over at 30.
    const steps = states.map(
      (state, index): Step => [index % 2 === 0 ? undefined : index * 5 + 5, agent({ state })],
    );
    const input = stream('eventTime', [[0, on()], ...steps, [30, agent({ state: 'terminated' })]]);
    expect(show(draw(input), 'agent')).toBe(expected);
  });

  test('that is the first leaves the start to the first that has one, which is no recorded one', () => {
    const input = stream('eventTime', [
      [undefined, on()],
      [10, on()],
      [20, agent({ state: 'terminated' })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 10-20 inferred');
    const changed = stream('eventTime', [
      [undefined, agent({ state: 'alerting' })],
      [10, on()],
      [20, on()],
    ]);
    expect(show(draw(changed, { now: 20 }), 'agent')).toBe('connected 10-20 running');
  });

  test('takes that of its latest provider event', () => {
    const parties = [on({ providerEventTime: 5 }), customer({ state: 'connected', providerEventTime: 9 })];
    const input = [
      event('none', [undefined, ...parties]),
      event('none', [
        undefined,
        on({ providerEventTime: 5 }),
        customer({ state: 'terminated', providerEventTime: 20 }),
      ]),
    ];
    expect(show(draw(input, { now: 60 }), 'customer')).toBe('connected 9-20 inferred');
    expect(show(draw(input.toReversed(), { now: 60 }), 'customer')).toBe('connected 9-20 inferred');
  });
});

test('a look that lists nobody says of nobody that he was not there yet', () => {
  expect(show(draw(stream('eventTime', [[0], [10, on()], [20, on()]])), 'agent')).toBe(
    'connected 10-20 inferred',
  );
  expect(
    show(
      draw(
        stream('eventTime', [
          [0, customer({ state: 'connected' })],
          [10, on()],
          [20, on()],
        ]),
      ),
      'agent',
    ),
  ).toBe('connected 10-20 running');
});
