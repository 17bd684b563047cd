import type { Pixel } from '../view/pixel';
import { LABEL_PADDING } from './bars';
import type { BarLabel } from './scene';
import { fitting } from './text';

/** A label whose bar begins before the screen: `place` among the scene's labels, and where it is to stand. */
export interface StuckLabel extends BarLabel {
  place: number;
}

/**
 * Words of bars that begin before the screen stick to its edge, as long as they fit into what is left of the
 * bar; a bar of which less is left says nothing. `left` is the screen's edge in the window.
 *
 *                 screen
 *     ████████████┃Connected 12:22█████     stuck
 *          ███████┃██                       silent
 */
export function stuckLabels(labels: readonly BarLabel[], left: Pixel): StuckLabel[] {
  const stuck: StuckLabel[] = [];
  for (const [place, label] of labels.entries()) {
    if (label.x - LABEL_PADDING >= left || label.right <= left) continue;
    const text = fitting(label.texts, label.size, label.right - left - 2 * LABEL_PADDING);
    stuck.push({ ...label, x: left + LABEL_PADDING, text: text ?? '', place });
  }
  return stuck;
}
