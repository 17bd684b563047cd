import { extentOf, takeInstant } from '../measure/extent';
import type { Interval } from '../measure/intervals';
import type { Conversation } from '../model/conversation';
import type { Lane, Link, Timeline, Track } from '../model/timeline';
import type { Instant } from '../model/time';
import { type AcwDrawn, acwOf, drawAcw, notRecorded, recordedAcw } from './acw';
import { controlLinks } from './control';
import { durationsOf } from './detail-event';
import { type Clock, drawLeg, type DrawnLeg, type ReadLeg, readLeg, sorted, type Whole } from './draw';
import { type Fact, factOf, type Look, pointerTo, queueIdOf, userIdOf } from './facts';
import { gatherLanes, type LaneDraft } from './gather';
import { alertingLimit, evaluationMilestones, milestonesOf } from './milestones';
import { latestInstant, placeOf } from './now';
import { orderLooks } from './order';
import type { DrawnLane, ProblemContext } from './problems';
import { peerLinks, relationLinks } from './relations';
import { type Directory, directoryOf } from './resolve';
import { rolesOf } from './roles';
import { transferLinks } from './transfer';
import { isQueue, plainWord } from './purpose';
import { connectedAs } from './words';
import { append, lastGiven, sortUnlessSorted } from './lists';

/** A timeline of which is not yet said what is wrong with it, and what it takes to say that. */
export interface Sketch {
  timeline: Timeline;
  lanes: readonly DrawnLane[];
  context: ProblemContext;
}

/**
 * `buildTimeline` without its problems. To find them takes as much code as to draw half of the marks: whoever
 * counts bytes has `problemsOf` come later.
 */
export function sketchTimeline(conversation: Conversation, options: { now?: Instant } = {}): Sketch {
  const looks = orderLooks(conversation.observations);
  const drafts = gatherLanes(looks);
  const clock = clockOf(looks, options.now);
  const read = drafts.map((lane) => lane.legs.map((leg) => readLeg(lane, leg, clock)));
  const whole = wholeOf(clock, read);
  const lanes = drafts.map((draft, index) => drawLane(draft, read[index] as ReadLeg[], whole));
  nameUnnamed(lanes);
  addEvaluations(lanes, looks);
  const directory = directoryOf(lanes);
  const links = linksOf(lanes, directory, looks);
  const ordered = inOrderOfTime(lanes.map(({ lane }) => lane));
  const title = ifNamed(newestField(looks, 'name')?.value);
  const { start, end } = boundsOf(ordered, links, whole);
  const { live } = whole;
  const { id } = conversation;
  const timeline: Timeline = { id, start, end, live, lanes: ordered, links, problems: [] };
  if (title !== undefined) timeline.title = title;
  return { timeline, lanes, context: { whole, directory } };
}

/** A host's clock may be anything; what no calendar has is no answer. */
function isInstant(at: Instant | undefined): at is Instant {
  return at !== undefined && Math.abs(at) <= 8.64e15;
}

function newestField<K extends 'startTime' | 'endTime' | 'name'>(
  looks: readonly Look[],
  name: K,
): Fact<NonNullable<Look['observation']['fields'][K]>> | undefined {
  return lastGiven(looks, ({ observation }) => factOf(observation.fields, name));
}

/** The instant is looked for when somebody asks: of what is over, hardly anything does. */
function clockOf(looks: readonly Look[], given: Instant | undefined): Clock {
  let at = isInstant(given) ? given : undefined;
  let place: string[] | undefined = at === undefined ? undefined : [];
  const now = (): Instant => (at ??= latestInstant(looks) ?? 0);
  const nowAt = (): string[] => (place ??= placeOf(now(), looks));
  return { now, nowAt, looks };
}

function wholeOf(clock: Clock, lanes: readonly (readonly ReadLeg[])[]): Whole {
  const { now, nowAt, looks } = clock;
  const end = newestField(looks, 'endTime');
  const live = end === undefined && lanes.some((legs) => legs.some(({ open, working }) => open || working));
  return { now, nowAt, looks, start: newestField(looks, 'startTime'), end, live };
}

function drawLane(draft: LaneDraft, read: readonly ReadLeg[], whole: Whole): DrawnLane {
  const work = acwOf(draft);
  const legs = read.map((leg) => drawLeg(leg, whole, work.find((own) => own.leg === leg.leg)?.start));
  const acw: AcwDrawn[] = [];
  for (const { leg, segments } of legs) append(acw, recordedAcw(leg, segments));
  const derived = notRecorded(drawAcw(work, whole), acw);
  append(acw, derived);
  const userId = userIdOf(draft.participant);
  const lane: Lane = {
    id: draft.id,
    participant: draft.participant,
    label: nameOf(draft) ?? '',
    purpose: draft.purpose,
    tracks: legs.map((drawn) => trackOf(drawn, derived)),
    milestones: milestonesOf(draft, legs, acw),
    roles: [],
    limits: [],
  };
  if (userId !== undefined) lane.userId = userId;
  for (const drawn of legs) {
    append(lane.roles, rolesOf(drawn));
    append(lane.limits, alertingLimit(drawn));
  }
  for (const { limit } of acw) if (limit !== undefined) lane.limits.push(limit);
  return { lane, draft, legs, acw };
}

function trackOf(drawn: DrawnLeg, acw: readonly AcwDrawn[]): Track {
  const { leg, segments } = drawn;
  let all = segments;
  for (const own of acw) if (own.leg === leg) all = sorted([...all, own.segment]);
  const track: Track = { id: leg.trackId, media: leg.media, segments: all };
  if (keepsLastHoldOnly(drawn)) track.lastHoldOnly = true;
  const unplaced = unplacedOf(drawn, all);
  if (unplaced.length > 0) track.unplaced = unplaced;
  return track;
}

/**
 * Rule 4: of several holds only the last survives in a snapshot. Records know each, as does a stream of looks
 * that saw the leg before it was held; facts show no holds.
 */
function keepsLastHoldOnly({ leg: { states }, history, recording }: DrawnLeg): boolean {
  if (recording !== undefined || history.holds.length === 0) return false;
  const first = states.find(({ look }) => look.observation.fact === undefined)?.said;
  return first?.hold !== undefined || first?.held?.value === true;
}

/** Lengths from detail events that the picture does not show: what is drawn at that length has its place. */
function unplacedOf({ lane, leg }: DrawnLeg, segments: DrawnLeg['segments']): NonNullable<Track['unplaced']> {
  const byType = new Map<string, NonNullable<Track['unplaced']>[number]>();
  const isHeld = segments.some(({ type }) => type === 'hold');
  for (const { look } of leg.states) {
    const { fact } = look.observation;
    if (fact === undefined) continue;
    const lengths = durationsOf(fact);
    for (const [name, word, duration] of lengths) {
      const type = word === 'connected' ? connectedAs(lane.purpose) : word;
      const placed = segments.filter((segment) => segment.type === type);
      const length = placed.reduce((sum, { start, end }) => sum + end - start, 0);
      // A talk that is drawn at its length is listed beside others, which else are taken out of it. Of one that
      // is drawn around holds, they are: with another talk, handle would be longer or shorter than the leg.
      const isDrawn = isHeld || (length === duration && lengths.length === 1);
      if (placed.length > 0 && (word !== 'connected' || isDrawn)) continue;
      // `acw` and `wrapup` events state one length twice: the later word on a type stands.
      byType.set(type, {
        type,
        duration,
        evidence: { pointers: [pointerTo(fact, name)], rule: 'stated-length' },
      });
    }
  }
  return [...byType.values()];
}

function nameOf({ participant, purpose, id }: LaneDraft): string | undefined {
  const { name, user, externalContact, sessions, queueName, queue } = participant;
  const queueNamed = isQueue(purpose) ? (ifNamed(queueName) ?? ifNamed(queue?.name)) : undefined;
  return (
    queueNamed ??
    ifNamed(name) ??
    ifNamed(user?.name) ??
    ifNamed(externalContact?.name) ??
    ifNamed(sessions?.[0]?.flowName) ??
    (purpose === 'unknown' ? wordOf(id) : undefined)
  );
}

/**
 * Analytics names no agents and hardly a queue: what begins their ids tells who of three held the call, and what ends
 * them where ids begin alike, as those do that somebody made up.
 */
function nameUnnamed(lanes: readonly DrawnLane[]): void {
  const begun = new Map<string, string>();
  const unnamed = lanes.flatMap(({ lane }) => {
    if (lane.label !== '') return [];
    const id = nameableId(lane) ?? '';
    const head = /^[\da-f]{8}(?=-)/i.exec(id)?.[0] ?? id;
    begun.set(head, (begun.get(head) ?? id) === id ? id : '');
    return { lane, id, head };
  });
  for (const { lane, id, head } of unnamed)
    lane.label = [wordOf(lane.purpose), begun.get(head) === id ? head : `…${id.slice(-8)}`]
      .filter(Boolean)
      .join(' ');
}

function nameableId({ participant, purpose, userId }: Lane): string | undefined {
  const records = () => participant.sessions?.flatMap(({ segments }) => segments ?? []);
  return ifNamed(isQueue(purpose) ? queueIdOf(participant, records()) : userId);
}

function wordOf(purpose: string): string {
  if (isQueue(purpose)) return 'Queue';
  return plainWord(purpose) === 'ivr' ? 'IVR' : purpose.charAt(0).toUpperCase() + purpose.slice(1);
}

function ifNamed(name: string | undefined): string | undefined {
  return name === undefined || name.trim() === '' ? undefined : name;
}

/**
 * Analytics lists evaluations with the conversation: each belongs to the user whom it judges, and adds what the
 * participant's own word on it does not tell. Of several legs of that user it is of the one that has this word, else
 * of the last that talked.
 */
function addEvaluations(lanes: readonly DrawnLane[], looks: readonly Look[]): void {
  const listed = lastGiven(looks, ({ observation }) => observation.fields.evaluations);
  for (const evaluation of listed ?? []) {
    const user = evaluation.userId ?? evaluation.agent?.id;
    const theirs = inOrderOfTime(
      lanes.map(({ lane }) => lane).filter(({ userId }) => userId && userId === user),
    );
    const ownIn = (lane: Lane) => lane.participant.evaluations?.find(({ id }) => id && id === evaluation.id);
    const lane = theirs.find(ownIn) ?? theirs.findLast(talked) ?? theirs.at(-1);
    if (lane === undefined) continue;
    const own = ownIn(lane);
    const told = own && evaluationMilestones(own);
    const more = evaluationMilestones(evaluation).filter(
      (one) => !told?.some(({ kind }) => kind === one.kind),
    );
    append(lane.milestones, more);
    lane.milestones.sort((a, b) => a.at - b.at);
  }
}

function talked({ tracks }: Lane): boolean {
  return tracks.some(({ segments }) => segments.some(({ type }) => type === 'connected'));
}

function linksOf(lanes: readonly DrawnLane[], directory: Directory, looks: readonly Look[]): Link[] {
  const transfers = lastGiven(looks, ({ observation }) => observation.fields.recentTransfers);
  const links: Link[] = [];
  for (const drawn of directory.legs) append(links, controlLinks(drawn, directory));
  for (const drawn of lanes) if (drawn.draft.namesOthers) append(links, relationLinks(drawn, directory));
  append(links, transferLinks(directory.legs, transfers ?? [], links));
  append(links, peerLinks(directory));
  return links;
}

function firstInstant({ tracks, milestones }: Lane): Instant {
  let first = milestones[0]?.at ?? Number.POSITIVE_INFINITY;
  for (const { segments } of tracks) {
    const start = segments[0]?.start;
    if (start !== undefined && start < first) first = start;
  }
  return first;
}

/** Sorts in place. */
function inOrderOfTime(lanes: Lane[]): Lane[] {
  return sortUnlessSorted(lanes, (a, b) => firstInstant(a) - firstInstant(b));
}

/** Encloses every mark, and `now` where the conversation goes on or nothing else has a time. */
function boundsOf(lanes: readonly Lane[], links: readonly Link[], whole: Whole): Interval {
  const extent = extentOf(lanes, links, () => true);
  takeInstant(extent, whole.start?.value);
  takeInstant(extent, whole.end?.value);
  if (whole.live || extent.start > extent.end) takeInstant(extent, whole.now());
  return extent;
}
