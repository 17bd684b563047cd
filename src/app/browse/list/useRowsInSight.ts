import { type RefObject, useState } from 'react';
import type { Listing } from '../../../sources/source';
import type { ConversationSource, Count } from '../../../sources/source';
import { HEAD_HEIGHT } from './tableLayout';
import { windowOf } from './track';
import type { KeptPlace } from './useKeptPlace';
import { type Rows, useRows } from './useRows';
import { useSight } from './useSight';
import { type Tracked, useTrack } from './useTrack';

/** Rows fetched beyond the edges, so that small moves find them there. */
const BEYOND = 6;

interface SightOptions {
  source: ConversationSource;
  listing: Listing;
  count: Count | undefined;
  /** Of a row, in pixels. */
  height: number;
  /** Where to begin, and to be told where hands rest. */
  kept: KeptPlace;
}

export interface InSight {
  rows: Rows;
  track: Tracked;
  /** Pixels of rows above those that are drawn. */
  top: number;
}

/** The rows where the box is scrolled to: fetched as they come into sight. */
export function useRowsInSight(box: RefObject<HTMLElement | null>, options: SightOptions): InSight {
  const { source, listing, count, height, kept } = options;
  const { top, row } = kept.place;
  // The window is known only after the track, which needs the rows' number: so the last one is used.
  const [total, setTotal] = useState(count?.value ?? 0);
  const track = useTrack(box, {
    rows: total,
    row: height,
    head: HEAD_HEIGHT,
    top,
    onRest: (rested) => kept.keep({ top: rested, row }),
  });
  const sight = useSight(track.top);
  const spans = [sight.asked, sight.drawn].map((each) => windowOf(each, track.track, BEYOND));
  const rows = useRows(source, listing, { spans, kept: row, count });
  sight.follow(track.top, track.track, rows);
  if (rows.total !== total) setTotal(rows.total);
  const most = Math.max(0, rows.total * height - track.track.window);
  return { rows, track, top: Math.min(sight.drawn, most) };
}
