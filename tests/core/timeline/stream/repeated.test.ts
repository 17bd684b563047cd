import { describe, expect, test } from 'vitest';
import { milestones } from '../../../fixtures/payload';
import {
  agent,
  at,
  customer,
  draw,
  iso,
  lane,
  type Party,
  problems,
  reached,
  show,
  type Step,
  stream,
} from '../../../fixtures/stream';

const on = (more: Party = {}) => agent({ state: 'connected', ...more });
const parked = (more: Party = {}) => agent({ state: 'parked', ...more });
const over = (more: Party = {}) => agent({ state: 'terminated', ...more });
const shown = (...steps: Step[]) => show(draw(stream('eventTime', steps)), 'agent');
const told = (kind: Parameters<typeof milestones>[1], ...steps: Step[]) =>
  lane(draw(stream('eventTime', steps)), 'agent')
    .milestones.filter((one) => one.kind === kind)
    .map((one) => (one.at - at(0)) / 1000);

describe('what later looks repeat happened once', () => {
  test('a hold', () => {
    const held: Step[] = [
      [0, on()],
      [10, on({ held: true })],
      [20, on({ held: true })],
      [30, on({ held: false })],
    ];
    expect(shown(...held)).toBe('connected 0-10 inferred | hold 10-30 | connected 30-30 running');
    expect(told('hold', ...held)).toEqual([10]);
  });

  test('a hold that was over when the first look came', () => {
    const released = on({ held: false, startHoldTime: 10 });
    const held: Step[] = [
      [0, on()],
      [20, released],
      [30, released],
      [40, released],
    ];
    expect(told('hold', ...held)).toEqual([10]);
    expect(shown(...held)).toBe('connected 0-10 inferred | hold 10-20 inferred | connected 20-40 inferred');
  });

  test('a park', () => {
    const steps: Step[] = [
      [0, on()],
      [10, parked()],
      [20, parked()],
      [30, on()],
      [40, on()],
    ];
    expect(told('parked', ...steps)).toEqual([10]);
    expect(told('resume', ...steps)).toEqual([30]);
  });

  test('a park whose time stands on after the resume', () => {
    const steps: Step[] = [
      [0, on()],
      [10, parked({ parkTime: 10 })],
      [30, on({ parkTime: 10 })],
      [40, on({ parkTime: 10 })],
    ];
    expect(shown(...steps)).toBe('connected 0-10 inferred | parked 10-30 | connected 30-40 running');
    expect(told('parked', ...steps)).toEqual([10]);
  });

  test('a resume that one look leaves out again', () => {
    const steps: Step[] = [
      [0, on()],
      [20, parked({ parkTime: 20 })],
      [35, on({ parkTime: 20, resumeTime: 30 })],
      [50, on({ parkTime: 20 })],
    ];
    expect(shown(...steps)).toBe('connected 0-20 inferred | parked 20-30 | connected 30-50 running');
  });

  test('a state that still reads parked when the resume is known', () => {
    const steps: Step[] = [
      [0, on()],
      [20, parked({ parkTime: 20 })],
      [40, parked({ parkTime: 20, resumeTime: 30 })],
      [50, parked({ parkTime: 20, resumeTime: 30 })],
    ];
    expect(shown(...steps)).toContain('parked 20-30');
    expect(told('parked', ...steps)).toEqual([20]);
  });
});

describe('one hold, not two', () => {
  test('when its start becomes known later', () => {
    expect(
      shown(
        [0, on()],
        [20, on({ held: true })],
        [30, on({ held: true, startHoldTime: 20 })],
        [40, on({ held: false })],
      ),
    ).toBe('connected 0-20 inferred | hold 20-40 | connected 40-40 running');
  });

  test('when a later look puts its start earlier', () => {
    expect(
      shown(
        [0, on()],
        [20, on({ held: true, startHoldTime: 20 })],
        [30, on({ held: true, startHoldTime: 15 })],
        [40, on({ held: false })],
      ),
    ).toBe('connected 0-20 inferred | hold 20-40 | connected 40-40 running');
  });

  test('two, when the old start stands beside a new hold', () => {
    const old = { startHoldTime: 10 };
    expect(
      shown(
        [0, on()],
        [10, on({ held: true, ...old })],
        [20, on({ held: false, ...old })],
        [30, on({ held: true, ...old })],
        [40, on({ held: false, ...old })],
      ),
    ).toBe('connected 0-10 inferred | hold 10-20 | connected 20-30 | hold 30-40 | connected 40-40 running');
  });

  test('a park, when a later look puts its start earlier', () => {
    expect(shown([0, on()], [20, parked({ parkTime: 20 })], [30, parked({ parkTime: 15 })], [40, on()])).toBe(
      'connected 0-20 inferred | parked 20-40 | connected 40-40 running',
    );
  });
});

describe('a look at the very instant of a start bounds nothing', () => {
  test('of a hold', () => {
    expect(shown([0, on()], [20, on({ held: false, startHoldTime: 20 })], [40, over()])).toBe(
      'connected 0-20 inferred | hold 20-40 inferred',
    );
  });

  test('of a park', () => {
    expect(shown([0, on()], [20, on({ parkTime: 20 })], [40, over()])).toBe(
      'connected 0-20 inferred | parked 20-40 inferred',
    );
  });
});

describe('two clocks', () => {
  test('released by a look before the start: a visible mark', () => {
    expect(
      shown([0, on()], [10, on({ held: true, startHoldTime: 20 })], [15, on({ held: false })], [40, on()]),
    ).toBe('connected 0-20 inferred | hold 20-20 | connected 20-40 running');
  });

  test('released by a look before the start: what goes on from it names that start', () => {
    const input = stream('eventTime', [
      [0, on()],
      [10, on({ held: true, startHoldTime: 20 })],
      [15, on({ held: false })],
      [40, on()],
    ]);
    const segments = lane(draw(input), 'agent').tracks[0]?.segments;
    for (const segment of segments?.slice(1) ?? []) expect(reached(input, segment)).toContain(iso(20));
    expect(segments).toHaveLength(3);
  });

  test('released by a look after the end', () => {
    expect(shown([0, on()], [10, on({ held: true })], [30, over({ held: false, endTime: 25 })])).toBe(
      'connected 0-10 inferred | hold 10-25',
    );
  });

  test('the leg ends what is still held, whatever later looks say', () => {
    expect(
      shown([0, on()], [10, on({ held: true })], [20, over({ held: true })], [30, over({ held: false })]),
    ).toBe('connected 0-10 inferred | hold 10-20');
  });
});

describe('gone from the list', () => {
  const others = customer({ state: 'connected' });

  test('ends what is held', () => {
    expect(shown([0, on(), others], [10, on({ held: true }), others], [20, others])).toBe(
      'connected 0-10 inferred | hold 10-20',
    );
  });

  test('and what is parked', () => {
    expect(shown([0, on(), others], [10, parked(), others], [20, others])).toBe(
      'connected 0-10 inferred | parked 10-20 inferred',
    );
  });

  test('not when a look lists nobody', () => {
    expect(shown([0, on(), others], [20])).toBe('connected 0-20 inferred');
  });

  const chat = { chats: [{ id: 'chat', state: 'connected' }] };
  const full = (...steps: Step[]) => show(draw(stream('eventTime', steps, { media: '' })), 'agent', 'chat');
  test.each<[string, Party, string]>([
    ['the list without it ends it', { chats: [] }, 'connected 0-20 inferred'],
    ['no list leaves it', {}, 'connected 0-30 inferred'],
    ['another list leaves it', { calls: [{ id: 'call', state: 'connected' }] }, 'connected 0-30 inferred'],
  ])('of its own participant: %s', (_, more, picture) => {
    const look = agent(more);
    expect(full([0, agent(chat)], [20, look, others], [30, look, others])).toBe(picture);
  });
});

describe('an offer', () => {
  test('from its own time, and the connection from the look', () => {
    expect(shown([5, agent({ state: 'alerting', startAlertingTime: 2 })], [9, on()], [20, over()])).toBe(
      'alerting 2-9 | connected 9-20',
    );
  });

  test('that is first seen with the connection', () => {
    expect(shown([0, customer()], [5, on({ startAlertingTime: 5 })], [9, over()])).toBe(
      'alerting 5-5 | connected 5-9',
    );
  });

  test('that a look saw begin keeps the instant of that look', () => {
    expect(
      shown([0, customer()], [5, agent({ state: 'alerting', startTime: 2 })], [9, on()], [20, over()]),
    ).toBe('alerting 5-9 | connected 9-20');
  });
});

describe('looks without times', () => {
  const untimed = (...parties: Party[]) =>
    stream(
      'none',
      parties.map((one): Step => [undefined, one]),
    );
  const drawn = (now: number, ...parties: Party[]) => show(draw(untimed(...parties), { now }), 'agent');
  const begun = { connectedTime: 0 };

  test('a hold without a start has no place, and is said', () => {
    const input = untimed(on(begun), on({ ...begun, held: true }), on({ ...begun, held: false }));
    expect(show(draw(input, { now: 60 }), 'agent')).toBe('connected 0-60 running');
    expect(problems(draw(input, { now: 60 }), 'held-without-start')).toHaveLength(1);
  });

  test('a hold ends nobody knows when', () => {
    expect(
      drawn(
        60,
        on(begun),
        on({ ...begun, held: true, startHoldTime: 10 }),
        on({ ...begun, held: false, startHoldTime: 10 }),
      ),
    ).toBe('connected 0-10 | hold 10-60 inferred');
  });

  test('at the latest when the next one begins', () => {
    const first = { ...begun, startHoldTime: 10 };
    const input = untimed(
      on({ ...first, held: true }),
      on({ ...first, held: false }),
      on({ ...begun, held: true, startHoldTime: 30 }),
    );
    const timeline = draw(input, { now: 60 });
    expect(show(timeline, 'agent')).toBe('connected 0-10 | hold 10-30 inferred | hold 30-60 running');
    const [, hold] = lane(timeline, 'agent').tracks[0]?.segments ?? [];
    expect(hold?.evidence).toEqual({
      rule: 'hold-end-unknown',
      pointers: [
        '/0/eventBody/participants/0/startHoldTime',
        '/0/eventBody/participants/0/held',
        '/2/eventBody/participants/0/startHoldTime',
      ],
    });
  });

  test('held again, nobody knows since when: what was before did not last', () => {
    const first = { ...begun, startHoldTime: 10 };
    expect(
      drawn(60, on({ ...first, held: true }), on({ ...first, held: false }), on({ ...first, held: true })),
    ).toBe('connected 0-10 | hold 10-60 inferred');
  });

  test('a park ends nobody knows when', () => {
    expect(drawn(60, on(begun), parked({ ...begun, parkTime: 10 }), on({ ...begun, parkTime: 10 }))).toBe(
      'connected 0-10 | parked 10-60 inferred',
    );
  });

  test('a park by its state alone has no place', () => {
    expect(drawn(60, on(begun), parked(begun))).toBe('connected 0-60 inferred');
    expect(drawn(60, on(begun), parked(begun), on(begun))).toBe('connected 0-60 running');
  });

  test('of two roles the newer one stands for the whole stretch', () => {
    const roles = (...parties: Party[]) =>
      lane(
        draw(
          stream(
            'none',
            parties.map((one): Step => [undefined, one]),
            { media: 'cobrowsesessions' },
          ),
          { now: 60 },
        ),
        'agent',
      ).roles;
    expect(
      roles(
        on({ ...begun, cobrowseRole: 'viewer' }),
        on({ ...begun, cobrowseRole: 'sharer', cobrowseSessionId: 'room' }),
      ),
    ).toMatchObject([{ role: 'sharer', sessionId: 'room', start: at(0), end: at(60) }]);
  });
});

test('a park that came and went before the last look ended nobody knows when', () => {
  const timeline = draw(
    stream('eventTime', [
      [0, on()],
      [30, on({ parkTime: 20 })],
    ]),
  );
  expect(problems(timeline, 'park-end-unknown')).toHaveLength(1);
});
