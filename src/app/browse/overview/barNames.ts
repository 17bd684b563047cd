import type { Format } from '../../../ui/format';
import { beginningBefore, type Buckets } from './buckets';

const DAY = 86_400_000;
/** So long a time is told in hours. */
const HOURS_UNTIL = 3 * DAY;
/** In so long a time no day comes twice. */
const YEAR = 365 * DAY;

interface BarNames {
  /** In full. */
  label: string;
  /** Under the bar: nothing where those beside it say enough. */
  tick: string;
}

/**
 * What a bar over time is called that begins there. Hours stand without their day, but where a day begins: so that more
 * of them can be read. Over many days an hour alone would say nothing, so only days are named.
 */
export function barNames(start: number, buckets: Buckets, format: Format): BarNames {
  const { step, span } = buckets;
  const length = span.to - span.from;
  const inFull = format.day(start);
  const day = length > YEAR ? inFull : format.dayOfYear(start);
  if (step >= DAY) return { label: inFull, tick: day };
  const hour = format.tick({ at: start, day: false, strong: false }, step);
  const label = `${inFull} ${hour}`;
  if (beginsDay(start, buckets, format)) return { label, tick: day };
  return { label, tick: length <= HOURS_UNTIL ? hour : '' };
}

function beginsDay(start: number, buckets: Buckets, { zone }: Format): boolean {
  const dayOf = (instant: number) => Math.floor((instant + zone.offset(instant)) / DAY);
  return dayOf(start) !== dayOf(beginningBefore(start, buckets));
}
