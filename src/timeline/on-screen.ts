import type { Box } from '../core/layout/shapes';
import { placeTip } from '../core/layout/tip';
import type { ScreenPoint } from './hands';

/** How many pixels of the screen one of an element takes: hosts zoom, and scale what their dashboards hold. */
export function scaling(element: HTMLElement): number {
  const own = element.offsetWidth;
  const seen = element.getBoundingClientRect().width;
  // Less than a pixel is rounding, and where nothing is laid out, there is nothing to tell.
  return own && Math.abs(seen - own) >= 1 ? seen / own : 1;
}

/** Where a point of the screen lies, in the element's own pixels from its upper left corner. */
export function placeIn(element: HTMLElement, point: ScreenPoint): { x: number; y: number } {
  const { left, top } = element.getBoundingClientRect();
  const by = scaling(element);
  return { x: (point.clientX - left) / by, y: (point.clientY - top) / by };
}

/** Above all else on the page, beside what it speaks of (on the screen); where that is unknown, in its place. */
export function raiseBeside(element: HTMLElement, about: Box): void {
  if (typeof element.showPopover === 'function' && !element.matches(':popover-open')) element.showPopover();
  const { documentElement: page } = element.ownerDocument;
  // Up there no host scales it, but its zoom still holds.
  const by = scaling(element);
  const size = { width: element.offsetWidth * by, height: element.offsetHeight * by };
  const { left, top } = placeTip(about, size, { width: page.clientWidth, height: page.clientHeight });
  element.style.translate = `${Math.round(left / by)}px ${Math.round(top / by)}px`;
}
