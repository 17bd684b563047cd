import type { Duration, Instant } from '../model/time';

/** A stretch of time, `[start, end)`. */
export interface Range {
  start: Instant;
  end: Instant;
}

/**
 * What a view may show, with some air: `whole` is all of the conversation, `fit` the stretch in which it
 * happens (the same object as `whole`, unless far ends would squeeze it), `extent` how far one may pan.
 */
export interface Bounds {
  fit: Range;
  whole: Range;
  /** The conversation without any air. */
  told: Range;
  extent: Range;
  /** All that may come into sight, planned stretches too, without any air. */
  all: Range;
  /** Idle stretches that may be folded. */
  gaps: readonly Range[];
}

/** How much of the conversation lies before and after a range; nothing where it is next to nothing. */
export function outside(range: Range, { told }: Bounds): { before: Duration; after: Duration } {
  const least = spanOf(range) * 0.1;
  const over = (length: Duration) => (length > least ? length : 0);
  return { before: over(range.start - told.start), after: over(told.end - range.end) };
}

/** Below this the pixels would lie closer together than the data's own precision makes sense. */
export const SHORTEST_SPAN: Duration = 10;

export function spanOf(range: Range): Duration {
  return range.end - range.start;
}

/**
 * Rounded to 1/64 ms. Such values add and subtract without error at today's epoch times, so that the span
 * stays the same to the bit while panning, and with it everything that was laid out for that span.
 */
export function onGrid(value: number): number {
  return Math.round(value * 64) / 64;
}

export function rangeOf(start: Instant, span: Duration): Range {
  const from = onGrid(start);
  return { start: from, end: from + onGrid(span) };
}

export function orderedRange(one: Instant, other: Instant): Range {
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

export function padded(range: Range, share: number): Range {
  const pad = Math.max(spanOf(range) * share, SHORTEST_SPAN / 2);
  return rangeOf(range.start - pad, spanOf(range) + 2 * pad);
}

/** Moves and shrinks a range so that it lies inside the extent and is not too short. */
export function clampRange(range: Range, extent: Range): Range {
  const span = Math.min(Math.max(spanOf(range), SHORTEST_SPAN), spanOf(extent));
  // A range that had to change its length keeps its middle.
  const start = range.start + (spanOf(range) - span) / 2;
  const clamped = Math.min(Math.max(start, extent.start), extent.end - span);
  return rangeOf(clamped, span);
}
