import type { Pixel } from '../view/pixel';
import { type Range, spanOf } from '../view/range';
import type { TimeScale } from '../view/scale';

/** What is laid out: wider than the screen, so that panning need not lay out again. */
export interface Window extends TimeScale {
  end: number;
  width: Pixel;
}

/**
 * Half screens are counted from the epoch; the window is the three that the screen touches. It depends on the
 * range alone, not on where one came from, and stays the same until a border is crossed.
 *
 *     half screens   ├──────┼──────┼──────┼──────┤
 *     screen            ╞═════════════╡
 *     window         ╞════════════════════╡
 */
export function windowOf(range: Range, width: Pixel): Window {
  const half = spanOf(range) / 2;
  const start = Math.floor(range.start / half) * half;
  return { start, end: start + 3 * half, width: width * 1.5, pixelsPerMs: width / spanOf(range) };
}

/** How far the window is to be shifted to bring the range to the screen. */
export function panOf(window: Window, range: Range): Pixel {
  return (window.start - range.start) * window.pixelsPerMs;
}
