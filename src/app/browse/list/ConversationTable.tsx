// oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one are no table to a browser
import type { RefObject } from 'react';
import { type ColumnSort, functionalUpdate, useTable } from '@tanstack/react-table';
import type { Row, Sort } from '../../../sources/source';
import { browseWords } from '../../words/browse';
import { columns, features } from './columns';
import { HeaderCell } from './HeaderCell';
import { PreviewPatterns } from './PreviewPicture';
import { BlankRow, TableRow } from './TableRow';
import { RowLinksContext, type RowLinks } from './TitleCell';
import type { Selection } from './useSelection';
import { isSortKey, type ListKeys } from './useListKeys';
import type { Tracked } from './useTrack';
import { windowOf } from './track';
import type { Rows } from './useRows';
import type { ColumnChoice } from './useColumns';

export const ROW_HEIGHT = 38;
export const HEAD_HEIGHT = 36;
/** Rows drawn beyond the edges. */
export const BEYOND = 6;
const CHECK_WIDTH = 40;

interface TableProps {
  rows: Rows;
  box: RefObject<HTMLDivElement | null>;
  track: Tracked;
  sort: Sort[];
  onSort: (sort: Sort[]) => void;
  choice: ColumnChoice;
  onChoice: (choice: ColumnChoice) => void;
  selection: Selection;
  links: RowLinks;
  keys: ListKeys;
}

function sortOf(sorting: readonly ColumnSort[]): Sort[] {
  return sorting.flatMap(({ id, desc }): Sort[] =>
    isSortKey(id) ? [desc ? { by: id, descending: true } : { by: id }] : [],
  );
}

/** The rows that are in sight, drawn over a layer that stays where it is: nothing ever scrolls in blank. */
export function ConversationTable({ rows, box, track, choice, ...props }: TableProps) {
  const { first, last } = windowOf(track.top, track.track, BEYOND);
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  // The row that has the focus stays, however far the others are scrolled: else the focus would be lost.
  const { active } = props.links;
  if (active >= 0 && active < rows.total && !places.includes(active)) places.push(active);
  const shown = places.flatMap((place): { place: number; row: Row }[] => {
    const row = rows.rowAt(place);
    return row ? [{ place, row }] : [];
  });
  const data = shown.map(({ row }) => row);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => row.id,
    manualSorting: true,
    columnResizeMode: 'onChange',
    state: {
      sorting: props.sort.map(({ by, descending }) => ({ id: by, desc: descending ?? false })),
      columnOrder: choice.order,
      columnVisibility: choice.visibility,
      columnSizing: choice.sizing,
    },
    onSortingChange: (updater) => {
      const before = props.sort.map(({ by, descending }) => ({ id: by, desc: descending ?? false }));
      props.onSort(sortOf(functionalUpdate(updater, before)));
    },
    onColumnSizingChange: (updater) =>
      props.onChoice({ ...choice, sizing: functionalUpdate(updater, choice.sizing) }),
  });
  const drawn = new Map(table.getRowModel().rows.map((row, index) => [shown[index]?.place ?? -1, row]));
  const leaves = table.getVisibleLeafColumns();
  const template = [
    `${CHECK_WIDTH}px`,
    ...leaves.map((leaf) =>
      leaf.id === 'title' ? `minmax(${leaf.getSize()}px, 1fr)` : `${leaf.getSize()}px`,
    ),
  ].join(' ');
  const width = CHECK_WIDTH + leaves.reduce((sum, leaf) => sum + leaf.getSize(), 0);
  const body = Math.min(track.track.window, rows.total * ROW_HEIGHT);
  return (
    <div
      ref={box}
      role="grid"
      tabIndex={-1}
      aria-label={browseWords.list.label}
      aria-rowcount={rows.total + 1}
      aria-colcount={leaves.length + 1}
      aria-multiselectable="true"
      aria-busy={rows.loading}
      className="relative h-[max(22rem,calc(100dvh-15rem))] overflow-auto overscroll-contain rounded-lg border border-line bg-surface text-sm"
      onScroll={track.onScroll}
      onKeyDown={props.keys.onKeyDown}
      onClick={props.keys.onClick}
    >
      <PreviewPatterns />
      <div role="rowgroup" className="sticky top-0 z-20 bg-raised" style={{ minWidth: width }}>
        <div
          role="row"
          aria-rowindex={1}
          className="grid border-b border-line"
          style={{ gridTemplateColumns: template, height: HEAD_HEIGHT }}
        >
          <div role="columnheader" className="sr-only">
            {browseWords.list.select}
          </div>
          <span aria-hidden="true" />
          {table.getHeaderGroups()[0]?.headers.map((header) => (
            <HeaderCell key={header.id} header={header} sorts={props.sort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className="relative" style={{ height: track.height, minWidth: width }}>
        <div
          role="presentation"
          className="sticky overflow-hidden"
          style={{ top: HEAD_HEIGHT, height: body }}
        >
          <RowLinksContext value={props.links}>
            {places.map((place) => {
              const row = drawn.get(place);
              const style = {
                gridTemplateColumns: template,
                height: ROW_HEIGHT,
                transform: `translateY(${place * ROW_HEIGHT - track.top}px)`,
              };
              return row ? (
                <TableRow key={row.id} row={row} place={place} style={style} selection={props.selection} />
              ) : (
                <BlankRow key={`blank ${place}`} place={place} style={style} />
              );
            })}
          </RowLinksContext>
        </div>
      </div>
    </div>
  );
}
