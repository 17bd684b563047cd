import type { ConversationDurations } from '../model/durations';
import type { FigureBounds } from '../model/facts';

/**
 * Which figures of a conversation rest on what was not recorded, and on which side the truth may lie. The
 * longest of holds is no surer than all of them, and where some left no trace one of these may be longer.
 */
export function boundsOf({ bounds, holdsBound }: ConversationDurations): FigureBounds {
  const { talk, hold, acw, parked, handle } = bounds;
  const longestHold = hold ?? holdsBound;
  const all = { talk, hold, longestHold, holds: holdsBound, acw, parked, handle };
  const known: FigureBounds = {};
  for (const name of BOUNDED) {
    const bound = all[name];
    if (bound !== undefined) known[name] = bound;
  }
  return known;
}

const BOUNDED = ['talk', 'hold', 'longestHold', 'holds', 'acw', 'parked', 'handle'] as const;
