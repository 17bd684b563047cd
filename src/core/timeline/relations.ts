import type { Link, LinkKind, Segment } from '../model/timeline';
import type { DrawnLeg } from './draw';
import { type Fact, factOf, newest } from './facts';
import type { LaneDraft } from './gather';
import type { Directory, Target } from './resolve';

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
}

/** Consult, monitor, coach and barge: the vendor's texts contradict each other on the direction of consult. */
export function relationLinks(lane: LaneDraft, legs: readonly DrawnLeg[], directory: Directory): Link[] {
  return relationsOf(lane, legs).flatMap(({ kind, id, segment, drawn }): Link[] => {
    const target = directory.find(id.value);
    const own = drawn === undefined ? legs : [drawn];
    const stretch = stretchOf(own, segment, target === undefined ? [] : legsOf(target, directory));
    // A leg without any time has no place for a link; a reference to nobody is still a problem.
    if (stretch === undefined) return [];
    const { start, end, pointers } = stretch;
    const trackId = drawn?.leg.trackId;
    return [
      {
        kind,
        directed: kind !== 'consult',
        from: trackId === undefined ? { laneId: lane.id } : { laneId: lane.id, trackId },
        to: target === undefined ? { unresolved: id.value } : endOf(target),
        start,
        end,
        // The participant says that there was a tie, not when; a session of its own says both.
        certainty: drawn === undefined && stretch.certainty === 'recorded' ? 'inferred' : stretch.certainty,
        evidence: { pointers: [...new Set([id.pointer, ...pointers])], rule: `${kind}-while-connected` },
      },
    ];
  });
}

/** Every relation once: of each session that names one, else of the participant. */
function relationsOf(lane: LaneDraft, legs: readonly DrawnLeg[]): Relation[] {
  return RELATIONS.flatMap(({ kind, field, segment }): Relation[] => {
    const ofLegs = legs.flatMap((drawn) => {
      const communication = drawn.leg.states.findLast(
        (state) => state.communication?.[field] !== undefined,
      )?.communication;
      const ofSegment = drawn.leg.states
        .flatMap((state) => state.communication?.segments ?? [])
        .find((record) => field !== 'consultParticipantId' && record[field] !== undefined);
      const id =
        factOf(communication, field) ??
        (field === 'consultParticipantId'
          ? undefined
          : (factOf(ofSegment, field) as Fact<string> | undefined));
      return id === undefined ? [] : [{ kind, id: id as Fact<string>, segment, drawn }];
    });
    const own = factOf(lane.participant, field) as Fact<string> | undefined;
    if (own === undefined || ofLegs.some(({ id }) => id.value === own.value)) return ofLegs;
    return [...ofLegs, { kind, id: own, segment }];
  });
}

function legsOf(target: Target, directory: Directory): DrawnLeg[] {
  return target.drawn === undefined ? directory.legsOf(target.lane) : [target.drawn];
}

function endOf({ lane, drawn }: Target): Link['to'] {
  return drawn === undefined ? { laneId: lane.id } : { laneId: lane.id, trackId: drawn.leg.trackId };
}

type StretchOfLink = Pick<Link, 'start' | 'end' | 'certainty'> & { pointers: string[] };

/** The leg's own segments of the kind, else its connected stretch, else all of it; cut to the other lane's. */
function stretchOf(
  legs: readonly DrawnLeg[],
  type: Segment['type'] | undefined,
  others: readonly DrawnLeg[],
): StretchOfLink | undefined {
  const segments = legs.flatMap((drawn) => drawn.segments).filter(({ certainty }) => certainty !== 'planned');
  const named = segments.filter((segment) => segment.type === type);
  const connected = legs.flatMap(({ presence }) => (presence === undefined ? [] : [presence]));
  const own =
    named.length > 0
      ? spanOf(named.map(asSpan))
      : connected.length > 0
        ? spanOf(
            connected.map(({ start, end }) => ({
              start: start.at,
              end: end.at,
              running: end.how === 'now',
              pointers: [...start.pointers, ...end.pointers],
            })),
          )
        : spanOf(segments.map(asSpan));
  const base = own ?? pointOf(legs);
  if (base === undefined) return undefined;
  const inferred = named.length === 0 && segments.some(({ certainty }) => certainty === 'inferred');
  const theirs = spanOf(others.flatMap((drawn) => drawn.segments).map(asSpan));
  const start = theirs === undefined ? base.start : Math.max(base.start, theirs.start);
  const end = theirs === undefined ? base.end : Math.min(base.end, theirs.end);
  const both = start <= end ? { start, end } : { start: base.start, end: base.end };
  return {
    ...both,
    certainty: inferred ? 'inferred' : base.running && both.end === base.end ? 'running' : 'recorded',
    pointers: base.pointers,
  };
}

interface Span {
  start: number;
  end: number;
  running: boolean;
  pointers: string[];
}

function asSpan({ start, end, certainty, evidence }: Segment): Span {
  return { start, end, running: certainty === 'running', pointers: evidence.pointers };
}

function spanOf(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  const first = spans.reduce((a, b) => (b.start < a.start ? b : a));
  const last = spans.reduce((a, b) => (b.end > a.end ? b : a));
  return {
    start: first.start,
    end: last.end,
    running: last.running,
    pointers: [...new Set([...first.pointers, ...last.pointers])],
  };
}

/** A leg without any stretch ties at its end. */
function pointOf(legs: readonly DrawnLeg[]): Span | undefined {
  const end = legs.find((drawn) => drawn.end !== undefined)?.end;
  return end && { start: end.at, end: end.at, running: false, pointers: end.pointers };
}

/** Peers: the two legs of one connection, each pair once. An unmatched peer is normal and draws nothing. */
export function peerLinks(directory: Directory): Link[] {
  const pairs = new Set<string>();
  return directory.legs.flatMap((drawn): Link[] => {
    const peer = newest(drawn.leg, 'peer');
    const other = peer && directory.communication(peer.value);
    const stretch = other && stretchOf([drawn], undefined, [other]);
    if (peer === undefined || other === undefined || other === drawn || stretch === undefined) return [];
    const [a, b] = [`${drawn.lane.id} ${drawn.leg.trackId}`, `${other.lane.id} ${other.leg.trackId}`];
    if (pairs.has(`${a}|${b}`) || pairs.has(`${b}|${a}`)) return [];
    pairs.add(`${a}|${b}`);
    const { start, end, certainty, pointers } = stretch;
    return [
      {
        kind: 'peer',
        directed: false,
        from: { laneId: drawn.lane.id, trackId: drawn.leg.trackId },
        to: { laneId: other.lane.id, trackId: other.leg.trackId },
        start,
        end,
        certainty: certainty === 'running' ? 'running' : 'inferred',
        evidence: { pointers: [...new Set([peer.pointer, ...pointers])], rule: 'peer-while-connected' },
      },
    ];
  });
}
