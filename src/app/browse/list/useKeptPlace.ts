import { useEffect, useRef } from 'react';
import { entryFrom, type Place } from '../state/historyState';

/** Browsers refuse more than a hundred entries in half a minute, and then every other too; a key held down makes them all. */
const REST_MS = 400;

function keepPlace(place: Place): void {
  history.replaceState({ ...entryFrom(history.state), place }, '');
}

/**
 * Notes in the history where the list stands: when hands rest, or with `now` at once, as before it is left. What is
 * noted late and finds another entry was meant for the one before.
 */
export function useKeptPlace(): (place: Place, now?: boolean) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (place, now = false) => {
    clearTimeout(timer.current);
    if (now) return keepPlace(place);
    const { state: entry } = history;
    timer.current = setTimeout(() => {
      if (history.state === entry) keepPlace(place);
    }, REST_MS);
  };
}
