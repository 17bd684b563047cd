import type { Instant } from '../../../core/index';
import type { Filter } from '../../../sources/source';

const DAY = 86_400_000;

/** What began before is past its retention. */
export function retainedFrom(days: number): Instant {
  return Date.now() - days * DAY;
}

export function begunBefore(instant: Instant): Filter {
  return { time: { to: instant } };
}
