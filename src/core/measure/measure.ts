import type { ConversationDurations, Durations, LaneDurations } from '../model/durations';
import type { Instant } from '../model/time';
import type { Lane, Timeline } from '../model/timeline';
import { isStaff } from '../timeline/purpose';
import { connectedAs } from '../timeline/words';
import { holds, timeToAnswer, transfers, unanswered } from './legs';
import { cobrowseTime, controlledTime, conversationSpan } from './span';
import { ALL_NAMES, OF_HANDLERS, OF_SYSTEMS, sum } from './totals';
import { type Scope, measureTrack } from './track';

interface Range {
  start: Instant;
  end: Instant;
}

function scopeOf(timeline: Timeline, range: Range | undefined): Scope {
  const from = range && range.start > timeline.start;
  const until = range && range.end < timeline.end;
  const window = {
    start: from ? range.start : -Infinity,
    end: until ? range.end : Infinity,
  };
  return { window, whole: !from && !until };
}

function measureLane(lane: Lane, scope: Scope): LaneDurations {
  const tracks = lane.tracks.map((track) => measureTrack(track, lane, scope));
  return { laneId: lane.id, ...sum(tracks, ALL_NAMES), tracks };
}

function measureConversation(
  timeline: Timeline,
  lanes: readonly LaneDurations[],
  scope: Scope,
): Omit<ConversationDurations, 'duration'> {
  const purposes = timeline.lanes.map((lane) => lane.purpose);
  const work = sum(
    lanes.filter((_, index) => isStaff(purposes[index] ?? '')),
    OF_HANDLERS,
  );
  const kinds = purposes.map(connectedAs);
  const systems = OF_SYSTEMS.map((name) =>
    sum(
      lanes.filter((_, index) => kinds[index] === name),
      [name],
    ),
  );
  const answered = timeToAnswer(timeline, scope.window);
  return {
    ...sum([work, ...systems], ALL_NAMES),
    ...(answered === undefined ? {} : { timeToAnswer: answered }),
    ...holds(timeline, scope),
    transfers: transfers(timeline, scope.window),
    unanswered: unanswered(timeline, scope.window),
    cobrowse: cobrowseTime(timeline, scope.window),
    controlled: controlledTime(timeline, scope.window),
  };
}

/**
 * Adds up how long each track, lane and the conversation were in each state. All lengths are in ms.
 *
 * With a `range` (ms since the epoch, half-open) everything is cut to it: lengths are those within, holds
 * and offers count when they touch it, ends and answers when they lie in it. Lengths that the data states
 * without a place count only when the range covers the whole timeline. A range of no length holds nothing.
 *
 * `bounds` names the totals that rest on an inferred end: `atMost` the total, or `atLeast`. What points both
 * ways is `atMost`.
 */
export function measure(timeline: Timeline, range?: Range): Durations {
  const scope = scopeOf(timeline, range);
  const lanes = timeline.lanes.map((lane) => measureLane(lane, scope));
  return {
    conversation: {
      ...measureConversation(timeline, lanes, scope),
      duration: conversationSpan(timeline, scope.window),
    },
    lanes,
  };
}
