import { type RefObject, useEffect, useLayoutEffect } from 'react';

/** React 18 complains about layout effects on servers, where none ever runs. */
export const useSoon = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** Keeps the newest value in a ref, for listeners and timers that outlive a drawing. */
export function useNewest<T>(newest: RefObject<T>, value: T): void {
  useSoon(() => {
    // oxlint-disable-next-line react/immutability -- a ref, made by whoever calls
    newest.current = value;
  });
}
