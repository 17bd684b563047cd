import type { Segment } from '../model/timeline';
import type { Instant } from '../model/time';
import type { AcwDrawn } from './acw';
import { type DrawnLeg, unreadableEnd, type Whole } from './draw';
import { CLOCKS, observedAt, pointersOf, showsEnd } from './edge';
import { type Fact, factOf, lastSaid, type Leg, type LegState, newestOf } from './facts';
import type { LaneDraft } from './gather';
import { lasting } from './lasting';
import { OFFERS } from './words';
import { append, lastWhere } from './lists';
import type { Tell } from './tell';

const FAR = 1000;

/** The times that begin something, in the order of a leg. */
function beginsOf({ start, alerting, connected, hold, park }: Leg['first']): (Fact<Instant> | undefined)[] {
  return [start, alerting, connected, hold, park];
}

/** What is wrong with one leg. `acw` is that of its lane. */
export function judgeLeg(
  drawn: DrawnLeg,
  { whole, acw }: { whole: Whole; acw: readonly AcwDrawn[] },
  tell: Tell,
): void {
  outOfOrder(drawn, tell);
  missing(drawn, tell);
  unknownEnds(drawn, tell);
  held(drawn, tell);
  neighbours(drawn, tell);
  outside(drawn, whole, tell);
  skew(drawn, acw, tell);
}

/** What shows an end without a time, when no state does: the text that is no time, or what bounds the leg. */
function endlessAt({ leg, last }: DrawnLeg): readonly string[] {
  const unreadable = unreadableEnd(leg);
  if (unreadable !== undefined) return [unreadable];
  const { communication, participant } = leg.states.at(-1) as LegState;
  return [(communication ?? participant).pointer, ...last.pointers];
}

const IN_ORDER = [
  ['start', 'alerting'],
  ['start', 'connected'],
  ['alerting', 'connected'],
  ['start', 'hold'],
  ['alerting', 'hold'],
  ['start', 'park'],
  ['alerting', 'park'],
  ['start', 'end'],
  ['alerting', 'end'],
  ['connected', 'end'],
  ['hold', 'end'],
  ['park', 'end'],
] as const;

/** The same pair of values stands in every later snapshot, and an earlier pair explains a later one. */
function outOfOrder({ leg: { first, newest }, recording, presence, last }: DrawnLeg, tell: Tell): void {
  for (const [before, after] of IN_ORDER) {
    const a = first[before];
    const b = after === 'end' ? newest.end : first[after];
    if (isInverted(a?.value, b?.value)) return inverted(pointersOf([a, b]), [before, after], tell);
  }
  const record = recording?.records.find(({ startTime, endTime }) => isInverted(startTime, endTime));
  if (record !== undefined)
    inverted(pointersOf([factOf(record, 'startTime'), factOf(record, 'endTime')]), OF_RECORD, tell);
  // The segments win, and a time is held against them.
  else if (presence && last.how === 'field' && isInverted(presence.end.at, last.at))
    inverted([...last.pointers, ...presence.end.pointers], [OF_RECORD[1], 'end'], tell);
}

/** What two instants are called, in the order in which they should be. */
type Order = readonly [before: string, after: string];

const OF_RECORD: Order = ['its start', 'the end of a segment'];
const OF_WORK: Order = ['its start', 'the end of after-call work'];

function isInverted(before: Instant | undefined, after: Instant | undefined): boolean {
  return (after ?? Infinity) < (before ?? -Infinity) - CLOCKS;
}

function inverted(pointers: string[], [before, after]: Order, tell: Tell): void {
  tell('time-out-of-order', `${after} comes before ${before}`, pointers);
}

/** After-call work that ends before it starts: as it is drawn, else by the participant's own times, which nobody sees. */
export function judgeWork(lane: LaneDraft, acw: readonly AcwDrawn[], tell: Tell): void {
  const { startAcwTime, endAcwTime } = lane.participant;
  const drawn = acw.find(({ segment, end }) => isInverted(segment.start, end?.value));
  if (drawn) inverted([drawn.start, ...pointersOf([drawn.end])], OF_WORK, tell);
  else if (isInverted(startAcwTime, endAcwTime))
    inverted(pointersOf([newestOf(lane, 'startAcwTime'), newestOf(lane, 'endAcwTime')]), OF_WORK, tell);
}

function missing(drawn: DrawnLeg, tell: Tell): void {
  const { leg, history, recording, end, endMissing } = drawn;
  const word = leg.newest.state;
  const begun =
    beginsOf(leg.first).some((fact) => fact !== undefined) ||
    (recording === undefined
      ? history.points.some(({ start }) => start.how !== 'first')
      : recording.records.some(({ startTime }) => startTime !== undefined));
  if (!begun && (end !== undefined || word !== undefined)) {
    const pointers = [...pointersOf([word]), ...(end?.pointers ?? [])];
    const told = tell('missing-start', 'nothing says when this leg started', pointers);
    // Events often leave it out.
    if (leg.states.every(({ look: { observation } }) => ['event', 'fact'].includes(observation.form)))
      told.severity = 'info';
  }
  if (endMissing || end?.how === 'first') {
    const ended = (lastWhere(leg.states, showsEnd) ?? leg.states.at(-1))?.said.state;
    const pointers = ended === undefined ? endlessAt(drawn) : [ended.pointer];
    tell('missing-end', 'this leg is over, and nothing says since when', pointers);
  }
}

const HOLD_END = 'the end of the hold was not recorded; it is drawn as long as it can have been';
const PARK_END = 'resumed at an unknown time; parked is drawn as long as it can have been';

function unknownEnds({ segments }: DrawnLeg, tell: Tell): void {
  for (const { evidence, unanswered } of segments) {
    const { rule, pointers } = evidence;
    if (rule === 'hold-end-unknown') tell(rule, HOLD_END, pointers);
    else if (rule === 'park-end-unknown') tell(rule, PARK_END, pointers);
    else if (unanswered) tell('unanswered', 'the offer ended without an answer', pointers);
  }
}

/** Recorded segments have the holds, but for one that they do not know yet. */
function held({ history, recording, segments, end }: DrawnLeg, tell: Tell): void {
  const fact = history.heldWithoutStart;
  if (fact === undefined) return;
  const known = recording && (end ?? segments.find(({ type }) => type === 'hold'));
  if (known === undefined) tell('held-without-start', 'on hold, and nothing says since when', [fact.pointer]);
}

/** Recorded segments keep their times; where neighbours overlap or leave a gap, that is said. */
function neighbours({ segments, presence, leg: { first } }: DrawnLeg, tell: Tell): void {
  const since = Math.min(first.connected?.value ?? Infinity, presence?.start.at ?? Infinity);
  // A hold or park that only the single times know fills a gap; behind the last record it opens none.
  const until = segments.findLastIndex((segment) => isWork(segment) && isRecorded(segment));
  let reach: Segment | undefined;
  /** Until when after-call work, which is no part of the connection, accounts for the time. */
  let worked = -Infinity;
  for (let i = 0; i <= until; i++) {
    const next = segments[i] as Segment;
    if (!isWork(next)) {
      worked = next.end;
      continue;
    }
    if (reach !== undefined) {
      // Nothing but records lies over another.
      const overlap = Math.min(reach.end, next.end) - next.start;
      const gap = next.start - Math.max(reach.end, worked, since);
      if (overlap > CLOCKS) {
        const message = `two recorded segments overlap by ${lasting(overlap)}`;
        tell('overlapping-segments', message, pointersOfBoth(reach, next));
      } else if (gap > FAR && mayLeaveGap(reach, since)) {
        const message = `${lasting(gap)} between two recorded segments are not accounted for`;
        tell('gap-in-segments', message, pointersOfBoth(reach, next));
      }
    }
    if (reach === undefined || next.end >= reach.end) reach = next;
  }
}

function isWork({ type }: Segment): boolean {
  return type !== 'acw';
}

function isRecorded({ evidence }: Segment): boolean {
  return evidence.rule === 'recorded-segment' || evidence.rule === 'recorded-without-end';
}

/** Behind an offer nothing is missing until it was answered; once more to who was connected, it comes out of a pause. */
function mayLeaveGap({ type, start, disconnectType }: Segment, since: Instant): boolean {
  return (since >= start || !OFFERS.includes(type)) && disconnectType === undefined;
}

function pointersOfBoth(a: Segment, b: Segment): string[] {
  return [...a.evidence.pointers, ...b.evidence.pointers];
}

/** What comes after the conversation by its nature may lie outside it: after-call work, evaluations. */
function outside({ segments, leg: { first }, end: over }: DrawnLeg, { start, end }: Whole, tell: Tell): void {
  const from = start === undefined ? -Infinity : start.value - FAR;
  const to = end === undefined ? Infinity : end.value + FAR;
  const early: string[] = [];
  const late: string[] = [];
  const check = (begun: Instant, ended: Instant, pointers: readonly string[]): void => {
    if (begun < from) append(early, pointers);
    if (ended > to) append(late, pointers);
  };
  for (const segment of segments)
    if (isWork(segment)) check(segment.start, segment.end, segment.evidence.pointers);
  // Instants that only milestones may show.
  for (const fact of beginsOf(first)) {
    if (fact !== undefined) check(fact.value, fact.value, [fact.pointer]);
  }
  if (over !== undefined) check(over.at, over.at, over.pointers);
  const pointers = [...early, ...late];
  if (pointers.length === 0) return;
  if (early.length > 0 && start !== undefined) pointers.push(start.pointer);
  if (late.length > 0 && end !== undefined) pointers.push(end.pointer);
  const message = "this leg reaches more than a second beyond the conversation's own start or end";
  tell('outside-conversation', message, pointers);
}

/** Rule 8: how far the provider's event lies from the nearest change of state. */
function skew(drawn: DrawnLeg, acw: readonly AcwDrawn[], tell: Tell): void {
  const event = drawn.leg.newest.providerEvent;
  if (event === undefined) return;
  let distance = Infinity;
  eachChange(drawn, acw, (at) => {
    if (at !== undefined) distance = Math.min(distance, Math.abs(at - event.value));
  });
  if (distance <= FAR || distance === Infinity) return;
  const message = `the provider's event lies ${lasting(distance)} from the nearest change of state`;
  tell('clock-skew', message, [event.pointer]);
}

/** Every instant at which something of a leg, or of its participant's after-call work, changed. */
function eachChange(
  { lane: { participant }, leg: { newest, states }, segments, end, history }: DrawnLeg,
  acw: readonly AcwDrawn[],
  take: (at: Instant | undefined) => void,
): void {
  for (const fact of beginsOf(newest)) take(fact?.value);
  take(newest.resume?.value);
  take(newest.end?.value);
  take(participant.startAcwTime);
  take(participant.endAcwTime);
  take(end?.at);
  const takeEnds = (segment: Segment): void => {
    take(segment.start);
    if (segment.certainty !== 'running') take(segment.end);
  };
  segments.forEach(takeEnds);
  for (const { segment } of acw) takeEnds(segment);
  for (const point of history.points) take(point.start.at);
  // Of these only looks tell when they changed.
  for (const name of ['role', 'controlling'] as const) {
    for (const state of states) {
      const now = state.said[name];
      if (!now || !state.before) continue;
      if (String(now.value) !== String(lastSaid(state.before, name)?.value)) take(observedAt(state)?.value);
    }
  }
}
