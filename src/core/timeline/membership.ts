import type { Participant } from '../model/conversation';
import { MEDIA_ARRAYS } from '../model/vendor';
import { changeEdge, changeOf, CLOCKS, type Edge, showsEnd, type Span } from './edge';
import type { Leg, LegState, Look } from './facts';
import type { History } from './fold';
import { collected } from './lists';

/** A stretch in which a leg was over, or not listed, before it came back. */
export type Pause = Span;

/** Whether a later look of the same kind, which lists others, does not list the leg. */
function isGone(leg: Leg, last: LegState, { observation, scope }: Look): boolean {
  const { participants, form } = observation;
  if (form !== 'event' || scope !== last.look.scope) return false;
  const { id } = last.participant;
  const owner = id === undefined ? undefined : participants.find((participant) => participant.id === id);
  if (owner === undefined) return participants.length > 0;
  // A partial look leaves the list of communications out, which takes none of them away.
  return lists(owner, leg.media);
}

/** Whether a participant lists its communications of a medium: one that is not among them is gone. */
export function lists(participant: Participant, media: string): boolean {
  return MEDIA_ARRAYS.some(([name, medium]) => medium === media && participant[name] !== undefined);
}

export function goneAt(last: LegState, { at, atPointer, observation }: Look): Edge | undefined {
  if (at === undefined) return undefined;
  const listed = `${observation.pointer}/participants`;
  return { at, how: 'change', pointers: [last.participant.pointer, listed, atPointer as string] };
}

/** The first look between one at a leg and the next one at it, or the end, that does not list the leg. */
export function lookWithout(
  leg: Leg,
  looks: readonly Look[],
  { after, before }: { after: LegState; before: LegState | undefined },
): Look | undefined {
  const end = before?.look.order ?? looks.length;
  for (let order = after.look.order + 1; order < end; order++) {
    const look = looks[order] as Look;
    if (isGone(leg, after, look)) return look;
  }
  return undefined;
}

/** When the leg left, if it was not listed just before a look at it. */
export function leftBefore(leg: Leg, state: LegState, looks: readonly Look[]): Edge | undefined {
  const { before } = state;
  const without = before && lookWithout(leg, looks, { after: before, before: state });
  return without && goneAt(before, without);
}

/**
 * The pauses of a leg. Where a time says that it ended, it ended: only what looks alone show is taken back by
 * a later look, of its state when the leg was over, of any kind when it was not listed.
 *
 *     state     connected   (not listed)   connected   disconnected   connected
 *     looks     t1          t2             t3          t4             t5
 *     pauses                [t2------------t3)         [t4------------t5)
 */
export function foldPauses(leg: Leg, looks: readonly Look[]): readonly Pause[] {
  const pauses: Pause[] = [];
  let start: Edge | undefined;
  let isOver = false;
  for (const state of leg.states) {
    const { said } = state;
    if (said.end !== undefined) break;
    start ??= leftBefore(leg, state, looks);
    if (showsEnd(state)) {
      start ??= changeOf(state, 'state');
      isOver = true;
      continue;
    }
    if (start === undefined || (isOver && said.state === undefined)) continue;
    const end = changeEdge(state, [said.state]);
    // What is shorter comes of looks that were late.
    if (end !== undefined && end.at > start.at + CLOCKS) pauses.push({ start, end });
    start = undefined;
    isOver = false;
  }
  return pauses;
}

/** Nobody listens, controls or has a role while a leg is not there; of several legs another may be. */
export function whileThere(spans: readonly Span[], legs: readonly { history: History }[]): Span[] {
  const pauses = legs.length === 1 ? (legs[0]?.history.pauses ?? []) : [];
  return collected(spans, (span) => withoutPauses(span, pauses));
}

/** What is left of a stretch without its pauses, or what is laid over it: these are in order of time. */
export function withoutPauses<S extends Span>(stretch: S, pauses: readonly Span[]): S[] {
  if (pauses.length === 0) return [stretch];
  const { end } = stretch;
  let { start } = stretch;
  // What took no time has no room within another; its milestone stays.
  if (start.at === end.at && pauses.some((pause) => pause.start.at < end.at && end.at < pause.end.at))
    return [];
  const rest: S[] = [];
  for (const pause of pauses) {
    if (pause.end.at <= start.at || pause.start.at > end.at || start.at >= end.at) continue;
    if (pause.start.at > start.at) rest.push({ ...stretch, start, end: pause.start });
    start = pause.end;
  }
  // Back at the very instant of the picture: it goes on, though no time of it has passed yet.
  const goesOn = end.how === 'now' && (start.how === 'change' || start.how === 'field');
  if (start === stretch.start || goesOn || start.at < end.at) rest.push({ ...stretch, start });
  return rest;
}
