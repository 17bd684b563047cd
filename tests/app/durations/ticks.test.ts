import { expect, test } from 'vitest';
import { ticksTo } from '../../../src/app/durations/ticks';

const MINUTE = 60_000;

test.each([
  { most: 15 * MINUTE + 8713, minutes: [0, 10, 20] },
  { most: 30 * MINUTE, minutes: [0, 10, 20, 30] },
  { most: 38 * MINUTE, minutes: [0, 15, 30, 45] },
  { most: 26 * 60 * MINUTE, minutes: [0, 720, 1440, 2160] },
])('the times below $most ms of bars are round', ({ most, minutes }) => {
  expect(ticksTo(most)).toEqual(minutes.map((minute) => minute * MINUTE));
});

test.each([0, 1, 2, 7, 499, 61_000, 3_600_001, 5e9, 2.6e14])(
  'there are at most four, from nothing to beyond %d ms',
  (most) => {
    const ticks = ticksTo(most);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThan(5);
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
    expect(ticks.at(-1)).toBeGreaterThan(0);
  },
);
