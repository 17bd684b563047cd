import { isCounted } from '../../../sources/distribution';
import type { Measure } from '../../../sources/source';
import { compactDurations } from '../../../ui/durations';
import { parseLength } from './lengths';

/** As it is read again, whatever the language. */
const written = compactDurations('en');

/** A bound of a measure, as it is typed. */
export function boundText(measure: Measure, value: number | undefined): string {
  if (value === undefined) return '';
  return isCounted(measure) ? String(value) : written(value);
}

/** Some 30,000 years: an address has no more digits. */
const LONGEST = 1e15;

/** Nothing typed is no bound; `NaN` is what can't be read. */
export function boundFrom(measure: Measure, text: string): number | undefined {
  if (text.trim() === '') return undefined;
  if (isCounted(measure)) return /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  const length = parseLength(text) ?? Number.NaN;
  return length < LONGEST ? length : Number.NaN;
}

/** Whether nothing can be both, from one bound and to the other. */
export function areCrossed(min: number | undefined, max: number | undefined): boolean {
  return min !== undefined && max !== undefined && min > max;
}
