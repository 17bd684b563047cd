// oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one are no table to a browser
import type { RefObject } from 'react';
import { type ColumnSort, functionalUpdate, useTable } from '@tanstack/react-table';
import { NEWEST_FIRST } from '../../../sources/memory/order';
import type { Row, Sort } from '../../../sources/source';
import { usePrinting } from '../../../timeline/use-size';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { columns, features } from './columns';
import { HeaderCell } from './HeaderCell';
import { PreviewPatterns } from './PreviewPicture';
import { BlankRow, TableRow } from './TableRow';
import { RowLinksContext, type RowLinks } from './TitleCell';
import type { Selection } from './useSelection';
import type { ListKeys } from './useListKeys';
import { isSortKey } from '../state/browseState';
import type { Tracked } from './useTrack';
import { windowOf } from './track';
import type { Rows } from './useRows';
import { type ColumnChoice, narrowed } from './useColumns';
import { type Density, ROW_HEIGHTS } from './density';
import { SelectAll } from './SelectAll';

export const HEAD_HEIGHT = 36;
const CHECK_WIDTH = 40;

interface TableProps {
  rows: Rows;
  box: RefObject<HTMLDivElement | null>;
  track: Tracked;
  /** Pixels of rows above those that are drawn. */
  top: number;
  sort: Sort[];
  /** By the head of that column, of which the table to come has its own. */
  onSort: (sort: Sort[], column: string | undefined) => void;
  density: Density;
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

function sortingOf(sort: readonly Sort[]): ColumnSort[] {
  return sort.map(({ by, descending }) => ({ id: by, desc: descending ?? false }));
}

/** Starts are hardly ever equal: a column that comes second to them when nobody asked for that would do nothing. */
function chosenSort(sort: Sort[], before: readonly Sort[]): Sort[] {
  return before.length === 0 && sort.length > 1 ? sort.filter(({ by }) => by !== 'start') : sort;
}

/** What is held without a gap around the rows in sight: what was not fetched cannot be printed. */
function heldAround({ first, last }: Span, rows: Rows): Span {
  let [from, to] = [first, last];
  while (from > 0 && rows.rowAt(from - 1)) from -= 1;
  while (to + 1 < rows.total && rows.rowAt(to + 1)) to += 1;
  return { first: from, last: to };
}

/** Paper does not scroll: it says which rows of how many it has. */
function PrintedSpan({ span, total }: { span: Span; total: number }) {
  const format = useFormat();
  const [from, to, all] = [span.first + 1, span.last + 1, total].map((count) => format.count(count));
  return <p className="py-1 text-sm">{browseWords.list.printed(from ?? '', to ?? '', all ?? '')}</p>;
}

interface Span {
  first: number;
  last: number;
}

/** The rows that are in sight, drawn over a layer that stays where it is: nothing ever scrolls in blank. */
export function ConversationTable({ rows, box, track, top, density, ...props }: TableProps) {
  const rowHeight = ROW_HEIGHTS[density];
  const choice = density === 'two-lines' ? narrowed(props.choice) : props.choice;
  const sorts = props.sort.length > 0 ? props.sort : NEWEST_FIRST;
  const printing = usePrinting();
  const seen = windowOf(top, track.track, 0);
  const span = printing ? heldAround(seen, rows) : seen;
  const { first, last } = span;
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  // The row that has the focus stays, however far the others are scrolled: else the focus would be lost.
  const { active } = props.links;
  if (!printing && active >= 0 && active < rows.total && !places.includes(active)) places.push(active);
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
      sorting: sortingOf(sorts),
      columnOrder: choice.order,
      columnVisibility: choice.visibility,
      columnSizing: choice.sizing,
    },
    onSortingChange: (updater) => {
      const next = sortOf(functionalUpdate(updater, sortingOf(sorts)));
      const head = document.activeElement?.closest<HTMLElement>('[data-column]');
      props.onSort(chosenSort(next, props.sort), head?.dataset.column);
    },
    onColumnSizingChange: (updater) =>
      props.onChoice({ ...props.choice, sizing: functionalUpdate(updater, props.choice.sizing) }),
  });
  const drawn = new Map(table.getRowModel().rows.map((row, index) => [shown[index]?.place ?? -1, row]));
  const leaves = table.getVisibleLeafColumns();
  const sizes = leaves.map((leaf) => {
    const size = leaf.getSize();
    // A sheet is as wide as it is: each column gets its share.
    if (printing) return `minmax(0, ${size}fr)`;
    return leaf.id === 'title' ? `minmax(${size}px, 1fr)` : `${size}px`;
  });
  const template = [`${printing ? 0 : CHECK_WIDTH}px`, ...sizes].join(' ');
  const width = printing ? 0 : CHECK_WIDTH + leaves.reduce((sum, leaf) => sum + leaf.getSize(), 0);
  const body = Math.min(track.track.window, rows.total * rowHeight);
  return (
    <>
      {printing && <PrintedSpan span={span} total={rows.total} />}
      <div
        ref={box}
        role="grid"
        tabIndex={-1}
        aria-label={browseWords.list.label}
        aria-rowcount={rows.total + 1}
        aria-colcount={leaves.length + 1}
        aria-multiselectable="true"
        aria-busy={rows.loading}
        className="relative h-[max(22rem,calc(100dvh-11.25rem))] overflow-auto overscroll-contain rounded-lg border border-line bg-surface text-sm on-paper print:h-auto print:overflow-visible"
        onScroll={track.onScroll}
        onKeyDown={props.keys.onKeyDown}
        onClickCapture={props.keys.onClickCapture}
      >
        <PreviewPatterns />
        <div role="rowgroup" className="sticky top-0 z-20 bg-raised print:static" style={{ minWidth: width }}>
          <div
            role="row"
            aria-rowindex={1}
            className="grid border-b border-line"
            style={{ gridTemplateColumns: template, height: HEAD_HEIGHT }}
          >
            <SelectAll selection={props.selection} rows={rows} />
            {table.getHeaderGroups()[0]?.headers.map((header) => (
              <HeaderCell key={header.id} header={header} sorts={sorts} />
            ))}
          </div>
        </div>
        <div
          role="rowgroup"
          className="relative"
          style={printing ? {} : { height: track.height, minWidth: width }}
        >
          <div
            role="presentation"
            className="sticky overflow-clip print:static"
            style={printing ? {} : { top: HEAD_HEIGHT, height: body }}
          >
            <RowLinksContext value={props.links}>
              {places.map((place) => {
                const row = drawn.get(place);
                const style = {
                  gridTemplateColumns: template,
                  height: printing ? undefined : rowHeight,
                  transform: printing ? undefined : `translateY(${place * rowHeight - top}px)`,
                };
                return row ? (
                  <TableRow key={place} row={row} place={place} style={style} selection={props.selection} />
                ) : (
                  <BlankRow key={place} place={place} style={style} />
                );
              })}
            </RowLinksContext>
          </div>
        </div>
      </div>
    </>
  );
}
