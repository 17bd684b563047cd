import { describe, expect, test } from 'vitest';
import { measure } from '../../../../src/core/index';
import { agent, at, customer, draw, lane, problems, show, type Step, stream } from '../../../fixtures/stream';

const ended = { state: 'terminated', connectedTime: 0, endTime: 60 };
const talk = agent({ state: 'connected', connectedTime: 0 });

describe('after-call work in a stream', () => {
  test('is told by its own times', () => {
    const input = stream('eventTime', [
      [0, talk],
      [60, agent({ ...ended, startAcwTime: 60 })],
      [90, agent({ ...ended, startAcwTime: 60, endAcwTime: 89 })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-60 | acw 60-89');
  });

  test('that a communication tells is known to looks that have none', () => {
    const call = { id: 'x', state: 'terminated', connectedTime: 0, disconnectedTime: 60 };
    const input = [
      ...(stream('eventTime', [[0, talk]]) as object[]),
      { id: 'c1', participants: [agent({ calls: [{ ...call, afterCallWork: { startTime: 60 } }] })] },
      ...(stream('eventTime', [[90, agent({ ...ended, endAcwTime: 80 })]]) as object[]),
    ];
    expect(show(draw(input), 'agent')).toBe('connected 0-60 | acw 60-80');
  });

  test('wrap-up alone ends it', () => {
    const input = stream('eventTime', [
      [0, talk],
      [60, agent({ ...ended, startAcwTime: 60 })],
      [90, agent({ ...ended, startAcwTime: 60, wrapup: { code: 'x', endTime: 88 } })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-60 | acw 60-88');
  });

  test('its overrun is told against the time allowed', () => {
    const input = stream('eventTime', [
      [0, talk],
      [60, agent({ ...ended, startAcwTime: 60, wrapupTimeoutMs: 10_000 })],
      [90, agent({ ...ended, startAcwTime: 60, endAcwTime: 90, wrapupTimeoutMs: 10_000 })],
    ]);
    expect(problems(draw(input), 'acw-overrun')).toHaveLength(1);
  });

  test('runs while the conversation is live', () => {
    const input = stream('eventTime', [
      [0, talk, customer({ state: 'connected', connectedTime: 0 })],
      [60, agent({ ...ended, startAcwTime: 60 }), customer({ state: 'connected', connectedTime: 0 })],
    ]);
    expect(show(draw(input, { now: 75 }), 'agent')).toBe('connected 0-60 | acw 60-75 running');
  });

  describe('that was skipped', () => {
    const worked = { ...ended, startAcwTime: 60, wrapupTimeoutMs: 5000 };
    const waiting = customer({ state: 'connected', connectedTime: 0 });
    const skip = (word: object, clock: 'eventTime' | 'none' = 'eventTime') =>
      draw(
        stream(clock, [
          [0, talk, waiting],
          [60, agent(worked), waiting],
          [64, agent({ ...worked, ...word }), waiting],
          [90, agent({ ...worked, ...word }), waiting],
        ]),
        { now: 95 },
      );

    test.each([
      ['skipped', { wrapupSkipped: true }],
      ['saved', { wrapup: { code: 'x', endTime: 60 } }],
    ])('or %s when another clock has it begin, is over', (_, word) => {
      const steps: Step[] = [
        [0, talk, waiting],
        [60, agent({ ...ended, startAcwTime: 60.02, ...word }), waiting],
      ];
      expect(show(draw(stream('eventTime', steps), { now: 95 }), 'agent')).toBe(
        'connected 0-60 | acw 60.02-60.02 inferred',
      );
    });

    test.each([
      ['its own word', { wrapupSkipped: true }],
      ['the state of the work', { afterCallWork: { state: 'skipped' } }],
    ])('ends with the look that is the first to show it, by %s', (_, word) => {
      const timeline = skip(word);
      expect(show(timeline, 'agent')).toBe('connected 0-60 | acw 60-64');
      expect(problems(timeline, 'acw-overrun')).toEqual([]);
      const saved = lane(timeline, 'agent').milestones.filter(({ kind }) => kind === 'wrapup');
      expect(saved).toMatchObject([{ at: at(64), label: 'skipped' }]);
    });

    test('goes on where no look says when', () => {
      expect(show(skip({ wrapupSkipped: true }, 'none'), 'agent')).toContain('acw 60-95 running');
    });

    test('goes on where a later look takes it back', () => {
      const input = stream('eventTime', [
        [60, agent(worked), waiting],
        [64, agent({ ...worked, wrapupSkipped: true }), waiting],
        [70, agent({ ...worked, wrapupSkipped: false }), waiting],
      ]);
      expect(show(draw(input, { now: 95 }), 'agent')).toContain('acw 60-95 running');
    });

    test('ends by its own time, where one is told', () => {
      expect(show(skip({ wrapupSkipped: true, endAcwTime: 63 }), 'agent')).toBe('connected 0-60 | acw 60-63');
    });

    test('goes on where the first look already shows it', () => {
      const input = stream('eventTime', [[64, agent({ ...worked, wrapupSkipped: true }), waiting]]);
      expect(show(draw(input, { now: 95 }), 'agent')).toContain('acw 60-95 running');
    });
  });

  test('flat events of two media tell of one after-call work, which is drawn and counted once', () => {
    const wrap = { startAcwTime: 60, endAcwTime: 80 };
    const calls = stream('eventTime', [
      [0, talk],
      [60, agent({ ...ended, ...wrap })],
    ]);
    const browse = stream('eventTime', [[61, agent({ ...ended, ...wrap })]], { media: 'cobrowsesessions' });
    const timeline = draw([calls, browse].flat());
    expect(measure(timeline).conversation.totals.acw).toBe(20_000);
    expect(show(timeline, 'agent', 'agent/call')).toContain('acw 60-80');
    expect(show(timeline, 'agent', 'agent/cobrowse')).not.toContain('acw');
  });

  test.each([
    ['its times', { startAcwTime: 60, endAcwTime: 80 }],
    ['its wrap-up', { startAcwTime: 60, wrapup: { code: 'x', endTime: 80 } }],
  ])('stands on the flat leg of the medium whose events tell it by %s', (_, wrap) => {
    const calls = stream('eventTime', [
      [0, talk],
      [60, agent(ended)],
    ]);
    const browse = stream('eventTime', [[61, agent({ ...ended, ...wrap })]], { media: 'cobrowsesessions' });
    const timeline = draw([calls, browse].flat());
    expect(show(timeline, 'agent', 'agent/call')).toBe('connected 0-60');
    expect(show(timeline, 'agent', 'agent/cobrowse')).toBe('connected 0-60 | acw 60-80');
  });
});
