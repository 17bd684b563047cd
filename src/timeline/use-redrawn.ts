import { type RefObject, useState } from 'react';
import { useSoon } from './use-newest';

/**
 * A server's HTML says in style attributes where things stand. A page policy without inline styles ignores them,
 * and React takes such HTML over as if it were styled. Then all is drawn once more by script, which no policy
 * minds: under the key that this gives.
 */
export function useRedrawn(root: RefObject<HTMLElement | null>): string {
  const [drawing, setDrawing] = useState('first');
  // Only the browser knows, and only afterwards.
  useSoon(() => {
    const styled = root.current?.querySelector<HTMLElement>('[style]:not([style=""])');
    // oxlint-disable-next-line react/set-state-in-effect
    if (styled?.style.length === 0) setDrawing('again');
  }, [root]);
  return drawing;
}
