import type { Duration, Instant } from '../model/time';
import type { Certainty, Lane, SegmentType, Timeline } from '../model/timeline';
import type { Interval, Window } from './intervals';

/** The instants of marks that say when the conversation took place, and of those that only speak of it. */
interface Instants {
  own: Instant[];
  foreign: Instant[];
}

function collect(lane: Lane, into: Instants): void {
  for (const { segments } of lane.tracks) {
    for (const { start, end, certainty } of segments) {
      if (certainty !== 'planned') into.own.push(start, end);
    }
  }
  for (const { start, end, certainty } of lane.roles) {
    if (certainty !== 'planned') into.own.push(start, end);
  }
  for (const { kind, at } of lane.milestones) {
    (kind.startsWith('evaluation-') ? into.foreign : into.own).push(at);
  }
  for (const { at } of lane.limits) into.foreign.push(at);
}

function extreme(
  instants: readonly Instant[],
  pick: (one: number, other: number) => number,
): Instant | undefined {
  let result: Instant | undefined;
  for (const at of instants) result = result === undefined ? at : pick(result, at);
  return result;
}

/**
 * How long the conversation took, in ms: from the timeline's start to its end, without what only
 * evaluations, days later, or limits have added to it, as far as it lies in the window.
 */
export function conversationSpan(timeline: Timeline, window: Window): Duration {
  const instants: Instants = { own: [], foreign: [] };
  for (const lane of timeline.lanes) collect(lane, instants);
  for (const { start, end, certainty } of timeline.links) {
    if (certainty !== 'planned') instants.own.push(start, end);
  }
  const stretchedStart = instants.foreign.some((at) => at <= timeline.start);
  const stretchedEnd = !timeline.live && instants.foreign.some((at) => at >= timeline.end);
  const start = (stretchedStart ? extreme(instants.own, Math.min) : undefined) ?? timeline.start;
  const end = (stretchedEnd ? extreme(instants.own, Math.max) : undefined) ?? timeline.end;
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
export function controlledStretches(timeline: Timeline): Stretch[] {
  return timeline.links.filter(
    ({ kind, to, certainty }) => kind === 'controlling' && 'laneId' in to && certainty !== 'planned',
  );
}
