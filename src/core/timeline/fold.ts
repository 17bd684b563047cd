import type { Instant } from '../model/time';
import { assumed, changeOf, type Edge, fieldEdge, isIn, pointersOf, showsEnd } from './edge';
import { type Fact, factOf, type Leg, type LegState, type Look } from './facts';
import { foldHolds } from './fold-hold';
import { foldParks } from './fold-park';
import { collected, lastGiven, lastWhere, sortUnlessSorted } from './lists';
import { foldPauses, goneAt, leftBefore, lookWithout, type Pause } from './membership';
import { isStaff } from './purpose';
import { type Mode, modeOf, OFFERS } from './words';

/** A stretch of hold or park. Without an end it was open in the last look; `unknown`: its end was not recorded. */
export interface Stretch {
  start: Edge;
  end?: Edge | 'unknown';
  /** Parked only: the instant at which it is to end, when that lies ahead. */
  planned?: Fact<Instant>;
}

/** A state other than hold and park, from an instant on. */
export interface Point {
  mode: Exclude<Mode, 'ended'>;
  label?: string;
  start: Edge;
  /** Of a callback that waits for its time: that time. */
  planned?: Fact<Instant>;
}

/** What the looks together say of a leg without recorded segments. */
export interface History {
  /** In the order in which the leg went through them. */
  points: Point[];
  end?: Edge;
  /** It is over, even where `end` is not known. */
  ended: boolean;
  /** In order of time: when it was over or not listed, before it came back. */
  pauses: readonly Pause[];
  holds: Stretch[];
  parks: Stretch[];
  /** A look shows the leg on hold, and nothing says since when. */
  heldWithoutStart?: Fact<boolean>;
  /** The last look shows it held or parked, and nothing says since when: what was before did not last. */
  unsettled?: Fact<unknown>;
}

export interface FoldContext {
  purpose: string;
  now: () => Instant;
  looks: readonly Look[];
}

/** Folds what the looks say of one leg into its history. One snapshot is a history of one look. */
export function foldLeg(leg: Leg, context: FoldContext): History {
  const { end, ended } = foldEnd(leg, context.looks);
  const { holds, heldWithoutStart } = isEverHeld(leg) ? foldHolds(leg, end) : NEVER_HELD;
  const parks = isEverParked(leg) ? foldParks(leg, end, context.now()) : NEVER_PARKED;
  const points = foldPoints(leg, context.purpose, parks);
  const pauses = foldPauses(leg, context.looks);
  const unsettled = unsettledBy(leg, holds, parks);
  return { points, end, ended, pauses, holds, parks, heldWithoutStart, unsettled };
}

const NEVER_HELD: Pick<History, 'holds' | 'heldWithoutStart'> = { holds: [] };
const NEVER_PARKED: Stretch[] = [];

function isEverHeld({ states, newest }: Leg): boolean {
  return newest.hold !== undefined || states.some(({ said }) => said.held?.value === true);
}

/** Parked by a time, or by the state of some look. */
function isEverParked({ states, newest }: Leg): boolean {
  return newest.park !== undefined || states.some(({ said }) => isIn(said.state, 'parked'));
}

function unsettledBy(
  leg: Leg,
  holds: readonly Stretch[],
  parks: readonly Stretch[],
): Fact<unknown> | undefined {
  const held = leg.newest.held;
  if (held?.value === true && !holds.some(({ end }) => end === undefined)) return held;
  const state = leg.newest.state;
  return isIn(state, 'parked') && !parks.some(({ end }) => end === undefined) ? state : undefined;
}

function foldEnd(leg: Leg, looks: readonly Look[]): { end?: Edge; ended: boolean } {
  const stated = leg.newest.end;
  if (stated !== undefined) return { end: fieldEdge(stated), ended: true };
  const state = firstOver(leg.states);
  if (state !== undefined) {
    const left = leftBefore(leg, state, looks);
    const edge = changeOf(state, 'state');
    return { end: left ?? edge, ended: true };
  }
  const last = leg.states.at(-1) as LegState;
  const later = lookWithout(leg, looks, { after: last, before: undefined });
  return later === undefined ? { ended: false } : { end: goneAt(last, later), ended: true };
}

/** The first look with a time, else the last, that shows the leg over for good. One without a state revives nobody. */
function firstOver(states: readonly LegState[]): LegState | undefined {
  let over: LegState | undefined;
  for (let i = states.length - 1; i >= 0; i--) {
    const state = states[i] as LegState;
    if (state.said.state === undefined) continue;
    if (!showsEnd(state)) break;
    if (over === undefined || state.look.at !== undefined) over = state;
  }
  return over;
}

/** The states that the looks show, one after another, each from its own time field where it has one. */
function foldPoints(leg: Leg, purpose: string, parks: readonly Stretch[]): Point[] {
  const { alerting, connected } = leg.first;
  let points = shownPoints(leg, parks);
  if (alerting !== undefined) {
    points = points.filter(({ mode }) => mode !== 'alerting');
    points.push({ mode: 'alerting', start: fieldEdge(alerting) });
  }
  if (connected !== undefined) {
    const index = points.findIndex(({ mode }) => mode === 'connected');
    const point: Point = { mode: 'connected', start: fieldEdge(connected) };
    if (index < 0) points.push(point);
    else points[index] = point;
  } else addTalk(leg, points);
  addOffer(leg, purpose, points);
  return sortPoints(points);
}

/** The history of calls tells who talked, and not since when. */
function addTalk({ first: { start }, states }: Leg, points: Point[]): void {
  const talked = start && lastGiven(states, ({ participant }) => factOf(participant, 'didInteract'));
  if (talked?.value)
    points.push({ mode: 'connected', start: assumed(fieldEdge(start as Fact<Instant>, talked)) });
}

function shownPoints(leg: Leg, parks: readonly Stretch[]): Point[] {
  const points: Point[] = [];
  let current: Mode | undefined;
  for (const state of leg.states) {
    const word = state.said.state;
    if (word === undefined || state.said.end !== undefined) continue;
    const mode = modeOf(word.value);
    // Parking is folded apart, and laid over what the leg was in before and is in again after it.
    if (mode === 'parked' || mode === current) continue;
    if (mode === 'ended') {
      current = mode;
      continue;
    }
    const shown =
      changeOf(state, 'state') ??
      (points.some((point) => point.mode === mode) ? undefined : sinceStart(state, word, leg));
    // What a look without a time is the first to show is as old as the next look that shows it, too.
    if (shown === undefined) continue;
    // In another state since it was parked, it was not connected until now.
    const last = points.at(-1)?.start.at ?? -Infinity;
    const park =
      mode === 'connected' && current !== 'ended'
        ? lastWhere(parks, ({ start }) => start.at >= last && start.at <= shown.at)
        : undefined;
    const start = sinceResume(shown, word, park);
    current = mode;
    const point: Point = { mode, start };
    if (mode === 'other') point.label = word.value;
    if (mode === 'scheduled') point.planned = scheduledFor(leg);
    points.push(point);
  }
  return points;
}

/** What was parked before is connected since its resume, which has a time of its own. */
function sinceResume(start: Edge, word: Fact<string>, park: Stretch | undefined): Edge {
  const end = park?.end as Edge | undefined;
  if (end?.how !== 'field' || end.at >= start.at) return start;
  return { ...end, pointers: [...end.pointers, word.pointer] };
}

/** The newest word on when a callback is due. */
function scheduledFor({ states }: Leg): Fact<Instant> | undefined {
  return lastGiven(states, (state) =>
    factOf(state.communication ?? state.participant, 'callbackScheduledTime'),
  );
}

/** A state of which only the start of the whole leg is known. What was offered was not connected since then. */
function sinceStart(state: LegState, word: Fact<string>, leg: Leg): Edge | undefined {
  const { start } = state.said;
  if (start === undefined || (isIn(word, 'connected') && leg.first.alerting !== undefined)) return undefined;
  return assumed(fieldEdge(start, word));
}

/**
 * Rule 2 without an alerting time: what came before the connection began with the leg itself.
 *
 *     S----------C-------E    an agent's leg: alerting [S, C), when S is a second or more before C
 *     S------------------E    never connected: alerting [S, E)
 */
function addOffer(leg: Leg, purpose: string, points: Point[]): void {
  const start = leg.first.start;
  if (start === undefined) return;
  const connected = points.find(({ mode }) => mode === 'connected');
  if (connected !== undefined && connected.start.at - start.value < 1000) return;
  const offer = points.find(({ mode }) => OFFERS.includes(mode));
  if (offer !== undefined) {
    // The look that first shows the offer came after it began.
    if (offer.start.how === 'first' && offer.start.at > start.value) {
      offer.start = { at: start.value, how: 'rule', pointers: [start.pointer, ...offer.start.pointers] };
    }
    return;
  }
  const outbound = leg.newest.direction?.value.toLowerCase() === 'outbound';
  if (!outbound && !isStaff(purpose)) return;
  // Another state has stood since the start: there is no room for an offer.
  if (points.some((point) => point.start.at <= start.value)) return;
  const contacting = collected(leg.states, ({ said }) => [said.state, said.initialState]).find((word) =>
    isIn(word, 'contacting'),
  );
  const direction = outbound ? leg.newest.direction : undefined;
  const mode = !outbound ? 'alerting' : contacting === undefined ? 'dialing' : 'contacting';
  const pointers = pointersOf([start, direction, contacting]);
  points.push({ mode, start: { at: start.value, how: 'rule', pointers } });
}

/** By time. An offer that the data puts behind the connection has no room, and is left to its milestone. */
function sortPoints(points: Point[]): Point[] {
  if (points.length < 2) return points;
  const connected = points.find(({ mode }) => mode === 'connected');
  const kept = points.filter(
    ({ mode, start }) => connected === undefined || !OFFERS.includes(mode) || start.at <= connected.start.at,
  );
  return sortUnlessSorted(kept, (a, b) => a.start.at - b.start.at || rank(a.mode) - rank(b.mode));
}

function rank(mode: Mode): number {
  return OFFERS.includes(mode) ? 0 : 1;
}
