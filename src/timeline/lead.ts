import type { KeyboardEvent } from 'react';

/** Keys for the next and the one before. */
type Arrows = readonly [forth: string, back: string];

/** Leads the focus by arrows, Home and End from one of some controls to another, round their ends. */
export function lead(event: KeyboardEvent, controls: readonly HTMLElement[], arrows: Arrows): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const at = controls.findIndex((one) => one === event.target);
  const to = [at + 1, at - 1, 0, -1][[...arrows, 'Home', 'End'].indexOf(event.key)];
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  controls.at(to % controls.length)?.focus();
}
