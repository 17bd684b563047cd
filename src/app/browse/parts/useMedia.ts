import { useSyncExternalStore } from 'react';

/** Whether the window is as a media query says; `otherwise` where that cannot be asked (tests without layout). */
export function useMedia(query: string, otherwise: boolean): boolean {
  const media = window.matchMedia?.(query);
  return useSyncExternalStore(
    (listener) => {
      media?.addEventListener('change', listener);
      return () => media?.removeEventListener('change', listener);
    },
    () => media?.matches ?? otherwise,
  );
}
