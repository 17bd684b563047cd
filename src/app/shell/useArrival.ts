import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';

/** Says once whether the last move was the history's own. */
export type TakeGoingBack = () => boolean;

/**
 * For the root of all that is routed: only there, and as early as this, it listens before the router does, which
 * has the other page drawn before the next listener is called.
 */
export function useGoingBack(): TakeGoingBack {
  const goingBack = useRef(false);
  useLayoutEffect(() => {
    const onPopState = () => {
      goingBack.current = true;
    };
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, []);
  return useCallback(() => {
    const was = goingBack.current;
    goingBack.current = false;
    return was;
  }, []);
}

/** Following a link leads to the top of a page, for eyes and for screen readers; going back does not. */
export function useArrival(takeGoingBack: TakeGoingBack): void {
  const [path] = useLocation();
  // Back over filters is no way to another page, and says nothing of the next one.
  const search = useSearch();
  const shown = useRef({ path, search });

  useEffect(() => {
    const goingBack = takeGoingBack();
    const before = shown.current;
    shown.current = { path, search };
    if (before.path === path) return;
    const content = document.getElementById('content');
    // A page that is gone back to may have put the focus where it was left, which is better than its top.
    const isPlaced = goingBack && content?.contains(document.activeElement);
    if (!goingBack) window.scrollTo(0, 0);
    if (!isPlaced) content?.focus({ preventScroll: true });
  }, [path, search, takeGoingBack]);
}
