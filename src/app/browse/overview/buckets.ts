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
}

/** How wide bars over time are: whole hours, days or weeks of the zone. */
export function bucketsFor(span: { from: Instant; to: Instant }, timeZone: string): Buckets {
  const zone = zoneFor(timeZone);
  const length = Math.max(1, span.to - span.from);
  const step = [...STEPS, ...DAYS].find((each) => length / each <= MOST) ?? 364 * DAY;
  const midnight = Math.floor((span.from + zone.offset(span.from)) / DAY) * DAY;
  return { step, origin: instantAt(midnight, zone) };
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
