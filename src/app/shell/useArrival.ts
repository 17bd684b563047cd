import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** Following a link leads to the top of a page, for eyes and for screen readers; going back does not. */
export function useArrival(): void {
  const [path] = useLocation();
  const shown = useRef(path);
  const goingBack = useRef(false);

  useEffect(() => {
    const onPopState = () => {
      goingBack.current = true;
    };
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, []);

  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    const content = document.getElementById('content');
    // A page that is gone back to may have put the focus where it was left, which is better than its top.
    const isPlaced = goingBack.current && content?.contains(document.activeElement);
    if (!goingBack.current) window.scrollTo(0, 0);
    goingBack.current = false;
    if (!isPlaced) content?.focus({ preventScroll: true });
  }, [path]);
}
