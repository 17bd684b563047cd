import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { documentQuery, type Listing, pageQuery, countQuery, PAGE_ROWS } from '../../../sources/queries';
import { HiddenHeading } from '../../parts/Heading';
import { LoadFailed } from '../../parts/LoadFailed';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { readDocument } from '../library/document';
import { entryFrom, type Place } from '../state/historyState';
import { KeysMenu } from '../parts/KeysMenu';
import { type Tasks, useTask } from '../parts/useTask';
import { isFiltered } from '../state/browseState';
import { toPrivate, toQuery } from '../state/codec';
import type { Browsing } from '../state/useBrowseState';
import { ConversationTable } from './ConversationTable';
import { HEAD_HEIGHT } from './tableLayout';
import { ColumnMenu } from './ColumnMenu';
import { ROW_HEIGHTS, useDensity } from './density';
import { NothingFound } from './NothingFound';
import { SelectionBar } from './SelectionBar';
import { windowOf } from './track';
import { useColumnChoice } from './useColumns';
import { useKeptPlace } from './useKeptPlace';
import { useListKeys } from './useListKeys';
import { useRows } from './useRows';
import { MOST_SELECTED, useSelection } from './useSelection';
import { useStillThere } from './useStillThere';
import { useSight } from './useSight';
import { useTrack } from './useTrack';

/** Rows fetched beyond the edges, so that small moves find them there. */
const BEYOND = 6;

/** The list with its count, columns and what can be done to a selection. */
export function ListSection({ browsing }: { browsing: Browsing }) {
  const { state, source, filter } = browsing;
  const wanted: Listing = { filter, ...(state.sort.length > 0 ? { sort: state.sort } : {}) };
  const first = useQuery(pageQuery(source, wanted, { page: 0 }));
  // What was shown stays until the next can be: nothing flickers while somebody types or chooses.
  const [shown, setShown] = useState({ browsing, listing: wanted });
  const ready = first.data !== undefined || first.error !== null;
  if (ready && shown.browsing !== browsing) setShown({ browsing, listing: wanted });
  const [pressed, setPressed] = useState<string>();
  useStillThere();
  // What is being done goes on when the list becomes another one.
  const tasks = useTask();
  return (
    <section aria-label={browseWords.list.label} className="flex flex-wrap items-center gap-x-3">
      <Count
        {...shown}
        known={
          first.data && first.data.rows.length > 0
            ? { value: first.data.rows.length, exact: false }
            : undefined
        }
      />
      {/* Another filter or order is another list: it starts at its top. */}
      <Listed
        key={JSON.stringify(shown.listing)}
        {...shown}
        isCurrent={shown.browsing === browsing}
        tasks={tasks}
        pressed={pressed}
        onPressed={setPressed}
      />
    </section>
  );
}

/** Heard whenever it changes, for which it has to be there before, whichever list is. */
function Count({
  browsing,
  listing,
  known,
}: ListProps & { known: { value: number; exact: boolean } | undefined }) {
  const format = useFormat();
  const { data: count = known } = useQuery(countQuery(browsing.source, listing.filter));
  const { list, nothing, overview } = browseWords;
  if (count?.value === 0) {
    return <output className="sr-only">{isFiltered(browsing.state) ? nothing.heading : list.none}</output>;
  }
  return (
    <output className="text-sm text-muted tabular-nums">
      {count ? list.count(format.count(count.value), count.value === 1, count.exact) : overview.counting}
    </output>
  );
}

interface ListProps {
  browsing: Browsing;
  listing: Listing;
}

interface ListedProps extends ListProps {
  /** Else the entry of the history is that of the list to come. */
  isCurrent: boolean;
  tasks: Tasks;
  /** The column whose head was pressed, which made this list of another one. */
  pressed: string | undefined;
  onPressed: (column: string | undefined) => void;
}

/** Stands beside the count: what can be done to rows and columns in its line, the rows below. */
function Listed({ browsing, listing, isCurrent, tasks, pressed, onPressed }: ListedProps) {
  const { state, source, change } = browsing;
  const queries = useQueryClient();
  const format = useFormat();
  const [left] = useState(() => entryFrom(history.state).place);
  const [choice, setChoice] = useColumnChoice();
  const { data: count, error: countError } = useQuery(countQuery(source, listing.filter));
  const [place, setPlace] = useState<Place>(left ?? { top: 0, row: 0 });
  const keep = useKeptPlace();

  // The window is known only after the track, which needs the rows' number: so the last one is used.
  const [total, setTotal] = useState(count?.value ?? 0);
  const box = useRef<HTMLDivElement>(null);
  const density = useDensity();
  const rowHeight = ROW_HEIGHTS[density];
  const track = useTrack(box, {
    rows: total,
    row: rowHeight,
    head: HEAD_HEIGHT,
    top: place.top,
    onRest: (top) => remember({ top }),
  });
  const sight = useSight(track.top);
  const spans = [sight.asked, sight.drawn].map((top) => windowOf(top, track.track, BEYOND));
  const rows = useRows(source, listing, { spans, kept: place.row, count });
  sight.follow(track.top, track.track, rows);
  if (rows.total !== total) setTotal(rows.total);

  async function idsBetween(from: number, to: number): Promise<string[]> {
    const ids: string[] = [];
    for (let at = from; at <= to; at++) {
      const page = Math.floor(at / PAGE_ROWS);
      const row =
        rows.rowAt(at) ??
        (await queries.fetchQuery(pageQuery(source, listing, { page }))).rows[at % PAGE_ROWS];
      if (row) ids.push(row.id);
    }
    return ids;
  }
  const selection = useSelection(state.source, idsBetween);
  function remember(next: Partial<Place>, now = false) {
    const whole = { top: track.top, row: place.row, ...next };
    setPlace(whole);
    if (isCurrent) keep(whole, now);
  }
  const keys = useListKeys({
    rows,
    page: Math.max(1, Math.floor(track.track.window / rowHeight) - 1),
    first: place.row,
    focused: left !== undefined,
    box,
    reveal: track.reveal,
    selection,
    onActive: (row, leaves) => remember({ row }, leaves),
  });
  const [head] = useState(pressed);
  useEffect(() => {
    if (head === undefined) return;
    box.current?.querySelector<HTMLElement>(`[data-column="${head}"] button`)?.focus();
    onPressed(undefined);
  }, [head, onPressed]);
  const error = rows.error ?? countError;
  if (error && !rows.rowAt(0)) return <LoadFailed error={error} onRetry={rows.retry} />;
  if (count && rows.total === 0 && !rows.loading) {
    return isFiltered(state) ? (
      <NothingFound browsing={browsing} />
    ) : (
      <p className="w-full py-8">{browseWords.list.none}</p>
    );
  }
  const from = { search: toQuery(state), chosen: toPrivate(state) ?? {} };
  return (
    <>
      <HiddenHeading level={2}>{browseWords.list.label}</HiddenHeading>
      <output className="text-sm font-medium tabular-nums empty:absolute">
        {selection.ids.size > 0 && browseWords.selection.count(format.count(selection.ids.size))}
      </output>
      <output className="text-sm text-warning empty:absolute">
        {selection.tooMany && browseWords.list.tooMany(format.count(MOST_SELECTED))}
      </output>
      {/* Where it is narrow what can be done has a line of its own. */}
      <div className="ml-auto flex min-h-9 items-center gap-2 sm:order-last">
        <KeysMenu label={browseWords.keys.label} keys={browseWords.keys.list} />
        <ColumnMenu choice={choice} onChange={setChoice} />
      </div>
      <SelectionBar selection={selection} filter={listing.filter} browsing={browsing} tasks={tasks} />
      <div className="order-last mt-1.5 w-full">
        <ConversationTable
          rows={rows}
          box={box}
          track={track}
          top={Math.min(sight.drawn, Math.max(0, rows.total * rowHeight - track.track.window))}
          sort={state.sort}
          onSort={(sort, column) => {
            onPressed(column);
            change({ ...state, sort });
          }}
          choice={choice}
          onChoice={setChoice}
          selection={selection}
          keys={keys}
          density={density}
          links={{
            active: keys.active,
            twoLines: density === 'two-lines',
            stateOf: (row) => ({ chosen: {}, from: { ...from, row } }),
            near: (id) => void queries.prefetchQuery(documentQuery(source, id, readDocument)),
          }}
        />
      </div>
    </>
  );
}
