import { type RefObject, useEffect, useRef } from 'react';
import { listenToAxis } from './hands';
import type { Drag } from './measuring';
import type { Stage } from './stage';
import { useNewest } from './use-newest';

/** Hears dragging along an element; `dragFrom` says what it does that begins at a place. */
export function useAxisDrag(
  stage: Stage,
  dragFrom: (stage: Stage, x: number, target: Element | null) => Drag,
): RefObject<HTMLDivElement | null> {
  const along = useRef<HTMLDivElement>(null);
  const newest = useRef(stage);
  useNewest(newest, stage);
  useEffect(() => {
    const element = along.current;
    if (!element) return undefined;
    let drag: Drag | undefined;
    return listenToAxis(element, () => ({
      start(x, target) {
        drag = dragFrom(newest.current, x, target);
      },
      move: (x) => drag?.move(x, newest.current),
      end: (moved) => drag?.end?.(moved),
    }));
  }, [dragFrom]);
  return along;
}
