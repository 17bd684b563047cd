import type { Duration } from '../model/time';
import type { Certainty, Link, SegmentType, Timeline } from '../model/timeline';
import { conversationExtent } from './extent';
import type { Interval, Window } from './intervals';

/** How long the conversation took, in ms, as far as it lies in the window. */
export function conversationSpan(timeline: Timeline, window: Window): Duration {
  const { start, end } = conversationExtent(timeline);
  return Math.max(0, Math.min(end, window.end) - Math.max(start, window.start));
}

const CONNECTED: ReadonlySet<SegmentType> = new Set([
  'connected',
  'hold',
  'parked',
  'ivr',
  'queued',
  'voicemail',
]);

/** A stretch of time, and how sure its ends are. */
export interface Stretch extends Interval {
  certainty: Certainty;
}

/** When lanes were in a co-browse session: with a role, or on a track of their own connected to one. */
export function cobrowseStretches(timeline: Timeline): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { roles, tracks } of timeline.lanes) {
    for (const role of roles) if (role.certainty !== 'planned') stretches.push(role);
    for (const { media, segments } of tracks) {
      if (media !== 'cobrowse') continue;
      for (const segment of segments) {
        if (CONNECTED.has(segment.type) && segment.certainty !== 'planned') stretches.push(segment);
      }
    }
  }
  return stretches;
}

/** When lanes held control over another; control over an unknown id is not counted. */
export function controlledStretches(timeline: Timeline): Link[] {
  return timeline.links.filter(
    ({ kind, to, certainty }) => kind === 'controlling' && 'laneId' in to && certainty !== 'planned',
  );
}
