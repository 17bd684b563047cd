import type { Duration, Instant } from '../../../core/index';
import { type Zone, zoneFor } from '../../../ui/zone';
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
  /** By which bars begin, where clocks change among them. */
  wall?: Zone;
}

/** Over more days than these a source is not asked for each hour. */
const MOST_BY_HOUR = 800 * DAY;

/** An hour is an hour whatever clocks show; of all longer bars one is an hour longer or shorter. */
function changesWithin({ step, span }: Buckets, zone: Zone): boolean {
  if (step <= HOUR || span.to - span.from > MOST_BY_HOUR) return false;
  const end = span.to + step;
  for (let at = span.from - step; at < end; at += DAY)
    if (zone.offset(at) !== zone.offset(Math.min(at + DAY, end))) return true;
  return false;
}

/** How wide bars over time are: whole hours, days or weeks of the zone. */
export function bucketsFor(span: { from: Instant; to: Instant }, timeZone: string): Buckets {
  const zone = zoneFor(timeZone);
  const length = Math.max(1, span.to - span.from);
  const step = [...STEPS, ...DAYS].find((each) => length / each <= MOST) ?? 364 * DAY;
  const midnight = Math.floor((span.from + zone.offset(span.from)) / DAY) * DAY;
  const buckets = { step, origin: instantAt(midnight, zone), span };
  return changesWithin(buckets, zone) ? { ...buckets, wall: zone } : buckets;
}

/** What the source is asked for: it knows no zones, so where clocks change it counts hours, which `placed` adds up. */
export function asQuestion({ step, origin, wall }: Buckets): { step: Duration; origin: Instant } {
  return { step: wall ? HOUR : step, origin };
}

function onWall(at: Instant, { wall }: Buckets): number {
  return at + (wall ? wall.offset(at) : 0);
}

/** Where the first bar begins on the wall: at midnight, also of a day that has none, as clocks were put on then. */
function originOnWall(buckets: Buckets): number {
  const origin = onWall(buckets.origin, buckets);
  return buckets.wall ? Math.floor(origin / DAY) * DAY : origin;
}

/** Of the bar that an instant lies in, counted from the origin. */
function placeOf(at: Instant, buckets: Buckets): number {
  return Math.floor((onWall(at, buckets) - originOnWall(buckets)) / buckets.step);
}

function beginning(place: number, buckets: Buckets): Instant {
  const at = originOnWall(buckets) + place * buckets.step;
  return buckets.wall ? instantAt(at, buckets.wall) : at;
}

/** Where the bar ends that begins there. */
export function endOf(start: Instant, buckets: Buckets): Instant {
  return beginning(placeOf(start, buckets) + 1, buckets);
}

/** Where the bar before it begins. */
export function beginningBefore(start: Instant, buckets: Buckets): Instant {
  return beginning(placeOf(start, buckets) - 1, buckets);
}

/**
 * What was counted, by bars that begin at midnight and at the same hours on both sides of a change of clocks:
 *
 *     found    22 23│00 01 02 02 03 04 05 06 ...
 *     bars     ─────┤├──────────┤├───────┤
 *                    0           3        6      four hours long, once
 */
export function placed<B extends { start: Instant }>(
  found: readonly B[],
  buckets: Buckets,
  sum: (one: B, other: B) => B,
): B[] {
  if (!buckets.wall) return [...found];
  const bars = new Map<number, B>();
  for (const each of found) {
    const place = placeOf(each.start, buckets);
    const known = bars.get(place);
    bars.set(place, known ? sum(known, each) : { ...each, start: beginning(place, buckets) });
  }
  return [...bars.values()];
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
export function within<B extends { start: Instant }>(found: readonly B[], buckets: Buckets): B[] {
  const { from, to } = buckets.span;
  return found.filter(({ start }) => endOf(start, buckets) > from && start <= to);
}

/** With the empty ones between: a gap in time is a gap in the picture. */
export function filled<B extends { start: Instant }>(
  found: readonly B[],
  buckets: Buckets,
  empty: (start: Instant) => B,
): B[] {
  const all: B[] = [];
  let next: number | undefined;
  for (const bucket of found) {
    const place = placeOf(bucket.start, buckets);
    // A stray far away would be thousands of bars of nothing.
    const until = Math.min(place, (next ?? place) + 4 * MOST);
    for (let at = next ?? place; at < until; at++) {
      const start = beginning(at, buckets);
      // A day may have been left out.
      if (placeOf(start, buckets) === at) all.push(empty(start));
    }
    all.push(bucket);
    next = place + 1;
  }
  return all;
}
