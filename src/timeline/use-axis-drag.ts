import { type RefObject, useEffect, useRef } from 'react';
import { type AxisDrag, listenToAxis } from './hands';
import type { Stage } from './stage';
import { useNewest } from './use-newest';

/** Hears dragging along an element; `dragFrom` says what it does that begins at a place. */
export function useAxisDrag(
  stage: Stage,
  dragFrom: (newest: RefObject<Stage>, x: number, target: Element | null) => AxisDrag,
): RefObject<HTMLDivElement | null> {
  const along = useRef<HTMLDivElement>(null);
  const newest = useRef(stage);
  useNewest(newest, stage);
  useEffect(() => {
    const element = along.current;
    return element ? listenToAxis(element, (x, target) => dragFrom(newest, x, target)) : undefined;
  }, [dragFrom]);
  return along;
}
