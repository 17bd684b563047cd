import type { Pixel } from '../view/pixel';
import { LABEL_PADDING } from './bars';
import type { BarLabel } from './scene';
import { fitting, textWidth } from './text';

/** A label whose bar crosses an edge of the screen: `place` among the scene's labels, and what it says now. */
export interface StuckLabel extends BarLabel {
  place: number;
}

/**
 * Words of bars that begin before the screen stick to its edge, and words that would cross its other edge get
 * shorter: half a word or half a duration would be misread. Where nothing fits, nothing is said. `screen` is
 * where the screen lies in the window.
 *
 *                  ┃ screen          ┃
 *     █████████████┃Connected 12:22██┃███     stuck
 *               ███┃█      ██Connect.┃22██    here shorter: ██Conn.██
 */
export function stuckLabels(
  labels: readonly BarLabel[],
  screen: { left: Pixel; right: Pixel },
): StuckLabel[] {
  const stuck: StuckLabel[] = [];
  for (const [place, label] of labels.entries()) {
    if (label.right <= screen.left || label.x >= screen.right) continue;
    const before = label.x - LABEL_PADDING < screen.left;
    const beyond = label.right > screen.right && label.x + textWidth(label.text, label.size) > screen.right;
    if (!before && !beyond) continue;
    const x = Math.max(label.x, screen.left + LABEL_PADDING);
    const room = Math.min(label.right, screen.right) - x - LABEL_PADDING;
    stuck.push({ ...label, x, text: fitting(label.texts, label.size, room) ?? '', place });
  }
  return stuck;
}
