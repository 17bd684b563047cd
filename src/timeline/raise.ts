import type { Box } from '../core/layout/shapes';
import { placeTip } from '../core/layout/tip';
import { scaling } from './on-screen';

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
