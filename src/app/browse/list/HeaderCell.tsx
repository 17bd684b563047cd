// oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one are no table to a browser
import { FlexRender, type Header } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Row, Sort } from '../../../sources/source';
import { browseWords } from '../../words/browse';
import type { features } from './columns';

interface HeaderCellProps {
  header: Header<typeof features, Row>;
  sorts: readonly Sort[];
}

function sortWord(sorted: false | 'asc' | 'desc'): 'ascending' | 'descending' | 'none' {
  if (sorted === false) return 'none';
  return sorted === 'asc' ? 'ascending' : 'descending';
}

/** A column's name: sorts by it, with Shift besides the others. Its edge makes the column wider. */
export function HeaderCell({ header, sorts }: HeaderCellProps) {
  const { column } = header;
  const sorted = column.getIsSorted();
  const place = sorts.findIndex(({ by }) => by === column.id);
  const align = column.columnDef.meta?.align === 'end' ? 'justify-end' : '';
  const Arrow = sorted === 'asc' ? ArrowUp : ArrowDown;
  const name = <FlexRender header={header} />;
  const resize = header.getResizeHandler();
  return (
    <div
      role="columnheader"
      data-column={column.id}
      aria-sort={column.getCanSort() ? sortWord(sorted) : undefined}
      className={`group relative flex min-w-0 items-center px-2.5 text-xs text-muted ${align}`}
    >
      {column.getCanSort() ? (
        <button
          type="button"
          title={browseWords.list.sortHint}
          className={`inline-flex h-full min-w-0 items-center gap-1 -outline-offset-2 hover:text-ink ${sorted ? 'font-semibold text-ink' : ''}`}
          onClick={column.getToggleSortingHandler()}
        >
          <span className="truncate">{name}</span>
          {sorted && <Arrow className="size-3 shrink-0" aria-hidden="true" />}
          {sorted && sorts.length > 1 && <sup aria-hidden="true">{place + 1}</sup>}
        </button>
      ) : (
        <span className="truncate">{name}</span>
      )}
      {/* For the mouse; keys have the list of columns. */}
      <span
        aria-hidden="true"
        className={`absolute inset-y-1.5 end-0 w-2 cursor-col-resize touch-none border-e-2 ${column.getIsResizing() ? 'border-accent' : 'border-transparent hover:border-edge'}`}
        onMouseDown={resize}
        onTouchStart={resize}
      />
    </div>
  );
}
