import { useCallback, useMemo, useState, useRef } from 'react';
import { createKeeper } from '../core/view/keep-equal';
import type { Bounds } from '../core/view/range';
import { reduceView, type ViewAction } from '../core/view/reduce';
import type { View, ViewInit } from '../core/view/view';
import { viewFrom } from '../core/view/view-from';
import { tellHost } from './tell-host';
import { useNewest } from './use-newest';

export type Dispatch = (action: ViewAction) => void;

interface Options {
  /** Given: the host keeps the view. */
  view?: ViewInit;
  overlays: ViewInit['overlays'];
  bounds: Bounds;
  onViewChange?: (view: View) => void;
}

/**
 * The view, kept here or by the host. Several actions may come between two renderings (a wheel turns fast),
 * so each starts from the newest view, not from the one last drawn.
 */
export function useView({ view: given, overlays, bounds, onViewChange }: Options): [View, Dispatch] {
  const [own, setOwn] = useState(() => viewFrom({ overlays }));
  // A host may keep what it has: drawn anew, the next step begins there, whatever was asked for.
  const [, setAsked] = useState<View>();
  // The host may give others later; what it gives again, though it be another object, changes nothing.
  const [wanted, setWanted] = useState(() => overlays);
  if (JSON.stringify(wanted) !== JSON.stringify(overlays)) {
    setWanted(() => overlays);
    setOwn({ ...own, overlays: viewFrom({ overlays }).overlays });
  }
  const [keep] = useState(createKeeper<View>);
  // Hosts give lists that are new and say the same.
  const view = useMemo(() => keep(given ? viewFrom(given, wanted) : own), [given, own, wanted, keep]);
  const drawn = { view, bounds, onViewChange, controlled: given !== undefined };
  const newest = useRef(drawn);
  useNewest(newest, drawn);
  const dispatch = useCallback((action: ViewAction) => {
    const { current } = newest;
    const next = reduceView(current.view, action, current.bounds);
    if (next === current.view) return;
    current.view = next;
    (current.controlled ? setAsked : setOwn)(next);
    tellHost(current.onViewChange, viewFrom(next)); // a copy: what hosts do with it is their own affair
  }, []);
  return [view, dispatch];
}
