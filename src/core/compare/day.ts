import { extentOf } from '../measure/extent';
import type { Interval } from '../measure/intervals';
import { CONCURRENT } from '../model/look';
import type { Duration, Instant } from '../model/time';
import type { Certainty, Lane, Segment, Timeline, Track } from '../model/timeline';
import { isCustomer } from '../timeline/purpose';
import { renamed } from './shift';

/** A stretch in which somebody worked on several conversations at once. */
export interface Overlap {
  start: Instant;
  end: Instant;
  /** How many: two or more. */
  count: number;
}

export interface AgentDay {
  /** One lane per conversation; above them, if any, the lane of overlaps. */
  timeline: Timeline;
  overlaps: Overlap[];
  most: number;
  /** Time with two or more at once. */
  shared: Duration;
  /** Time with at least one. */
  busy: Duration;
  /** As the user's rows are called; by what begins the id, where none has a name. */
  name?: string;
}

/** Waiting for the agent is no work, and what is planned has not been. */
function isWork({ type, certainty }: Segment): boolean {
  return certainty !== 'planned' && !['alerting', 'offering', 'queued', 'scheduled'].includes(type);
}

function lanesOf({ lanes }: Timeline, userId: string): Lane[] {
  return lanes.filter((lane) => lane.userId === userId);
}

/** All legs of the user in one conversation as one lane, their tracks named apart from those of other conversations. */
function dayLane(timeline: Timeline, userId: string): Lane[] {
  const { id, title } = timeline;
  const { lanes: legs } = renamed({ ...timeline, lanes: lanesOf(timeline, userId), links: [] }, id);
  const [first] = legs;
  if (!first) return [];
  return [
    {
      id,
      participant: first.participant,
      label: title ?? otherNames(timeline, userId) ?? id,
      purpose: first.purpose,
      tracks: legs.flatMap(({ tracks }) => tracks),
      milestones: legs.flatMap(({ milestones }) => milestones).sort((a, b) => a.at - b.at),
      roles: legs.flatMap(({ roles }) => roles),
      limits: legs.flatMap(({ limits }) => limits),
    },
  ];
}

function otherNames({ lanes }: Timeline, userId: string): string | undefined {
  const others = lanes.filter((lane) => lane.userId !== userId);
  return (others.find(({ purpose }) => isCustomer(purpose)) ?? others[0])?.label;
}

/** Merges what touches or overlaps within one conversation, so that two tracks of it count once. */
function merged(segments: readonly Segment[]): { start: Instant; end: Instant }[] {
  const spans: { start: Instant; end: Instant }[] = [];
  for (const { start, end } of segments.toSorted((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

/** How many conversations were worked on from one instant to another; stretches with none are left out. */
function concurrency(lanes: readonly Lane[], { from, to }: { from: Instant; to: Instant }): Overlap[] {
  const edges = lanes.flatMap(({ tracks }) =>
    merged(tracks.flatMap(({ segments }) => segments).filter(isWork)).flatMap(({ start, end }) => [
      { at: Math.max(start, from), by: 1 },
      { at: Math.min(end, to), by: -1 },
    ]),
  );
  edges.sort((a, b) => a.at - b.at);
  const stretches: Overlap[] = [];
  let count = 0;
  for (const [index, { at, by }] of edges.entries()) {
    count += by;
    const end = edges[index + 1]?.at ?? at;
    if (end === at || count === 0) continue;
    const last = stretches.at(-1);
    if (last?.end === at && last.count === count) last.end = end;
    else stretches.push({ start: at, end, count });
  }
  return stretches;
}

function total(stretches: readonly Overlap[]): Duration {
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0);
}

const RULE = { pointers: [], rule: CONCURRENT };

/** An overlap is as sure as the ends that bound it. */
function certaintyOf({ start, end }: Omit<Overlap, 'count'>, work: readonly Segment[]): Certainty {
  const bounds = (segment: Segment) =>
    [segment.start, segment.end].some((instant) => instant === start || instant === end);
  return work.some((segment) => segment.certainty !== 'recorded' && bounds(segment))
    ? 'inferred'
    : 'recorded';
}

function overlapLane(overlaps: readonly Overlap[], work: readonly Segment[], label: string): Lane[] {
  if (overlaps.length === 0) return [];
  const track: Track = {
    id: 'overlaps',
    media: 'unknown',
    segments: overlaps.map(({ start, end, count }) => ({
      type: 'other',
      start,
      end,
      certainty: certaintyOf({ start, end }, work),
      evidence: RULE,
      label: String(count),
    })),
  };
  return [
    {
      id: 'overlaps',
      participant: { pointer: '' },
      label,
      purpose: '',
      tracks: [track],
      milestones: [],
      roles: [],
      limits: [],
    },
  ];
}

function clipped(lane: Lane, { from, to }: { from: Instant; to: Instant }): Lane {
  // What has no length lies where it starts.
  const within = ({ start, end }: { start: Instant; end: Instant }) =>
    start < to && (end > from || start >= from);
  return {
    ...lane,
    tracks: lane.tracks
      .map((track) => ({ ...track, segments: track.segments.filter(within) }))
      .filter(({ segments }) => segments.length > 0),
    milestones: lane.milestones.filter(({ at }) => at >= from && at < to),
    roles: lane.roles.filter(within),
    limits: lane.limits.filter(({ at }) => at >= from && at < to),
  };
}

export interface DayOptions {
  userId: string;
  /** `[from, to)`: what lies wholly outside is left out. */
  from: Instant;
  to: Instant;
  /** Name of the lane of overlaps. */
  label: string;
}

/** Around all that is drawn; where nothing has been, the day. */
function extentOfDay(lanes: readonly Lane[], { from, to }: DayOptions): Interval {
  const extent = extentOf(lanes, [], () => true);
  return extent.start <= extent.end ? extent : { start: from, end: to };
}

/** All of one user's legs over many conversations as one timeline, a lane for each conversation. */
export function agentDay(timelines: readonly Timeline[], options: DayOptions): AgentDay {
  const { userId } = options;
  const lanes = timelines
    .flatMap((timeline) => dayLane(timeline, userId))
    .map((lane) => clipped(lane, options))
    .filter(({ tracks }) => tracks.length > 0);
  const startOf = ({ tracks }: Lane) =>
    Math.min(...tracks.flatMap(({ segments }) => segments.map(({ start }) => start)));
  lanes.sort((a, b) => startOf(a) - startOf(b));
  // What goes on over midnight is drawn in full, and counts on each day for what lies in it.
  const stretches = concurrency(lanes, options);
  const overlaps = stretches.filter(({ count }) => count > 1);
  const segments = lanes.flatMap(({ tracks }) => tracks.flatMap((track) => track.segments));
  const drawn = [...overlapLane(overlaps, segments.filter(isWork), options.label), ...lanes];
  const { start, end } = extentOfDay(drawn, options);
  const own = timelines.flatMap((timeline) => lanesOf(timeline, userId));
  const named = own.find(({ participant: { name, user } }) => name?.trim() || user?.name?.trim()) ?? own[0];
  return {
    timeline: {
      id: userId,
      start,
      end,
      // Now is where one that goes on ends, and drawn at the end of all.
      live: timelines.some((each) => each.live && each.end === end),
      lanes: drawn,
      links: [],
      problems: [],
    },
    overlaps,
    most: Math.max(0, ...stretches.map(({ count }) => count)),
    shared: total(overlaps),
    busy: total(stretches),
    ...(named ? { name: named.label } : {}),
  };
}
