import type { Instant } from '../model/time';
import { type Fact, lastSaid, type Leg, type LegState, say } from './facts';
import { modeOf } from './words';

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

/** Whether a stretch with this end is less than recorded. */
export function isInferred({ how }: Edge): boolean {
  return how === 'first' || how === 'rule';
}

export function fieldEdge(fact: Fact<Instant>, witness?: Fact<unknown>): Edge {
  const pointers = witness === undefined ? [fact.pointer] : [fact.pointer, witness.pointer];
  return { at: fact.value, how: 'field', pointers };
}

export function pointersOf(facts: readonly (Fact<unknown> | undefined)[]): string[] {
  return facts.flatMap((fact) => (fact === undefined ? [] : [fact.pointer]));
}

/**
 * When a change happened that a look is the first to show: at the participant's own provider event,
 * unless that is the one that was known before, else when the look was taken.
 */
export function observedAt(state: LegState, before: LegState | undefined): Fact<Instant> | undefined {
  const { look } = state;
  if (look.observation.form === 'event') {
    const event = say(state, 'providerEvent');
    if (event !== undefined && event.value !== lastSaid(before, 'providerEvent')?.value) return event;
  }
  return look.at === undefined ? undefined : { value: look.at, pointer: look.atPointer as string };
}

/** The edge of a change between two looks, with the values that differ; undefined where time is unknown. */
export function changeEdge(
  state: LegState,
  before: LegState | undefined,
  facts: readonly (Fact<unknown> | undefined)[],
): Edge | undefined {
  const moment = observedAt(state, before);
  if (moment === undefined) return undefined;
  const how = before === undefined && state.look.first ? 'first' : 'change';
  return { at: moment.value, how, pointers: [...new Set([...pointersOf(facts), moment.pointer])] };
}

/** Whether a look shows the leg over: by its time, which wins over the state, or by its state. */
export function showsEnd(state: LegState): boolean {
  if (say(state, 'end') !== undefined) return true;
  const word = say(state, 'state');
  return word !== undefined && modeOf(word.value).mode === 'ended';
}

/** The first look that gives a fact: later ones repeat it. */
export function firstSaid<N extends Parameters<typeof say>[1]>(leg: Leg, name: N): ReturnType<typeof say<N>> {
  for (const state of leg.states) {
    const fact = say(state, name);
    if (fact !== undefined) return fact;
  }
  return undefined;
}
