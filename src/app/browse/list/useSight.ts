import { useEffect, useState } from 'react';
import type { Rows } from './useRows';
import { nextSight, type Sight } from './sight';
import { type Track, windowOf } from './track';

/** For so long rows of another place may stand in: then one would take them for those of this place. */
const STAND_IN_MS = 250;

export function useSight(top: number) {
  const [sight, setSight] = useState<Sight>({ asked: top, drawn: top });
  const { asked, drawn } = sight;
  useEffect(() => {
    if (asked === drawn) return undefined;
    const timer = setTimeout(() => setSight({ asked, drawn: asked }), STAND_IN_MS);
    return () => clearTimeout(timer);
  }, [asked, drawn]);
  return {
    ...sight,
    /** To be called while drawing, with the rows that were asked for. */
    follow(top: number, track: Track, rows: Rows) {
      const next = nextSight(sight, top, (place) => {
        const { first, last } = windowOf(place, track, 0);
        for (let at = first; at <= last; at++) if (!rows.rowAt(at)) return false;
        return true;
      });
      if (next !== sight) setSight(next);
    },
  };
}
