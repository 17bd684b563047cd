import type { Instant } from '../core/model/time';
import { findMark, rangeOfMark } from '../core/view/marks';
import { orderedRange, type Range } from '../core/view/range';
import { type TimeScale, toInstant } from '../core/view/scale';
import { snapped } from '../core/view/snap';
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
  // A row in which nothing happens is nowhere in time.
  if (range.end >= range.start) dispatch({ type: 'measure', range });
}

/** What is done while something is dragged along an axis; the stage is the newest, for the picture may grow meanwhile. */
export interface Drag {
  move(x: number, stage: Stage): void;
  end?(moved: boolean): void;
}

/** Drawing a range by hand from a pixel, on the axis or the overview; `scaleOn` maps pixels there to instants. */
export function measuring(stage: Stage, x: number, scaleOn: (stage: Stage) => TimeScale): Drag {
  const from = caughtAt(stage, scaleOn(stage), x);
  return {
    move(to, newest) {
      const at = caughtAt(newest, scaleOn(newest), to);
      stage.dispatch({ type: 'measure', range: orderedRange(from, at) });
    },
    end(moved) {
      if (!moved) stage.dispatch({ type: 'measure', range: undefined });
    },
  };
}
