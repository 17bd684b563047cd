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

/** What the conversation sums over its agents and users; all others count in their own lane only. */
export function addWork(sum: Measured, part: Measured): void {
  const { totals } = sum;
  const more = part.totals;
  // Written out: most of what an import works out of a conversation is added up here, and by a variable takes thrice as long.
  totals.dialing += more.dialing;
  totals.contacting += more.contacting;
  totals.alerting += more.alerting;
  totals.talk += more.talk;
  totals.hold += more.hold;
  totals.parked += more.parked;
  totals.acw += more.acw;
  totals.handle += more.handle;
  addBounds(sum.bounds, part.bounds, OF_HANDLERS);
}

/** And what of the lanes whose purpose makes a connection one of these. */
export const OF_SYSTEMS = ['ivr', 'queued', 'voicemail'] as const satisfies TotalName[];

export function addWaiting(sum: Measured, part: Measured, name: (typeof OF_SYSTEMS)[number]): void {
  sum.totals[name] += part.totals[name];
  addBounds(sum.bounds, part.bounds, [name]);
}

/** All of it, of a lane's own. */
export function addAll(sum: Measured, part: Measured): void {
  addWork(sum, part);
  const { totals } = sum;
  const more = part.totals;
  totals.ivr += more.ivr;
  totals.queued += more.queued;
  totals.voicemail += more.voicemail;
  addBounds(sum.bounds, part.bounds, OF_SYSTEMS);
}

/**
 * Where the parts' bounds point in different directions the sum has neither bound; it is named `atMost`, as what
 * was drawn up to an assumed end is usually the larger part.
 */
function addBounds(bounds: Bounds, more: Bounds, names: readonly TotalName[]): void {
  // Most are exact.
  if (Object.keys(more).length === 0) return;
  for (const name of names) {
    const bound = more[name];
    if (bound !== undefined && bounds[name] !== 'atMost') bounds[name] = bound;
  }
}

const OF_HANDLERS: readonly TotalName[] = [
  'dialing',
  'contacting',
  'alerting',
  'talk',
  'hold',
  'parked',
  'acw',
  'handle',
];
