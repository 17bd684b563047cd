import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eventStream } from '../../../fixtures/generate.mjs';
import {
  agent,
  CLOCKS,
  customer,
  draw,
  event,
  second,
  show,
  type Step,
  stream,
  withoutPlaces,
} from '../../../fixtures/stream';

const steps: Step[] = [
  [0, customer({ state: 'connected' })],
  [5, customer({ state: 'connected' }), agent({ state: 'alerting', startAlertingTime: 5 })],
  [9, customer({ state: 'connected' }), agent({ state: 'connected', held: false, controlling: [] })],
  [
    20,
    customer({ state: 'connected' }),
    agent({ state: 'connected', held: true, controlling: ['customer'] }),
  ],
  [30, customer({ state: 'connected' }), agent({ state: 'parked', held: false, controlling: [] })],
  [
    40,
    customer({ state: 'connected' }),
    agent({ state: 'connected', held: false, controlling: ['customer'] }),
  ],
  [60, customer({ state: 'disconnected' }), agent({ state: 'disconnected', startAcwTime: 60 })],
];

const twice = <T>(list: readonly T[]): T[] => list.flatMap((item) => [item, item]);

describe('an event that is delivered late, and stamped anew', () => {
  const call = { state: 'connected', connectedTime: 0 };
  const calls = (held: boolean, providerEventTime: number) => agent({ ...call, held, providerEventTime });
  const still = customer({ ...call, providerEventTime: 0 });
  const over = { ...call, state: 'terminated', endTime: 40, providerEventTime: 40 };
  const told: Step[] = [
    [1, still, calls(false, 0)],
    [11, still, calls(true, 10)],
    [21, still, calls(false, 20)],
    [41, still, agent(over)],
  ];
  const late: Step = [30, still, calls(true, 10)];
  const drawn = 'connected 0-10 | hold 10-20 | connected 20-40';

  test('once more changes nothing', () => {
    expect(show(draw(stream('eventTime', told)), 'agent')).toBe(drawn);
    expect(show(draw(stream('eventTime', [...told, late])), 'agent')).toBe(drawn);
    expect(show(draw(stream('eventTime', [late, ...told])), 'agent')).toBe(drawn);
  });

  test('for the first time is what it was', () => {
    const [first, , ...rest] = told as [Step, Step, ...Step[]];
    expect(show(draw(stream('eventTime', [first, ...rest, late])), 'agent')).toBe(drawn);
  });

  test('is before what looks of another kind tell of later', () => {
    const full = (held: boolean, providerEventTime: number) =>
      agent({ calls: [{ id: 'leg', ...call, held, providerEventTime }] });
    const input = [
      event('eventTime', [1, full(false, 0)], { media: '' }),
      event('eventTime', [26, full(false, 20)], { media: '' }),
      event('eventTime', [31, calls(true, 30)]),
      event('eventTime', [41, agent(over)]),
      event('eventTime', [45, calls(true, 10)]),
    ];
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | hold 10-20 | connected 20-30 | hold 30-40');
  });

  test('does not say that who came since is gone', () => {
    const joined = second({ state: 'connected', connectedTime: 15, providerEventTime: 15 });
    const input = stream('eventTime', [
      ...told.slice(0, 2),
      [16, still, calls(true, 10), joined],
      [21, still, calls(false, 20), joined],
      late,
      [41, still, agent(over), joined],
    ]);
    expect(show(draw(input, { now: 50 }), 'agent-2')).toBe('connected 15-50 running');
    expect(show(draw(input, { now: 50 }), 'agent')).toBe(drawn);
  });

  test('is not one whose newest participant has left', () => {
    const input = stream('eventTime', [
      [1, still, calls(false, 0)],
      [11, still, calls(true, 10)],
      [30, still],
    ]);
    expect(show(draw(input, { now: 50 }), 'agent')).toBe('connected 0-10 | hold 10-30');
  });

  test('leaves what has no time behind the look that it came after', () => {
    const input = stream('eventTime', [
      ...told.slice(0, 3),
      late,
      [undefined, agent({ name: 'Ana' })],
      ...told.slice(3),
    ]);
    expect(show(draw(input), 'agent')).toBe(drawn);
  });
});

describe('duplicates change nothing', () => {
  test.each([...CLOCKS, 'none' as const])('each event twice, time in %s', (clock) => {
    const once = draw(stream(clock, steps), { now: 70 });
    expect(withoutPlaces(draw(stream(clock, twice(steps)), { now: 70 }))).toEqual(withoutPlaces(once));
  });

  test.each(CLOCKS)('the whole stream twice, time in %s', (clock) => {
    const once = draw(stream(clock, steps), { now: 70 });
    expect(withoutPlaces(draw(stream(clock, [...steps, ...steps]), { now: 70 }))).toEqual(
      withoutPlaces(once),
    );
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('in the made stream of seed %i', (seed) => {
    const events = eventStream(seed);
    const once = withoutPlaces(draw(events));
    expect(withoutPlaces(draw(twice(events)))).toEqual(once);
    expect(withoutPlaces(draw([...events, ...events]))).toEqual(once);
  });

  test.each(['cobrowse-events.jsonl', 'detail-events.jsonl'])('in the sample %s', (name) => {
    const text = readFileSync(`public/samples/${name}`, 'utf8').trim();
    const events = text.split('\n').map((line) => JSON.parse(line) as unknown);
    expect(withoutPlaces(draw([...events, ...events]))).toEqual(withoutPlaces(draw(events)));
  });

  describe('of a stream whose events have no time of their own', () => {
    const offered = { startTime: 0, startAlertingTime: 0 };
    const talked = { ...offered, connectedTime: 5 };
    const untimed: Step[] = [
      [undefined, agent({ ...offered, state: 'alerting' })],
      [undefined, agent({ ...talked, state: 'connected', held: false })],
      [undefined, agent({ ...talked, state: 'connected', held: true, startHoldTime: 20 })],
      [undefined, agent({ ...talked, state: 'disconnected', held: true, startHoldTime: 20, endTime: 40 })],
    ];

    test('the whole twice', () => {
      const once = draw(stream('none', untimed));
      expect(show(once, 'agent')).toBe('alerting 0-5 | connected 5-20 | hold 20-40');
      expect(withoutPlaces(draw(stream('none', [...untimed, ...untimed])))).toEqual(withoutPlaces(once));
    });

    test('all but the last twice, which leaves a leg as far as it had come', () => {
      const going = untimed.slice(0, -1);
      const once = withoutPlaces(draw(stream('none', going), { now: 30 }));
      expect(withoutPlaces(draw(stream('none', [...going, ...going]), { now: 30 }))).toEqual(once);
    });

    test('but a call that goes on after each of two holds does, as it looked before', () => {
      const going = agent({ ...talked, state: 'connected', held: false });
      const held = (startHoldTime: number) =>
        agent({ ...talked, state: 'connected', held: true, startHoldTime });
      const ended = agent({ ...talked, state: 'disconnected', held: false, endTime: 40 });
      const steps = [going, held(20), going, held(30), going, ended].map((one): Step => [undefined, one]);
      const { lanes } = draw(stream('none', steps));
      const holds = lanes[0]?.tracks[0]?.segments.filter(({ type }) => type === 'hold');
      expect(holds?.map(({ certainty }) => certainty)).toEqual(['inferred', 'inferred']);
    });

    test('nor does another subscription that tells the same in its own words', () => {
      const other = untimed.map(([seconds, one = {}]): Step => [seconds, { ...one, provider: 'Edge' }]);
      const both = show(draw(stream('none', [...untimed, ...other])), 'agent');
      expect(both).toMatch(/^alerting 0-5 \| connected 5-20 \| hold 20-40/);
    });
  });
});
