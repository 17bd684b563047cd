import type { Instant } from '../../../core/index';

const DAY = 86_400_000;

/** What began before is past its retention. */
export function retainedFrom(days: number): Instant {
  return Date.now() - days * DAY;
}
