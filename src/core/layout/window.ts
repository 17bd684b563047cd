import { drawnRange, type Folds, fromDrawn, NO_FOLDS, toDrawn } from '../view/folds';
import type { Pixel } from '../view/pixel';
import { onGrid, type Range, spanOf } from '../view/range';
import type { TimeScale } from '../view/scale';

/** What is laid out: wider than the screen, so that panning need not lay out again. */
export interface Window extends TimeScale {
  end: number;
  width: Pixel;
}

/**
 * Half screens are counted from the epoch, in drawn time; the window is the three that the screen touches. It
 * depends on the range alone, not on where one came from, and stays the same until a border is crossed.
 *
 *     half screens   ├──────┼──────┼──────┼──────┤
 *     screen            ╞═════════════╡
 *     window         ╞════════════════════╡
 */
export function windowOf(range: Range, width: Pixel, folds: Folds = NO_FOLDS): Window {
  const drawn = drawnRange(folds, range);
  const span = onGrid(spanOf(drawn)) || 1; // next to nothing is left of what lies in a fold
  const half = span / 2;
  const origin = Math.floor(drawn.start / half) * half;
  const start = fromDrawn(folds, origin);
  const end = fromDrawn(folds, origin + 3 * half);
  return { start, origin, end, width: width * 1.5, pixelsPerMs: width / span, folds };
}

/** How far the window is to be shifted to bring the range to the screen. */
export function panOf(window: Window, range: Range): Pixel {
  return (window.origin - toDrawn(window.folds, range.start)) * window.pixelsPerMs;
}
