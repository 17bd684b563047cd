import { type FocusEvent, type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { Rows } from './useRows';

interface FollowOptions {
  rows: Rows;
  box: RefObject<HTMLElement | null>;
  /** Place of the row that keys reach. */
  active: number;
  /** Where a conversation stands by now. */
  placeOf: (id: string) => Promise<number | undefined>;
  /** Its conversation stands there by now; where it is gone, another one does. */
  onMoved: (place: number) => void;
  /** The focus came to another row by other ways than keys, as screen readers take it to any cell. */
  onReached: (place: number) => void;
}

/** Of the element around all rows. */
export interface Followed {
  onFocus: (event: FocusEvent<HTMLElement>) => void;
  onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/** Of the row that something of it stands in. */
export function linkAround(target: EventTarget | null): HTMLElement | null {
  const row = target instanceof Element ? target.closest('[role="row"]') : null;
  return row?.querySelector<HTMLElement>('[data-place]') ?? null;
}

/**
 * Rows come and go while somebody is at one of them: what has the focus is drawn anew elsewhere, and the focus is to go
 * with it. Nobody is moved who is not in the list.
 */
export function useFollowed({ rows, box, active, placeOf, onMoved, onReached }: FollowOptions): Followed {
  const inside = useRef(false);
  /** The conversation there, and whether it is being looked for. */
  const known = useRef<{ place: number; id: string; sought?: boolean }>(undefined);

  const follow = useEffectEvent(async (id: string) => {
    const place = await placeOf(id).catch(() => undefined);
    // Somebody went on meanwhile.
    if (known.current?.id !== id) return;
    // What is shown may be older than the answer: it is looked for again where it does not come to stand there.
    known.current = place === undefined ? undefined : { place, id };
    if (inside.current) onMoved(place ?? active);
  });
  const id = rows.rowAt(active)?.id;
  const { total } = rows;
  useEffect(() => {
    if (id === undefined) return;
    const before = known.current;
    const isLost = before && (before.place >= total || (before.place === active && before.id !== id));
    if (!isLost || !inside.current) known.current = { place: active, id };
    else if (!before.sought) {
      before.sought = true;
      void follow(before.id);
    }
  }, [id, active, total]);
  return {
    onFocus({ target }) {
      // What was at a row that is drawn anew is for a moment at what is around all.
      if (target === box.current) return;
      const link = linkAround(target);
      inside.current = link !== null;
      if (link && Number(link.dataset.place) !== active) onReached(Number(link.dataset.place));
    },
    onBlur({ target, relatedTarget }) {
      if (relatedTarget instanceof Node && box.current?.contains(relatedTarget)) return;
      // Browsers may say so of what is being removed, too: by the next moment that is gone.
      queueMicrotask(() => {
        if (target.isConnected) inside.current = false;
      });
    },
  };
}
