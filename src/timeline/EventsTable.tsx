import './style/events.css';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { listEvents, type TimelineEvent } from '../core/export/events';
import type { Timeline } from '../core/model/timeline';
import { eventsCsv } from './events-csv';
import { filteredEvents } from './filtered-events';
import { eventWords, type SortKey, sortedEvents } from '../ui/event-words';
import { dated, type Format, formatFor } from '../ui/format';
import { distinctNames } from '../ui/distinct-names';
import { englishTable } from '../ui/table-words';
import { visible } from '../ui/visible';
import { english, type Words } from '../ui/words';

export interface EventsTableProps {
  timeline: Timeline;
  timeZone?: string;
  locale?: string;
  /** Id of the selected mark, the same as the timeline's `view.selected`. */
  selected?: string;
  onSelect?: (id: string) => void;
  /** Takes the rows as they are filtered and sorted, as CSV; without it there is no button for that. */
  onCsv?: (csv: string) => void;
}

/** More rows than this stand on pages: a table of fifty thousand would freeze any browser. */
const PAGE = 200;

type Sort = { key: SortKey; down: boolean };

/** As it comes, of which there is nothing to say. */
const BY_TIME: Sort = { key: 'start', down: false };

const COLUMNS: readonly SortKey[] = [
  'start',
  'end',
  'duration',
  'participant',
  'kind',
  'what',
  'certainty',
  'detail',
];

interface HeadProps {
  sort: Sort;
  onSort: (key: SortKey) => void;
}

function Head({ sort, onSort }: HeadProps) {
  return (
    <thead>
      <tr>
        {COLUMNS.map((key) => {
          const direction = sort.down ? 'descending' : 'ascending';
          return (
            <th
              key={key}
              scope="col"
              className={key === 'duration' ? 'pt-number' : undefined}
              aria-sort={sort.key === key ? direction : undefined}
            >
              <button type="button" className="pt-sort" onClick={() => onSort(key)}>
                {englishTable.columns[key]}
                <span aria-hidden="true">{sort.key === key ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Before it is said how the rows are sorted: screen readers hear nothing else while many of them move. */
const REST_MS = 600;

function SaidSort({ sort }: Pick<HeadProps, 'sort'>) {
  const [told, setTold] = useState(BY_TIME);
  useEffect(() => {
    const timer = setTimeout(() => setTold(sort), REST_MS);
    return () => clearTimeout(timer);
  }, [sort]);
  return (
    <div className="pt-said" aria-live="polite">
      {told === sort && sort !== BY_TIME && englishTable.sorted(englishTable.columns[sort.key], sort.down)}
    </div>
  );
}

interface RowProps {
  event: TimelineEvent;
  format: Format;
  words: Words;
  selected: boolean;
  /** Where Tab comes into the rows. */
  stop: boolean;
  onSelect?: (id: string) => void;
  onFocus: (id: string) => void;
}

/** From row to row; the focus that comes there makes it the place where Tab comes in. */
function onRowKey(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const rows = [...(event.currentTarget.closest('tbody')?.rows ?? [])];
  const at = rows.findIndex((row) => row.contains(event.currentTarget));
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  rows[next]?.querySelector('button')?.focus();
}

function EventRow({ event, format, words, selected, stop, onSelect, onFocus }: RowProps) {
  const said = eventWords(event, words);
  const participant = visible(event.participant);
  return (
    <tr data-event={event.id} aria-selected={selected} onClick={() => onSelect?.(event.id)}>
      <td>
        {/* The whole row can be clicked; the keyboard has this button. */}
        <button
          type="button"
          className="pt-event"
          tabIndex={stop ? 0 : -1}
          aria-pressed={selected}
          onKeyDown={onRowKey}
          onFocus={() => onFocus(event.id)}
        >
          {format.exact(event.start)}
        </button>
      </td>
      <td>{event.end === undefined ? '' : format.exact(event.end)}</td>
      <td className="pt-number">
        {event.duration === undefined ? '' : format.compact(event.duration, true)}
      </td>
      {/* A long name is cut. */}
      <td title={participant}>
        <bdi>{participant}</bdi>
      </td>
      <td>{said.kind}</td>
      <td>
        <bdi>{said.what}</bdi>
      </td>
      <td>{said.certainty}</td>
      <td title={said.detail}>
        <bdi>{said.detail}</bdi>
      </td>
    </tr>
  );
}

function Pager({
  page,
  pages,
  onPage,
  shown,
}: {
  page: number;
  pages: number;
  onPage: (page: number) => void;
  shown: string;
}) {
  return (
    <div className="pt-pager">
      <output>{shown}</output>
      {pages > 1 && (
        <>
          <button
            type="button"
            className="pt-button"
            aria-label={englishTable.previousPage}
            // Disabled it would lose the focus.
            aria-disabled={page === 0}
            onClick={() => onPage(Math.max(0, page - 1))}
          >
            <ChevronLeft size={16} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="pt-button"
            aria-label={englishTable.nextPage}
            aria-disabled={page >= pages - 1}
            onClick={() => onPage(Math.min(pages - 1, page + 1))}
          >
            <ChevronRight size={16} aria-hidden="true" />
          </button>
        </>
      )}
    </div>
  );
}

/** Within it no day comes twice, and none needs its year. */
const MONTHS = 300 * 86_400_000;

/** Days as short as can be: two columns of them would push others out of sight. */
function inColumns(format: Format, span: number): Format {
  const name = span < MONTHS ? 'dayOfYear' : 'day';
  return { ...format, date: (instant) => format[name](instant) };
}

function useEvents({ timeline, timeZone, locale, selected }: EventsTableProps) {
  const [sort, setSort] = useState(BY_TIME);
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(filter);
  const [turned, setTurned] = useState<{ page: number; selected?: string }>({ page: 0 });
  const all = useMemo(() => listEvents(distinctNames(timeline, english)), [timeline]);
  const format = useMemo(() => {
    // What is planned and limits lie behind the timeline's end.
    const last = all.reduce((latest, { start, end = start }) => Math.max(latest, end), timeline.end);
    return dated(inColumns(formatFor({ locale, timeZone }), last - timeline.start), timeline, last);
  }, [all, timeline, locale, timeZone]);
  const events = useMemo(() => {
    const matching = filteredEvents(all, wanted, { format, words: english });
    return sortedEvents(matching, sort, { format, words: english });
  }, [all, wanted, sort, format]);
  const pages = Math.max(Math.ceil(events.length / PAGE), 1);
  // A mark selected elsewhere turns to its page; turning by hand holds until the next selection.
  const place = useMemo(() => events.findIndex(({ id }) => id === selected), [events, selected]);
  const follow = selected !== undefined && turned.selected !== selected && place >= 0;
  const wantedPage = follow ? Math.floor(place / PAGE) : turned.page;
  // It stays there when nothing is selected any more.
  if (turned.page !== wantedPage) setTurned({ ...turned, page: wantedPage });
  const page = Math.min(wantedPage, pages - 1);
  const onPage = (page: number) => setTurned({ page, selected });
  // Other rows, or in another order, are read from their beginning.
  const onSort = (key: SortKey) => {
    setSort((old) => ({ key, down: old.key === key && !old.down }));
    onPage(0);
  };
  const onFilter = (text: string) => {
    setFilter(text);
    onPage(0);
  };
  return { words: english, sort, onSort, filter, onFilter, format, events, page, pages, onPage };
}

/** The row where Tab comes in: the last that had the focus, or was selected since; the first where that is out of sight. */
function useStop(shown: readonly TimelineEvent[], selected: string | undefined) {
  const [last, setLast] = useState<{ id?: string; selected?: string | undefined }>({});
  const wanted = last.selected === selected ? last.id : (selected ?? last.id);
  const stop = (shown.find(({ id }) => id === wanted) ?? shown[0])?.id;
  return { stop, onFocus: (id: string) => setLast({ id, selected }) };
}

interface BarProps {
  filter: string;
  onFilter: (text: string) => void;
  /** Nothing matches the filter. */
  none: boolean;
  onCsv?: () => void;
  children: ReactNode;
}

/** The filter, and what is done with the rows that it leaves. */
function Bar({ filter, onFilter, none, onCsv, children }: BarProps) {
  const field = useRef<HTMLInputElement>(null);
  const onAll = () => {
    onFilter('');
    field.current?.focus();
  };
  return (
    <div className="pt-events-bar">
      <input
        ref={field}
        type="search"
        form="" // of none: Enter is not to submit what the host has around it
        className="pt-filter"
        aria-label={englishTable.filter}
        placeholder={englishTable.filter}
        value={filter}
        onChange={(event) => onFilter(event.target.value)}
      />
      {onCsv && (
        <button type="button" className="pt-text-button" onClick={onCsv}>
          {englishTable.csv}
        </button>
      )}
      {none && (
        <button type="button" className="pt-text-button" onClick={onAll}>
          {englishTable.all}
        </button>
      )}
      {children}
    </div>
  );
}

/** Everything the picture says, as a table: sortable, with a filter, in step with the selection. */
export function EventsTable(props: EventsTableProps) {
  const { words, sort, onSort, filter, onFilter, format, events, page, pages, onPage } = useEvents(props);
  const { onCsv } = props;
  const shown = events.slice(page * PAGE, (page + 1) * PAGE);
  const { stop, onFocus } = useStop(shown, props.selected);
  const none = filter !== '' && shown.length === 0;
  const from = format.count(shown.length === 0 ? 0 : page * PAGE + 1);
  const range = none
    ? englishTable.none
    : englishTable.shown(from, format.count(page * PAGE + shown.length), format.count(events.length));
  return (
    <div className="pt-events">
      <Bar
        filter={filter}
        onFilter={onFilter}
        none={none}
        onCsv={onCsv && (() => onCsv(eventsCsv(events, words)))}
      >
        <Pager page={page} pages={pages} onPage={onPage} shown={range} />
      </Bar>
      <SaidSort sort={sort} />
      {/* Else what scrolls is a stop of Tab by itself in Firefox, and one that says nothing. */}
      <div className="pt-events-scroll" tabIndex={-1}>
        <table aria-label={words.events}>
          <Head sort={sort} onSort={onSort} />
          <tbody>
            {shown.map((event) => (
              <EventRow
                key={event.id}
                event={event}
                format={format}
                words={words}
                selected={event.id === props.selected}
                stop={event.id === stop}
                onSelect={props.onSelect}
                onFocus={onFocus}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
