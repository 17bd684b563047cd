import type { Format } from '../../../ui/format';
import { beginningBefore, type Buckets } from './buckets';

const DAY = 86_400_000;
/** So long a time is told in hours. */
const HOURS_UNTIL = 3 * DAY;

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
  const day = format.tick({ at: start, day: true, strong: false }, DAY);
  if (step >= DAY) return { label: day, tick: day };
  const hour = format.tick({ at: start, day: false, strong: false }, step);
  const label = `${day} ${hour}`;
  if (beginsDay(start, buckets, format)) return { label, tick: day };
  return { label, tick: span.to - span.from <= HOURS_UNTIL ? hour : '' };
}

function beginsDay(start: number, buckets: Buckets, { zone }: Format): boolean {
  const dayOf = (instant: number) => Math.floor((instant + zone.offset(instant)) / DAY);
  return dayOf(start) !== dayOf(beginningBefore(start, buckets));
}
