export interface Neighbour<Row> {
  row: Row;
  /** In the list, from 0. */
  place: number;
}

/** Where a conversation stands in a list, and what stands beside it. */
export interface Beside<Row> {
  place: number;
  previous: Neighbour<Row> | undefined;
  next: Neighbour<Row> | undefined;
}

/**
 * Found among some rows of the list, the first of which is at `offset`. The list may have changed since the conversation
 * was at its `place`: where it stands now counts; where it is gone, what has come to its old place is the next.
 */
export function besideIn<Row extends { id: string }>(
  rows: readonly Row[],
  offset: number,
  last: { id: string; place: number },
): Beside<Row> {
  const found = rows.findIndex(({ id }) => id === last.id);
  const own = found >= 0 ? found : last.place - offset;
  const at = (index: number): Neighbour<Row> | undefined => {
    const row = rows[index];
    return row && row.id !== last.id ? { row, place: offset + index } : undefined;
  };
  return { place: offset + own, previous: at(own - 1), next: at(found >= 0 ? own + 1 : own) };
}
