import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearch } from 'wouter';
import { rowsQuery } from '../../sources/queries';
import type { Filter } from '../../sources/source';
import { visible } from '../../ui/visible';
import { idFrom } from '../address';
import { useLibraryState, useRetry } from '../browse/library/library';
import { useSource } from '../browse/sources';
import { entryFrom } from '../browse/state/historyState';
import type { BrowseState } from '../browse/state/browseState';
import { fromAddress } from '../browse/state/codec';
import { dayOf, filterOf } from '../browse/state/period';
import { dayNamed } from '../compare/day/dates';
import { DayChoice } from '../compare/day/DayChoice';
import { DayDrawn } from '../compare/day/DayDrawn';
import { Narrowed } from '../compare/day/Narrowed';
import { type Asked, MOST, useAgentDay } from '../compare/day/useAgentDay';
import { LoadFailed } from '../parts/LoadFailed';
import { Loading } from '../parts/Loading';
import { NextSteps } from '../parts/NextSteps';
import { useSettings } from '../settings';
import { CrashBoundary } from '../shell/CrashBoundary';
import { Page } from '../shell/Page';
import { useFormat } from '../useFormat';
import { browseWords } from '../words/browse';

/** `/agent/:userId?day=2026-11-24`: all legs of one user on a day, over the conversations of the filter. */
export function AgentDayPage({ parameter }: { parameter: string }) {
  const userId = idFrom(parameter);
  const { timeZone } = useSettings();
  const { phase } = useLibraryState();
  const retry = useRetry();
  const [now] = useState(Date.now);
  const search = useSearch();
  const { chosen } = entryFrom(history.state);
  const state = fromAddress(search, chosen);
  const source = useSource(state.source);
  const { time, ...others } = filterOf(state, now, timeZone);
  const own: Filter = { ...others, choices: { ...others.choices, user: [userId] } };
  const named = dayNamed(new URLSearchParams(search).get('day') ?? '', timeZone);
  // A day that is named may be any; else it is the last one within the time that is chosen.
  const within: Filter = named || !time ? own : { ...own, time };
  const latest = useQuery({
    ...rowsQuery(source, { filter: within }, { offset: 0, limit: 1 }),
    enabled: state.source !== 'library' || phase !== 'opening',
  });
  const lastStart = latest.data && (latest.data.rows[0]?.start ?? within.time?.from);
  const day = named ?? (lastStart === undefined ? undefined : dayOf(lastStart, timeZone));
  const heading = browseWords.day.title;
  // Also on a day with nothing to do somebody has a name.
  const name = latest.data?.rows[0]?.users.find(({ id }) => id === userId)?.name;
  return (
    <Page title={heading}>
      {day ? (
        <Day {...{ source, userId, name, day, search, state }} filter={own} />
      ) : (
        <>
          <h1 className="pt-5 text-xl font-bold">{heading}</h1>
          {latest.error && <LoadFailed error={latest.error} onRetry={() => retry(latest.refetch)} />}
          {latest.isPending && !latest.error && <Loading text={browseWords.day.loading} />}
          {latest.data && <NoneThatDay />}
        </>
      )}
    </Page>
  );
}

function NoneThatDay() {
  return (
    <div className="card p-6">
      <p>{browseWords.day.none}</p>
      <NextSteps />
    </div>
  );
}

interface DayProps extends Asked {
  name: string | undefined;
  /** The query of the address, */
  search: string;
  /** and what is chosen in Browse. */
  state: BrowseState;
}

function Day({ name, search, state, ...of }: DayProps) {
  const { rows, limited, waiting, asked, unread, known } = useAgentDay(of);
  const retry = useRetry();
  const words = browseWords.day;
  const format = useFormat();
  const isDrawn = known.timeline.lanes.length > 0;
  return (
    <>
      <h1 className="pt-5 text-xl font-bold">
        {words.heading(visible(name ?? known.name ?? words.someone))}
      </h1>
      <DayChoice day={of.day} search={search} />
      <Narrowed state={state} userId={of.userId} day={of.day} />
      {rows.error && <LoadFailed error={rows.error} onRetry={() => retry(rows.refetch)} />}
      {waiting && !rows.error && <Loading text={words.loading} />}
      {limited && <p className="pb-2 text-sm text-warning">{words.limited(format.count(MOST))}</p>}
      {unread > 0 && <p className="pb-2 text-sm text-warning">{words.unread(format.count(unread))}</p>}
      {!waiting && !isDrawn && !rows.error && <NoneThatDay />}
      {!waiting && isDrawn && (
        <CrashBoundary part key={`${of.day.from} ${asked}`}>
          <DayDrawn day={known} />
        </CrashBoundary>
      )}
    </>
  );
}
