import { type RefObject, useEffect, useRef } from 'react';
import { type AxisDrag, listenToAxis } from './hands';
import type { Stage } from './stage';
import { useNewest } from './use-newest';

/** Hears dragging along an element; `dragFrom` says what it does that begins at a place. */
export function useAxisDrag(
  stage: Stage,
  dragFrom: (stage: Stage, x: number, target: Element | null) => AxisDrag,
): RefObject<HTMLDivElement | null> {
  const along = useRef<HTMLDivElement>(null);
  const newest = useRef(stage);
  useNewest(newest, stage);
  useEffect(() => {
    const element = along.current;
    if (!element) return undefined;
    let drag: AxisDrag | undefined;
    return listenToAxis(element, () => ({
      start(x, target) {
        drag = dragFrom(newest.current, x, target);
        drag.start(x, target);
      },
      move: (x) => drag?.move(x),
      end: (moved) => drag?.end(moved),
    }));
  }, [dragFrom]);
  return along;
}
