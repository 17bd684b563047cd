import { functionalUpdate, useTable } from '@tanstack/react-table';
import { NEWEST_FIRST } from '../../../sources/memory/order';
import type { Row, Sort } from '../../../sources/source';
import { columns, features } from './columns';
import type { Density } from './density';
import { chosenSort, sortingOf, sortOf } from './sorting';
import { type ColumnChoice, narrowed, withSizes } from './useColumns';
import type { Rows } from './useRows';

/** What is chosen of the columns. */
export interface ColumnProps {
  sort: Sort[];
  /** By the head of that column, of which the table to come has its own. */
  onSort: (sort: Sort[], column: string | undefined) => void;
  density: Density;
  choice: ColumnChoice;
  onChoice: (choice: ColumnChoice) => void;
}

/** The column whose head has the focus. */
function focusedColumn(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-column]')?.dataset.column;
}

/** The table's cells and heads, of the rows at some places as far as they are there. */
export function useShownTable(places: readonly number[], rows: Rows, props: ColumnProps) {
  const choice = props.density === 'two-lines' ? narrowed(props.choice) : props.choice;
  const sorts = props.sort.length > 0 ? props.sort : NEWEST_FIRST;
  const there = places.flatMap((place): { place: number; row: Row }[] => {
    const row = rows.rowAt(place);
    return row ? [{ place, row }] : [];
  });
  const table = useTable({
    features,
    columns,
    data: there.map(({ row }) => row),
    getRowId: (row) => row.id,
    manualSorting: true,
    columnResizeMode: 'onChange',
    columnResizeDirection: getComputedStyle(document.documentElement).direction === 'rtl' ? 'rtl' : 'ltr',
    state: {
      sorting: sortingOf(sorts),
      columnOrder: choice.order,
      columnVisibility: choice.visibility,
      columnSizing: choice.sizing,
    },
    onSortingChange: (updater) => {
      const next = sortOf(functionalUpdate(updater, sortingOf(sorts)));
      props.onSort(chosenSort(next, props.sort), focusedColumn());
    },
    onColumnSizingChange: (updater) =>
      props.onChoice(withSizes(props.choice, functionalUpdate(updater, props.choice.sizing))),
  });
  return {
    table,
    sorts,
    sizes: table.getVisibleLeafColumns().map((leaf) => ({ id: leaf.id, size: leaf.getSize() })),
    /** By place. */
    drawn: new Map(table.getRowModel().rows.map((row, index) => [there[index]?.place ?? -1, row])),
  };
}

export type ShownTable = ReturnType<typeof useShownTable>;
