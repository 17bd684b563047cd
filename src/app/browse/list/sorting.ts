import type { ColumnSort } from '@tanstack/react-table';
import type { Sort } from '../../../sources/source';
import { isSortKey } from '../state/browseState';

/** A list's order, of what a table's heads say. */
export function sortOf(sorting: readonly ColumnSort[]): Sort[] {
  return sorting.flatMap(({ id, desc }): Sort[] =>
    isSortKey(id) ? [desc ? { by: id, descending: true } : { by: id }] : [],
  );
}

export function sortingOf(sort: readonly Sort[]): ColumnSort[] {
  return sort.map(({ by, descending }) => ({ id: by, desc: descending ?? false }));
}

/** Starts are hardly ever equal: a column that comes second to them when nobody asked for that would do nothing. */
export function chosenSort(sort: Sort[], before: readonly Sort[]): Sort[] {
  return before.length === 0 && sort.length > 1 ? sort.filter(({ by }) => by !== 'start') : sort;
}
