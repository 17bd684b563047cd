import { describe, expect, test } from 'vitest';
import { measure } from '../../../../src/core/index';
import {
  agent,
  at,
  CLOCKS,
  customer,
  draw,
  iso,
  lane,
  party,
  type Party,
  problems,
  reached,
  show,
  stream,
  type Step,
} from '../../../fixtures/stream';

const connected = { state: 'connected', connectedTime: 0 };
const on = (startHoldTime: number) => agent({ ...connected, held: true, startHoldTime });
const off = () => agent({ ...connected, held: false });
const over = agent({ ...connected, state: 'terminated', held: false, endTime: 100 });

const three: Step[] = [
  [0, off()],
  [10.2, on(10)],
  [20, off()],
  [30.2, on(30)],
  [41, off()],
  [50.2, on(50)],
  [65, off()],
  [100, over],
];

describe('three holds in a stream are three holds on the picture', () => {
  test.each(CLOCKS)('with the time of the events in %s', (clock) => {
    const input = stream(clock, three);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe(
      [
        'connected 0-10 | hold 10-20 | connected 20-30 | hold 30-41 | connected 41-50',
        'hold 50-65 | connected 65-100',
      ].join(' | '),
    );
    const { conversation } = measure(timeline);
    expect(conversation.holds).toBe(3);
    expect(conversation.totals.hold).toBe(36_000);
    expect(conversation.longestHold).toBe(15_000);
    expect(conversation.bounds.hold).toBeUndefined();
    expect(problems(timeline, 'hold-end-unknown')).toEqual([]);
  });

  test.each(CLOCKS)('and the evidence names both looks that decided an end, time in %s', (clock) => {
    const input = stream(clock, three);
    const holds = lane(draw(input), 'agent').tracks[0]?.segments.filter(({ type }) => type === 'hold');
    for (const [index, end] of [20, 41, 65].entries()) {
      const values = reached(input, holds?.[index]);
      expect(values).toContain(true);
      expect(values).toContain(false);
      expect(values).toContain(iso(end));
    }
    expect(reached(input, holds?.[1])).toContain(iso(30));
  });
});

test('holds that begin within half a second of one another are two, where one clock tells both', () => {
  const input = stream('eventTime', [
    [0, off()],
    [10, on(10)],
    [10.1, off()],
    [10.6, on(10.3)],
    [20, off()],
    [100, over],
  ]);
  expect(show(draw(input), 'agent')).toBe(
    'connected 0-10 | hold 10-10.1 | connected 10.1-10.3 | hold 10.3-20 | connected 20-100',
  );
});

// Rule 4: to the next known instant, inferred.
test.each(CLOCKS)('a look at a leg that is over knows no end of its hold, time in %s', (clock) => {
  const told = { ...over, startHoldTime: iso(40) };
  const timeline = draw(stream(clock, [[120, told]]));
  expect(show(timeline, 'agent')).toBe('connected 0-40 | hold 40-100 inferred');
  expect(problems(timeline, 'hold-end-unknown')).toHaveLength(1);
  expect(measure(timeline).conversation.bounds).toEqual({ talk: 'atLeast', hold: 'atMost' });
  const worked = draw(stream(clock, [[120, party({ ...told, startAcwTime: 90, endAcwTime: 110 })]]));
  expect(show(worked, 'agent')).toBe(
    'connected 0-40 | hold 40-90 inferred | connected 90-100 inferred | acw 90-110',
  );
});

describe('where a hold begins and ends', () => {
  test('without a start of its own it begins at the look that first shows it', () => {
    const input = stream('eventTime', [
      [0, agent({ ...connected, held: false })],
      [10, agent({ ...connected, held: true })],
      [20, agent({ ...connected, held: false })],
      [30, over],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | hold 10-20 | connected 20-100');
  });

  test('on hold already in the first look, with a start of its own: recorded', () => {
    const input = stream('eventTime', [
      [12, on(10)],
      [20, off()],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | hold 10-20 | connected 20-100');
  });

  test('begun between two looks, without a start: nothing is missing', () => {
    const on = agent({ ...connected, held: true });
    const input = stream('eventTime', [
      [0, off()],
      [10, on],
      [20, off()],
      [100, over],
    ]);
    expect(problems(draw(input))).toEqual([]);
  });

  test.each<[string, Party, Party]>([
    ['while it lasts', { held: true, startHoldTime: 8 }, { held: false }],
    ['when it is over', { held: true }, { held: false, startHoldTime: 8 }],
  ])('the start is that which a later look is the first to tell, %s', (_, then, last) => {
    const input = stream('eventTime', [
      [0, off()],
      [10, agent({ ...connected, held: true })],
      [15, agent({ ...connected, ...then })],
      [20, agent({ ...connected, ...last })],
      [100, over],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('connected 0-8 | hold 8-20 | connected 20-100');
    expect(problems(timeline)).toEqual([]);
    expect(reached(input, lane(timeline, 'agent').tracks[0]?.segments[1])).toContain(iso(8));
  });

  test('the start of one that the first look showed is told later: it is no longer without', () => {
    const input = stream('eventTime', [
      [10, agent({ ...connected, held: true })],
      [15, agent({ ...connected, held: true, startHoldTime: 8 })],
      [20, off()],
      [100, over],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('connected 0-8 | hold 8-20 | connected 20-100');
    expect(problems(timeline)).toEqual([]);
  });

  test.each([
    ['by clocks that differ is that of the same', 10.5, 'connected 0-10.5 | hold 10.5-30 | connected 30-100'],
    [
      'behind it is that of another',
      20,
      'connected 0-10 | hold 10-20 inferred | hold 20-30 | connected 30-100',
    ],
  ])('a start that comes later %s', (_, startHoldTime, drawn) => {
    const input = stream('eventTime', [
      [0, off()],
      [10, agent({ ...connected, held: true })],
      [25, agent({ ...connected, held: true, startHoldTime })],
      [30, off()],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe(drawn);
  });

  test('on hold already in the first look, without a start: from that look, inferred', () => {
    const input = stream('eventTime', [
      [12, agent({ ...connected, held: true })],
      [20, off()],
      [100, over],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('connected 0-12 inferred | hold 12-20 inferred | connected 20-100');
    expect(problems(timeline, 'held-without-start')).toHaveLength(1);
  });

  test('held and released between two looks: a hold with an end that is at most the later look', () => {
    const input = stream('eventTime', [
      [0, off()],
      [30, agent({ ...connected, held: false, startHoldTime: 10 })],
      [100, over],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('connected 0-10 | hold 10-30 inferred | connected 30-100 inferred');
    expect(measure(timeline).conversation.bounds.hold).toBe('atMost');
    expect(measure(timeline).conversation.holds).toBe(1);
    // What follows begins as the look says that it is no longer held.
    const after = lane(timeline, 'agent').tracks[0]?.segments.at(-1);
    expect(after?.evidence.pointers).toContainEqual(expect.stringMatching(/^\/1\/.*\/held$/));
  });

  test('another hold started since the last look: the first one ended by then', () => {
    const input = stream('eventTime', [
      [0, off()],
      [11, on(10)],
      [31, on(30)],
      [40, off()],
      [100, over],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe(
      'connected 0-10 | hold 10-30 inferred | hold 30-40 | connected 40-100',
    );
    expect(measure(timeline).conversation.holds).toBe(2);
  });

  test('held until the leg ended', () => {
    const input = stream('eventTime', [
      [0, off()],
      [11, on(10)],
      [61, agent({ ...connected, held: true, startHoldTime: 10, state: 'terminated', endTime: 60 })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | hold 10-60');
  });

  test.each([
    ['released', false, 'connected 30-100'],
    ['still held', true, 'hold 30-40 | connected 40-100'],
  ])('the leg was over while on hold, and came back %s: nothing is held in between', (_, held, drawn) => {
    const input = stream('eventTime', [
      [0, off()],
      [11, on(10)],
      [20, agent({ ...connected, state: 'terminated', held: true })],
      [30, agent({ ...connected, held })],
      [40, off()],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe(`connected 0-10 | hold 10-20 | ${drawn}`);
  });

  test('the look that ends the leg lets go of the hold too', () => {
    const input = stream('eventTime', [
      [0, off()],
      [11, on(10)],
      [61, agent({ ...connected, held: false, state: 'terminated', endTime: 60 })],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('connected 0-10 | hold 10-60');
    expect(measure(timeline).conversation.totals.hold).toBe(50_000);
  });

  test('still held when the data was taken: running, to now', () => {
    const input = stream('eventTime', [
      [0, off()],
      [11, on(10)],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | hold 10-11 running');
    expect(show(draw(input, { now: 50 }), 'agent')).toBe('connected 0-10 | hold 10-50 running');
  });

  test('a partial look that says nothing of held does not end the hold', () => {
    const input = stream('eventTime', [
      [0, off()],
      [11, on(10)],
      [20, party({ id: 'agent', purpose: 'agent', state: 'connected' })],
      [40, off()],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | hold 10-40 | connected 40-100');
  });

  test('the start that lingers after the release opens no second hold', () => {
    const lingering = agent({ ...connected, held: false, startHoldTime: 10 });
    const input = stream('eventTime', [
      [0, off()],
      [11, on(10)],
      [20, lingering],
      [30, lingering],
      [100, over],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('connected 0-10 | hold 10-20 | connected 20-100');
    expect(measure(timeline).conversation.holds).toBe(1);
  });

  test('held again without any look at its new start: from the look that shows it', () => {
    const input = stream('eventTime', [
      [0, off()],
      [11, on(10)],
      [20, off()],
      [30, on(10)],
      [40, off()],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe(
      'connected 0-10 | hold 10-20 | connected 20-30 | hold 30-40 | connected 40-100',
    );
  });

  test('evidence of the end names the last look that showed the hold, across a partial one', () => {
    const input = stream('eventTime', [
      [0, off()],
      [11, on(10)],
      [20, party({ id: 'agent', purpose: 'agent' })],
      [40, off()],
    ]);
    const [, hold] = lane(draw(input, { now: 50 }), 'agent').tracks[0]?.segments ?? [];
    expect(reached(input, hold)).toEqual(expect.arrayContaining([iso(10), true, false, iso(40)]));
  });

  test('two lanes hold apart from each other: each row follows its own data', () => {
    const mine = { state: 'connected', connectedTime: 0 };
    const input = stream('eventTime', [
      [0, agent({ ...mine, held: false }), customer({ ...mine, held: false })],
      [10, agent({ ...mine, held: true }), customer({ ...mine, held: false })],
      [20, agent({ ...mine, held: false }), customer({ ...mine, held: false })],
    ]);
    const timeline = draw(input, { now: 30 });
    expect(show(timeline, 'agent')).toBe('connected 0-10 | hold 10-20 | connected 20-30 running');
    expect(show(timeline, 'customer')).toBe('connected 0-30 running');
  });

  test('without any time a release ends its hold at an unknown instant', () => {
    const input = stream('none', [
      [undefined, off()],
      [undefined, on(10)],
      [undefined, off()],
      [undefined, over],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('connected 0-10 | hold 10-100 inferred');
    expect(problems(timeline, 'hold-end-unknown')).toHaveLength(1);
    expect(measure(timeline).conversation.bounds.hold).toBe('atMost');
    expect(timeline.end).toBe(at(100));
  });

  test('without times, a hold of unknown end lasts at most until the next one began', () => {
    const input = stream('none', [
      [undefined, on(10)],
      [undefined, off()],
      [undefined, on(30)],
      [undefined, over],
    ]);
    const timeline = draw(input);
    const segments = lane(timeline, 'agent').tracks[0]?.segments.filter(({ type }) => type === 'hold');
    expect(segments?.map(({ start, end }) => [start, end])).toEqual([
      [at(10), at(30)],
      [at(30), at(100)],
    ]);
    expect(measure(timeline).conversation.holds).toBe(2);
  });
});

describe('without times', () => {
  const starts = (...looks: Party[]) => {
    const timeline = draw(
      stream(
        'none',
        [...looks, over].map((look): Step => [undefined, look]),
      ),
    );
    const holds = lane(timeline, 'agent').tracks[0]?.segments.filter(({ type }) => type === 'hold') ?? [];
    const drawn = holds.map((hold) => `${(hold.start - at(0)) / 1000}-${(hold.end - at(0)) / 1000}`);
    return [drawn.join(' '), problems(timeline, 'held-without-start').length];
  };
  const unknown = agent({ ...connected, held: true });
  const passed = (startHoldTime: number) => agent({ ...connected, held: false, startHoldTime });

  test('a start that a later look tells of the same hold is not missing', () => {
    expect(starts(unknown, on(10))).toEqual(['10-100', 0]);
  });

  test('the start of another hold is not that of one before', () => {
    expect(starts(unknown, off(), on(10))).toEqual(['10-100', 1]);
  });

  test('each hold of unknown end lasts at most until the next', () => {
    expect(starts(passed(10), passed(20), passed(30))).toEqual(['10-20 20-30 30-100', 0]);
  });

  test('one that began before it ends none', () => {
    expect(starts(passed(30), passed(10))).toEqual(['10-30 30-100', 0]);
  });
});

describe('what the looks leave open', () => {
  test('a hold that came and went between two looks ended by the later one, and nobody knows when', () => {
    const passed = agent({ ...connected, held: false, startHoldTime: 10 });
    const timeline = draw(
      stream('metadata', [
        [0, off()],
        [30, passed],
        [100, over],
      ]),
    );
    expect(show(timeline, 'agent')).toBe('connected 0-10 | hold 10-30 inferred | connected 30-100 inferred');
    expect(problems(timeline, 'hold-end-unknown')).toHaveLength(1);
    expect(measure(timeline).conversation.bounds.hold).toBe('atMost');
  });

  test('released at the very instant of the picture: it is connected again', () => {
    const timeline = draw(
      stream('metadata', [
        [0, off()],
        [10, on(10)],
        [20, off()],
      ]),
    );
    expect(show(timeline, 'agent')).toBe('connected 0-10 | hold 10-20 | connected 20-20 running');
  });
});

describe('a leg that ends on hold', () => {
  const ended = agent({ ...connected, state: 'terminated', held: true, startHoldTime: 50, endTime: 80 });
  test.each([
    ['that carry their time', 90],
    ['without a time', undefined],
  ])('is held once, however many looks %s show it over', (_, later) => {
    const input = stream('eventTime', [
      [0, off()],
      [50, on(50)],
      [80, ended],
      [
        later,
        agent({ ...connected, state: 'terminated', held: true, startHoldTime: 50, endTime: 80, name: 'A' }),
      ],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('connected 0-50 | hold 50-80');
    expect(measure(timeline).conversation.holds).toBe(1);
    expect(problems(timeline, 'held-without-start')).toEqual([]);
  });
});

test('a document that tells since when a leg was held as it ended leaves nothing to ask', () => {
  const input = stream('eventTime', [
    [0, agent({ state: 'connected', held: false })],
    [50, agent({ state: 'connected', held: true })],
    [80, agent({ state: 'terminated', held: false })],
  ]) as unknown[];
  const held = agent({ ...connected, state: 'terminated', held: true, startHoldTime: 50, endTime: 80 });
  const timeline = draw([...input, { id: 'c1', participants: [held] }]);
  expect(show(timeline, 'agent')).toBe('connected 0-50 | hold 50-80');
  expect(problems(timeline, 'held-without-start')).toEqual([]);
});

test('the provider event of a participant with several legs tells when one of them changed', () => {
  const legs = (held: boolean, providerEventTime: number) => {
    const calls = [party({ id: 'k', state: 'connected', connectedTime: 0, held })];
    const chats = [party({ id: 'h', state: 'connected', connectedTime: 0 })];
    return agent({ calls, chats, providerEventTime });
  };
  const input = stream(
    'eventTime',
    [
      [0, legs(false, 0)],
      [13, legs(true, 10)],
      [22, legs(false, 20)],
      [30, legs(false, 20)],
    ],
    { media: '' },
  );
  expect(show(draw(input), 'agent', 'k')).toBe('connected 0-10 | hold 10-20 | connected 20-30 running');
});

test('a hold that a look without a time shows released was over when the next began', () => {
  const input = stream('eventTime', [
    [0, off()],
    [10.2, on(10)],
    [undefined, off()],
    [40, agent({ ...connected, held: false, startHoldTime: 30 })],
    [100, over],
  ]);
  expect(show(draw(input), 'agent')).toBe(
    'connected 0-10 | hold 10-30 inferred | hold 30-40 inferred | connected 40-100 inferred',
  );
});

test('held in a look without a time, then in the first that has one: from that one, inferred, and told', () => {
  const timeline = draw(
    stream('eventTime', [
      [undefined, agent({ state: 'connected', held: true })],
      [10, agent({ state: 'connected', held: true })],
      [20, agent({ state: 'connected', held: false })],
    ]),
    { now: 40 },
  );
  expect(show(timeline, 'agent')).toBe('hold 10-20 inferred | connected 20-40 running');
  expect(problems(timeline, 'held-without-start')).toHaveLength(1);
});

test('on hold in a first look that already shows the leg over: it ended with the leg', () => {
  const timeline = draw(
    stream('eventTime', [[15, agent({ ...connected, state: 'terminated', held: true })]]),
  );
  expect(problems(timeline, 'missing-end')).toHaveLength(1);
  expect(problems(timeline, 'hold-end-unknown')).toEqual([]);
});

test('released in a look without a time, then in the first that has one: nobody knows when, and it is told', () => {
  const timeline = draw(
    stream('eventTime', [
      [undefined, on(10)],
      [undefined, off()],
      [30, off()],
      [100, over],
    ]),
  );
  expect(show(timeline, 'agent')).toBe('connected 0-10 | hold 10-30 inferred | connected 30-100 inferred');
  expect(problems(timeline, 'hold-end-unknown')).toHaveLength(1);
});
