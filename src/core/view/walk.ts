import type { TimelineColumns } from '../layout/columns';
import { assertNever } from '../model/assert-never';
import type { Instant } from '../model/time';
import type { Link } from '../model/timeline';
import { laneMark, type Mark, laneOfMark, rangeOfMark, segmentMark } from './marks';
import { isOn, isShown, overlayOf, type Overlays } from './view';

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

/**
 * Where the arrows lead on a row, in order of time: to its segments, or where it has none, or `all` is asked for, to
 * all that is shown; and to where one is.
 */
function wayOn(
  { columns, overlays }: Ground,
  row: number,
  { all, from }: { all?: boolean | undefined; from?: number } = {},
): number[] {
  const { order = [], segments = 0 } = columns.lanes[row] ?? {};
  const isOnWay = (place: number) =>
    place < segments || ((all || segments === 0) && isShown(markAt(columns, { row, place }), overlays));
  const way = [...order.keys()].filter((place) => place === from || isOnWay(place));
  // Segments come before what begins with them.
  return way.toSorted((one, other) => (order[one]?.at ?? 0) - (order[other]?.at ?? 0));
}

/** The last place on the way that is on at an instant, else the last that has begun, else the first. */
function placeNear(ground: Ground, row: number, at: Instant): number {
  const { columns } = ground;
  const way = wayOn(ground, row);
  const begun = way.filter((place) => (columns.lanes[row]?.order[place]?.at ?? 0) <= at);
  const isOn = (place: number) => {
    const mark = markAt(columns, { row, place });
    return mark !== undefined && rangeOfMark(mark).end > at;
  };
  return begun.findLast(isOn) ?? begun.at(-1) ?? way[0] ?? 0;
}

/** The row above or below; at an edge none. */
function beyond({ order }: Ground, row: number, by: 1 | -1): number | undefined {
  return order ? order[order.indexOf(row) + by] : row + by;
}

/** One step of the keyboard; at an edge it stays. */
export function walk(ground: Ground, from: Place, step: Step): Place {
  const { lanes } = ground.columns;
  const { row, place } = from;
  const lane = lanes[row];
  if (!lane) return { row: 0, place: 0 };
  const along = (by: 1 | -1, all?: boolean) => {
    const way = wayOn(ground, row, { all, from: place });
    return { row, place: way[way.indexOf(place) + by] ?? place };
  };
  switch (step) {
    case 'previous':
      return along(-1);
    case 'next':
      return along(1);
    case 'previousMark':
      return along(-1, true);
    case 'nextMark':
      return along(1, true);
    case 'first':
      return { row, place: wayOn(ground, row)[0] ?? 0 };
    case 'last':
      return { row, place: wayOn(ground, row).at(-1) ?? 0 };
    case 'above':
    case 'below': {
      const next = beyond(ground, row, step === 'above' ? -1 : 1) ?? -1;
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
    .filter((link) => isOn(overlayOf(link.kind), overlays) && beyond(link))
    .toSorted((one, other) => one.start - other.start);
  const link = mark.kind === 'link' ? mark.link : (there.findLast(({ start }) => start <= end) ?? there[0]);
  if (!link) return undefined;
  const row = columns.rowOf.get(beyond(link) ?? '');
  return row === undefined
    ? undefined
    : { row, place: placeNear(ground, row, link.start), link: links.indexOf(link) };
}
