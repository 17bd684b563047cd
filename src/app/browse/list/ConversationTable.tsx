// oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one are no table to a browser
import type { RefObject } from 'react';
import { usePrinting } from '../../../timeline/use-size';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { PreviewPatterns } from './PreviewPicture';
import { heldAround, placesOf, type Span, withActive } from './span';
import { TableHead } from './TableHead';
import { onPaper, onScreen, type TableLayout } from './tableLayout';
import { BlankRow, TableRow } from './TableRow';
import { RowLinksContext, type RowLinks } from './TitleCell';
import { windowOf } from './track';
import type { ListKeys } from './useListKeys';
import type { Rows } from './useRows';
import type { Selection } from './useSelection';
import { type ColumnProps, type ShownTable, useShownTable } from './useShownTable';
import type { Tracked } from './useTrack';

interface TableProps extends ColumnProps {
  rows: Rows;
  box: RefObject<HTMLDivElement | null>;
  track: Tracked;
  /** Pixels of rows above those that are drawn. */
  top: number;
  selection: Selection;
  links: RowLinks;
  keys: ListKeys;
}

/** The rows that are in sight, drawn over a layer that stays where it is: nothing ever scrolls in blank. */
export function ConversationTable({ rows, box, track, top, selection, ...props }: TableProps) {
  const printing = usePrinting() > 0;
  const seen = windowOf(top, track.track, 0);
  const span = printing ? heldAround(seen, rows) : seen;
  const places = printing ? placesOf(span) : withActive(placesOf(span), props.links.active, rows.total);
  const shown = useShownTable(places, rows, props);
  const layout = printing ? onPaper(shown.sizes) : onScreen(shown.sizes, track, top);
  return (
    <>
      {printing && <PrintedSpan span={span} total={rows.total} />}
      <div
        ref={box}
        role="grid"
        tabIndex={-1}
        aria-label={browseWords.list.label}
        aria-rowcount={rows.total + 1}
        aria-colcount={shown.sizes.length + 1}
        aria-multiselectable="true"
        aria-busy={rows.loading}
        className="relative h-[max(22rem,calc(100dvh-11.25rem))] overflow-auto overscroll-contain rounded-lg border border-line bg-surface text-sm on-paper print:h-auto print:overflow-visible"
        onScroll={track.onScroll}
        onKeyDown={props.keys.onKeyDown}
        onFocus={props.keys.onFocus}
        onBlur={props.keys.onBlur}
        onClickCapture={props.keys.onClickCapture}
      >
        <PreviewPatterns />
        <TableHead shown={shown} layout={layout} rows={rows} selection={selection} />
        <RowLinksContext value={props.links}>
          <TableBody places={places} shown={shown} layout={layout} selection={selection} />
        </RowLinksContext>
      </div>
    </>
  );
}

/** Paper does not scroll: it says which rows of how many it has. */
function PrintedSpan({ span, total }: { span: Span; total: number }) {
  const format = useFormat();
  const [from, to, all] = [span.first + 1, span.last + 1, total].map((count) => format.count(count));
  return <p className="py-1 text-sm">{browseWords.list.printed(from ?? '', to ?? '', all ?? '')}</p>;
}

interface TableBodyProps {
  places: readonly number[];
  shown: ShownTable;
  layout: TableLayout;
  selection: Selection;
}

function TableBody({ places, shown, layout, selection }: TableBodyProps) {
  return (
    <div role="rowgroup" className="relative" style={layout.body}>
      <div role="presentation" className="sticky overflow-clip print:static" style={layout.window}>
        {places.map((place) => {
          const row = shown.drawn.get(place);
          const style = layout.row(place);
          return row ? (
            <TableRow key={place} row={row} place={place} style={style} selection={selection} />
          ) : (
            <BlankRow key={place} place={place} style={style} />
          );
        })}
      </div>
    </div>
  );
}
