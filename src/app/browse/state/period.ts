import type { Filter } from '../../../sources/source';
import { type Zone, zoneFor } from '../../../ui/zone';
import type { BrowseState, Period } from './browseState';
import { unquoted } from './unquoted';

const DAY = 86_400_000;

/**
 * The instant at which a wall clock shows a time, given as if it were UTC. What it shows twice, as clocks are put
 * back, is the first or the last of them; what it never shows, as they are put on, is so much later.
 */
export function instantAt(wall: number, zone: Zone, which: 'first' | 'last' = 'first'): number {
  const [before, after] = [zone.offset(wall - DAY), zone.offset(wall + DAY)];
  const [first, last] = [wall - before, wall - after];
  const isShown = (at: number) => at + zone.offset(at) === wall;
  if (which === 'last') return isShown(last) ? last : first;
  return isShown(first) || !isShown(last) ? first : last;
}

/** Midnight of the day that lies so many days from today. */
function midnight(now: number, days: number, zone: Zone): number {
  const wall = now + zone.offset(now);
  return instantAt((Math.floor(wall / DAY) + days) * DAY, zone);
}

/** The day that `start` lies in, in the zone. */
export function dayOf(instant: number, timeZone: string): { from: number; to: number } {
  const zone = zoneFor(timeZone);
  return { from: midnight(instant, 0, zone), to: midnight(instant, 1, zone) };
}

/** As fields of time have it: `2026-11-27T10:07` on the zone's wall clock. */
export function wallText(instant: number | undefined, timeZone: string): string {
  if (instant === undefined) return '';
  return new Date(instant + zoneFor(timeZone).offset(instant)).toISOString().slice(0, 16);
}

type Time = NonNullable<BrowseState['time']>;

/** A stretch with one end as it was typed: nothing is no end. `undefined` where it is no time yet. */
export function withTyped(
  time: Time,
  { end, text }: { end: 'from' | 'to'; text: string },
  timeZone: string,
): Time | undefined {
  const { [end]: _, ...other } = time;
  if (text === '') return other;
  const wall = Date.parse(`${text}Z`);
  if (Number.isNaN(wall)) return undefined;
  // An hour that comes twice is meant as a whole.
  return { ...other, [end]: instantAt(wall, zoneFor(timeZone), end === 'from' ? 'first' : 'last') };
}

/** Whether nothing can begin in it. */
export function isEmptyTime({ from, to }: Time): boolean {
  return from !== undefined && to !== undefined && from >= to;
}

const DAYS: { readonly [period in Period]: readonly [from: number, to: number] } = {
  today: [0, 1],
  yesterday: [-1, 0],
  week: [-6, 1],
  month: [-29, 1],
  quarter: [-89, 1],
};

/** Whole days, so that the same question asked a minute later is the same question. */
export function periodTime(period: Period, now: number, timeZone: string): { from: number; to: number } {
  const zone = zoneFor(timeZone);
  const [from, to] = DAYS[period];
  return { from: midnight(now, from, zone), to: midnight(now, to, zone) };
}

/** What a source is asked for. */
export function filterOf(state: BrowseState, now: number, timeZone: string): Filter {
  const { period, time, choices, ranges, text, attributes } = state;
  const words = unquoted(text);
  const when = period === undefined ? time : periodTime(period, now, timeZone);
  return {
    ...(when ? { time: when } : {}),
    ...(Object.keys(choices).length > 0 ? { choices } : {}),
    ...(Object.keys(ranges).length > 0 ? { ranges } : {}),
    ...(words === '' ? {} : { text: words }),
    ...(attributes.length > 0 ? { attributes } : {}),
  };
}
