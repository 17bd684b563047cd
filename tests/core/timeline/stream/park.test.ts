import { describe, expect, test } from 'vitest';
import { agent, CLOCKS, draw, problems, show, type Step, stream } from '../../../fixtures/stream';

const connected = { state: 'connected', connectedTime: 0 };
const parked = { state: 'parked', connectedTime: 0 };
const over = agent({ ...connected, state: 'disconnected', endTime: 100 });

describe('parking in a stream', () => {
  test.each(CLOCKS)('the state opens and closes it, time in %s', (clock) => {
    const input = stream(clock, [
      [0, agent(connected)],
      [10, agent(parked)],
      [30, agent(connected)],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | parked 10-30 | connected 30-100');
  });

  test('its own times win', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [11, agent({ ...parked, parkTime: 10 })],
      [31, agent({ ...connected, parkTime: 10, resumeTime: 30 })],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | parked 10-30 | connected 30-100');
  });

  test('a park time that stays after the resume parks only once', () => {
    const back = agent({ ...connected, parkTime: 10 });
    const input = stream('eventTime', [
      [0, agent(connected)],
      [11, agent({ ...parked, parkTime: 10 })],
      [30, back],
      [40, back],
      [100, over],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('connected 0-10 | parked 10-30 | connected 30-100');
    expect(problems(timeline, 'park-end-unknown')).toEqual([]);
  });

  test('the time that a later look is the first to tell is its start', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [10, agent(parked)],
      [20, agent({ ...parked, parkTime: 8 })],
      [30, agent({ ...connected, parkTime: 8 })],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-8 | parked 8-30 | connected 30-100');
  });

  test('two parks are two', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [10, agent({ ...parked, parkTime: 10 })],
      [20, agent({ ...connected, parkTime: 10 })],
      [40, agent({ ...parked, parkTime: 40 })],
      [60, agent({ ...connected, parkTime: 40 })],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe(
      'connected 0-10 | parked 10-20 | connected 20-40 | parked 40-60 | connected 60-100',
    );
  });

  test('parked and resumed between two looks', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [30, agent({ ...connected, parkTime: 10, resumeTime: 20 })],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | parked 10-20 | connected 20-100');
  });

  test.each([
    ['before all looks', 'parked 5-20'],
    ['as it was offered', 'alerting 0-5 inferred | parked 5-20'],
    ['between two looks', 'alerting 0-5 inferred | parked 5-20'],
  ])('parked %s, it is connected since its resume, which a later look tells', (when, before) => {
    const offered: Step = [0, agent({ state: 'alerting' })];
    const seen: Step = [10, agent({ state: 'parked', parkTime: 5 })];
    const input = stream('eventTime', [
      ...(when === 'before all looks' ? [] : [offered]),
      ...(when === 'between two looks' ? [] : [seen]),
      [30, agent({ state: 'connected', parkTime: 5, resumeTime: 20 })],
      [100, agent({ state: 'disconnected', parkTime: 5, resumeTime: 20, endTime: 100 })],
    ]);
    expect(show(draw(input), 'agent')).toBe(`${before} | connected 20-100`);
  });

  test('parked between two looks and back without a resume: at most until the look', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [30, agent({ ...connected, parkTime: 10 })],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toMatch(
      /^connected 0-10 \| parked 10-30 inferred \| connected 30-100/,
    );
  });

  test.each([{}, { resumeTime: 30 }])('back at the instant of the picture: it goes on, %j', (resume) => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [10, agent({ ...parked, parkTime: 10 })],
      [30, agent({ ...connected, parkTime: 10, ...resume })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | parked 10-30 | connected 30-30 running');
  });

  test('parked, back and held between two looks: it was over when the hold began', () => {
    const input = stream('eventTime', [
      [0, agent({ ...connected, held: true, startHoldTime: 0 })],
      [5, agent({ ...connected, held: false })],
      [30, agent({ ...connected, parkTime: 10, held: true, startHoldTime: 20 })],
      [40, agent({ ...connected, parkTime: 10, held: false })],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe(
      'hold 0-5 | connected 5-10 | parked 10-20 inferred | hold 20-40 | connected 40-100',
    );
  });

  test('parked and back before the first look: at most until that look', () => {
    const input = stream('eventTime', [
      [30, agent({ ...connected, parkTime: 10 })],
      [100, over],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe(
      'connected 0-10 | parked 10-30 inferred | connected 30-100 inferred',
    );
    expect(problems(timeline, 'park-end-unknown')).toHaveLength(1);
  });

  test('parked with a resume ahead: running to now, planned beyond', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [10, agent({ ...parked, parkTime: 10, resumeTime: 500 })],
    ]);
    expect(show(draw(input, { now: 60 }), 'agent')).toBe(
      'connected 0-10 | parked 10-60 running | parked 60-500 planned',
    );
  });

  test('a plan that was given up leaves nothing planned', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [10, agent({ ...parked, parkTime: 10, resumeTime: 500 })],
      [40, agent(connected)],
    ]);
    expect(show(draw(input, { now: 60 }), 'agent')).toBe(
      'connected 0-10 | parked 10-40 | connected 40-60 running',
    );
  });

  describe.each([
    ['before the resume that is still told', 60],
    ['before the resume that is told, which has passed since', 600],
  ])('back %s', (_, now) => {
    const plan = { parkTime: 10, resumeTime: 500 };
    test('ends it when the state says so', () => {
      const input = stream('eventTime', [
        [0, agent(connected)],
        [10, agent({ ...parked, ...plan })],
        [40, agent({ ...connected, ...plan })],
      ]);
      expect(show(draw(input, { now }), 'agent')).toBe(
        `connected 0-10 | parked 10-40 | connected 40-${now} running`,
      );
    });

    test('and parked again: each has its own end', () => {
      const input = stream('eventTime', [
        [0, agent(connected)],
        [10, agent({ ...parked, ...plan })],
        [40, agent({ ...connected, ...plan })],
        [50, agent({ ...parked, parkTime: 50, resumeTime: 55 })],
      ]);
      expect(show(draw(input, { now }), 'agent')).toBe(
        `connected 0-10 | parked 10-40 | connected 40-50 | parked 50-55 | connected 55-${now} inferred`,
      );
    });
  });

  test('a resume that has passed when the look is taken that tells it stands', () => {
    const plan = { parkTime: 10, resumeTime: 30 };
    const input = stream('eventTime', [
      [0, agent(connected)],
      [10, agent({ ...parked, ...plan })],
      [45, agent({ ...connected, ...plan })],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | parked 10-30 | connected 30-100');
  });

  test('parked anew before the resume: what was planned is planned once', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [10, agent({ ...parked, parkTime: 10, resumeTime: 500 })],
      [20, agent({ ...parked, parkTime: 20, resumeTime: 500 })],
    ]);
    expect(show(draw(input, { now: 60 }), 'agent')).toBe(
      'connected 0-10 | parked 10-20 inferred | parked 20-60 running | parked 60-500 planned',
    );
  });

  test('the resume was put off: parked up to the new one', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [10, agent({ ...parked, parkTime: 10, resumeTime: 30 })],
      [20, agent({ ...parked, parkTime: 10, resumeTime: 500 })],
    ]);
    expect(show(draw(input, { now: 60 }), 'agent')).toBe(
      'connected 0-10 | parked 10-60 running | parked 60-500 planned',
    );
  });

  test('a partial look that omits the resume does not take it back', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [11, agent({ ...parked, parkTime: 10, resumeTime: 30 })],
      [40, agent(connected)],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | parked 10-30 | connected 30-100');
  });

  test.each([
    ['before a resume that has passed since', 30, 'parked 10-20 inferred'],
    ['behind the resume', 15, 'parked 10-15 | connected 15-20'],
  ])('parked anew %s', (_, resumeTime, first) => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [11, agent({ ...parked, parkTime: 10, resumeTime })],
      [21, agent({ ...parked, parkTime: 20, resumeTime: 40 })],
      [50, agent({ ...connected, parkTime: 20, resumeTime: 40 })],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe(`connected 0-10 | ${first} | parked 20-40 | connected 40-100`);
  });

  test.each([
    ['that was overtaken', 50],
    ['that has been kept', 20],
  ])('a resume %s is none of the next park, which only the state shows', (_, resumeTime) => {
    const input = stream('eventTime', [
      [0, agent({ ...connected, resumeTime })],
      [10, agent({ ...parked, resumeTime })],
      [20, agent({ ...connected, resumeTime })],
      [40, agent({ ...parked, resumeTime })],
      [55, agent({ ...parked, resumeTime })],
      [60, agent({ ...connected, resumeTime })],
      [100, over],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe(
      'connected 0-10 | parked 10-20 | connected 20-40 | parked 40-60 | connected 60-100',
    );
    expect(show(draw((input as unknown[]).slice(0, 4), { now: 45 }), 'agent')).toBe(
      'connected 0-10 | parked 10-20 | connected 20-40 | parked 40-45 running',
    );
  });

  test('parked in the first look, without a time: from that look, inferred', () => {
    const input = stream('eventTime', [
      [10, agent({ state: 'parked' })],
      [30, agent({ state: 'connected' })],
      [50, agent({ state: 'disconnected' })],
    ]);
    expect(show(draw(input), 'agent')).toMatch(/parked 10-30 inferred \| connected 30-50$/);
    const before = stream('eventTime', [[undefined, agent({ state: 'parked' })]]) as unknown[];
    expect(show(draw([...before, ...(input as unknown[])]), 'agent')).toMatch(
      /^parked 10-30 inferred \| connected 30-50$/,
    );
  });

  test('parked and gone: to the end, inferred', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [10, agent({ ...parked, parkTime: 10 })],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | parked 10-100 inferred');
  });

  test('parked again, where only a look without a time showed it back in between', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [10, agent({ ...parked, parkTime: 10 })],
      [undefined, agent({ ...connected, parkTime: 10 })],
      [30, agent({ ...parked, parkTime: 10 })],
      [40, agent({ ...connected, parkTime: 10 })],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe(
      'connected 0-10 | parked 10-30 inferred | parked 30-40 | connected 40-100',
    );
  });

  test('parked anew, where only a look without a time showed it back: it was over by then', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [10, agent({ ...parked, parkTime: 10 })],
      [undefined, agent({ ...connected, parkTime: 10 })],
      [41, agent({ ...parked, parkTime: 40 })],
      [60, agent({ ...connected, parkTime: 40 })],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe(
      'connected 0-10 | parked 10-40 inferred | parked 40-60 | connected 60-100',
    );
  });

  test('a look without a time that shows it back takes no plan back, the next that has one does', () => {
    const back = agent({ ...connected, parkTime: 10, resumeTime: 50 });
    const steps: Step[] = [
      [0, agent(connected)],
      [10, agent({ ...parked, parkTime: 10, resumeTime: 50 })],
      [undefined, back],
      [30, back],
    ];
    const drawn = (count: number) =>
      show(draw(stream('eventTime', steps.slice(0, count)), { now: 40 }), 'agent');
    expect(drawn(3)).toBe('connected 0-10 | parked 10-40 running | parked 40-50 planned');
    expect(drawn(4)).toBe('connected 0-10 | parked 10-30 | connected 30-40 running');
  });

  test('back in a look without a time, then in the first that has one: nobody knows when, and it is told', () => {
    const back = agent({ ...connected, parkTime: 10 });
    const timeline = draw(
      stream('eventTime', [
        [undefined, agent({ ...parked, parkTime: 10 })],
        [undefined, back],
        [30, back],
        [100, over],
      ]),
    );
    expect(show(timeline, 'agent')).toBe(
      'connected 0-10 | parked 10-30 inferred | connected 30-100 inferred',
    );
    expect(problems(timeline, 'park-end-unknown')).toHaveLength(1);
    expect(timeline.lanes[0]?.milestones.map(({ kind }) => kind)).not.toContain('resume');
  });

  test('parked once more in a look without a time: what was before did not surely last', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [10, agent(parked)],
      [20, agent(connected)],
      [undefined, agent(parked)],
    ]);
    expect(show(draw(input, { now: 40 }), 'agent')).toBe(
      'connected 0-10 | parked 10-20 | connected 20-40 inferred',
    );
  });

  test('what it was in after the resume, it was in before it was connected again', () => {
    const resumed = { parkTime: 5, resumeTime: 20 };
    const input = stream('eventTime', [
      [0, agent({ state: 'alerting' })],
      [6, agent({ state: 'parked', parkTime: 5 })],
      [30, agent({ state: 'connected', ...resumed })],
      [40, agent({ state: 'transmitting', ...resumed })],
      [50, agent({ state: 'connected', ...resumed })],
      [100, agent({ state: 'disconnected', ...resumed, endTime: 100 })],
    ]);
    expect(show(draw(input), 'agent')).toBe(
      'alerting 0-5 inferred | parked 5-20 | connected 20-40 | transmitting 40-50 | connected 50-100',
    );
  });

  test.each([
    ['over', 'disconnected', 'connected 50-100'],
    ['in another state', 'transmitting', 'transmitting 40-50 | connected 50-100'],
  ])('seen %s after the resume, it was not connected since then', (_, state, after) => {
    const resumed = { parkTime: 5, resumeTime: 20 };
    const input = stream('eventTime', [
      [6, agent({ state: 'parked', parkTime: 5 })],
      [40, agent({ state, ...resumed })],
      [50, agent({ state: 'connected', ...resumed })],
      [100, agent({ state: 'disconnected', ...resumed, endTime: 100 })],
    ]);
    expect(show(draw(input), 'agent')).toBe(`parked 5-20 | ${after}`);
  });

  test('a partial look that omits the state does not resume', () => {
    const input = stream('eventTime', [
      [0, agent(connected)],
      [10, agent(parked)],
      [20, agent({})],
      [30, agent(connected)],
      [100, over],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-10 | parked 10-30 | connected 30-100');
  });
});
