import { useCallback, useMemo, useState, useRef } from 'react';
import type { Bounds } from '../core/view/range';
import { reduceView, type ViewAction } from '../core/view/reduce';
import { type View, viewFrom, type ViewInit } from '../core/view/view';
import { useNewest } from './use-newest';

export type Dispatch = (action: ViewAction) => void;

interface Options {
  /** Given: the host keeps the view. */
  view?: ViewInit;
  initial: ViewInit;
  bounds: Bounds;
  onViewChange?: (view: View) => void;
}

/**
 * The view, kept here or by the host. Several actions may come between two renderings (a wheel turns fast),
 * so each starts from the newest view, not from the one last drawn.
 */
export function useView({ view: given, initial, bounds, onViewChange }: Options): [View, Dispatch] {
  const [own, setOwn] = useState(() => viewFrom(initial));
  const view = useMemo(() => (given ? viewFrom(given) : own), [given, own]);
  const newest = useRef({ view, bounds, onViewChange, controlled: given !== undefined });
  useNewest(newest, { view, bounds, onViewChange, controlled: given !== undefined });
  const dispatch = useCallback((action: ViewAction) => {
    const { current } = newest;
    const next = reduceView(current.view, action, current.bounds);
    if (next === current.view) return;
    current.view = next;
    if (!current.controlled) setOwn(next);
    current.onViewChange?.(next);
  }, []);
  return [view, dispatch];
}
