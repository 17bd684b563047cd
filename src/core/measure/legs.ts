import type { ConversationDurations } from '../model/durations';
import type { Duration, Instant } from '../model/time';
import type { Lane, Segment, SegmentType, Track } from '../model/timeline';
import { isTransfer } from '../timeline/disconnect';
import { isCustomer } from '../timeline/purpose';
import { type Window, clip, contains, touches } from './intervals';
import type { Scope } from './track';

/** Segments of a type that have happened, at least in part within the window. */
function happened(track: Track, type: SegmentType, window: Window): Segment[] {
  return track.segments.filter(
    (segment) => segment.type === type && segment.certainty !== 'planned' && touches(segment, window),
  );
}

function firstStart(tracks: readonly Track[], type: SegmentType, window: Window): Instant | undefined {
  let first: Instant | undefined;
  for (const track of tracks) {
    for (const { start } of happened(track, type, window)) {
      if (contains(window, start) && (first === undefined || start < first)) first = start;
    }
  }
  return first;
}

export function tracksOf(lanes: readonly Lane[]): Track[] {
  return lanes.flatMap(({ tracks }) => tracks);
}

/** Whether a leg was connected when somebody entered a queue: what it goes on with after a hold is no answer. */
function wasThere({ segments }: Track, queued: Instant): boolean {
  return segments.some(
    ({ type, certainty, start, end }) =>
      isConnection(type) && certainty !== 'planned' && start < queued && queued < end,
  );
}

/** From first entering a queue to the first of the legs of staff that was connected from then on, both within the window. */
export function timeToAnswer(
  lanes: readonly Lane[],
  legs: readonly Track[],
  window: Window,
): Duration | undefined {
  const inside = lanes.filter((lane) => !isCustomer(lane.purpose));
  const queued = firstStart(tracksOf(inside), 'queued', window);
  if (queued === undefined) return undefined;
  const others = legs.filter((track) => !wasThere(track, queued));
  const answered = firstStart(others, 'connected', { start: queued, end: window.end });
  return answered === undefined ? undefined : answered - queued;
}

type Holds = Pick<ConversationDurations, 'holds' | 'holdsBound' | 'longestHold'>;

/**
 * Holds of agents and users. Each segment is one hold, and so is a length without a place: the data does
 * not say how many holds it sums up, therefore it cannot be the longest either. Nor does a snapshot say how
 * many there were before the one it tells.
 */
export function holds(legs: readonly Track[], scope: Scope): Holds {
  let count = 0;
  let mayBeMore = false;
  let longest: Duration | undefined;
  for (const track of legs) {
    for (const segment of happened(track, 'hold', scope.window)) {
      const { start, end } = clip(segment, scope.window);
      count += 1;
      longest = Math.max(longest ?? 0, end - start);
    }
    const unplaced = scope.whole ? unplacedHolds(track) : 0;
    count += unplaced;
    mayBeMore ||= unplaced > 0 || mayHideHolds(track, scope.window);
  }
  const result: Holds = { holds: count };
  if (mayBeMore) result.holdsBound = 'atLeast';
  if (longest !== undefined) result.longestHold = longest;
  return result;
}

/** Holds that left no trace lie before the one that did, while the leg was there. */
function mayHideHolds({ lastHoldOnly, segments }: Track, window: Window): boolean {
  if (lastHoldOnly !== true) return false;
  const last = segments.find(({ type }) => type === 'hold');
  return segments.some(
    ({ type, start, end }) =>
      type === 'connected' && start < (last?.start ?? end) && touches({ start, end }, window),
  );
}

function unplacedHolds(track: Track): number {
  return (track.unplaced ?? []).filter(({ type, duration }) => type === 'hold' && duration > 0).length;
}

/** Legs of agents and users whose offer ended without an answer. */
export function unanswered(legs: readonly Track[], window: Window): number {
  return legs.filter((track) => happened(track, 'alerting', window).some((segment) => segment.unanswered))
    .length;
}

/** Whether somebody took it, however long that is known to have lasted. */
export function wasConnected(track: Track): boolean {
  return (
    track.segments.some(({ type, certainty }) => isConnection(type) && certainty !== 'planned') ||
    (track.unplaced ?? []).some(({ type, duration }) => isConnection(type) && duration > 0)
  );
}

// A leg may be held or parked from its first instant to its last.
function isConnection(type: SegmentType): boolean {
  return type === 'connected' || type === 'hold' || type === 'parked';
}

function endedByTransfer(lane: Lane, window: Window): Track[] {
  const ends = lane.milestones.filter(
    ({ kind, at, label }) =>
      kind === 'end' && label !== undefined && isTransfer(label) && contains(window, at),
  );
  return lane.tracks.filter((track) =>
    // An end that names no track is that of the lane's only one.
    ends.some(({ trackId }) => (trackId === undefined ? lane.tracks.length === 1 : trackId === track.id)),
  );
}

/** Connected legs of agents and users that ended by a transfer, of whatever kind and outcome. */
export function transfers(staff: readonly Lane[], window: Window): number {
  return staff.flatMap((lane) => endedByTransfer(lane, window)).filter(wasConnected).length;
}
