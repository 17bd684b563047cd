import type { Instant } from '../model/time';
import type { Pixel } from './pixel';
import type { Range } from './range';

/** Maps instants to pixels: `start` lies at 0. */
export interface TimeScale {
  start: Instant;
  pixelsPerMs: number;
}

export function scaleOf(range: Range, width: Pixel): TimeScale {
  return { start: range.start, pixelsPerMs: width / Math.max(range.end - range.start, 1e-3) };
}

export function toPixel(scale: TimeScale, instant: Instant): Pixel {
  return (instant - scale.start) * scale.pixelsPerMs;
}

export function toInstant(scale: TimeScale, pixel: Pixel): Instant {
  return scale.start + pixel / scale.pixelsPerMs;
}
