import type { Instant } from '../../../core/index';

const DAY = 86_400_000;

/** What began before is past its retention. */
export function retainedFrom(days: number): Instant {
  return Date.now() - days * DAY;
}

/** Whether a time deletes what the one before kept. Without a time all is kept. */
export function isShorter(days: number | undefined, before: number | undefined): days is number {
  return days !== undefined && days < (before ?? Number.POSITIVE_INFINITY);
}
