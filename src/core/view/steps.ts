import type { Duration } from '../model/time';

export const SECOND: Duration = 1000;
export const MINUTE: Duration = 60 * SECOND;
export const HOUR: Duration = 60 * MINUTE;
export const DAY: Duration = 24 * HOUR;
export const WEEK: Duration = 7 * DAY;

/** Distances of axis ticks that people can count in. */
const STEPS: readonly Duration[] = [
  1,
  2,
  5,
  10,
  20,
  50,
  100,
  200,
  500,
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2].map((n) => n * DAY),
  ...[1, 2, 4, 8, 13, 26, 52, 104, 260, 520].map((n) => n * WEEK),
];

/** The shortest step not shorter than wanted. */
export function stepFor(wanted: Duration): Duration {
  // Beyond what people count in, as with dates that stand for none: as many of the longest as it takes.
  return STEPS.find((step) => step >= wanted) ?? Math.ceil(wanted / (520 * WEEK)) * 520 * WEEK;
}

/** The next coarser step of which `step` is a part, for stronger lines. */
export function strongStep(step: Duration): Duration {
  return STEPS.find((other) => other >= step * 4 && other % step === 0) ?? step;
}
