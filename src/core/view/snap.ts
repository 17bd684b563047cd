import type { TimelineColumns } from '../layout/columns';
import type { Duration, Instant } from '../model/time';
import { lowerBound } from '../model/lower-bound';

/** The nearest start or end of a segment within reach, else the instant itself. */
export function snapped(columns: TimelineColumns, at: Instant, reach: Duration): Instant {
  const edges = columns.edges;
  const after = lowerBound(edges.length, (index) => (edges[index] ?? 0) >= at);
  const next = edges[after];
  const previous = edges[after - 1];
  const best = [previous, next]
    .filter((edge) => edge !== undefined)
    .toSorted((one, other) => Math.abs(one - at) - Math.abs(other - at))[0];
  return best !== undefined && Math.abs(best - at) <= reach ? best : Math.round(at);
}
