import type { Instant } from '../model/time';
import type { Pixel } from '../view/pixel';
import { type TimeScale, toInstant, toPixel } from '../view/scale';
import type { Column } from './columns';
import { lowerBound } from '../model/lower-bound';

/** One bar, or several that are too small to be told apart. `first` and `last` are places in the column. */
export interface Bar {
  left: Pixel;
  right: Pixel;
  first: number;
  last: number;
  /** Some of it is under a pixel in truth, and was widened to be seen. */
  widened: boolean;
}

/** Bars at least this wide stand alone, with a gap to the next. */
const ALONE: Pixel = 3;
/** A single pixel of grey on white is easily overlooked. */
export const LEAST: Pixel = 2;

/**
 * Where many bars lie under one pixel it would be a waste to look at each: the first place from which on bars
 * begin after an instant, if none before it reaches further. Found by leaps that double.
 */
function swallowed({ starts, reach }: Column, from: number, until: Instant): number {
  let leap = 1;
  while (from + leap <= starts.length && (starts[from + leap - 1] ?? 0) < until) leap *= 2;
  const low = from + (leap >> 1);
  const high = Math.min(from + leap, starts.length);
  const next = low + lowerBound(high - low, (step) => (starts[low + step] ?? 0) >= until);
  return (reach[next - 1] ?? 0) <= until ? next : from;
}

/**
 * The bars of a column that touch a stretch of time. None is ever lost: what is under two pixels is widened to
 * two, and small ones that would overlap are drawn as one.
 *
 *     segments   ▕▕▕   ▕ ▕    ▕▔▔▔▔▔▔▔▔▏
 *     bars       ▐█    ▐ ▐    ▐████████▌
 */
export function mergedBars(column: Column, scale: TimeScale, until: Instant): Bar[] {
  const { starts, ends, reach } = column;
  const bars: Bar[] = [];
  const first = lowerBound(starts.length, (place) => (reach[place] ?? 0) >= scale.start);
  let open: Bar | undefined;
  for (let place = first; place < starts.length; place++) {
    if (open) {
      const next = swallowed(column, place, toInstant(scale, open.right));
      if (next > place) {
        open.last = next - 1;
        open.widened = true;
        place = next;
        if (place >= starts.length) break;
      }
    }
    const start = starts[place] ?? 0;
    if (start > until) break;
    const end = ends[place] ?? 0;
    if (end < scale.start) continue;
    const left = toPixel(scale, start);
    const exact = toPixel(scale, end);
    const right = Math.max(exact, left + LEAST);
    const small = right - left < ALONE;
    if (open && small && left < open.right) {
      open.right = Math.max(open.right, right);
      open.last = place;
      open.widened ||= exact - left < 1;
      continue;
    }
    const bar: Bar = { left, right, first: place, last: place, widened: exact - left < 1 };
    bars.push(bar);
    open = small ? bar : undefined;
  }
  return bars;
}
