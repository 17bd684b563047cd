import type { Instant } from '../core/model/time';

/** Where the bucket begins that an instant lies in: buckets are `[origin + n * step, …)`, also before the origin. */
export function bucketOf(at: Instant, { step, origin = 0 }: { step: number; origin?: Instant }): Instant {
  return origin + Math.floor((at - origin) / step) * step;
}
