import type { Instant } from '../model/time';
import { type Folds, fromDrawn, NO_FOLDS, toDrawn } from './folds';
import type { Pixel } from './pixel';
import type { Range } from './range';

/** Maps instants to pixels: `start` lies at 0. Straight but for folded gaps, in which a pixel is much time. */
export interface TimeScale {
  start: Instant;
  /** Outside of folds. */
  pixelsPerMs: number;
  folds: Folds;
  /** `start` in drawn time. */
  origin: Instant;
}

export function scaleOf(range: Range, width: Pixel, folds: Folds = NO_FOLDS): TimeScale {
  const origin = toDrawn(folds, range.start);
  const length = toDrawn(folds, range.end) - origin;
  return { start: range.start, pixelsPerMs: width / Math.max(length, 1e-3), folds, origin };
}

export function toPixel({ folds, origin, pixelsPerMs }: TimeScale, instant: Instant): Pixel {
  const drawn = folds.length === 0 ? instant : toDrawn(folds, instant);
  return (drawn - origin) * pixelsPerMs;
}

export function toInstant({ folds, origin, pixelsPerMs }: TimeScale, pixel: Pixel): Instant {
  const drawn = origin + pixel / pixelsPerMs;
  return folds.length === 0 ? drawn : fromDrawn(folds, drawn);
}
