import type { Certainty, Segment, Unsure } from '../model/timeline';
import type { Instant } from '../model/time';
import type { Stretch } from './fold';
import { type Fact, factOf, isFirstToList, lastToSay, type LegState, type Look, type Said } from './facts';
import { type Mode, modeOf } from './words';

/**
 * One end of a stretch. `field`: the data names the instant. `change`: two looks differ, and the later
 * one is the first to show it. `first`: the first look of its kind already shows it. `rule`: a rule says so.
 * `now`: not an end yet, the data was taken then.
 */
export interface Edge {
  at: Instant;
  how: 'field' | 'change' | 'first' | 'rule' | 'now';
  pointers: string[];
}

/** A stretch from one edge to another. */
export interface Span {
  start: Edge;
  end: Edge;
}

/** The earlier of two edges; at one instant, or where the other is not known, the first, unless it is but `now`. */
export function earlier(one: Edge, other: Edge | undefined): Edge {
  return other !== undefined && other.at < one.at + Number(one.how === 'now') ? other : one;
}

/** The later of two edges; at one instant, or where the other is not known, the first, unless the other is but `now`. */
export function later(one: Edge, other: Edge | undefined): Edge {
  return other !== undefined && earlier(other, one) === one ? other : one;
}

/** What of a stretch lies in another, of which an end may be open: nothing where they never meet. */
export function partIn(span: Span, { start, end }: Partial<Span>): Span[] {
  const part = { start: later(span.start, start), end: earlier(span.end, end) };
  return part.start.at <= part.end.at ? [part] : [];
}

/** An end, at its start where it lies before. */
export function notBefore(start: Edge, end: Edge): Edge {
  return end.at < start.at ? { ...end, at: start.at } : end;
}

/** An edge of which only a rule says that it is one. */
export function assumed(edge: Edge): Edge {
  return { ...edge, how: 'rule' };
}

/** Whether a stretch with this end is less than recorded. */
export function isInferred({ how }: Edge): boolean {
  return how === 'first' || how === 'rule';
}

export function certaintyBetween(start: Edge, end: Edge): Certainty {
  if (isInferred(start) || isInferred(end)) return 'inferred';
  return end.how === 'now' ? 'running' : 'recorded';
}

/** Which ends of an inferred stretch are unsure, where it is not the last alone; one that still runs has none that is sure. */
export function unsureOf(start: Edge, end: Edge): Unsure | undefined {
  if (!isInferred(start)) return undefined;
  return isInferred(end) || end.how === 'now' ? 'both' : 'start';
}

/** From here on the end of a segment comes from a rule. */
export function loseEnd(segment: Segment): void {
  segment.certainty = 'inferred';
  if (segment.unsure !== undefined) segment.unsure = 'both';
}

export function fieldEdge(fact: Fact<Instant>, witness?: Fact<unknown>): Edge {
  const pointers = witness === undefined ? [fact.pointer] : [fact.pointer, witness.pointer];
  return { at: fact.value, how: 'field', pointers };
}

export function pointersOf(facts: readonly (Fact<unknown> | undefined)[]): string[] {
  const pointers: string[] = [];
  for (const fact of facts) if (fact !== undefined) pointers.push(fact.pointer);
  return pointers;
}

/** Up to so many are quicker compared with each other than put into a set. */
const FEW = 8;

function isFirst(pointer: string, index: number, pointers: readonly string[]): boolean {
  return pointers.indexOf(pointer) === index;
}

/** Each pointer once, in the order of its first place. */
export function distinct(pointers: readonly string[]): string[] {
  if (pointers.length > FEW) return [...new Set(pointers)];
  return pointers.filter(isFirst);
}

/** What shows a stretch: what names it, and both its ends. */
export function showing(pointer: string, { start, end }: Span): string[] {
  // Both ends of one segment have the same list.
  return distinct([pointer, ...start.pointers, ...(end.pointers === start.pointers ? [] : end.pointers)]);
}

/**
 * When a change happened that a look is the first to show: at the participant's own provider event,
 * unless that is the one that was known before, else when the look was taken. What has no time is not among
 * looks that follow each other: its provider event may tell of any change before.
 */
export function observedAt(state: Speaking & { look: Look }): Fact<Instant> | undefined {
  const { look, before } = state;
  if (look.at !== undefined) {
    const event = providerEventOf(state);
    if (event !== undefined && event.value !== lastProviderEvent(before)) return event;
  }
  return lookedAt(look);
}

/** What a look says of a leg, and those before it said. */
type Speaking = Pick<LegState, 'said' | 'participant' | 'before'>;

/** When a look was taken, where that is known. */
export function lookedAt({ at, atPointer }: Look): Fact<Instant> | undefined {
  return at === undefined ? undefined : { value: at, pointer: atPointer as string };
}

/** Of several legs of a participant, its provider event may be that of any. */
function providerEventOf({ said, participant }: Speaking): Fact<Instant> | undefined {
  return said.providerEvent ?? factOf(participant, 'providerEventTime');
}

function lastProviderEvent(state: LegState | undefined): Instant | undefined {
  for (let one = state; one !== undefined; one = one.before) {
    const event = providerEventOf(one);
    if (event !== undefined) return event.value;
  }
  return undefined;
}

/** The edge of a change that a look is the first to show, with the values that differ; undefined where time is unknown. */
export function changeEdge(state: LegState, facts: readonly (Fact<unknown> | undefined)[]): Edge | undefined {
  const moment = observedAt(state);
  if (moment === undefined) return undefined;
  const how = state.before === undefined && isFirstToList(state.look, state.media) ? 'first' : 'change';
  return { at: moment.value, how, pointers: distinct([...pointersOf(facts), moment.pointer]) };
}

/**
 * The same of one fact: from what was said of it last to what the look says. Where that is the same, looks without
 * a time said it: if all up to them are such, nothing says since when.
 */
export function changeOf(state: LegState, name: keyof Said): Edge | undefined {
  const last = lastToSay(state.before, name);
  const [known, told] = [last?.said[name], state.said[name]];
  const edge = changeEdge(state, [known, told]);
  if (edge !== undefined && known?.value === told?.value && !isTimed(last)) edge.how = 'first';
  return edge;
}

/** Whether a look with a time is among this one and those before it. */
function isTimed(state: LegState | undefined): boolean {
  let one = state;
  while (one !== undefined && one.look.at === undefined) one = one.before;
  return one !== undefined;
}

/** Whether the word on a leg's state is of a kind. */
export function isIn(word: Fact<string> | undefined, mode: Mode): boolean {
  return word !== undefined && modeOf(word.value) === mode;
}

/** Whether a look shows the leg over: by its time, which wins over the state, or by its state. */
export function showsEnd(state: LegState): boolean {
  return state.said.end !== undefined || isIn(state.said.state, 'ended');
}

/**
 * The looks that can tell when a role or a grant changed. A record of the past (of a leg that is over, or of
 * analytics) that does not say when it was taken knows only that it was so once: it is heard where no other
 * look speaks.
 */
export function witnessesOf(states: readonly LegState[], name: keyof Said): readonly LegState[] {
  if (!states.some(isRecord)) return states;
  const witnesses = states.filter((state) => !isRecord(state));
  return witnesses.some(({ said }) => said[name] !== undefined) ? witnesses : states;
}

function isRecord(state: LegState): boolean {
  const { at, observation } = state.look;
  return at === undefined && (observation.form === 'analytics' || showsEnd(state));
}

/** Clocks of cloud and provider differ: what lies nearer than this is one instant. */
export const CLOCKS = 500;

/** Whether a look tells of another begin than the last that told one. A document's may be the same by another clock. */
export function isAnother(state: LegState, name: 'hold' | 'park'): boolean {
  const last = lastToSay(state.before, name);
  const isAlike = last?.look.observation.form === state.look.observation.form;
  const known = last?.said[name]?.value ?? Infinity;
  return Math.abs((state.said[name] as Fact<Instant>).value - known) > (isAlike ? 0 : CLOCKS);
}

/**
 * The last stretch so far, over or not, if only a look showed its beginning and a field now tells it.
 *
 *     seen    [10---20)   [50.2---60)
 *     told                50            of the second; 5 would be of neither
 */
export function begunAt(told: Instant, stretches: readonly Stretch[]): Stretch | undefined {
  const last = stretches.at(-1);
  if (last === undefined || last.start.how === 'field' || told > last.start.at + CLOCKS) return undefined;
  const before = stretches.at(-2)?.end;
  return typeof before === 'object' && told + CLOCKS < before.at ? undefined : last;
}
