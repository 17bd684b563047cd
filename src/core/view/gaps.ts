import type { Duration, Instant } from '../model/time';
import type { Timeline } from '../model/timeline';
import { isCustomer, isStaff } from '../timeline/purpose';
import { drawnRange, type Folds, foldsFrom, foldWidth, NO_FOLDS } from './folds';
import { type Bounds, type Range, spanOf } from './range';
import { DAY, MINUTE } from './steps';
import type { View } from './view';

interface Span extends Range {
  /** Somebody is at work, or a machine speaks: not a customer who waits. */
  busy: boolean;
}

/** Nothing at all is drawn in it: worth a fold from here on. */
const EMPTY = { least: MINUTE, share: 0.05 };
/** Somebody waits in it. */
const WAITING = { least: 30 * MINUTE, share: 0.2 };
/** Whoever seems to talk: nobody talks for days. */
const ABSURD = { least: DAY, share: 0.2 };

/** More folds than that would be all one sees; only the widest quiet stretches are looked at. */
const MOST_GAPS = 24;

/** All that is planned is of these, too. */
const AT_REST = new Set(['scheduled', 'parked', 'queued']);

function spansOf(timeline: Timeline): Span[] {
  return timeline.lanes.flatMap(({ purpose, tracks, roles }) => {
    const outside = isCustomer(purpose);
    const spans = tracks.flatMap(({ segments }) =>
      segments.map(({ start, end, type }): Span => {
        const working = isStaff(purpose) || type !== 'connected';
        return { start, end, busy: working && !outside && !AT_REST.has(type) };
      }),
    );
    return [...spans, ...roles.map(({ start, end }) => ({ start, end, busy: isStaff(purpose) }))];
  });
}

function changesOf(timeline: Timeline, spans: readonly Span[]): Instant[] {
  const changes = new Set<Instant>();
  for (const { start, end } of spans) changes.add(start).add(end);
  for (const { milestones } of timeline.lanes) for (const { at } of milestones) changes.add(at);
  for (const { start, end } of timeline.links) changes.add(start).add(end);
  return [...changes].toSorted((one, other) => one - other);
}

function isIdle(spans: readonly Span[], gap: Range, total: Duration): boolean {
  const length = gap.end - gap.start;
  const far = ({ least, share }: typeof EMPTY) => length >= least && length >= total * share;
  if (far(ABSURD)) return true;
  const across = spans.filter(({ start, end }) => start < gap.end && end > gap.start);
  return across.length === 0 ? far(EMPTY) : far(WAITING) && across.every(({ busy }) => !busy);
}

/**
 * Stretches in which nothing begins or ends and nobody is at work, long enough to be worth a fold. They depend
 * on the conversation alone, so that folds neither come nor go while one zooms.
 */
export function gapsOf(timeline: Timeline, told: Range): Range[] {
  const spans = spansOf(timeline);
  const quiet: Range[] = [];
  let previous: Instant | undefined;
  for (const change of changesOf(timeline, spans)) {
    if (change < told.start || change > told.end) continue;
    if (previous !== undefined && change - previous >= MINUTE) quiet.push({ start: previous, end: change });
    previous = change;
  }
  const widest = quiet.toSorted((one, other) => spanOf(other) - spanOf(one)).slice(0, MOST_GAPS);
  // Each is measured against what is left when wider ones are folded: hours are much, beside days they are not.
  let total = spanOf(told);
  const gaps = widest.filter((gap) => {
    const idle = isIdle(spans, gap, total);
    if (idle) total -= spanOf(gap);
    return idle;
  });
  return gaps.toSorted((one, other) => one.start - other.start);
}

/** What a view may show while gaps are folded: all of it fits, and air is measured in drawn time. */
export function boundsIn(bounds: Bounds, folds: Folds): Bounds {
  if (folds.length === 0) return bounds;
  const air = (range: Range, share: number): Range => {
    const pad = spanOf(drawnRange(folds, range)) * share;
    return { start: range.start - pad, end: range.end + pad };
  };
  const whole = air(bounds.told, 0.015);
  return { ...bounds, whole, fit: whole, extent: air(bounds.all, 0.5) };
}

/** Gaps, and which of them the view folds. */
export function foldsOf(
  { gaps, told }: { gaps: readonly Range[]; told: Range },
  { idle, opened }: Pick<View, 'idle' | 'opened'>,
): Folds {
  if (idle === 'shown' || gaps.length === 0) return NO_FOLDS;
  const folded = gaps.filter(({ start }) => !opened.includes(start));
  return folded.length === 0 ? NO_FOLDS : foldsFrom(folded, foldWidth(gaps, told.end - told.start));
}
