import type { Duration, Instant } from '../model/time';
import type { Timeline } from '../model/timeline';
import { isStaff } from '../timeline/words';
import { type Folds, foldsFrom, foldWidth, NO_FOLDS } from './folds';
import type { Range } from './range';
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

const AT_REST = new Set(['scheduled', 'parked', 'queued']);

function spansOf(timeline: Timeline): Span[] {
  return timeline.lanes.flatMap(({ purpose, tracks, roles }) => {
    const outside = purpose === 'customer' || purpose === 'external';
    const spans = tracks.flatMap(({ segments }) =>
      segments.map(({ start, end, type, certainty }): Span => {
        const resting = AT_REST.has(type) || certainty === 'planned';
        return { start, end, busy: !outside && !resting && (isStaff(purpose) || type !== 'connected') };
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
  const total = told.end - told.start;
  const gaps: Range[] = [];
  let previous: Instant | undefined;
  for (const change of changesOf(timeline, spans)) {
    if (change < told.start || change > told.end) continue;
    const gap = previous === undefined ? undefined : { start: previous, end: change };
    // Most neighbours are close: only the few that are not are looked at.
    const wide = gap && gap.end - gap.start >= Math.max(total * EMPTY.share, MINUTE);
    if (gap && wide && isIdle(spans, gap, total)) gaps.push(gap);
    previous = change;
  }
  return gaps;
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
