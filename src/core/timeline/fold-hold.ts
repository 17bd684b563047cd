import { assumed, begunAt, changeEdge, changeOf, type Edge, fieldEdge, isAnother } from './edge';
import { type Fact, lastSaid, type Leg, type LegState } from './facts';
import type { Stretch } from './fold';

interface Folding {
  holds: Stretch[];
  open?: Stretch;
  heldWithoutStart?: Fact<boolean>;
}

/**
 * Folds the looks' `held` and `startHoldTime` into holds. A snapshot knows only its last hold; a stream
 * knows each, because every start has a new time and every end a look that no longer shows it.
 *
 *     held    true   true   false  true   false      looks
 *     hold    [H1-----------t3)    [H2----t5)        H from the field, t from the look
 */
export function foldHolds(leg: Leg, end: Edge | undefined): Pick<Folding, 'holds' | 'heldWithoutStart'> {
  const folding: Folding = { holds: [] };
  for (const state of leg.states) {
    const { hold: start, held } = state.said;
    const isTold = start !== undefined && isAnother(state, 'hold');
    const begun = isTold && !tellsStart(folding, start, held) ? start : undefined;
    if (begun !== undefined) boundLast(folding, begun);
    closeIfOver(folding, { state, begun });
    if (folding.open === undefined) openIfHeld(folding, { state, begun }, isTold);
  }
  // The leg may be gone without a look that shows its end.
  if (folding.open !== undefined) folding.open.end ??= end;
  return folding;
}

/** The start of a known hold, where a later look than the one that saw it begin is the first to tell it. */
function tellsStart(folding: Folding, start: Fact<number>, held: Fact<boolean> | undefined): boolean {
  const hold = begunAt(start.value, folding.holds);
  if (hold === undefined) return false;
  hold.start = fieldEdge(start, held);
  folding.heldWithoutStart = undefined;
  return true;
}

/** A hold whose end nobody saw was over when the next one began. */
function boundLast({ holds }: Folding, start: Fact<number>): void {
  const last = holds.at(-1);
  if (last?.end !== 'unknown' || start.value <= last.start.at) return;
  last.end = assumed(fieldEdge(start));
}

interface Step {
  state: LegState;
  /** The hold start that the look names and the one before did not. */
  begun: Fact<number> | undefined;
}

function closeIfOver(folding: Folding, { state, begun }: Step): void {
  const { open } = folding;
  if (open === undefined) return;
  const held = state.said.held;
  if (held?.value === false) {
    const over = changeOf(state, 'held');
    // Without a time, the next look that has one says when.
    if (over !== undefined) folding.open = undefined;
    if (typeof open.end !== 'object') open.end = over?.how === 'first' ? assumed(over) : (over ?? 'unknown');
  } else if (begun !== undefined && begun.value > open.start.at) {
    // Another hold began without a look in between: the first one ended by then.
    open.end = assumed(fieldEdge(begun));
    folding.open = undefined;
  } else if (held && open.end) folding.open = undefined;
}

/** A look that tells the start of a known hold, `isTold`, is not without one. */
function openIfHeld(folding: Folding, { state, begun }: Step, isTold: boolean): void {
  const held = state.said.held;
  if (held?.value === true) {
    const edge = begun === undefined ? changeOf(state, 'held') : fieldEdge(begun, held);
    if (edge === undefined || edge.how === 'first') {
      if (!isTold) folding.heldWithoutStart ??= held;
    } else if (begun !== undefined && lastSaid(state.before, 'held')?.value === true)
      folding.heldWithoutStart = undefined;
    if (edge === undefined) return;
    folding.open = { start: edge };
    folding.holds.push(folding.open);
  } else if (begun !== undefined) {
    // Held and released before the look: it was over by then.
    const seen = changeEdge(state, [held]);
    const bounded = seen !== undefined && seen.at > begun.value;
    folding.holds.push({
      start: fieldEdge(begun, held),
      end: bounded ? assumed(seen) : 'unknown',
    });
  }
}
