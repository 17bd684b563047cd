import type { LaneColumns, TimelineColumns } from '../layout/columns';
import { lowerBound } from '../layout/search';
import { assertNever } from '../model/assert-never';
import type { Instant } from '../model/time';
import { type Mark, segmentMark } from './marks';

/** Where the keyboard stands: the row, and the place of a segment in the row's order of time. */
export interface Place {
  row: number;
  place: number;
}

export type Step = 'previous' | 'next' | 'first' | 'last' | 'above' | 'below';

export function markAt(columns: TimelineColumns, at: Place): Mark | undefined {
  const lane = columns.lanes[at.row];
  const seat = lane?.order[at.place];
  const track = seat && lane.lane.tracks[seat.track];
  return lane && track && segmentMark(lane.lane, track, seat.index);
}

/** The place of a segment mark, or the first place of its lane for any other mark. */
export function placeOf(columns: TimelineColumns, mark: Mark): Place | undefined {
  const lane = mark.kind === 'link' ? mark.from : mark.lane;
  const row = columns.lanes.findIndex((other) => other.lane.id === lane.id);
  if (row < 0) return undefined;
  if (mark.kind !== 'segment') return { row, place: 0 };
  const track = lane.tracks.indexOf(mark.track);
  const place = columns.lanes[row]?.order.findIndex(
    (seat) => seat.track === track && seat.index === mark.index,
  );
  return { row, place: Math.max(place ?? 0, 0) };
}

function startAt(lane: LaneColumns, place: number): Instant {
  const seat = lane.order[place];
  return (seat && lane.lane.tracks[seat.track]?.segments[seat.index]?.start) ?? 0;
}

/** The segment that is on at an instant, or the next one, or the last. */
export function placeNear(lane: LaneColumns, at: Instant): number {
  const after = lowerBound(lane.order.length, (place) => startAt(lane, place) > at);
  return Math.max(after - 1, 0);
}

/** One step of the keyboard; at an edge it stays. */
export function walk(columns: TimelineColumns, from: Place, step: Step): Place {
  const lane = columns.lanes[from.row];
  if (!lane) return { row: 0, place: 0 };
  const last = Math.max(lane.order.length - 1, 0);
  switch (step) {
    case 'previous':
      return { row: from.row, place: Math.max(from.place - 1, 0) };
    case 'next':
      return { row: from.row, place: Math.min(from.place + 1, last) };
    case 'first':
      return { row: from.row, place: 0 };
    case 'last':
      return { row: from.row, place: last };
    case 'above':
    case 'below': {
      const row = from.row + (step === 'above' ? -1 : 1);
      const other = columns.lanes[row];
      return other ? { row, place: placeNear(other, startAt(lane, from.place)) } : from;
    }
    default:
      return assertNever(step);
  }
}
