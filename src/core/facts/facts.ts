import { measure } from '../measure/measure';
import { conversationExtent } from '../measure/extent';
import { wasConnected } from '../measure/legs';
import { controlledStretches } from '../measure/span';
import type { Conversation } from '../model/conversation';
import type { Durations } from '../model/durations';
import type { Facts } from '../model/facts';
import type { Problem } from '../model/problem';
import type { Lane, Timeline } from '../model/timeline';
import { buildTimeline } from '../timeline/build';
import { isStaff } from '../timeline/purpose';
import { boundsOf } from './bounds';
import { directionOf } from './direction';
import { hoursOf } from './hours';
import { previewOf } from './preview';
import { type MeasuredLane, overruns, queuesOf, teamsOf, usersOf } from './shares';
import { searchedOf } from './text';
import { isTimed } from './timed';
import { titleOf } from './title';
import { wrapUpsOf } from './wrap-ups';

function unique(values: Iterable<string | undefined>): string[] {
  const all = new Set(values);
  all.delete(undefined);
  all.delete('');
  return [...all].filter((value) => value !== undefined);
}

function problemCounts(problems: readonly Problem[]): Facts['problems'] {
  const counts = new Map<string, Facts['problems'][number]>();
  for (const { code, severity } of problems) {
    const known = counts.get(code);
    if (known) known.count += 1;
    else counts.set(code, { code, severity, count: 1 });
  }
  return [...counts.values()];
}

/** Beyond it, a value is a document of its own that nobody filters by. */
const LONGEST_VALUE = 2000;

function attributesOf(lanes: readonly Lane[]): Facts['attributes'] {
  const known = new Map<string, Facts['attributes'][number]>();
  for (const [name, json] of lanes.flatMap(({ participant }) => participant.attributes ?? [])) {
    const value = typeof json === 'string' ? json : JSON.stringify(json);
    if (value.length <= LONGEST_VALUE) known.set(JSON.stringify([name, value]), { name, value });
  }
  return [...known.values()];
}

function waited({ tracks }: Lane): boolean {
  return tracks.some(({ segments }) => segments.some(({ type }) => type === 'queued'));
}

/** At any time: who asks a queue in vain while talking to the customer had answered. */
function answered({ purpose, tracks }: Lane): boolean {
  return isStaff(purpose) && tracks.some(wasConnected);
}

function whenOf(conversation: Conversation, timeline: Timeline): Pick<Facts, 'start' | 'end'> {
  if (!isTimed(conversation, timeline)) return {};
  const { start, end } = conversationExtent(timeline);
  return timeline.live ? { start } : { start, end };
}

/** What is over with its first instant is no time under control. */
function lanesInControl(timeline: Timeline): ReadonlySet<string> {
  const some = controlledStretches(timeline).filter(({ start, end }) => end > start);
  return new Set(some.map(({ from }) => from.laneId));
}

function whoAndWhat(timeline: Timeline, measured: readonly MeasuredLane[]) {
  const { lanes } = timeline;
  return {
    media: unique(lanes.flatMap(({ tracks }) => tracks.map(({ media }) => media))).filter(
      (media) => media !== 'unknown',
    ),
    participants: lanes.length,
    purposes: unique(lanes.map(({ purpose }) => purpose)),
    queues: queuesOf(measured),
    users: usersOf(measured, lanesInControl(timeline)),
    teams: teamsOf(lanes),
    wrapUps: wrapUpsOf(lanes),
    flags: unique(lanes.map(({ participant }) => participant.flaggedReason)),
    cobrowseRoles: unique(lanes.flatMap(({ roles }) => roles.map(({ role }) => role))),
    acwOverrun: lanes.some(overruns),
    attributes: attributesOf(lanes),
  };
}

/** The durations of lanes come in the order of the lanes. */
function measuredLanes(lanes: readonly Lane[], durations: Durations): MeasuredLane[] {
  return lanes.flatMap((lane, place) => {
    const own = durations.lanes[place];
    return own ? [{ lane, durations: own }] : [];
  });
}

/** What a conversation is found, sorted and counted by. `timeline` is its timeline where that is built already. */
export function factsOf(conversation: Conversation, timeline = buildTimeline(conversation)): Facts {
  const { lanes, live } = timeline;
  const when = whenOf(conversation, timeline);
  const durations = measure(timeline);
  const { totals, bounds: _, holdsBound: __, ...counted } = durations.conversation;
  const { duration, ...figures } = counted;
  const bounds = boundsOf(durations.conversation, timeline);
  const { talk, hold, acw, parked, handle } = totals;
  const direction = directionOf(lanes);
  const title = titleOf(timeline);
  return {
    id: conversation.id,
    title,
    ...when,
    live,
    ...(when.start === undefined ? {} : { duration }),
    ...(direction === undefined ? {} : { direction }),
    ...whoAndWhat(timeline, measuredLanes(lanes, durations)),
    ...figures,
    neverAnswered: !live && lanes.some(waited) && !lanes.some(answered),
    talk,
    hold,
    acw,
    parked,
    handle,
    ...(Object.keys(bounds).length > 0 ? { bounds } : {}),
    problems: problemCounts(timeline.problems),
    hours: hoursOf(lanes),
    ...searchedOf(conversation, title),
    preview: previewOf(timeline),
  };
}
