import type { Instant } from '../model/time';
import type { Evidence, Segment } from '../model/timeline';
import { type DeriveContext, deriveSegments } from './derive';
import type { Edge } from './edge';
import type { History } from './fold';
import type { Recording } from './recorded';
import { isAside, OFFERS, segmentTypeOf } from './words';

/** When a leg was answered of which the records tell only the offer, as far as the single times know. */
export function answerBehind({ records }: Recording, { points }: History, purpose: string): Edge | undefined {
  const answer = points.find(({ mode }) => mode === 'connected')?.start;
  return records.every(({ type }) => isAside(segmentTypeOf(type, purpose))) ? answer : undefined;
}

/**
 * What the single times tell, from the last record of the offer on.
 *
 *     records    [alert--10)
 *     C=10 E=60            [connected----60)
 */
export function goOnFromOffers(
  { end, evidence }: Segment,
  { points, ...history }: History,
  context: DeriveContext,
): Segment[] {
  const behind = points
    .filter(({ mode }) => !OFFERS.includes(mode))
    .map((point) =>
      point.start.at < end ? { ...point, start: startAt(end, point.start, evidence) } : point,
    );
  return deriveSegments({ ...history, points: behind }, context).filter(({ start }) => start >= end);
}

function startAt(at: Instant, { pointers }: Edge, evidence: Evidence): Edge {
  return { at, how: 'field', pointers: [...pointers, ...evidence.pointers] };
}
