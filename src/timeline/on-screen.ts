import type { ScreenPoint } from './hands';

/** How many pixels of the screen one of an element takes: hosts zoom, and scale what their dashboards hold. */
export function scaling(element: HTMLElement): number {
  const own = element.offsetWidth;
  const seen = element.getBoundingClientRect().width;
  // Less than a pixel is rounding, and where nothing is laid out, there is nothing to tell.
  return own && Math.abs(seen - own) >= 1 ? seen / own : 1;
}

/** The rows that stay in sight, of the timeline that an element of its body belongs to. */
export function pinsBeside(element: HTMLElement): HTMLElement | null | undefined {
  return element.closest('.pt-body')?.querySelector<HTMLElement>('.pt-pins');
}

/** Where a point of the screen lies, in the element's own pixels from its upper left corner. */
export function placeIn(element: HTMLElement, point: ScreenPoint): { x: number; y: number } {
  const { left, top } = element.getBoundingClientRect();
  const by = scaling(element);
  return { x: (point.clientX - left) / by, y: (point.clientY - top) / by };
}
