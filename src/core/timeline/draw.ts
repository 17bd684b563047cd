import type { RecordedSegment } from '../model/conversation';
import type { Segment } from '../model/timeline';
import type { Instant } from '../model/time';
import { endOpenAcw } from './acw';
import { answerBehind, goOnFromOffers } from './after-offers';
import { escapeKey } from '../parse/json/depth';
import { type DeriveContext, deriveSegments, deriveStretches } from './derive';
import {
  assumed,
  certaintyBetween,
  distinct,
  type Edge,
  fieldEdge,
  isIn,
  later,
  loseEnd,
  pointersOf,
  type Span,
} from './edge';
import { isNoAnswer } from './disconnect';
import { type Fact, factOf, type Leg, type Look, newestOf } from './facts';
import { foldLeg, type History } from './fold';
import type { LaneDraft } from './gather';
import { type Recording, recordedSegments, recordingOf } from './recorded';
import { lastWhere, sortUnlessSorted } from './lists';
import { isStaff, plainWord } from './purpose';
import { connectedAs, isAside, segmentTypeOf } from './words';

/** When the picture is taken, asked only where it matters: the data is searched for it. */
export interface Clock {
  now: () => Instant;
  /** Where `now` stands, when nobody gave it. */
  nowAt: () => string[];
  looks: readonly Look[];
}

/** The conversation as a whole, which every leg is drawn against. */
export interface Whole extends Clock {
  /** As the conversation itself states them: many state neither, also when all their legs are over. */
  start?: Fact<Instant>;
  end?: Fact<Instant>;
  /** It states no end, and some leg goes on, or after-call work among its records does. */
  live: boolean;
}

/** What is known of a leg before anything is drawn. */
export interface ReadLeg {
  lane: LaneDraft;
  leg: Leg;
  history: History;
  /** What it is drawn from, where some of it was recorded. */
  recording?: Recording;
  /** When it was answered, where the records tell only the offer. */
  answer?: Edge;
  /** The instant at which it ended, where the data knows one. */
  end?: Edge;
  open: boolean;
  /** Its end is that of its records, among which only after-call work goes on. */
  working: boolean;
  /** Nothing is said of it: a session without segments, a participant without communications. */
  silent: boolean;
}

/** A leg with its picture. */
export interface DrawnLeg extends Omit<ReadLeg, 'answer' | 'open' | 'working' | 'silent'> {
  segments: Segment[];
  /** It ended, and the data does not say when. */
  endMissing: boolean;
  /** Where the picture of it stops: its end, the conversation's, or now. */
  last: Edge;
  /** The stretch from its connection to its end. */
  presence?: Span;
}

export function readLeg(lane: LaneDraft, leg: Leg, { now, looks }: Clock): ReadLeg {
  const history = foldLeg(leg, { purpose: lane.purpose, now, looks });
  const recording = recordingOf(leg);
  const answer = recording && answerBehind(recording, history, lane.purpose);
  // A state that is older than the records says nothing against what they end.
  const newest =
    recording && lastWhere(leg.states, (one) => one === recording.state || one.said.state !== undefined);
  const asked = history.end === undefined && (history.ended || !(newest?.said.state ?? answer));
  const closed = recording && asked ? recordedEnd(recording, now) : undefined;
  const end = history.end ?? closed;
  const unreadable = unreadableEnd(leg) !== undefined;
  const silent = recording === undefined && !unreadable && isSilent(leg);
  const open = end === undefined && !(silent && leg.flat) && !history.ended && !unreadable;
  const working = closed !== undefined && !history.ended && isOpenWork(recording as Recording);
  return { lane, leg, history, recording, answer, end, open, working, silent };
}

/** Whether the last record is without an end: where the leg ended, that is after-call work. */
function isOpenWork({ records }: Recording): boolean {
  const last = records.reduce((a, b) => ((b.startTime ?? -Infinity) < (a.startTime ?? -Infinity) ? a : b));
  return last.endTime === undefined;
}

function isSilent({ newest }: Leg): boolean {
  const { state, held, start, alerting, connected, hold, park, end } = newest;
  const told = state ?? held ?? start ?? alerting ?? connected ?? hold ?? park ?? end;
  return told === undefined;
}

/** Where the data gives an end that is no time: the leg is over, nobody knows when. */
export function unreadableEnd(leg: Leg): string | undefined {
  return unreadable(leg, END_NAMES);
}

/** Where the data gives a time, under one of some names, that is none. */
function unreadable({ states }: Leg, names: readonly string[]): string | undefined {
  for (const { communication, participant, alone } of states) {
    for (const owner of [communication, communication?.segments?.at(-1), alone ? participant : undefined]) {
      const name = owner?.unknownFields?.find(
        ([key, value]) => value !== null && names.includes(plainWord(key)),
      )?.[0];
      if (owner !== undefined && name !== undefined) return `${owner.pointer}/${escapeKey(name)}`;
    }
  }
  return undefined;
}

const END_NAMES = ['endtime', 'disconnectedtime', 'segmentend'];
const ANSWER_NAMES = ['connectedtime'];

/**
 * The end of a leg that only its recorded segments tell: the last end, when none is open. A record whose end was not
 * recorded, as happens, is over when one begins that shows it: any after an alert, after others work that comes when
 * all is over, or one that ended the leg.
 */
function recordedEnd({ records }: Recording, now: Clock['now']): Edge | undefined {
  const work = records.filter(({ type }) => segmentTypeOf(type) !== 'acw');
  let closing: RecordedSegment[] | undefined;
  let latest: RecordedSegment | undefined;
  let behind: RecordedSegment | undefined;
  for (const record of work.length > 0 ? work : records) {
    const { startTime = Infinity, endTime } = record;
    const type = segmentTypeOf(record.type);
    if (endTime === undefined) {
      closing ??= records.filter(isClosing);
      const showing = type === 'alerting' ? records : closing;
      behind = showing.find((other) => (other.startTime ?? startTime) > startTime);
      if (behind === undefined) return undefined;
      // What is scheduled until a time that lies ahead has not ended.
    } else if (type === 'scheduled' && endTime > now()) return undefined;
    else if (latest === undefined || endTime > (latest.endTime as Instant)) latest = record;
  }
  const end = factOf(latest, 'endTime');
  const begun = factOf(behind, 'startTime');
  const over = begun && assumed(fieldEdge(begun));
  return end === undefined ? over : later(fieldEdge(end), over);
}

/** A record that comes when all is over, or ended the leg. */
function isClosing({ type, disconnectType }: RecordedSegment): boolean {
  return disconnectType !== undefined || segmentTypeOf(type) === 'acw';
}

export function drawLeg(read: ReadLeg, whole: Whole, acw: Fact<Instant> | undefined): DrawnLeg {
  const { lane, leg, history, recording, end } = read;
  const last = lastEdge(read, whole, acw);
  const context = {
    purpose: lane.purpose,
    now: whole.now,
    live: whole.live,
    last,
    known: () => knownEdges(read, acw),
  };
  const segments =
    recording === undefined ? deriveSegments(history, context) : drawRecorded(read, context, recording);
  addPoint(read, segments);
  markUnanswered(read, segments, whole);
  return {
    lane,
    leg,
    history,
    recording,
    segments,
    end,
    endMissing: end === undefined && !read.silent && (!read.open || whole.end !== undefined),
    last,
    presence: presenceOf(read, segments, last),
  };
}

/** A record without an end. */
function isOpen({ certainty, evidence }: Segment): boolean {
  return certainty === 'running' || evidence.rule === 'recorded-without-end';
}

/**
 * What looks after a recording say from its open segment on. Their first stretch of its type is that segment
 * itself, as far as they let it reach, so it keeps its recorded start; what they tell before it, by another
 * clock, the records have. What they tell to begin behind it, of another type, bounds it.
 */
function goOn(open: Segment, told: readonly Segment[], last: Edge): Segment[] {
  const index = told.findIndex(({ type, start }) => type === open.type || start > open.start);
  const first = told[index];
  if (first === undefined) return [open];
  const evidence = {
    pointers: distinct([...open.evidence.pointers, ...first.evidence.pointers]),
    rule: 'recorded-without-end',
  };
  if (first.type !== open.type)
    return [{ ...open, end: first.start, certainty: 'inferred', evidence }, ...told.slice(index)];
  const { unsure: _, ...rest } = first;
  const own: Segment = { ...rest, start: open.start, evidence };
  if (first.evidence.rule.endsWith('-end-unknown')) evidence.rule = first.evidence.rule;
  else {
    own.certainty = first.end === last.at ? certaintyBetween(last, last) : 'recorded';
    evidence.rule = 'recorded-segment';
  }
  return [own, ...told.slice(index + 1)];
}

/** Recorded segments, and the holds and parks that lie outside them. */
function drawRecorded(
  read: ReadLeg,
  context: DeriveContext & { live: boolean },
  recording: Recording,
): Segment[] {
  const { lane, leg, history, answer } = read;
  const drawn = recordedSegments(recording, lane.purpose, answer ?? context.last);
  drawn.forEach((segment, index) => {
    if (segment.type === 'acw' && isOpen(segment)) drawn[index] = endOpenAcw(read, segment, context);
  });
  const isPast = leg.states.at(-1) !== recording.state;
  const newest = lastWhere(drawn, ({ type }) => type !== 'acw');
  if (answer !== undefined) {
    const longest = newest && drawn.reduce((a, b) => (b.type === 'acw' || b.end <= a.end ? a : b), newest);
    const behind = longest ? goOnFromOffers(longest, history, context) : deriveSegments(history, context);
    return sorted([...drawn, ...behind]);
  }
  if (isPast && newest !== undefined && isOpen(newest) && newest.end === context.last.at) {
    // Looks after the recording say how its open segment went on.
    const told = deriveSegments(history, context).filter(({ end }) => end > newest.start);
    const others = drawn.filter((segment) => segment !== newest);
    return sorted([...others, ...goOn(newest, told, context.last)]);
  }
  if (history.holds.length + history.parks.length === 0) return sorted(drawn);
  const records = drawn.filter(({ type }) => type !== 'acw');
  return sorted([...drawn, ...deriveStretches(history, context, records)]);
}

export function sorted(segments: Segment[]): Segment[] {
  return sortUnlessSorted(segments, (a, b) => a.start - b.start || a.end - b.end);
}

function lastEdge(
  { lane, leg, end, open, history, recording }: ReadLeg,
  whole: Whole,
  acw: Fact<Instant> | undefined,
): Edge {
  if (end !== undefined) return end;
  if (whole.end !== undefined) return assumed(fieldEdge(whole.end));
  if (open && recording === undefined && history.unsettled !== undefined) {
    // It left its last drawn state at an instant that nobody recorded.
    return endedByNow(whole, history.unsettled);
  }
  if (open) return { at: whole.now(), how: 'now', pointers: [] };
  const participantEnd = newestOf(lane, 'endTime');
  if (participantEnd !== undefined) return assumed(fieldEdge(participantEnd));
  // Work that began before the leg did is that after another leg.
  if (acw !== undefined && history.points.every(({ start }) => start.at <= acw.value))
    return assumed(fieldEdge(acw));
  return endedByNow(whole, leg.newest.state);
}

/** Nothing tells when it ended, but that it had by then. */
function endedByNow({ now, nowAt }: Whole, shown: Fact<unknown> | undefined): Edge {
  return { at: now(), how: 'rule', pointers: [...pointersOf([shown]), ...nowAt()] };
}

/** The instants of a leg, its end aside, that bound what has no end of its own, in rising order. */
function knownEdges({ leg: { first }, history }: ReadLeg, acw: Fact<Instant> | undefined): Edge[] {
  const edges: Edge[] = history.pauses.map(({ start }) => start);
  for (const fact of [first.alerting, first.connected, first.hold, first.park, first.resume, acw]) {
    if (fact !== undefined) edges.push(fieldEdge(fact));
  }
  return edges.sort((a, b) => a.at - b.at);
}

/** A leg of which only the end of an unanswered offer is known is a visible point there. */
function addPoint({ lane, leg, end }: ReadLeg, segments: Segment[]): void {
  if (segments.length > 0 || end === undefined || !isStaff(lane.purpose)) return;
  const initial = leg.newest.initialState;
  if (initial === undefined || !isIn(initial, 'alerting')) return;
  segments.push({
    type: 'alerting',
    start: end.at,
    end: end.at,
    certainty: 'inferred',
    unsure: 'start',
    evidence: { pointers: [initial.pointer, ...end.pointers], rule: 'alerting-start-unknown' },
  });
}

function markUnanswered(read: ReadLeg, segments: readonly Segment[], { end }: Whole): void {
  const { lane, leg, history } = read;
  const offer = lastWhere(segments, ({ type }) => type === 'alerting');
  if (offer === undefined) return;
  const answered =
    segments.some(({ type }) => type === connectedAs(lane.purpose) || type === 'hold') ||
    history.points.some(({ mode }) => mode === 'connected');
  if (answered) return;
  const disconnect = leg.newest.disconnectType?.value ?? offer.disconnectType;
  const noAnswer = disconnect !== undefined && isNoAnswer(disconnect);
  const answer = noAnswer ? undefined : answerAt(read);
  if (answer !== undefined) {
    if (read.recording !== undefined) return;
    // It rang at most as long as it is drawn.
    loseEnd(offer);
    offer.evidence.pointers.push(answer);
    offer.evidence.rule = 'alerting-end-unknown';
    return;
  }
  if ((read.open && end === undefined) || !isStaff(lane.purpose)) return;
  offer.unanswered = true;
  const timeout = leg.newest.alertingTimeout;
  const ranOut = timeout !== undefined && offer.end - offer.start >= timeout.value;
  if (ranOut || noAnswer) offer.notResponding = true;
}

/** What shows that an offer was answered, nobody knows when: a time that is none, or the state. */
function answerAt({ leg, open }: ReadLeg): string | undefined {
  const { state } = leg.newest;
  return unreadable(leg, ANSWER_NAMES) ?? (open && isIn(state, 'connected') ? state?.pointer : undefined);
}

/** From the first segment in which the leg is connected to the end of the last. */
function presenceOf(read: ReadLeg, segments: readonly Segment[], last: Edge): DrawnLeg['presence'] {
  if (read.recording === undefined) {
    const start = read.history.points.find(({ mode }) => mode === 'connected')?.start;
    return start === undefined || start.at > last.at ? undefined : { start, end: last };
  }
  let first: Segment | undefined;
  let longest: Segment | undefined;
  for (const segment of segments) {
    const { type, certainty, label } = segment;
    if (isAside(type) || certainty === 'planned' || isSetup(label)) continue;
    first ??= segment;
    if (longest === undefined || segment.end > longest.end) longest = segment;
  }
  return first && longest && { start: edgeOf(first, 'start'), end: edgeOf(longest, 'end') };
}

function isSetup(label = ''): boolean {
  return ['delay', 'system'].includes(plainWord(label));
}

/** The evidence of a segment is of both its ends; which value is which end's, it does not say. */
export function edgeOf(segment: Segment, side: 'start' | 'end'): Edge {
  const { certainty, evidence } = segment;
  const how = certainty === 'inferred' ? 'rule' : certainty === 'running' && side === 'end' ? 'now' : 'field';
  return { at: segment[side], how, pointers: evidence.pointers };
}
