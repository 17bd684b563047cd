import type { Communication } from '../model/conversation';
import type { Problem, ProblemCode, Severity } from '../model/problem';
import type { Segment } from '../model/timeline';
import type { Instant } from '../model/time';
import type { AcwDrawn } from './acw';
import { type DrawnLeg, unreadableEnd, type Whole } from './draw';
import { distinct, pointersOf, showsEnd } from './edge';
import { type Fact, factOf, type LegState, newestOf, pointerTo } from './facts';
import type { LaneDraft } from './gather';
import { lasting } from './lasting';
import { isKnownSegmentWord, OFFERS } from './words';
import { append, lastWhere } from './lists';

/** Clocks of cloud and provider differ: what is nearer than this is in order. */
const UNTIDY = 500;
const FAR = 1000;

export function problem(
  code: ProblemCode,
  severity: Severity,
  { message, pointers }: { message: string; pointers: readonly string[] },
): Problem {
  return { code, severity, message, pointers: distinct(pointers) };
}

/** Adds what is wrong with one leg. `name` is the lane's, for the message; `acw` is the lane's, too. */
export function addLegProblems(
  problems: Problem[],
  drawn: DrawnLeg,
  { name, whole, acw }: { name: string; whole: Whole; acw: readonly AcwDrawn[] },
): void {
  append(problems, outOfOrder(drawn, name));
  append(problems, missing(drawn, name));
  append(problems, unknownEnds(drawn, name));
  append(problems, held(drawn, name));
  append(problems, neighbours(drawn, name));
  append(problems, outside(drawn, name, whole));
  append(problems, skew(drawn, name, acw));
}

/** Nothing is wrong: most rules find nothing, on most legs. */
export const NOTHING: readonly Problem[] = [];

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
  ['start', 'end'],
  ['alerting', 'end'],
  ['connected', 'end'],
  ['hold', 'end'],
] as const;

/** The same pair of values stands in every later snapshot, and an earlier pair explains a later one. */
function outOfOrder({ leg: { first, newest, states } }: DrawnLeg, name: string): readonly Problem[] {
  for (const [before, after] of IN_ORDER) {
    const a = first[before];
    const b = after === 'end' ? newest.end : first[after];
    if (isInverted(a?.value, b?.value)) return inverted([a, b], { name, before, after });
  }
  const communication = states.at(-1)?.communication;
  return invertedRecord(communication, name) ?? invertedWork(communication, name) ?? NOTHING;
}

/** Two instants in the order in which they should be, as the message calls them. */
interface Order {
  name: string;
  before: string;
  after: string;
}

function isInverted(before: Instant | undefined, after: Instant | undefined): boolean {
  return (after ?? Infinity) < (before ?? -Infinity) - UNTIDY;
}

function inverted(
  pair: readonly (Fact<Instant> | undefined)[],
  { name, before, after }: Order,
): readonly Problem[] {
  const message = `${name}: ${after} comes before ${before}`;
  return [problem('time-out-of-order', 'warning', { message, pointers: pointersOf(pair) })];
}

function invertedRecord(
  communication: Communication | undefined,
  name: string,
): readonly Problem[] | undefined {
  const record = communication?.segments?.find(({ startTime, endTime }) => isInverted(startTime, endTime));
  if (record === undefined) return undefined;
  const order = { name, before: 'its start', after: 'the end of a segment' };
  return inverted([factOf(record, 'startTime'), factOf(record, 'endTime')], order);
}

const OF_WORK = { before: 'its start', after: 'the end of after-call work' };

function invertedWork(
  communication: Communication | undefined,
  name: string,
): readonly Problem[] | undefined {
  const work = communication?.afterCallWork;
  if (!isInverted(work?.startTime, work?.endTime)) return undefined;
  return inverted([factOf(work, 'startTime'), factOf(work, 'endTime')], { name, ...OF_WORK });
}

/** What is wrong with the times of a participant that are those of none of its legs. */
export function participantOutOfOrder({ participant, states }: LaneDraft, name: string): readonly Problem[] {
  if (!isInverted(participant.startAcwTime, participant.endAcwTime)) return NOTHING;
  return inverted([newestOf(states, 'startAcwTime'), newestOf(states, 'endAcwTime')], { name, ...OF_WORK });
}

function missing(drawn: DrawnLeg, name: string): Problem[] {
  const { leg, segments, end, endMissing } = drawn;
  const problems: Problem[] = [];
  const word = leg.newest.state;
  const { start, alerting, connected, hold, park } = leg.first;
  const begun =
    (start ?? alerting ?? connected ?? hold ?? park) !== undefined ||
    segments.some(({ evidence }) => evidence.rule !== 'alerting-start-unknown');
  if (!begun && (end !== undefined || word !== undefined)) {
    const events = leg.states.every(
      ({ look }) => look.observation.form === 'event' || look.observation.form === 'fact',
    );
    problems.push(
      problem('missing-start', events ? 'info' : 'warning', {
        message: `${name}: nothing says when this leg started`,
        pointers: [...(word === undefined ? [] : [word.pointer]), ...(end?.pointers ?? [])],
      }),
    );
  }
  if (endMissing || end?.how === 'first') {
    const last = lastWhere(leg.states, showsEnd) ?? leg.states.at(-1);
    const ended = last?.said.state;
    problems.push(
      problem('missing-end', 'warning', {
        message: `${name}: this leg is over, and nothing says since when`,
        pointers: ended === undefined ? endlessAt(drawn) : [ended.pointer],
      }),
    );
  }
  return problems;
}

function unknownEnds({ segments }: DrawnLeg, name: string): Problem[] {
  const problems: Problem[] = [];
  for (const segment of segments) {
    const { rule, pointers } = segment.evidence;
    if (rule === 'hold-end-unknown') {
      const message = `${name}: the end of the hold was not recorded; it is drawn as long as it can have been`;
      problems.push(problem('hold-end-unknown', 'warning', { message, pointers }));
    } else if (rule === 'park-end-unknown') {
      const message = `${name}: resumed at an unknown time; parked is drawn as long as it can have been`;
      problems.push(problem('park-end-unknown', 'warning', { message, pointers }));
    } else if (segment.unanswered) {
      const message = `${name}: the offer ended without an answer`;
      problems.push(problem('unanswered', 'warning', { message, pointers }));
    }
  }
  return problems;
}

function held({ history, recorded }: DrawnLeg, name: string): readonly Problem[] {
  const fact = history.heldWithoutStart;
  if (fact === undefined || recorded) return NOTHING;
  const message = `${name}: on hold, and nothing says since when`;
  return [problem('held-without-start', 'warning', { message, pointers: [fact.pointer] })];
}

/** Recorded segments keep their times; where neighbours overlap or leave a gap, that is said. */
function neighbours({ recorded, segments, presence }: DrawnLeg, name: string): readonly Problem[] {
  if (!recorded) return NOTHING;
  // A hold or park that only the single times know fills a gap; behind the last record it opens none.
  const until = segments.findLastIndex((segment) => isWork(segment) && isRecorded(segment));
  const problems: Problem[] = [];
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
      const both = isRecorded(reach) && isRecorded(next);
      const overlap = both ? overlapOf(reach, next, name) : undefined;
      const connected = presence !== undefined && reach.end >= presence.start.at;
      const isFilled = next.start - worked <= FAR;
      const found = overlap ?? (connected && !isFilled ? gapBetween(reach, next, name) : undefined);
      if (found !== undefined) problems.push(found);
    }
    if (reach === undefined || next.end > reach.end) reach = next;
  }
  return problems;
}

function isWork({ type, certainty }: Segment): boolean {
  return type !== 'acw' && certainty !== 'planned';
}

function isRecorded({ evidence }: Segment): boolean {
  return evidence.rule === 'recorded-segment' || evidence.rule === 'recorded-without-end';
}

function overlapOf(a: Segment, b: Segment, name: string): Problem | undefined {
  const overlap = Math.min(a.end, b.end) - b.start;
  if (overlap <= UNTIDY) return undefined;
  const message = `${name}: two recorded segments overlap by ${lasting(overlap)}`;
  return problem('overlapping-segments', 'warning', { message, pointers: pointersOfBoth(a, b) });
}

function gapBetween(a: Segment, b: Segment, name: string): Problem | undefined {
  if (b.start - a.end <= FAR || OFFERS.includes(a.type) || a.disconnectType !== undefined) return undefined;
  const message = `${name}: ${lasting(b.start - a.end)} between two recorded segments are not accounted for`;
  return problem('gap-in-segments', 'info', { message, pointers: pointersOfBoth(a, b) });
}

function pointersOfBoth(a: Segment, b: Segment): string[] {
  return [...a.evidence.pointers, ...b.evidence.pointers];
}

/** What comes after the conversation by its nature may lie outside it: after-call work, evaluations. */
function outside(drawn: DrawnLeg, name: string, { start, end }: Whole): readonly Problem[] {
  const from = start === undefined ? -Infinity : start.value - FAR;
  const to = end === undefined ? Infinity : end.value + FAR;
  if (isWithin(drawn, from, to)) return NOTHING;
  const early: string[] = [];
  const late: string[] = [];
  const check = (stretch: { start: Instant; end: Instant }, pointers: readonly string[]): void => {
    if (stretch.start < from) append(early, pointers);
    if (stretch.end > to) append(late, pointers);
  };
  for (const segment of drawn.segments) if (isWork(segment)) check(segment, segment.evidence.pointers);
  for (const fact of ownInstants(drawn)) {
    if (fact !== undefined) check({ start: fact.value, end: fact.value }, [fact.pointer]);
  }
  if (drawn.end !== undefined) check({ start: drawn.end.at, end: drawn.end.at }, drawn.end.pointers);
  const pointers = [...early, ...late];
  if (early.length > 0 && start !== undefined) pointers.push(start.pointer);
  if (late.length > 0 && end !== undefined) pointers.push(end.pointer);
  const message = `${name}: this leg reaches more than a second beyond the conversation's own start or end`;
  return [problem('outside-conversation', 'warning', { message, pointers })];
}

/** Instants that only the milestones of the leg show. */
function ownInstants({ leg: { first } }: DrawnLeg): (Fact<Instant> | undefined)[] {
  return [first.start, first.alerting, first.connected, first.hold, first.park];
}

/** Nearly every leg lies within its conversation. */
function isWithin(drawn: DrawnLeg, from: Instant, to: Instant): boolean {
  for (const segment of drawn.segments) {
    if (isWork(segment) && (segment.start < from || segment.end > to)) return false;
  }
  const lies = ({ value }: Fact<Instant>): boolean => value >= from && value <= to;
  if (ownInstants(drawn).some((fact) => fact !== undefined && !lies(fact))) return false;
  const at = drawn.end?.at;
  return at === undefined || (at >= from && at <= to);
}

/** Rule 8: how far the provider's event lies from the nearest change of state. */
function skew(drawn: DrawnLeg, name: string, acw: readonly AcwDrawn[]): readonly Problem[] {
  const event = drawn.leg.newest.providerEvent;
  if (event === undefined) return NOTHING;
  let distance = Infinity;
  eachChange(drawn, acw, (at) => {
    if (at !== undefined) distance = Math.min(distance, Math.abs(at - event.value));
  });
  if (distance <= FAR || distance === Infinity) return NOTHING;
  const message = `${name}: the provider's event lies ${lasting(distance)} from the nearest change of state`;
  return [problem('clock-skew', 'info', { message, pointers: [event.pointer] })];
}

/** Every instant at which something of a leg, or of its participant's after-call work, changed. */
function eachChange(
  { lane: { participant }, leg: { newest }, segments, end, history }: DrawnLeg,
  acw: readonly AcwDrawn[],
  take: (at: Instant | undefined) => void,
): void {
  const { start, alerting, connected, hold, park, resume, end: over } = newest;
  for (const fact of [start, alerting, connected, hold, park, resume, over]) take(fact?.value);
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
}

/** Words that the vendor's lists do not have. */
export function unknownSegmentWords(drawn: DrawnLeg): Fact<string>[] {
  const state = lastWhere(drawn.leg.states, ({ communication }) => communication?.segments !== undefined);
  const words: Fact<string>[] = [];
  for (const record of state?.communication?.segments ?? []) {
    if (record.type === undefined || isKnownSegmentWord(record.type)) continue;
    words.push({ value: record.type, pointer: pointerTo(record, 'type') });
  }
  return words;
}
