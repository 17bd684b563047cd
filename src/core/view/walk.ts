import type { LaneColumns, TimelineColumns } from '../layout/columns';
import { lowerBound } from '../model/lower-bound';
import { assertNever } from '../model/assert-never';
import type { Instant } from '../model/time';
import type { Link } from '../model/timeline';
import { laneMark, type Mark, laneOfMark, rangeOfMark, segmentMark } from './marks';
import { overlayOf, type Overlays, overlayWith } from './view';

/** Where the keyboard stands: the row, and the place of a mark in the row's order (segments first). */
export interface Place {
  row: number;
  place: number;
}

/** From segment to segment, or, with `Mark`, over everything that the lane has, in order of time. */
export type Step = 'previous' | 'next' | 'first' | 'last' | 'above' | 'below' | 'previousMark' | 'nextMark';

/** What is walked: marks of overlays that are switched off are passed over. */
export interface Ground {
  columns: TimelineColumns;
  overlays?: Overlays;
  /** Places of the lanes that are shown, from top to bottom; all in their order if absent. */
  order?: readonly number[];
}

export function markAt(columns: TimelineColumns, at: Place): Mark | undefined {
  const lane = columns.lanes[at.row];
  const seat = lane?.order[at.place];
  if (!lane || !seat) return undefined;
  switch (seat.kind) {
    case 'segment': {
      const track = lane.lane.tracks[seat.track];
      return track && segmentMark(lane.lane, track, seat.index);
    }
    case 'link':
      return columns.links[seat.index];
    case 'role':
    case 'milestone':
    case 'limit':
      return laneMark(lane.lane, seat.kind, seat.index);
    default:
      return assertNever(seat);
  }
}

/** The place of a mark; of a lane its first. */
export function placeOf(columns: TimelineColumns, mark: Mark): Place | undefined {
  const row = columns.rowOf.get(laneOfMark(mark).id);
  const lane = row === undefined ? undefined : columns.lanes[row];
  if (row === undefined || !lane) return undefined;
  if (mark.kind === 'lane') return { row, place: 0 };
  const place = lane.order.findIndex((_, place) => markAt(columns, { row, place })?.id === mark.id);
  return { row, place: Math.max(place, 0) };
}

/** The segment that is on at an instant, or the next one, or the last; where there is none, the same of marks. */
export function placeNear(lane: LaneColumns, at: Instant): number {
  const [from, until] = lane.segments > 0 ? [0, lane.segments] : [0, lane.order.length];
  const after = lowerBound(until - from, (place) => (lane.order[from + place]?.at ?? 0) > at);
  return from + Math.max(after - 1, 0);
}

/** Segments come before what begins with them. */
function isBefore(lane: LaneColumns, one: number, other: number): boolean {
  const [a, b] = [lane.order[one]?.at ?? 0, lane.order[other]?.at ?? 0];
  return a === b ? one < other : a < b;
}

/** The nearest place before or after another in time, among those a condition admits. */
function beside(
  lane: LaneColumns,
  from: number,
  { later, admits }: { later: boolean; admits: (place: number) => boolean },
): number {
  const comesFirst = (one: number, other: number) =>
    later ? isBefore(lane, one, other) : isBefore(lane, other, one);
  let best: number | undefined;
  for (const place of lane.order.keys())
    if (comesFirst(from, place) && (best === undefined || comesFirst(place, best)) && admits(place))
      best = place;
  return best ?? from;
}

function along(lane: LaneColumns, from: number, step: 'previous' | 'next'): number {
  const last = Math.max((lane.segments || lane.order.length) - 1, 0);
  if (from <= last) return step === 'next' ? Math.min(from + 1, last) : Math.max(from - 1, 0);
  return beside(lane, from, { later: step === 'next', admits: (place) => place < lane.segments });
}

function beyond({ order }: Ground, row: number, by: 1 | -1): number {
  if (!order) return row + by;
  return order[order.indexOf(row) + by] ?? row;
}

/** One step of the keyboard; at an edge it stays. */
export function walk(ground: Ground, from: Place, step: Step): Place {
  const { lanes } = ground.columns;
  const { row, place } = from;
  const lane = lanes[row];
  if (!lane) return { row: 0, place: 0 };
  switch (step) {
    case 'previous':
    case 'next':
      return { row, place: along(lane, place, step) };
    case 'previousMark':
    case 'nextMark': {
      const admits = (place: number) => {
        const overlay = overlayWith(markAt(ground.columns, { row, place }));
        return !overlay || ground.overlays?.[overlay] !== false;
      };
      return { row, place: beside(lane, place, { later: step === 'nextMark', admits }) };
    }
    case 'first':
      return { row, place: 0 };
    case 'last':
      return { row, place: Math.max((lane.segments || lane.order.length) - 1, 0) };
    case 'above':
    case 'below': {
      const next = beyond(ground, row, step === 'above' ? -1 : 1);
      const other = lanes[next];
      return other ? { row: next, place: placeNear(other, lane.order[place]?.at ?? 0) } : from;
    }
    default:
      return assertNever(step);
  }
}

/**
 * The other end of the link one stands on; on anything else, of the link of this lane that begins last before
 * it ends, or else of the first, going out or coming in. Ends that are not in the conversation lead nowhere, and
 * links that are switched off are passed over.
 */
export function otherEnd({ columns, overlays }: Ground, from: Place): (Place & { link: number }) | undefined {
  const mark = markAt(columns, from);
  if (!mark) return undefined;
  const here = laneOfMark(mark).id;
  const beyond = ({ from, to }: Link): string | undefined => {
    if (!('laneId' in to) || to.laneId === from.laneId) return undefined;
    return from.laneId === here ? to.laneId : to.laneId === here ? from.laneId : undefined;
  };
  const { end } = rangeOfMark(mark);
  const { links } = columns.timeline;
  const there = links
    .filter((link) => overlays?.[overlayOf(link.kind)] !== false && beyond(link))
    .toSorted((one, other) => one.start - other.start);
  const link = mark.kind === 'link' ? mark.link : (there.findLast(({ start }) => start <= end) ?? there[0]);
  if (!link) return undefined;
  const row = columns.rowOf.get(beyond(link) ?? '');
  const lane = row === undefined ? undefined : columns.lanes[row];
  return row === undefined || !lane
    ? undefined
    : { row, place: placeNear(lane, link.start), link: links.indexOf(link) };
}
