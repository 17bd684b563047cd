import type { Duration, Instant } from '../model/time';

/** A stretch of time, `[start, end)`. */
export interface Interval {
  start: Instant;
  end: Instant;
}

/**
 * The stretch that is measured. Open-ended (±Infinity) on a side where the range asked for reaches the end
 * of the timeline, so that marks on the very last instant are within the whole.
 */
export type Window = Interval;

export const ALWAYS: Window = { start: -Infinity, end: Infinity };

/** The part of an interval within the window; its end is never before its start. */
export function clip(interval: Interval, window: Window): Interval {
  const start = Math.max(interval.start, window.start);
  return { start, end: Math.max(start, Math.min(interval.end, window.end)) };
}

/** Whether any of it lies in the window. A point lies in it unless it stands on its end. */
export function touches(interval: Interval, window: Window): boolean {
  if (interval.start >= window.end || window.start >= window.end) return false;
  return interval.end > window.start || interval.start >= window.start;
}

export function contains(window: Window, at: Instant): boolean {
  return at >= window.start && at < window.end;
}

/** In order of start, as the segments of a track come; only others are sorted. */
function inOrder(intervals: readonly Interval[]): readonly Interval[] {
  let last = -Infinity;
  for (const { start } of intervals) {
    if (start < last) return intervals.toSorted((one, other) => one.start - other.start);
    last = start;
  }
  return intervals;
}

/**
 * Length of the union, in ms, within the window: what overlaps is counted once.
 *
 *     intervals   ├────┤   ├──┤
 *                    ├──┤
 *     union       ├─────┤  ├──┤
 */
export function unionLength(intervals: readonly Interval[], window: Window): Duration {
  let length = 0;
  let until = window.start;
  for (const interval of inOrder(intervals)) {
    const start = Math.max(interval.start, until);
    const end = Math.min(interval.end, window.end);
    if (end <= start) continue;
    length += end - start;
    until = end;
  }
  return length;
}
