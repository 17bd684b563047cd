import type { Pixel } from '../view/pixel';
import type { Box } from './shapes';

export interface Size {
  width: Pixel;
  height: Pixel;
}

const AIR: Pixel = 10;
const EDGE: Pixel = 8;

function inside(value: Pixel, length: Pixel, room: Pixel): Pixel {
  return Math.max(EDGE, Math.min(value, room - length - EDGE));
}

/**
 * Where the facts of a mark stand: under what they speak of, else over it, else beside it; never over the edge
 * of the viewport. `about` is what must not be hidden.
 *
 *     ├ viewport ─────────┤
 *        ████about████
 *         ┌───────┐
 *         │ facts │
 */
export function placeTip(about: Box, size: Size, viewport: Size): { left: Pixel; top: Pixel } {
  const left = inside(about.left, size.width, viewport.width);
  const under = about.bottom + AIR;
  const fitted = (top: Pixel) => inside(top, size.height, viewport.height);
  if (under + size.height + EDGE <= viewport.height) return { left, top: fitted(under) };
  const over = about.top - AIR - size.height;
  if (over >= EDGE) return { left, top: fitted(over) };
  const top = fitted(about.top);
  const right = about.right + AIR;
  if (right + size.width + EDGE <= viewport.width) return { left: right, top };
  return { left: inside(about.left - AIR - size.width, size.width, viewport.width), top };
}
