import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { type View, viewFrom } from '../../core/view/view';
import { useSettings } from '../settings';
import { browserZone } from '../zones';
import { viewFromQuery, viewToQuery } from './address';

/** Browsers refuse more than some hundred changes of the address in half a minute; a wheel makes them all. */
const REST_MS = 300;

/** The view of a timeline; with `inAddress` it starts from the page's address and is written to it. */
export function useAddressView(inAddress: boolean): [View, Dispatch<SetStateAction<View>>] {
  const [view, setView] = useState(() => viewFrom(inAddress ? viewFromQuery(location.search) : {}));
  const { timeZone } = useSettings();

  useEffect(() => {
    if (!inAddress) return undefined;
    const timer = setTimeout(() => {
      const query = viewToQuery(view, timeZone === browserZone() ? undefined : timeZone);
      history.replaceState(history.state, '', query === '' ? location.pathname : `?${query}`);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [inAddress, view, timeZone]);

  return [view, setView];
}
