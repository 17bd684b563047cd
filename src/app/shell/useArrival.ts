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
    if (!goingBack.current) window.scrollTo(0, 0);
    goingBack.current = false;
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [path]);
}
