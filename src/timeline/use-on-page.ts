import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False on servers and while their drawing is taken over: zone and locale of the page are not known there. */
export function useOnPage(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
