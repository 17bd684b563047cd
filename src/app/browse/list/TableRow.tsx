// oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one are no table to a browser
import { FlexRender, type Row as ShownRow } from '@tanstack/react-table';
import type { CSSProperties } from 'react';
import type { Row } from '../../../sources/source';
import { visible } from '../../../ui/visible';
import { browseWords } from '../../words/browse';
import type { features } from './columns';
import { PlaceContext } from './TitleCell';
import type { Selection } from './useSelection';

interface TableRowProps {
  row: ShownRow<typeof features, Row>;
  place: number;
  style: CSSProperties;
  selection: Selection;
}

const LOOK =
  'absolute inset-x-0 top-0 grid items-center border-b border-line/60 print:static print:break-inside-avoid';

export function TableRow({ row, place, style, selection }: TableRowProps) {
  const { id, title } = row.original;
  const selected = selection.has(id);
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      aria-selected={selected}
      className={`${LOOK} hover:bg-hover ${selected ? 'bg-accent-soft' : ''}`}
      style={style}
    >
      <div role="gridcell" className="relative z-10 h-full print:invisible">
        <label className="grid h-full place-items-center">
          <input
            type="checkbox"
            tabIndex={-1}
            className="size-4 accent-accent"
            aria-label={browseWords.list.selectRow(visible(title))}
            checked={selected}
            onChange={() => undefined}
            onClick={(event) => selection.click({ place, id }, event.shiftKey)}
          />
        </label>
      </div>
      <PlaceContext value={place}>
        {row.getVisibleCells().map((cell) => (
          <div
            key={cell.id}
            role="gridcell"
            tabIndex={-1}
            className={`min-w-0 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent truncate px-2.5 ${cell.column.columnDef.meta?.align === 'end' ? 'text-end' : ''}`}
          >
            <FlexRender cell={cell} />
          </div>
        ))}
      </PlaceContext>
    </div>
  );
}

/** A row that is being fetched. */
export function BlankRow({ place, style }: { place: number; style: CSSProperties }) {
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      className={LOOK}
      style={{ ...style, gridTemplateColumns: '1fr' }}
    >
      <div role="gridcell" className="px-3">
        <span className="sr-only">{browseWords.list.fetching}</span>
        <span aria-hidden="true" className="block h-2.5 max-w-96 rounded bg-line motion-safe:animate-pulse" />
      </div>
    </div>
  );
}
