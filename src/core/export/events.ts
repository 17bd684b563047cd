import type { Certainty, Lane, Segment, Timeline } from '../model/timeline';
import type { Duration, Instant } from '../model/time';
import { markId } from '../view/mark-id';
import { type LinkMark, linkMarks } from '../view/marks';

/** A mark of the picture as a row of a table. */
export interface TimelineEvent {
  /** The id under which the mark is selected. */
  id: string;
  kind: 'segment' | 'milestone' | 'role' | 'link' | 'limit';
  laneId: string;
  /** Name of the lane. */
  participant: string;
  /** Type of the segment or link, kind of the milestone or limit, the role itself. */
  what: string;
  start: Instant;
  /** Absent of instants. */
  end?: Instant;
  duration?: Duration;
  certainty?: Certainty;
  /** Of what is a track's. */
  media?: string;
  segment?: Segment;
  /** The end of a leg, in error. */
  inError?: true;
  /** The vendor's word, why it ended, the other end of a link. */
  detail: string;
}

function words(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function stretch(start: Instant, end: Instant): Pick<TimelineEvent, 'start' | 'end' | 'duration'> {
  return { start, end, duration: end - start };
}

function segmentsOf(lane: Lane): TimelineEvent[] {
  const { id: laneId, label: participant } = lane;
  return lane.tracks.flatMap(({ id: trackId, media, segments }) =>
    segments.map((segment, index) => ({
      id: markId({ kind: 'segment', laneId, trackId, index }),
      kind: 'segment',
      laneId,
      participant,
      what: segment.type,
      ...stretch(segment.start, segment.end),
      certainty: segment.certainty,
      media,
      segment,
      detail: words(segment.label, segment.disconnectType),
    })),
  );
}

function instantsOf(lane: Lane): TimelineEvent[] {
  const { id: laneId, label: participant } = lane;
  const tracks = new Map(lane.tracks.map(({ id, media }) => [id, media]));
  const milestones = lane.milestones.map((milestone, index): TimelineEvent => {
    const { kind: what, at: start, trackId, label, error } = milestone;
    const media = trackId === undefined ? undefined : tracks.get(trackId);
    return {
      id: markId({ kind: 'milestone', laneId, index }),
      kind: 'milestone',
      laneId,
      participant,
      what,
      start,
      ...(media !== undefined && { media }),
      ...(error && { inError: true }),
      detail: words(label, error?.code, error?.message),
    };
  });
  const limits = lane.limits.map(({ kind: what, at: start }, index): TimelineEvent => {
    const id = markId({ kind: 'limit', laneId, index });
    return { id, kind: 'limit', laneId, participant, what, start, detail: '' };
  });
  return [...milestones, ...limits];
}

function rolesOf({ id: laneId, label: participant, roles }: Lane): TimelineEvent[] {
  return roles.map(({ role: what, start, end, certainty, sessionId }, index) => {
    const id = markId({ kind: 'role', laneId, index });
    return {
      id,
      kind: 'role',
      laneId,
      participant,
      what,
      ...stretch(start, end),
      certainty,
      detail: sessionId ?? '',
    };
  });
}

function linkEvent({ id, from, to, link }: LinkMark): TimelineEvent {
  const { kind: what, start, end, certainty } = link;
  return {
    id,
    kind: 'link',
    laneId: from.id,
    participant: from.label,
    what,
    ...(start === end ? { start } : stretch(start, end)),
    certainty,
    detail: to?.label ?? ('laneId' in link.to ? link.to.laneId : link.to.unresolved),
  };
}

/** Everything the picture says, in order of time. */
export function listEvents(timeline: Timeline): TimelineEvent[] {
  const events = [
    ...timeline.lanes.flatMap((lane) => [...segmentsOf(lane), ...instantsOf(lane), ...rolesOf(lane)]),
    ...linkMarks(timeline).flatMap((mark) => (mark ? [linkEvent(mark)] : [])),
  ];
  return events.toSorted((one, other) => one.start - other.start);
}
