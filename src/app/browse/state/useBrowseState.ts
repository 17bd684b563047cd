import { useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import { navigate, useHistoryState } from 'wouter/use-browser-location';
import type { ConversationSource, Filter } from '../../../sources/source';
import { useSettings } from '../../settings';
import { useSource } from '../sources';
import type { BrowseState } from './browseState';
import { fromAddress, toPrivate, toQuery } from './codec';
import { entryFrom } from './historyState';
import { filterOf } from './period';

export interface Browsing {
  state: BrowseState;
  /** Where `state` says that they come from. */
  source: ConversationSource;
  filter: Filter;
  /** Goes into the history: back takes it back. `replace`: the entry is changed instead, as while typing. */
  change: (next: BrowseState, replace?: boolean) => void;
}

export function writeState(next: BrowseState, replace = false): void {
  const query = toQuery(next);
  navigate(`${location.pathname}${query === '' ? '' : `?${query}`}`, {
    replace,
    state: { chosen: toPrivate(next) },
  });
}

/** What is chosen, as the address and the tab's history have it. */
export function useBrowseState(): Browsing {
  const search = useSearch();
  const { chosen } = entryFrom(useHistoryState());
  // The same choice is the same object, however often the history entry is written.
  const key = JSON.stringify([search, chosen]);
  const { timeZone } = useSettings();
  // A list that is open over midnight stays what it was, until something else is chosen: then today is today.
  const [asked, setAsked] = useState(() => ({ key, now: Date.now() }));
  if (asked.key !== key) setAsked(() => ({ key, now: Date.now() }));
  const { now } = asked;
  const chosenNow = useMemo(() => {
    const [query, hidden]: [string, unknown] = JSON.parse(key);
    const state = fromAddress(query, hidden);
    return { state, filter: filterOf(state, now, timeZone) };
  }, [key, now, timeZone]);
  const source = useSource(chosenNow.state.source);
  return useMemo(() => ({ ...chosenNow, source, change: writeState }), [chosenNow, source]);
}
