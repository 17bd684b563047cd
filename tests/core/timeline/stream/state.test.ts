import { describe, expect, test } from 'vitest';
import {
  agent,
  CLOCKS,
  customer,
  draw,
  iso,
  lane,
  problems,
  queue,
  reached,
  show,
  stream,
  type Step,
} from '../../../fixtures/stream';

const states = (...list: [number, string][]): Step[] => list.map(([time, state]) => [time, agent({ state })]);

describe('each change of state opens a stretch', () => {
  test.each(CLOCKS)('at the look that is the first to show it, time in %s', (clock) => {
    const input = stream(clock, [
      [0, customer({ state: 'connected' })],
      [5, customer({ state: 'connected' }), agent({ state: 'alerting' })],
      [12, customer({ state: 'connected' }), agent({ state: 'connected' })],
      [60, customer({ state: 'connected' }), agent({ state: 'terminated' })],
      [70, customer({ state: 'disconnected' }), agent({ state: 'terminated' })],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('alerting 5-12 | connected 12-60');
    expect(show(timeline, 'customer')).toBe('connected 0-70 inferred');
    expect(timeline.live).toBe(false);
    const [alerting, connected] = lane(timeline, 'agent').tracks[0]?.segments ?? [];
    expect(reached(input, alerting)).toEqual(
      expect.arrayContaining([iso(5), iso(12), 'alerting', 'connected']),
    );
    expect(reached(input, connected)).toEqual(
      expect.arrayContaining([iso(12), iso(60), 'connected', 'terminated']),
    );
  });

  test('a time of its own wins over the time of the look', () => {
    const input = stream('eventTime', [
      [0, customer({ state: 'connected' })],
      [5.3, agent({ state: 'alerting', startAlertingTime: 5 })],
      [12.3, agent({ state: 'connected', startAlertingTime: 5, connectedTime: 12 })],
      [60.3, agent({ state: 'terminated', startAlertingTime: 5, connectedTime: 12, endTime: 60 })],
    ]);
    expect(show(draw(input), 'agent')).toBe('alerting 5-12 | connected 12-60');
  });

  test('a time that comes to be known later holds for what was seen before', () => {
    const input = stream('eventTime', [
      [0, customer({ state: 'connected' })],
      [13, agent({ state: 'connected' })],
      [60, agent({ state: 'disconnected', connectedTime: 12, endTime: 59 })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 12-59');
  });

  test('a first look that already shows a state: from that look, inferred', () => {
    const timeline = draw(stream('eventTime', states([10, 'connected'], [20, 'disconnected'])));
    expect(show(timeline, 'agent')).toBe('connected 10-20 inferred');
  });

  test('a leg that appears in a later look had its state since that look', () => {
    const input = stream('eventTime', [
      [0, customer({ state: 'connected' })],
      [10, customer({ state: 'connected' }), agent({ state: 'alerting' })],
      [14, customer({ state: 'connected' }), agent({ state: 'connected' })],
    ]);
    expect(show(draw(input, { now: 30 }), 'agent')).toBe('alerting 10-14 | connected 14-30 running');
  });

  test.each([
    ['dialing', 'dialing'],
    ['contacting', 'contacting'],
    ['offering', 'offering'],
    ['uploading', 'uploading'],
    ['transmitting', 'transmitting'],
    ['scheduled', 'scheduled'],
  ])('%s is a stretch of its own', (state, type) => {
    const steps = states([10, state], [20, 'connected'], [30, 'disconnected']);
    const timeline = draw(stream('eventTime', [[0, customer({ state: 'connected' })], ...steps]));
    expect(show(timeline, 'agent')).toBe(`${type} 10-20 | connected 20-30`);
  });

  test('a callback that is answered before its time waits no more', () => {
    const waiting = { callbackScheduledTime: 200 };
    const input = stream(
      'eventTime',
      [
        [0, agent({ state: 'scheduled', ...waiting })],
        [50, agent({ state: 'connected', ...waiting })],
      ],
      { media: 'callbacks' },
    );
    expect(show(draw(input, { now: 90 }), 'agent')).toBe('scheduled 0-50 inferred | connected 50-90 running');
  });

  test('a word that nobody knows is drawn as it stands', () => {
    const steps = states([10, 'teleporting'], [20, 'connected'], [30, 'disconnected']);
    const timeline = draw(stream('eventTime', [[0, customer({ state: 'connected' })], ...steps]));
    expect(show(timeline, 'agent')).toBe('other 10-20 “teleporting” | connected 20-30');
  });

  test('the connected stretch of a queue is queued', () => {
    const input = stream('eventTime', [
      [0, customer({ state: 'connected' })],
      [2, queue({ state: 'connected' })],
      [9, queue({ state: 'terminated' })],
    ]);
    expect(show(draw(input), 'queue')).toBe('queued 2-9');
  });

  test('a state and back again: both times are drawn', () => {
    const steps = states([10, 'connected'], [20, 'uploading'], [30, 'connected'], [40, 'disconnected']);
    const timeline = draw(stream('eventTime', [[0, customer({ state: 'connected' })], ...steps]));
    expect(show(timeline, 'agent')).toBe('connected 10-20 | uploading 20-30 | connected 30-40');
    const held = [13, agent({ state: 'connected', held: true })] as Step;
    const on = [15, agent({ state: 'connected', held: false })] as Step;
    expect(show(draw(stream('eventTime', steps.toSpliced(1, 0, held, on))), 'agent')).toBe(
      'connected 10-13 inferred | hold 13-15 | connected 15-20 | uploading 20-30 | connected 30-40',
    );
  });

  test('an offer that nobody took is unanswered', () => {
    const steps = states([10, 'alerting'], [40, 'terminated']);
    const timeline = draw(stream('eventTime', [[0, customer({ state: 'connected' })], ...steps]));
    expect(show(timeline, 'agent')).toBe('alerting 10-40 unanswered');
    expect(problems(timeline, 'unanswered')).toHaveLength(1);
  });

  test('words in upper case are the same words', () => {
    const steps = states([10, 'ALERTING'], [20, 'CONNECTED'], [30, 'DISCONNECTED']);
    const timeline = draw(stream('eventTime', [[0, customer({ state: 'CONNECTED' })], ...steps]));
    expect(show(timeline, 'agent')).toBe('alerting 10-20 | connected 20-30');
    expect(problems(timeline, 'unknown-value')).toEqual([]);
  });

  test('after an end nothing opens again by an old look that says connected', () => {
    const input = stream('eventTime', [
      [0, agent({ state: 'connected', connectedTime: 0 })],
      [30, agent({ state: 'connected', connectedTime: 0, endTime: 30, startAcwTime: 30 })],
    ]);
    const timeline = draw(input, { now: 40 });
    expect(show(timeline, 'agent')).toMatch(/^connected 0-30 \| acw 30-/);
  });
});

describe('the default now of a stream', () => {
  test('is the latest instant in the data, the time of the events included', () => {
    const timeline = draw(stream('eventTime', states([0, 'connected'], [25, 'connected'])));
    expect(show(timeline, 'agent')).toBe('connected 0-25 inferred');
    expect(timeline.live).toBe(true);
  });

  test('leaves out a planned resume', () => {
    const input = stream('eventTime', [
      [0, agent({ state: 'connected', connectedTime: 0 })],
      [10, agent({ state: 'parked', connectedTime: 0, parkTime: 10, resumeTime: 500 })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | parked 10-10 running | parked 10-500 planned');
  });

  test('now encloses the timeline while it is live', () => {
    const timeline = draw(stream('eventTime', states([0, 'connected'])), { now: 50 });
    expect([timeline.start, timeline.end].map((time) => new Date(time).toISOString())).toEqual([
      iso(0),
      iso(50),
    ]);
  });
});

test('what a look without a time shows again is as old as the next look that shows it', () => {
  const at = (state: string) => agent({ state, startTime: 0 });
  const steps: Step[] = [
    [1, at('connected')],
    [10, at('transmitting')],
    [undefined, at('connected')],
    [30, at('connected')],
    [100, agent({ state: 'disconnected', endTime: 100 })],
  ];
  expect(show(draw(stream('eventTime', steps)), 'agent')).toBe(
    'alerting 0-1 inferred | connected 1-10 inferred | transmitting 10-30 | connected 30-100',
  );
});

test('a look between that is silent on the state does not tell since when', () => {
  const steps: Step[] = [
    [undefined, agent({ state: 'connected' })],
    [5, agent({ held: false })],
    [19, agent({ state: 'connected' })],
    [40, agent({ state: 'disconnected', endTime: 40 })],
  ];
  expect(show(draw(stream('eventTime', steps)), 'agent')).toBe('connected 19-40 inferred');
});

describe('stale provider events', () => {
  // The customer was not touched by the second event, so its provider event still is the first one's.
  test('an unchanged participant keeps its old provider event, and is not moved by it', () => {
    const input = stream('none', [
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
    ]);
    const timeline = draw(input, { now: 20 });
    expect(show(timeline, 'customer')).toBe('connected 0-20 inferred');
    expect(show(timeline, 'agent')).toBe('alerting 5-9 | connected 9-20 running');
  });

  test('a change beside a stale provider event happened at the time of the event', () => {
    const input = stream('eventTime', [
      [0, agent({ state: 'connected', held: false, providerEventTime: 0 })],
      [10, agent({ state: 'connected', held: true, providerEventTime: 0 })],
      [20, agent({ state: 'connected', held: false, providerEventTime: 20 })],
      [30, agent({ state: 'disconnected', held: false, providerEventTime: 30 })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 inferred | hold 10-20 | connected 20-30');
  });

  test('a fresh provider event says better when a change happened than the event that brought it', () => {
    const input = stream('eventTime', [
      [0, agent({ state: 'connected', held: false, providerEventTime: 0 })],
      [10.5, agent({ state: 'connected', held: true, providerEventTime: 10 })],
      [20.5, agent({ state: 'connected', held: false, providerEventTime: 20 })],
      [30, agent({ state: 'disconnected', held: false, providerEventTime: 30 })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 inferred | hold 10-20 | connected 20-30');
  });
});

describe('looks without a time, of which only the start of the leg is known', () => {
  test.each([
    ['a talk behind the dialing', 'connected', 'dialing 0-0 inferred | connected 0-60 inferred'],
    ['what is no talk', 'transmitting', 'dialing 0-0 inferred | transmitting 0-60 inferred'],
  ])('are drawn one after another: %s', (_, state, expected) => {
    const input = stream('none', [
      [undefined, customer({ state: 'dialing', startTime: 0 })],
      [undefined, customer({ state, startTime: 0 })],
    ]);
    expect(show(draw(input, { now: 60 }), 'customer')).toBe(expected);
  });
});

test('an offer that a look shows goes before a start that comes behind it, and has no room at the connection', () => {
  const early = stream('eventTime', [[20, customer({ state: 'alerting', startTime: 40 })]]);
  expect(show(draw(early), 'customer')).toBe('alerting 20-40 inferred');
  const late = stream('eventTime', [[30, customer({ state: 'dialing', startTime: 15, connectedTime: 15 })]]);
  expect(show(draw(late), 'customer')).toBe('connected 15-30 running');
});

test('a word that nobody knows is told of whichever look says it, once a leg, the newest first', () => {
  const said = (state: string, direction: string, cobrowseRole: string) =>
    agent({ state, direction, cobrowseRole });
  const input = stream('eventTime', [
    [0, said('levitating', 'inbound', 'director')],
    [10, said('levitating', 'sideways', 'viewer')],
    [20, said('glowing', 'sideways', 'viewer')],
    [30, said('connected', 'inbound', 'sharer')],
  ]);
  const found = problems(draw(input, { now: 40 }), 'unknown-value');
  expect(found.map(({ severity, pointers: [pointer] }) => [severity, pointer])).toEqual([
    ['info', '/2/eventBody/participants/0/state'],
    ['info', '/2/eventBody/participants/0/direction'],
    ['info', '/1/eventBody/participants/0/state'],
    ['info', '/0/eventBody/participants/0/cobrowseRole'],
  ]);
});
