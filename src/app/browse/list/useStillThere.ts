import { useEffect, useEffectEvent } from 'react';
import { useLibrary } from '../library/library';
import { useSelected } from './useSelection';

/** Lets go of what is selected in the library and no longer in it: another tab or its time may have taken it. */
export function useStillThere(): void {
  const library = useLibrary();
  const { ids, set } = useSelected('library');
  const look = useEffectEvent(async () => {
    if (ids.size === 0) return;
    const asked = [...ids];
    // Who does not answer says nothing of them.
    const there = new Set(await library.having(asked).catch(() => asked));
    if (there.size === asked.length) return;
    set((before) => new Set([...before].filter((id) => there.has(id) || !ids.has(id))));
  });
  useEffect(() => {
    void look();
    return library.source.onChange?.(() => void look());
  }, [library]);
}
