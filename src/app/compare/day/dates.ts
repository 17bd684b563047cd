import { zoneFor } from '../../../ui/zone';
import { dayOf, instantAt } from '../../browse/state/period';

/** From its first instant to that of the next one. */
export interface Day {
  from: number;
  to: number;
}

/** While the digits of a year are typed, it begins with zeros. */
const DATE = /^[1-9]\d{3}-\d{2}-\d{2}$/;

/** Whether a date is typed to its end. */
export function isDate(text: string): boolean {
  return DATE.test(text);
}

/** The day that a date such as `2026-11-24` names in the zone; none where there is no such date. */
export function dayNamed(date: string, timeZone: string): Day | undefined {
  const wall = isDate(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // Engines take the 31st of February for the 3rd of March.
  const isThere = new Date(wall).getUTCDate() === Number(date.slice(-2));
  return isThere ? dayOf(instantAt(wall, zoneFor(timeZone)), timeZone) : undefined;
}

/** The date that an instant has in the zone. */
export function dateText(instant: number, timeZone: string): string {
  return new Date(instant + zoneFor(timeZone).offset(instant)).toISOString().slice(0, 10);
}
