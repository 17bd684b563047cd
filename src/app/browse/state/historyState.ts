import { isObject, type Private, privateFrom } from './codec';

/** Where the list stood when it was left. */
export interface Place {
  /** Pixels of the list above its window. */
  top: number;
  /** The row that had the focus. */
  row: number;
}

/** What the tab remembers of one entry of its history: personal data may be in it, it never leaves the tab. */
export interface Entry {
  chosen: Private;
  place?: Place;
  /** On the page of a conversation: the list it was opened from, and its place there. */
  from?: { search: string; chosen: Private; row: number };
}

function placeFrom(value: unknown): Place | undefined {
  if (!isObject(value) || typeof value.top !== 'number' || typeof value.row !== 'number') return undefined;
  return { top: value.top, row: value.row };
}

export function entryFrom(state: unknown): Entry {
  if (!isObject(state)) return { chosen: {} };
  const { place, from } = state;
  const entry: Entry = { chosen: privateFrom(state.chosen) };
  const known = placeFrom(place);
  if (known) entry.place = known;
  if (isObject(from) && typeof from.search === 'string' && typeof from.row === 'number') {
    entry.from = { search: from.search, chosen: privateFrom(from.chosen), row: from.row };
  }
  return entry;
}
