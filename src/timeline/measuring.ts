import type { RefObject } from 'react';
import type { Instant } from '../core/model/time';
import { findMark, rangeOfMark } from '../core/view/marks';
import { placeable } from '../core/view/placeable';
import { orderedRange, type Range } from '../core/view/range';
import { type TimeScale, toInstant } from '../core/view/scale';
import { snapped } from '../core/view/snap';
import type { AxisDrag } from './hands';
import type { Stage } from './stage';

/** Pixels within which a range that is being drawn catches on the end of a segment. */
const SNAP = 6;

/** The instant at a pixel, or that of the end of a segment close by. */
export function caughtAt({ columns }: Stage, scale: TimeScale, x: number): Instant {
  return snapped(columns, toInstant(scale, x), SNAP / scale.pixelsPerMs);
}

/** Marks all from what is marked, or else selected, to here. */
export function measureTo({ view, columns, dispatch }: Stage, to: Range): void {
  const { measured, selected } = view;
  const mark = selected === undefined ? undefined : findMark(columns.timeline, selected);
  const from = measured ?? (mark && rangeOfMark(mark)) ?? to;
  const range = { start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) };
  // A row in which nothing happens is nowhere in time, as is all where nobody says when.
  if (range.end >= range.start && placeable(columns.timeline)) dispatch({ type: 'measure', range });
}

/**
 * Drawing a range by hand from a pixel, on the axis or the overview; `scaleOn` maps pixels there to instants. The stage is
 * the newest, for the picture may grow meanwhile.
 */
export function measuring(
  newest: RefObject<Stage>,
  x: number,
  scaleOn: (stage: Stage) => TimeScale,
): AxisDrag {
  const at = (to: number) => caughtAt(newest.current, scaleOn(newest.current), to);
  const measure = (range?: Range) => newest.current.dispatch({ type: 'measure', range });
  const from = at(x);
  return {
    move: (to) => measure(orderedRange(from, at(to))),
    end(moved) {
      if (!moved) measure();
    },
  };
}
