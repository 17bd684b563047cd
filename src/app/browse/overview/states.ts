import type { SegmentType } from '../../../core/index';

/** What time is spent in, in the order in which bars are stacked. */
export const STATES = ['talk', 'hold', 'parked', 'acw', 'alerting', 'queued'] as const;
type State = (typeof STATES)[number];

export type StateBar = { start: number } & { [state in State]: number };

export function nothingFrom(start: number): StateBar {
  return { start, alerting: 0, queued: 0, talk: 0, hold: 0, parked: 0, acw: 0 };
}

export function summed(one: StateBar, more: StateBar): StateBar {
  const all = { ...one };
  for (const state of STATES) all[state] += more[state];
  return all;
}

/** Whose colour it has. */
export function typeOf(state: State): SegmentType {
  return state === 'talk' ? 'connected' : state;
}
