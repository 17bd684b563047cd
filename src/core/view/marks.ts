import { assertNever } from '../model/assert-never';
import type { Lane, Limit, Link, Milestone, RoleSpan, Segment, Timeline, Track } from '../model/timeline';
import { markId, parseMarkId } from './mark-id';
import type { Range } from './range';

/** A mark with all it needs to be named: what the pointer is over, what is selected. */
export type Mark =
  | { kind: 'segment'; id: string; lane: Lane; track: Track; segment: Segment; index: number }
  | { kind: 'role'; id: string; lane: Lane; role: RoleSpan }
  | { kind: 'milestone'; id: string; lane: Lane; milestone: Milestone }
  | { kind: 'limit'; id: string; lane: Lane; limit: Limit }
  | { kind: 'link'; id: string; from: Lane; to?: Lane; link: Link }
  | { kind: 'lane'; id: string; lane: Lane };

export type LinkMark = Mark & { kind: 'link' };

function laneOf(timeline: Timeline, id: string): Lane | undefined {
  return timeline.lanes.find((lane) => lane.id === id);
}

/**
 * The mark of each link; none where it starts at no lane. They are counted by lane and kind: of all links others come
 * in before while a conversation grows.
 */
export function linkMarks({ lanes, links }: Timeline): (LinkMark | undefined)[] {
  const counts = new Map<string, number>();
  const byId = new Map(lanes.map((lane) => [lane.id, lane]));
  return links.map((link) => {
    const key = { kind: 'link' as const, link: link.kind, laneId: link.from.laneId, index: 0 };
    const first = markId(key);
    key.index = counts.get(first) ?? 0;
    counts.set(first, key.index + 1);
    const from = byId.get(key.laneId);
    const to = 'laneId' in link.to ? byId.get(link.to.laneId) : undefined;
    return from && { kind: 'link', id: markId(key), from, to, link };
  });
}

export function segmentMark(lane: Lane, track: Track, index: number): Mark | undefined {
  const segment = track.segments[index];
  const id = markId({ kind: 'segment', laneId: lane.id, trackId: track.id, index });
  return segment && { kind: 'segment', id, lane, track, segment, index };
}

/** A mark that belongs to a lane as a whole. */
export function laneMark(lane: Lane, kind: 'role' | 'milestone' | 'limit', index: number): Mark | undefined {
  const id = markId({ kind, laneId: lane.id, index });
  switch (kind) {
    case 'role': {
      const role = lane.roles[index];
      return role && { kind, id, lane, role };
    }
    case 'milestone': {
      const milestone = lane.milestones[index];
      return milestone && { kind, id, lane, milestone };
    }
    case 'limit': {
      const limit = lane.limits[index];
      return limit && { kind, id, lane, limit };
    }
    default:
      return assertNever(kind);
  }
}

export function findMark(timeline: Timeline, id: string): Mark | undefined {
  const key = parseMarkId(id);
  if (!key) return undefined;
  if (key.kind === 'link') return linkMarks(timeline).find((mark) => mark?.id === id);
  const lane = laneOf(timeline, key.laneId);
  if (!lane) return undefined;
  switch (key.kind) {
    case 'lane':
      return { kind: 'lane', id, lane };
    case 'segment': {
      const track = lane.tracks.find((other) => other.id === key.trackId);
      return track && segmentMark(lane, track, key.index);
    }
    case 'role':
    case 'milestone':
    case 'limit':
      return laneMark(lane, key.kind, key.index);
    default:
      return assertNever(key);
  }
}

/** The lane on whose row a mark lies. */
export function laneOfMark(mark: Mark): Lane {
  return mark.kind === 'link' ? mark.from : mark.lane;
}

/** When a mark lies; a lane spans its segments. */
export function rangeOfMark(mark: Mark): Range {
  switch (mark.kind) {
    case 'segment':
      return { start: mark.segment.start, end: mark.segment.end };
    case 'role':
      return { start: mark.role.start, end: mark.role.end };
    case 'link':
      return { start: mark.link.start, end: mark.link.end };
    case 'milestone':
      return { start: mark.milestone.at, end: mark.milestone.at };
    case 'limit':
      return { start: mark.limit.at, end: mark.limit.at };
    case 'lane':
      return rangeOfLane(mark.lane);
    default:
      return assertNever(mark);
  }
}

function rangeOfLane(lane: Lane): Range {
  const range = { start: Number.POSITIVE_INFINITY, end: Number.NEGATIVE_INFINITY };
  for (const { segments } of lane.tracks) {
    for (const segment of segments) {
      range.start = Math.min(range.start, segment.start);
      range.end = Math.max(range.end, segment.end);
    }
  }
  return range;
}
