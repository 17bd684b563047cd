import { useEffect, useEffectEvent } from 'react';
import { useSettings } from '../settings';

/** Hears keys without Ctrl wherever the focus is, unless somebody turned that off. */
export function usePageKeys(listener: (event: KeyboardEvent) => void): void {
  const { pageKeys } = useSettings();
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) listener(event);
  });
  useEffect(() => {
    if (!pageKeys) return undefined;
    const onKeyDown = (event: KeyboardEvent) => hear(event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [pageKeys]);
}
