import { assertNever } from '../model/assert-never';
import type { View } from './view';

/** What is done to rows, each by all lanes that stand on it. */
export type RowAction =
  | { type: 'toggleFold'; laneIds: readonly string[] }
  | { type: 'hide'; laneIds: readonly string[] }
  /** Brings a hidden lane back; without one, all of them. */
  | { type: 'unhide'; laneId?: string }
  | { type: 'togglePin'; laneIds: readonly string[] }
  /** Puts a lane before another; without one, last. */
  | { type: 'moveLane'; laneId: string; before?: string }
  | { type: 'restoreOrder' }
  | { type: 'toggleGrouped' }
  | { type: 'toggleJoined'; userId: string }
  | { type: 'filter'; text: string };

/** Without the items, if it holds any of them; else with all. */
export function toggled<T>(list: readonly T[], ...items: readonly T[]): T[] {
  const rest = list.filter((other) => !items.includes(other));
  return rest.length < list.length ? rest : [...list, ...items];
}

/** A lane moved twice in a row was moved once; but where legs stand together the first time may have been among them. */
function withMove(view: View, laneId: string, before?: string): View {
  if (laneId === before) return view;
  const wasIt = (back: 1 | 2) => view.moved.at(-back)?.laneId === laneId;
  const together = view.grouped || view.joined.length > 0;
  const moves = wasIt(1) && (!together || wasIt(2)) ? view.moved.slice(0, -1) : view.moved;
  return { ...view, moved: [...moves, before === undefined ? { laneId } : { laneId, before }] };
}

export function reduceRows(view: View, action: RowAction): View {
  switch (action.type) {
    case 'toggleFold':
      return { ...view, folded: toggled(view.folded, ...action.laneIds) };
    case 'hide':
      return { ...view, hidden: [...new Set([...view.hidden, ...action.laneIds])] };
    case 'unhide': {
      const { laneId } = action;
      return { ...view, hidden: laneId === undefined ? [] : view.hidden.filter((id) => id !== laneId) };
    }
    case 'togglePin':
      return { ...view, pinned: toggled(view.pinned, ...action.laneIds) };
    case 'moveLane':
      return withMove(view, action.laneId, action.before);
    case 'restoreOrder':
      return { ...view, moved: [] };
    case 'toggleGrouped':
      return { ...view, grouped: !view.grouped };
    case 'toggleJoined':
      return { ...view, joined: toggled(view.joined, action.userId) };
    case 'filter':
      return { ...view, filter: action.text };
    default:
      return assertNever(action);
  }
}
