import { useEffect, useRef, useState } from 'react';
import { entryFrom, type Place } from '../state/historyState';

/** Browsers refuse more than a hundred entries in half a minute, and then every other too; a key held down makes them all. */
const REST_MS = 400;

function note(place: Place): void {
  history.replaceState({ ...entryFrom(history.state), place }, '');
}

export interface KeptPlace {
  place: Place;
  /** The list was left before, and is come back to. */
  isBack: boolean;
  keep: (place: Place, now?: boolean) => void;
}

/**
 * Where the list stands: at first as it was left. It is noted in the history when hands rest, or with `now` at once, as
 * before it is left; not while the entry is that of another list. What is noted late and finds another entry was meant
 * for the one before.
 */
export function useKeptPlace(isCurrent: boolean): KeptPlace {
  const [left] = useState(() => entryFrom(history.state).place);
  const [place, setPlace] = useState<Place>(left ?? { top: 0, row: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    place,
    isBack: left !== undefined,
    keep(next, now = false) {
      setPlace(next);
      if (!isCurrent) return;
      clearTimeout(timer.current);
      if (now) return note(next);
      const { state: entry } = history;
      timer.current = setTimeout(() => {
        if (history.state === entry) note(next);
      }, REST_MS);
    },
  };
}
