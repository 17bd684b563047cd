import type { LaneColumns, TimelineColumns } from '../layout/columns';
import { assertNever } from '../model/assert-never';
import type { Instant } from '../model/time';
import type { Link } from '../model/timeline';
import { laneMark, type Mark, laneOfMark, rangeOfMark, segmentMark } from './marks';
import { isShown, overlayOf, type Overlays } from './view';

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

type Admits = (place: number) => boolean;

/** Whether a place of a row is of no overlay that is switched off. */
function shownOn({ columns, overlays }: Ground, row: number): Admits {
  return (place) => isShown(markAt(columns, { row, place }), overlays);
}

/** Whether the arrows lead to a place of a row: to its segments, or where it has none, to all that is shown. */
function stopsOn(ground: Ground, row: number): Admits {
  const segments = ground.columns.lanes[row]?.segments ?? 0;
  return segments > 0 ? (place) => place < segments : shownOn(ground, row);
}

/** Where the arrows lead on a row, in order of time. */
function stopsOf(ground: Ground, row: number): number[] {
  return [...(ground.columns.lanes[row]?.order.keys() ?? [])].filter(stopsOn(ground, row));
}

/** Of the stops of a row the last that is on at an instant, else the last that has begun, else the first. */
function placeNear(ground: Ground, row: number, at: Instant): number {
  const { columns } = ground;
  const stops = stopsOf(ground, row);
  const begun = stops.filter((place) => (columns.lanes[row]?.order[place]?.at ?? 0) <= at);
  const isOn = (place: number) => {
    const mark = markAt(columns, { row, place });
    return mark !== undefined && rangeOfMark(mark).end > at;
  };
  return begun.findLast(isOn) ?? begun.at(-1) ?? stops[0] ?? 0;
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
  { later, admits }: { later: boolean; admits: Admits },
): number {
  const comesFirst = (one: number, other: number) =>
    later ? isBefore(lane, one, other) : isBefore(lane, other, one);
  let best: number | undefined;
  for (const place of lane.order.keys())
    if (comesFirst(from, place) && (best === undefined || comesFirst(place, best)) && admits(place))
      best = place;
  return best ?? from;
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
      return { row, place: beside(lane, place, { later: step === 'next', admits: stopsOn(ground, row) }) };
    case 'previousMark':
    case 'nextMark':
      return {
        row,
        place: beside(lane, place, { later: step === 'nextMark', admits: shownOn(ground, row) }),
      };
    case 'first':
      return { row, place: stopsOf(ground, row)[0] ?? 0 };
    case 'last':
      return { row, place: stopsOf(ground, row).at(-1) ?? 0 };
    case 'above':
    case 'below': {
      const next = beyond(ground, row, step === 'above' ? -1 : 1);
      return lanes[next] ? { row: next, place: placeNear(ground, next, lane.order[place]?.at ?? 0) } : from;
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
export function otherEnd(ground: Ground, from: Place): (Place & { link: number }) | undefined {
  const { columns, overlays } = ground;
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
  return row === undefined
    ? undefined
    : { row, place: placeNear(ground, row, link.start), link: links.indexOf(link) };
}
