import type { Duration, Instant } from '../../../core/index';
import { zoneFor } from '../../../ui/zone';
import { instantAt } from '../state/period';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEPS = [1, 2, 3, 6, 24].map((hours) => hours * HOUR);
const DAYS = [2, 7, 14, 28, 91, 182, 364].map((days) => days * DAY);
/** As many bars as can be told apart. */
const MOST = 96;

export interface Buckets {
  step: Duration;
  /** A beginning of a bucket: midnight of the zone. */
  origin: Instant;
  /** What is drawn: all, or all but strays. */
  span: { from: Instant; to: Instant };
}

/** How wide bars over time are: whole hours, days or weeks of the zone. */
export function bucketsFor(span: { from: Instant; to: Instant }, timeZone: string): Buckets {
  const zone = zoneFor(timeZone);
  const length = Math.max(1, span.to - span.from);
  const step = [...STEPS, ...DAYS].find((each) => length / each <= MOST) ?? 364 * DAY;
  const midnight = Math.floor((span.from + zone.offset(span.from)) / DAY) * DAY;
  return { step, origin: instantAt(midnight, zone), span };
}

/** A stray record years away must not make one bar of all others: so few may lie outside of what is drawn. */
const STRAY = 0.02;
/** Beyond so long a time, strays are looked for. */
export const LONG = 400 * DAY;
/** In pieces of this length. */
export const PIECE = 28 * DAY;

/**
 * The shortest stretch that holds all but some strays, where it is far shorter than the whole:
 *
 *     1 ........................................ 512 730 698      nine in ten bars would be empty
 *                                                ├─────────┤
 */
export function mainPart(
  pieces: readonly { start: Instant; count: number }[],
): { from: Instant; to: Instant } | undefined {
  const total = pieces.reduce((sum, { count }) => sum + count, 0);
  const wanted = total - Math.floor(total * STRAY);
  let best: { from: Instant; to: Instant } | undefined;
  let first = 0;
  let held = 0;
  for (const { start, count } of pieces) {
    held += count;
    for (let least = pieces[first]; least && held - least.count >= wanted; least = pieces[first]) {
      held -= least.count;
      first += 1;
    }
    const from = pieces[first]?.start ?? start;
    const to = start + PIECE;
    if (held >= wanted && (!best || to - from < best.to - best.from)) best = { from, to };
  }
  const whole = (pieces.at(-1)?.start ?? 0) - (pieces[0]?.start ?? 0) + PIECE;
  return best && (best.to - best.from) * 4 <= whole ? best : undefined;
}

/** Those that are drawn. */
export function within<B extends { start: Instant }>(buckets: readonly B[], { span, step }: Buckets): B[] {
  return buckets.filter(({ start }) => start + step > span.from && start <= span.to);
}

/** With the empty ones between: a gap in time is a gap in the picture. */
export function filled<B extends { start: Instant }>(
  buckets: readonly B[],
  step: Duration,
  empty: (start: Instant) => B,
): B[] {
  const all: B[] = [];
  for (const bucket of buckets) {
    const last = all.at(-1);
    if (last) {
      const missing = Math.round((bucket.start - last.start) / step) - 1;
      // A stray far away would be thousands of bars of nothing.
      for (let i = 1; i <= Math.min(missing, 4 * MOST); i++) all.push(empty(last.start + i * step));
    }
    all.push(bucket);
  }
  return all;
}
