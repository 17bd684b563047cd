import { assertNever } from '../model/assert-never';
import type { Bounds, TotalName, Totals } from '../model/durations';
import type { SegmentType } from '../model/timeline';

/** `handle` apart, which is a sum of others. */
export type StateName = Exclude<TotalName, 'handle'>;

export function noTotals(): Totals {
  return {
    dialing: 0,
    contacting: 0,
    alerting: 0,
    ivr: 0,
    queued: 0,
    voicemail: 0,
    talk: 0,
    hold: 0,
    parked: 0,
    acw: 0,
    handle: 0,
  };
}

/** What `handle` sums up. */
export const HANDLED = ['dialing', 'contacting', 'talk', 'hold', 'acw'] as const satisfies StateName[];

/** The total in which a segment counts, if it counts at all. */
export function totalOf(type: SegmentType): StateName | undefined {
  switch (type) {
    case 'connected':
      return 'talk';
    case 'dialing':
    case 'contacting':
    case 'alerting':
    case 'ivr':
    case 'queued':
    case 'voicemail':
    case 'hold':
    case 'parked':
    case 'acw':
      return type;
    // On the way, or taking part without talking: no total of the vendor's has them.
    case 'offering':
    case 'uploading':
    case 'transmitting':
    case 'scheduled':
    case 'monitoring':
    case 'coaching':
    case 'barging':
    case 'screenmonitoring':
    case 'sharing':
    case 'other':
      return undefined;
    default:
      return assertNever(type);
  }
}

/** Totals with the bounds of each. */
export interface Measured {
  totals: Totals;
  bounds: Bounds;
}

/**
 * Adds the named totals of the parts. Where the parts' bounds point in different directions the sum has
 * neither bound; it is named `atMost`, as what was drawn up to an assumed end is usually the larger part.
 */
export function sum(parts: readonly Measured[], names: readonly TotalName[]): Measured {
  const totals = noTotals();
  const bounds: Bounds = {};
  for (const part of parts) {
    for (const name of names) {
      totals[name] += part.totals[name];
      const bound = part.bounds[name];
      if (bound !== undefined && bounds[name] !== 'atMost') bounds[name] = bound;
    }
  }
  return { totals, bounds };
}

/** What the conversation sums over its agents and users; all others count in their own lane only. */
export const OF_HANDLERS: readonly TotalName[] = [
  'dialing',
  'contacting',
  'alerting',
  'talk',
  'hold',
  'parked',
  'acw',
  'handle',
];
/** And what of the lanes whose purpose makes a connection one of these. */
export const OF_SYSTEMS = ['ivr', 'queued', 'voicemail'] as const satisfies TotalName[];

export const ALL_NAMES: readonly TotalName[] = [...OF_HANDLERS, ...OF_SYSTEMS];
