import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import type { View } from '../../core/view/view';
import { viewFrom } from '../../core/view/view-from';
import { goesWithoutSaying, useSettings } from '../settings';
import { viewFromQuery, viewToQuery } from './address';

/** Browsers refuse more than a hundred changes of the address in half a minute; a wheel makes them all. */
const APART_MS = 300;

/** Free text stands in no address: it stays with the tab's history. */
function keptFilter(): string {
  const state = history.state as { filter?: unknown } | null;
  return typeof state?.filter === 'string' ? state.filter : '';
}

/**
 * The view of a timeline; with `inAddress` it starts from the page's address and is written to it. What a redacted one
 * was filtered by may be a name of which nothing is to be seen any more, and what it is filtered by one made up for it.
 */
export function useAddressView(inAddress: boolean, redacted = false): [View, Dispatch<SetStateAction<View>>] {
  const [view, setView] = useState(() =>
    viewFrom(inAddress ? { ...viewFromQuery(location.search), filter: redacted ? '' : keptFilter() } : {}),
  );
  const { timeZone } = useSettings();
  const written = useRef(-APART_MS);

  useEffect(() => {
    if (!inAddress) return undefined;
    const query = viewToQuery(view, goesWithoutSaying(timeZone) ? undefined : timeZone);
    const wanted = query === '' ? '' : `?${query}`;
    const filter = redacted ? '' : view.filter;
    function write() {
      if (location.search === wanted && keptFilter() === filter) return;
      const state = { ...history.state, filter: filter || undefined };
      history.replaceState(state, '', location.pathname + wanted);
      written.current = performance.now();
    }
    // What was chosen stands there at once, so that a reload or a copied address has it; only a torrent has to wait.
    const wait = written.current + APART_MS - performance.now();
    if (wait <= 0) {
      write();
      return undefined;
    }
    const timer = setTimeout(write, wait);
    return () => clearTimeout(timer);
  }, [inAddress, redacted, view, timeZone]);

  return [view, setView];
}
