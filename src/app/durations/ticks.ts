import type { Duration } from '../../core/index';
import { stepFor } from '../../core/view/steps';

/** From nothing to beyond `most`, in steps that people count in; at most four, which is what there is room for. */
export function ticksTo(most: Duration): Duration[] {
  const step = stepFor(most / 3);
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, index) => index * step);
}
