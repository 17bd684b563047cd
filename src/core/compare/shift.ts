import type { Duration } from '../model/time';
import type { Lane, Link, Timeline } from '../model/timeline';

interface Span {
  start: number;
  end: number;
}

function moved<S extends Span>(span: S, by: Duration): S {
  return { ...span, start: span.start + by, end: span.end + by };
}

function movedLane(lane: Lane, by: Duration): Lane {
  return {
    ...lane,
    tracks: lane.tracks.map((track) => ({
      ...track,
      segments: track.segments.map((segment) => {
        const whole = moved(segment, by);
        return segment.overrunFrom === undefined
          ? whole
          : { ...whole, overrunFrom: segment.overrunFrom + by };
      }),
    })),
    milestones: lane.milestones.map((milestone) => ({ ...milestone, at: milestone.at + by })),
    roles: lane.roles.map((role) => moved(role, by)),
    limits: lane.limits.map((limit) => ({ ...limit, at: limit.at + by })),
  };
}

/** The same timeline, earlier or later: every instant that is drawn moves. */
export function shifted(timeline: Timeline, by: Duration): Timeline {
  return {
    ...moved(timeline, by),
    lanes: timeline.lanes.map((lane) => movedLane(lane, by)),
    links: timeline.links.map((link) => moved(link, by)),
  };
}

/** The same timeline with other ids of lanes and tracks, and names that say whose they are. */
export function renamed(timeline: Timeline, prefix: string): Timeline {
  const of = (id: string) => `${prefix}/${id}`;
  const trackOf = (end: { laneId: string; trackId?: string }) =>
    end.trackId === undefined
      ? { laneId: of(end.laneId) }
      : { laneId: of(end.laneId), trackId: of(end.trackId) };
  const ownTrack = <M extends { trackId?: string }>(mark: M): M =>
    mark.trackId === undefined ? mark : { ...mark, trackId: of(mark.trackId) };
  const renamedLink = (link: Link): Link => ({
    ...link,
    from: trackOf(link.from),
    to: 'laneId' in link.to ? trackOf(link.to) : link.to,
  });
  return {
    ...timeline,
    lanes: timeline.lanes.map((lane) => ({
      ...lane,
      id: of(lane.id),
      label: `${prefix} · ${lane.label}`,
      // Legs of one user are legs of one conversation.
      ...(lane.userId === undefined ? {} : { userId: of(lane.userId) }),
      tracks: lane.tracks.map((track) => ({ ...track, id: of(track.id) })),
      milestones: lane.milestones.map(ownTrack),
      roles: lane.roles.map(ownTrack),
      limits: lane.limits.map(ownTrack),
    })),
    links: timeline.links.map(renamedLink),
  };
}
