import type { Instant } from '../model/time';
import type { Certainty, Lane, Segment, Timeline, Track } from '../model/timeline';
import { lookOf, type SegmentLook, TYPE_ORDER } from '../model/look';
import { addTo } from '../model/add-to';
import { usersWithLegs } from '../view/arrange';
import { type LinkMark, linkMarks } from '../view/marks';

/**
 * The segments of one track, type and certainty as columns: numbers side by side, in order of start, so that
 * a frame can walk over tens of thousands. `reach[i]` is the latest end among the first i + 1: it only grows,
 * so it can be searched though recorded segments may overlap.
 *
 *     starts   1   3   5      segments  1────────9
 *     ends     9   4   6                  3─4
 *     reach    9   9   9                    5─6
 */
export interface Column {
  type: SegmentLook;
  certainty: Certainty;
  starts: Float64Array;
  ends: Float64Array;
  reach: Float64Array;
  /** Place in `Track.segments`. */
  index: Uint32Array;
}

export interface TrackColumns {
  track: Track;
  columns: Column[];
  /** Of all segments of the track. */
  all: Column;
}

/** One mark among all of its lane. */
export type Seat = { at: Instant; index: number } & (
  | { kind: 'segment'; track: number }
  | { kind: 'role' | 'milestone' | 'limit' | 'link' }
);

export interface LaneColumns {
  lane: Lane;
  tracks: TrackColumns[];
  /** The way the keyboard goes: all segments of the lane by start, then all its other marks by theirs. */
  order: Seat[];
  /** How many of `order` are segments. */
  segments: number;
}

/** What is worked out once per timeline, so that frames need not. */
export interface TimelineColumns {
  timeline: Timeline;
  lanes: LaneColumns[];
  /** In the order of `timeline.links`. */
  links: (LinkMark | undefined)[];
  rowOf: Map<string, number>;
  /** Every start and end, in order, each once. */
  edges: Float64Array;
  /** Segment types present, in the order of the legend. */
  types: SegmentLook[];
  certainties: Certainty[];
  /** Co-browse sessions in order of first appearance: their number is their mark. */
  sessions: string[];
  /** Users with several legs, with the places of these. */
  users: Map<string, number[]>;
}

function columnOf(segments: readonly Segment[], index: readonly number[]): Column {
  const starts = new Float64Array(index.length);
  const ends = new Float64Array(index.length);
  const reach = new Float64Array(index.length);
  let latest = Number.NEGATIVE_INFINITY;
  for (const [place, at] of index.entries()) {
    const segment = segments[at];
    if (!segment) continue;
    latest = Math.max(latest, segment.end);
    starts[place] = segment.start;
    ends[place] = segment.end;
    reach[place] = latest;
  }
  const first = segments[index[0] ?? 0];
  const type = first === undefined ? 'other' : lookOf(first);
  const certainty = first?.certainty ?? 'recorded';
  return { type, certainty, starts, ends, reach, index: Uint32Array.from(index) };
}

function trackColumns(track: Track): TrackColumns {
  const groups = new Map<string, number[]>();
  const all: number[] = [];
  for (const [index, segment] of track.segments.entries()) {
    addTo(groups, `${lookOf(segment)} ${segment.certainty}`, index);
    all.push(index);
  }
  const columns = [...groups.values()].map((index) => columnOf(track.segments, index));
  columns.sort((one, other) => TYPE_ORDER.indexOf(one.type) - TYPE_ORDER.indexOf(other.type));
  return { track, columns, all: columnOf(track.segments, all) };
}

function byTime(one: Seat, other: Seat): number {
  return one.at - other.at;
}

/** Roles, milestones, limits and links that begin here, in order of time. */
function asides(lane: Lane, links: readonly Seat[]): Seat[] {
  const seats = [...links];
  for (const [index, { start }] of lane.roles.entries()) seats.push({ kind: 'role', index, at: start });
  for (const [index, { at }] of lane.milestones.entries()) seats.push({ kind: 'milestone', index, at });
  for (const [index, { at }] of lane.limits.entries()) seats.push({ kind: 'limit', index, at });
  return seats.toSorted(byTime);
}

function laneColumns(lane: Lane, links: readonly Seat[] = []): LaneColumns {
  const order: Seat[] = [];
  for (const [track, { segments }] of lane.tracks.entries()) {
    for (const [index, { start }] of segments.entries())
      order.push({ kind: 'segment', track, index, at: start });
  }
  if (lane.tracks.length > 1) order.sort(byTime);
  const segments = order.length;
  for (const seat of asides(lane, links)) order.push(seat);
  return { lane, tracks: lane.tracks.map(trackColumns), order, segments };
}

function linksByLane(timeline: Timeline): Map<string, Seat[]> {
  const lanes = new Map<string, Seat[]>();
  for (const [index, { from, start }] of timeline.links.entries()) {
    addTo(lanes, from.laneId, { kind: 'link', index, at: start });
  }
  return lanes;
}

function edgesOf(lanes: readonly Lane[]): Float64Array {
  const edges = new Set<number>();
  for (const { tracks } of lanes) {
    for (const { segments } of tracks) {
      for (const { start, end } of segments) edges.add(start).add(end);
    }
  }
  return Float64Array.from(edges).toSorted();
}

export function columnsOf(timeline: Timeline): TimelineColumns {
  const links = linksByLane(timeline);
  const lanes = timeline.lanes.map((lane) => laneColumns(lane, links.get(lane.id)));
  const present = lanes.flatMap((lane) => lane.tracks.flatMap((track) => track.columns));
  const sessions = new Set<string>();
  for (const { roles } of timeline.lanes) {
    for (const { sessionId } of roles) if (sessionId !== undefined) sessions.add(sessionId);
  }
  return {
    timeline,
    lanes,
    links: linkMarks(timeline),
    rowOf: new Map(timeline.lanes.map((lane, row) => [lane.id, row])),
    edges: edgesOf(timeline.lanes),
    types: TYPE_ORDER.filter((type) => present.some((column) => column.type === type)),
    certainties: (['recorded', 'running', 'inferred', 'planned'] as const).filter((certainty) =>
      present.some((column) => column.certainty === certainty),
    ),
    sessions: [...sessions],
    users: usersWithLegs(timeline.lanes),
  };
}
