import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocation, useSearch } from 'wouter';
import { buildTimeline } from '../../core/index';
import { agentDay, type Overlap } from '../../core/compare/day';
import { documentQuery, rowsQuery } from '../../sources/queries';
import type { ConversationSource, Filter } from '../../sources/source';
import { visible } from '../../ui/visible';
import { zoneFor } from '../../ui/zone';
import { conversationOf } from '../../workers/found';
import { idFrom } from '../address';
import { readDocument } from '../browse/library/document';
import { useLibraryState } from '../browse/library/library';
import { useSource } from '../browse/sources';
import { entryFrom } from '../browse/state/historyState';
import { fromAddress } from '../browse/state/codec';
import { dayOf, filterOf, instantAt } from '../browse/state/period';
import { SharedDrawing } from '../compare/SharedDrawing';
import { HiddenHeading } from '../parts/Heading';
import { LoadFailed } from '../parts/LoadFailed';
import { Loading } from '../parts/Loading';
import { useSettings } from '../settings';
import { CrashBoundary } from '../shell/CrashBoundary';
import { Page } from '../shell/Page';
import { useFormat } from '../useFormat';
import { words as siteWords } from '../words';
import { browseWords } from '../words/browse';

/** A day of one person is some dozens; more cannot be drawn so that anybody sees something. */
const MOST = 150;
/** A conversation that began so long before midnight may still be going on. */
const BEFORE = 12 * 3_600_000;
/** While the digits of a year are typed, it begins with zeros. */
const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/;

/** `/agent/:userId?day=2026-11-24`: all legs of one user on a day, over the conversations of the filter. */
export function AgentDayPage({ parameter }: { parameter: string }) {
  const userId = idFrom(parameter);
  const { timeZone } = useSettings();
  const { phase } = useLibraryState();
  const [now] = useState(Date.now);
  const search = useSearch();
  const { chosen } = entryFrom(history.state);
  const state = fromAddress(search, chosen);
  const source = useSource(state.source);
  const filter = filterOf(state, now, timeZone);
  const { time: _, ...others } = filter;
  const own: Filter = { ...others, choices: { ...others.choices, user: [userId] } };
  const wanted = new URLSearchParams(search).get('day');
  const latest = useQuery({
    ...rowsQuery(source, { filter: own }, { offset: 0, limit: 1 }),
    enabled: state.source !== 'library' || phase !== 'opening',
  });
  const lastStart = latest.data?.rows[0]?.start;
  const wall = wanted !== null && DAY.test(wanted) ? Date.parse(`${wanted}T00:00:00Z`) : Number.NaN;
  const day = Number.isNaN(wall)
    ? lastStart === undefined
      ? undefined
      : dayOf(lastStart, timeZone)
    : dayOf(instantAt(wall, zoneFor(timeZone)), timeZone);
  const heading = browseWords.day.title;
  // Also on a day with nothing to do somebody has a name.
  const name = latest.data?.rows[0]?.users.find(({ id }) => id === userId)?.name;
  return (
    <Page title={heading}>
      {day ? (
        <Day source={source} userId={userId} name={name} filter={own} day={day} search={search} />
      ) : (
        <>
          <h1 className="pt-5 text-xl font-bold">{heading}</h1>
          {latest.error && <LoadFailed error={latest.error} onRetry={() => void latest.refetch()} />}
          {latest.isPending && !latest.error && <Loading text={browseWords.day.loading} />}
          {latest.data && <p className="py-4">{browseWords.day.none}</p>}
        </>
      )}
    </Page>
  );
}

interface DayProps {
  source: ConversationSource;
  userId: string;
  name: string | undefined;
  filter: Filter;
  day: { from: number; to: number };
  search: string;
}

function Day({ source, userId, name, filter, day, search }: DayProps) {
  const words = browseWords.day;
  const time = { from: day.from - BEFORE, to: day.to };
  const rows = useQuery(
    rowsQuery(
      source,
      { filter: { ...filter, time }, sort: [{ by: 'start' }] },
      { offset: 0, limit: MOST + 1 },
    ),
  );
  const ids = (rows.data?.rows ?? []).slice(0, MOST).map(({ id }) => id);
  const documents = useQueries({ queries: ids.map((id) => documentQuery(source, id, readDocument)) });
  const waiting = rows.isPending || documents.some(({ isPending }) => isPending);
  const timelines = documents.flatMap(({ data }) =>
    (data?.outcome.found ?? []).map((found) => buildTimeline(conversationOf(found))),
  );
  const unread = documents.filter(({ error }) => error).length;
  const known = agentDay(timelines, { userId, ...day, label: words.atOnce });
  const format = useFormat();
  return (
    <>
      <h1 className="pt-5 text-xl font-bold">
        {words.heading(visible(known.name ?? name ?? words.someone))}
      </h1>
      <DayChoice day={day} search={search} />
      {rows.error && <LoadFailed error={rows.error} onRetry={() => void rows.refetch()} />}
      {waiting && !rows.error && <Loading text={words.loading} />}
      {(rows.data?.rows.length ?? 0) > MOST && (
        <p className="pb-2 text-sm text-warning">{words.limited(format.count(MOST))}</p>
      )}
      {unread > 0 && <p className="pb-2 text-sm text-warning">{words.unread(format.count(unread))}</p>}
      {!waiting && known.timeline.lanes.length === 0 && !rows.error && (
        <p className="card p-6">{words.none}</p>
      )}
      {!waiting && known.timeline.lanes.length > 0 && (
        <CrashBoundary part key={`${day.from} ${ids.length}`}>
          <HiddenHeading level={2}>{siteWords.figures.label}</HiddenHeading>
          <dl className="flex flex-wrap gap-2 pb-3">
            <Figure
              name={words.conversations}
              value={format.count(known.timeline.lanes.length - (known.overlaps.length > 0 ? 1 : 0))}
            />
            <Figure name={words.busy} value={format.compact(known.busy)} />
            <Figure name={words.shared} value={format.compact(known.shared)} />
            <Figure name={words.most} value={format.count(known.most)} />
          </dl>
          <HiddenHeading level={2}>{siteWords.conversation.timeline}</HiddenHeading>
          <SharedDrawing timeline={known.timeline} clock="time" />
          {known.overlaps.length > 0 && <Overlaps overlaps={known.overlaps} />}
        </CrashBoundary>
      )}
    </>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="card min-w-28 px-2.5 py-1.5">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="text-lg leading-6 font-bold tabular-nums">{value}</dd>
    </div>
  );
}

function dateText(instant: number, timeZone: string): string {
  return new Date(instant + zoneFor(timeZone).offset(instant)).toISOString().slice(0, 10);
}

function DayChoice({ day, search }: Pick<DayProps, 'day' | 'search'>) {
  const { timeZone } = useSettings();
  const [path, navigate] = useLocation();
  const format = useFormat();
  const words = browseWords.day;
  /** What is no day yet, and over which it is typed. */
  const [typed, setTyped] = useState<{ over: number; text: string }>();
  const go = (text: string) => {
    const query = new URLSearchParams(search);
    query.set('day', text);
    navigate(`${path}?${query}`, { state: history.state });
  };
  return (
    <div className="flex flex-wrap items-center gap-2 py-3">
      <button
        type="button"
        aria-label={words.previous}
        className="button px-2"
        onClick={() => go(dateText(day.from - 1, timeZone))}
      >
        <ChevronLeft className="size-4" aria-hidden="true" />
      </button>
      <input
        type="date"
        aria-label={words.date}
        className="field"
        value={typed?.over === day.from ? typed.text : dateText(day.from, timeZone)}
        onChange={({ target: { value } }) => {
          const whole = DAY.test(value);
          setTyped(whole ? undefined : { over: day.from, text: value });
          if (whole) go(value);
        }}
        onBlur={() => setTyped(undefined)}
      />
      <button
        type="button"
        aria-label={words.next}
        className="button px-2"
        onClick={() => go(dateText(day.to, timeZone))}
      >
        <ChevronRight className="size-4" aria-hidden="true" />
      </button>
      <span className="text-sm text-muted">
        {format.date(day.from)}, {timeZone}
      </span>
    </div>
  );
}

function Overlaps({ overlaps }: { overlaps: readonly Overlap[] }) {
  const format = useFormat();
  const words = browseWords.day;
  return (
    <table aria-label={words.overlaps} className="mt-4 w-full max-w-xl border-collapse text-sm tabular-nums">
      <caption className="section-title pb-1 text-left">{words.overlaps}</caption>
      <thead>
        <tr className="text-right text-xs text-muted">
          {[words.from, words.to, words.length, words.count].map((name) => (
            <th key={name} scope="col" className="py-1 font-normal">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {overlaps.map(({ start, end, count }) => (
          <tr key={start} className="border-t border-line text-right">
            <td className="py-0.5">{format.clock(start)}</td>
            <td className="py-0.5">{format.clock(end)}</td>
            <td className="py-0.5">{format.compact(end - start)}</td>
            <td className="py-0.5">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
