import type { ConversationDurations } from '../model/durations';
import { ALWAYS, unionLength, type Window } from '../measure/intervals';
import { cobrowseStretches, controlledStretches, type Stretch } from '../measure/span';
import type { FigureBounds } from '../model/facts';
import type { Timeline } from '../model/timeline';

/**
 * Which figures of a conversation rest on what was not recorded, and on which side the truth may lie. The
 * longest of holds is no surer than all of them, and where some left no trace one of these may be longer.
 * `range`: what the durations were measured in, where not the whole timeline.
 */
export function boundsOf(
  { bounds, holdsBound }: ConversationDurations,
  timeline: Timeline,
  range = ALWAYS,
): FigureBounds {
  const { talk, hold, acw, parked, handle } = bounds;
  const longestHold = hold ?? holdsBound;
  const cobrowse = boundOf(cobrowseStretches(timeline), range);
  const controlled = boundOf(controlledStretches(timeline), range);
  const all = { talk, hold, longestHold, holds: holdsBound, acw, parked, handle, cobrowse, controlled };
  return Object.fromEntries(Object.entries(all).filter(([, bound]) => bound !== undefined));
}

/** What was inferred is counted for as long as it can have been, and matters where nothing recorded lies over it. */
function boundOf(stretches: readonly Stretch[], window: Window): 'atMost' | undefined {
  const sure = stretches.filter(({ certainty }) => certainty !== 'inferred');
  if (sure.length === stretches.length) return undefined;
  return unionLength(stretches, window) > unionLength(sure, window) ? 'atMost' : undefined;
}
