import type { Duration, Instant } from '../model/time';
import type { Range } from './range';

/** A quiet stretch that is drawn narrow: as wide as `shown` ms would be. */
export interface Fold extends Range {
  shown: Duration;
  /** Where it begins in drawn time. */
  drawn: Instant;
}

/** In order of time, none touching another. Most conversations have none. */
export type Folds = readonly Fold[];

export const NO_FOLDS: Folds = [];

/** All quiet stretches together take at most so much of the rest, */
const MOST = 0.3;
/** and each of them so much. */
const EACH = 0.04;

/** How wide each of some gaps is drawn: a share of the rest, whichever of them are folded now. */
export function foldWidth(gaps: readonly Range[], total: Duration): Duration {
  const hidden = gaps.reduce((sum, { start, end }) => sum + end - start, 0);
  const shortest = Math.min(...gaps.map(({ start, end }) => end - start));
  const share = Math.min(EACH, MOST / Math.max(gaps.length, 1));
  const wanted = Math.max(Math.round((total - hidden) * share), 20);
  return Math.min(wanted, Math.floor(shortest / 2));
}

/** Gaps to fold, in order of time, and how wide each is drawn. */
export function foldsFrom(gaps: readonly Range[], shown: Duration): Folds {
  let saved = 0;
  return gaps.map(({ start, end }) => {
    const fold = { start, end, shown, drawn: start - saved };
    saved += end - start - shown;
    return fold;
  });
}

/**
 * Drawn time: real time, with folded gaps shortened. Up to the first fold both are the same.
 *
 *     real    ├─────┼──────────────────┼────┤
 *     drawn   ├─────┼──┼────┤
 */
export function toDrawn(folds: Folds, instant: Instant): Instant {
  let drawn = instant;
  for (const fold of folds) {
    if (instant < fold.start) break;
    const inside = Math.min((instant - fold.start) / (fold.end - fold.start), 1);
    drawn = fold.drawn + inside * fold.shown + Math.max(instant - fold.end, 0);
  }
  return drawn;
}

export function fromDrawn(folds: Folds, drawn: Instant): Instant {
  let instant = drawn;
  for (const fold of folds) {
    if (drawn < fold.drawn) break;
    const inside = Math.min((drawn - fold.drawn) / fold.shown, 1);
    instant = fold.start + inside * (fold.end - fold.start) + Math.max(drawn - fold.drawn - fold.shown, 0);
  }
  return instant;
}

export function drawnRange(folds: Folds, { start, end }: Range): Range {
  return { start: toDrawn(folds, start), end: toDrawn(folds, end) };
}

/** What of a range is not folded. */
export function openParts(folds: Folds, range: Range): Range[] {
  const parts: Range[] = [];
  let { start } = range;
  for (const fold of folds) {
    if (fold.end <= start) continue;
    if (fold.start >= range.end) break;
    if (fold.start > start) parts.push({ start, end: fold.start });
    start = fold.end;
  }
  if (start < range.end) parts.push({ start, end: range.end });
  return parts;
}
