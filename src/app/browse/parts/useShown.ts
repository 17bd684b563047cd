import { useState } from 'react';
import { localStore } from '../state/storage';

/** A part of the page that is shown or not, as it was left. */
export function useShown(key: string, first: boolean): [boolean, () => void] {
  const [shown, setShown] = useState(() => {
    const stored = localStore.read(key);
    return typeof stored === 'boolean' ? stored : first;
  });
  return [
    shown,
    () => {
      setShown(!shown);
      localStore.write(key, !shown);
    },
  ];
}
