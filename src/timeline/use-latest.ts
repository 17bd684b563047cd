import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** React 18 complains about layout effects on servers, where none ever runs. */
const useSoon = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** The newest value, for listeners and timers that outlive a drawing. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useSoon(() => {
    latest.current = value;
  });
  return latest;
}
