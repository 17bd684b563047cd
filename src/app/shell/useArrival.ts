import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** Says once whether the last move was the history's own. */
export type TakeGoingBack = () => boolean;

/**
 * For the root of all that is routed: only there, and as early as this, it listens before the router does, which
 * has the other page drawn before the next listener is called.
 */
export function useGoingBack(): TakeGoingBack {
  const goingBack = useRef(false);
  /** The path of the page that is shown. */
  const shown = useRef(location.pathname);
  useLayoutEffect(() => {
    const onPopState = () => {
      // Within a page, over filters or to one of its parts, is no way to another one, and says nothing of the next.
      goingBack.current = location.pathname !== shown.current;
    };
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, []);
  return useCallback(() => {
    const was = goingBack.current;
    goingBack.current = false;
    shown.current = location.pathname;
    return was;
  }, []);
}

/** Following a link leads to the top of a page, for eyes and for screen readers; going back does not. */
export function useArrival(takeGoingBack: TakeGoingBack): void {
  const [path] = useLocation();
  const shown = useRef(path);

  useEffect(() => {
    const goingBack = takeGoingBack();
    const before = shown.current;
    shown.current = path;
    if (before === path) return;
    const content = document.getElementById('content');
    // A page that is gone back to may have put the focus where it was left, which is better than its top.
    const isPlaced = goingBack && content?.contains(document.activeElement);
    if (!goingBack) window.scrollTo(0, 0);
    if (!isPlaced) content?.focus({ preventScroll: true });
  }, [path, takeGoingBack]);
}
