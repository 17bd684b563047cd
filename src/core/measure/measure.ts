import type { ConversationDurations, Durations, LaneDurations } from '../model/durations';
import type { Instant } from '../model/time';
import type { Lane, Timeline } from '../model/timeline';
import { isStaff } from '../timeline/purpose';
import { connectedAs } from '../timeline/words';
import { unionLength } from './intervals';
import { holds, timeToAnswer, tracksOf, transfers, unanswered } from './legs';
import { cobrowseStretches, controlledStretches, conversationSpan } from './span';
import { addAll, addWaiting, addWork, type Measured, noTotals, OF_SYSTEMS } from './totals';
import { type Scope, measureTrack } from './track';

interface Range {
  start: Instant;
  end: Instant;
}

function scopeOf(timeline: Timeline, range: Range | undefined): Scope {
  // One of no length holds not even what stands on the last instant.
  const isEmpty = range && range.end <= range.start;
  const from = range && (isEmpty || range.start > timeline.start);
  const until = range && (isEmpty || range.end < timeline.end);
  const window = {
    start: from ? range.start : -Infinity,
    end: until ? range.end : Infinity,
  };
  return { window, whole: !from && !until };
}

function measureLane(lane: Lane, scope: Scope): LaneDurations {
  const tracks = lane.tracks.map((track) => measureTrack(track, lane, scope));
  const sum: Measured = { totals: noTotals(), bounds: {} };
  for (const track of tracks) addAll(sum, track);
  return { laneId: lane.id, totals: sum.totals, bounds: sum.bounds, tracks };
}

/** Of each lane what its purpose makes count for the conversation. */
function sumOf(lanes: readonly Lane[], measured: readonly LaneDurations[]): Measured {
  const sum: Measured = { totals: noTotals(), bounds: {} };
  for (const [place, part] of measured.entries()) {
    const purpose = lanes[place]?.purpose ?? '';
    if (isStaff(purpose)) addWork(sum, part);
    const kind = connectedAs(purpose);
    const name = OF_SYSTEMS.find((each) => each === kind);
    if (name) addWaiting(sum, part, name);
  }
  return sum;
}

function measureConversation(
  timeline: Timeline,
  lanes: readonly LaneDurations[],
  scope: Scope,
): Omit<ConversationDurations, 'duration'> {
  const { window } = scope;
  const staff = timeline.lanes.filter(({ purpose }) => isStaff(purpose));
  const legs = tracksOf(staff);
  const answered = timeToAnswer(timeline.lanes, legs, window);
  return {
    ...sumOf(timeline.lanes, lanes),
    ...(answered === undefined ? {} : { timeToAnswer: answered }),
    ...holds(legs, scope),
    transfers: transfers(staff, window),
    unanswered: unanswered(legs, window),
    cobrowse: unionLength(cobrowseStretches(timeline), window),
    controlled: unionLength(controlledStretches(timeline), window),
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
