import type { Link, LinkKind, Segment } from '../model/timeline';
import type { DrawnLeg } from './draw';
import { distinct, type Edge } from './edge';
import { type Fact, factOf, newestOf } from './facts';
import type { LaneDraft } from './gather';
import { recordedState } from './recorded';
import type { Directory, Target } from './resolve';
import { certaintyBetween } from './roles';

const RELATIONS = [
  { kind: 'consult', field: 'consultParticipantId', segment: undefined },
  { kind: 'monitor', field: 'monitoredParticipantId', segment: 'monitoring' },
  { kind: 'coach', field: 'coachedParticipantId', segment: 'coaching' },
  { kind: 'barge', field: 'bargedParticipantId', segment: 'barging' },
] as const satisfies { kind: LinkKind; field: string; segment: Segment['type'] | undefined }[];

/** One of the participant's relations to another, and the leg that states it, where one does. */
interface Relation {
  kind: (typeof RELATIONS)[number]['kind'];
  id: Fact<string>;
  segment: Segment['type'] | undefined;
  drawn?: DrawnLeg;
  /** Where the recorded segments stand that name the id, when the session itself names none. */
  records?: string[];
}

/** Consult, monitor, coach and barge: the vendor's texts contradict each other on the direction of consult. */
export function relationLinks(lane: LaneDraft, legs: readonly DrawnLeg[], directory: Directory): Link[] {
  return relationsOf(lane, legs).flatMap((relation): Link[] => {
    const { kind, id, drawn } = relation;
    const target = directory.find(id.value);
    const trackId = drawn?.leg.trackId;
    // A leg without any time has no place for a link; a reference to nobody is still a problem.
    return stretchesOf(
      relation,
      drawn === undefined ? legs : [drawn],
      target === undefined ? [] : legsOf(target, directory),
    ).map(({ start, end, certainty, pointers }) => ({
      kind,
      directed: kind !== 'consult',
      from: trackId === undefined ? { laneId: lane.id } : { laneId: lane.id, trackId },
      to: target === undefined ? { unresolved: id.value } : endOf(target),
      start,
      end,
      // The participant says that there was a tie, not when; a session of its own says both.
      certainty: drawn === undefined && certainty === 'recorded' ? 'inferred' : certainty,
      evidence: { pointers: distinct([id.pointer, ...pointers]), rule: `${kind}-while-connected` },
    }));
  });
}

/**
 * Of the segments of the kind each has its own stretch, those that touch are one; else it is as long as
 * the legs were connected.
 *
 *     monitoring [0--10)   coaching [10--20)   monitoring [20--30)      monitor [0--10) and [20--30)
 */
function stretchesOf(
  { segment: type, records }: Relation,
  legs: readonly DrawnLeg[],
  others: readonly DrawnLeg[],
): StretchOfLink[] {
  const segments = legs
    .flatMap((drawn) => drawn.segments)
    .filter(({ certainty, evidence }) => certainty !== 'planned' && stands(evidence.pointers, records));
  const ofKind = segments.filter((segment) => segment.type === type);
  const named = ofKind.length > 0 || records === undefined ? ofKind : segments;
  if (named.length === 0) {
    const whole = stretchOf(legs, others);
    return whole === undefined ? [] : [whole];
  }
  const runs: Segment[][] = [];
  for (const segment of named.toSorted((a, b) => a.start - b.start)) {
    const run = runs.at(-1);
    if (run !== undefined && run.some(({ end }) => end >= segment.start)) run.push(segment);
    else runs.push([segment]);
  }
  return runs.flatMap((run) => {
    const base = spanOf(run.map(spanOfSegment));
    return base === undefined ? [] : [cutTo(base, connectedSpan(others))];
  });
}

/** Whether a segment was drawn from one of the records. */
function stands(pointers: readonly string[], records: readonly string[] | undefined): boolean {
  if (records === undefined) return true;
  return pointers.some((pointer) => records.some((record) => pointer.startsWith(`${record}/`)));
}

/** Every relation once: of each session that names one, else of the participant. */
function relationsOf(lane: LaneDraft, legs: readonly DrawnLeg[]): Relation[] {
  return RELATIONS.flatMap(({ kind, field, segment }): Relation[] => {
    const ofLegs = legs.flatMap((drawn): Relation[] => {
      const communication = drawn.leg.states.findLast(
        (state) => state.communication?.[field] !== undefined,
      )?.communication;
      const id = factOf(communication, field);
      if (id !== undefined) return [{ kind, id, segment, drawn }];
      if (field === 'consultParticipantId') return [];
      return relationsOfSegments(drawn, field).map(({ id: named, records }) => ({
        kind,
        id: named,
        segment,
        drawn,
        records,
      }));
    });
    const own = newestOf(lane.states, field);
    if (own === undefined || ofLegs.some(({ id }) => id.value === own.value)) return ofLegs;
    return [...ofLegs, { kind, id: own, segment }];
  });
}

/** The ids that the recorded segments of a leg name, each with the segments that do. */
function relationsOfSegments(
  drawn: DrawnLeg,
  field: Exclude<(typeof RELATIONS)[number]['field'], 'consultParticipantId'>,
): { id: Fact<string>; records: string[] }[] {
  const byId = new Map<string, { id: Fact<string>; records: string[] }>();
  for (const record of recordedState(drawn.leg)?.communication?.segments ?? []) {
    const id = factOf(record, field);
    if (id === undefined) continue;
    const known = byId.get(id.value);
    if (known === undefined) byId.set(id.value, { id, records: [record.pointer] });
    else known.records.push(record.pointer);
  }
  return [...byId.values()];
}

function legsOf(target: Target, directory: Directory): DrawnLeg[] {
  return target.drawn === undefined ? directory.legsOf(target.lane) : [target.drawn];
}

function endOf({ lane, drawn }: Target): Link['to'] {
  return drawn === undefined ? { laneId: lane.id } : { laneId: lane.id, trackId: drawn.leg.trackId };
}

type StretchOfLink = Pick<Link, 'start' | 'end' | 'certainty'> & { pointers: string[] };

/** As long as the legs were connected, else all of them; cut to the other lane's. */
function stretchOf(legs: readonly DrawnLeg[], others: readonly DrawnLeg[]): StretchOfLink | undefined {
  const base = connectedSpan(legs) ?? pointOf(legs);
  return base && cutTo(base, connectedSpan(others));
}

function connectedSpan(legs: readonly DrawnLeg[]): Span | undefined {
  const connected: Span[] = [];
  for (const { presence } of legs) if (presence !== undefined) connected.push(presence);
  if (connected.length > 0) return spanOf(connected);
  const segments = legs.flatMap((drawn) => drawn.segments).filter(({ certainty }) => certainty !== 'planned');
  return spanOf(segments.map(spanOfSegment));
}

/** A stretch, cut to the time in which the other lane's legs were there; whole where they never met. */
function cutTo(base: Span, theirs: Span | undefined): StretchOfLink {
  const start = theirs !== undefined && theirs.start.at > base.start.at ? theirs.start : base.start;
  const end = theirs !== undefined && theirs.end.at < base.end.at ? theirs.end : base.end;
  const both = start.at <= end.at ? { start, end } : base;
  return {
    start: both.start.at,
    end: both.end.at,
    certainty: certaintyBetween(both.start, both.end),
    pointers: [...both.start.pointers, ...both.end.pointers],
  };
}

interface Span {
  start: Edge;
  end: Edge;
}

/** The evidence of a segment is of both its ends; which value is which end's, it does not say. */
function spanOfSegment({ start, end, certainty, evidence: { pointers } }: Segment): Span {
  const how = certainty === 'inferred' ? 'rule' : 'field';
  return {
    start: { at: start, how, pointers },
    end: { at: end, how: certainty === 'running' ? 'now' : how, pointers },
  };
}

function spanOf(spans: readonly Span[]): Span | undefined {
  if (spans.length < 2) return spans[0];
  const first = spans.reduce((a, b) => (b.start.at < a.start.at ? b : a));
  const last = spans.reduce((a, b) => (b.end.at > a.end.at ? b : a));
  return { start: first.start, end: last.end };
}

/** A leg without any stretch ties at its end. */
function pointOf(legs: readonly DrawnLeg[]): Span | undefined {
  const end = legs.find((drawn) => drawn.end !== undefined)?.end;
  return end && { start: end, end };
}

/** Peers: the two legs of one connection, each pair once. An unmatched peer is normal and draws nothing. */
export function peerLinks(directory: Directory): Link[] {
  const links: Link[] = [];
  const tied = new Map<DrawnLeg, DrawnLeg>();
  for (const drawn of directory.legs) {
    const { peer } = drawn.leg.newest;
    const other = peer && directory.communication(peer.value);
    if (peer === undefined || other === undefined || other === drawn || tied.get(other) === drawn) continue;
    const stretch = stretchOf([drawn], [other]);
    if (stretch === undefined) continue;
    tied.set(drawn, other);
    const { start, end, certainty, pointers } = stretch;
    links.push({
      kind: 'peer',
      directed: false,
      from: { laneId: drawn.lane.id, trackId: drawn.leg.trackId },
      to: { laneId: other.lane.id, trackId: other.leg.trackId },
      start,
      end,
      certainty: certainty === 'running' ? 'running' : 'inferred',
      evidence: { pointers: distinct([peer.pointer, ...pointers]), rule: 'peer-while-connected' },
    });
  }
  return links;
}
