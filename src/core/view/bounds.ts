import type { Instant } from '../model/time';
import type { Timeline } from '../model/timeline';
import { gapsOf } from './gaps';
import { mattersOf } from './matters';
import { type Bounds, padded } from './range';

function lastPlanned(timeline: Timeline): Instant {
  let last = timeline.end;
  for (const lane of timeline.lanes) {
    for (const track of lane.tracks) {
      for (const segment of track.segments) last = Math.max(last, segment.end);
    }
    for (const limit of lane.limits) last = Math.max(last, limit.at);
  }
  return last;
}

/** Nothing but waiting has happened so far: what matters lies ahead. */
function onlyWaits({ lanes }: Timeline): boolean {
  return lanes.every(({ tracks }) =>
    tracks.every(({ segments }) => segments.every(({ type }) => type === 'scheduled' || type === 'parked')),
  );
}

/** Planned stretches are fitted too, unless they would squeeze what has happened. */
export function boundsOf(timeline: Timeline): Bounds {
  const happened = Math.max(timeline.end - timeline.start, 1000);
  const until = lastPlanned(timeline);
  const squeezed = until - timeline.start > happened * 1.5 && !onlyWaits(timeline);
  const fitted = squeezed ? timeline.end : until;
  const told = { start: timeline.start, end: Math.max(fitted, timeline.start + 1000) };
  const whole = padded(told, 0.015);
  const core = mattersOf(timeline, told);
  // What goes on beyond the cut is seen to go on.
  const fit = core === told ? whole : padded(core, 0.06);
  const all = { start: timeline.start, end: Math.max(until, timeline.start + happened) };
  return { fit, whole, told, extent: padded(all, 0.5), all, gaps: gapsOf(timeline, told) };
}
