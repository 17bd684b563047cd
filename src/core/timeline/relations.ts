import type { Communication, Participant } from '../model/conversation';
import type { Link, LinkKind, Segment } from '../model/timeline';
import { type DrawnLeg, edgeOf } from './draw';
import { assumed, changeEdge, earlier, type Edge, fieldEdge, later, type Span, partIn } from './edge';
import { type Fact, factOf, isFirstToList, type LegState, type Look } from './facts';
import type { LaneDraft } from './gather';
import { whileThere } from './membership';
import type { DrawnLane } from './problems';
import type { RELATED } from './related';
import { type Directory, endAt, find, linkOver, type Target } from './resolve';
import { collected } from './lists';

export const RELATIONS = [
  { kind: 'consult', field: 'consultParticipantId', segment: undefined },
  { kind: 'monitor', field: 'monitoredParticipantId', segment: 'monitoring' },
  { kind: 'coach', field: 'coachedParticipantId', segment: 'coaching' },
  { kind: 'barge', field: 'bargedParticipantId', segment: 'barging' },
] as const satisfies {
  kind: LinkKind;
  field: (typeof RELATED)[number];
  segment: Segment['type'] | undefined;
}[];

/** One of the participant's relations to another, and the leg that states it, where one does. */
interface Relation {
  kind: (typeof RELATIONS)[number]['kind'];
  id: Fact<string>;
  segment: Segment['type'] | undefined;
  drawn?: DrawnLeg;
  /** Where the recorded segments stand that name the id, when the session itself names none. */
  records?: ReadonlySet<string>;
  /** From the first look that states it, where an earlier look did not. */
  start?: Edge;
  /** To the first look that states another. */
  end?: Edge;
  /** Earlier looks state another. */
  follows?: true;
}

/** Consult, monitor, coach and barge: the vendor's texts contradict each other on the direction of consult. */
export function relationLinks({ draft, legs }: DrawnLane, directory: Directory): Link[] {
  return collected(relationsOf(draft, legs), (relation): Link[] => {
    const { kind, id, drawn, start: since } = relation;
    const target = find(directory, id.value);
    // Both ends of a consult name the one who is consulted, which so names itself.
    if (kind === 'consult' && target?.lane.draft === draft) return [];
    const own = drawn === undefined ? legs : [drawn];
    const others = target === undefined ? [] : legsOf(target);
    // A leg without any time has no place for a link; a reference to nobody is still a problem.
    const from = drawn === undefined ? { laneId: draft.id } : endAt(drawn);
    const to = target === undefined ? { unresolved: id.value } : endOf(target);
    const why = { pointer: id.pointer, rule: `${kind}-while-connected` };
    return stretchesOf(relation, own, others).map((stretch) => {
      const link = linkOver({ kind, from, to }, stretch, why);
      // One look of a participant says that there was a tie, not when; looks that differ, and a session, say both.
      if (drawn === undefined && since === undefined && link.certainty === 'recorded')
        link.certainty = 'inferred';
      return link;
    });
  });
}

/**
 * Of the segments of the kind each has its own stretch, those that touch are one; else it is as long as
 * the legs were connected.
 *
 *     monitoring [0--10)   coaching [10--20)   monitoring [20--30)      monitor [0--10) and [20--30)
 */
function stretchesOf(relation: Relation, legs: readonly DrawnLeg[], others: readonly DrawnLeg[]): Span[] {
  const { segment: type, records } = relation;
  const segments = legs
    .flatMap((drawn) => drawn.segments)
    .filter(({ certainty, evidence }) => certainty !== 'planned' && stands(evidence.pointers, records));
  const ofKind = segments.filter((segment) => segment.type === type);
  const named = ofKind.length > 0 || records === undefined ? ofKind : segments;
  if (named.length === 0) {
    const whole = stretchOf(legs, others);
    return whole ? [legs, others].reduce(whileThere, whileStated(whole, relation)) : [];
  }
  const runs: Segment[][] = [];
  let until = Number.NEGATIVE_INFINITY;
  for (const segment of named.toSorted((a, b) => a.start - b.start)) {
    const run = segment.start <= until ? runs.at(-1) : undefined;
    if (run === undefined) runs.push([segment]);
    else run.push(segment);
    until = Math.max(until, segment.end);
  }
  return collected(runs, (run) => {
    const base = spanOf(run.map(spanOfSegment)) as Span;
    // What was over by then is of the one named before, unless nothing else is there.
    if (relation.follows && base.end.at < (relation.start as Edge).at && run !== runs.at(-1)) return [];
    return whileStated(cutTo(base, connectedSpan(others)), relation);
  });
}

/**
 * A stretch, cut to the looks that state the relation.
 *
 *     monitoredParticipantId    -     a     a     b     b      looks
 *     monitor                         [a----------[b-----
 */
function whileStated({ start, end }: Span, relation: Relation): Span[] {
  if (relation.start !== undefined && relation.start.at > end.at) {
    // Said when it was over: of the whole stretch, unless the stretch was somebody else's by then.
    return [{ start: assumed(relation.follows ? end : start), end }];
  }
  return partIn({ start, end }, relation);
}

/** Whether a segment was drawn from one of the records. */
function stands(pointers: readonly string[], records: ReadonlySet<string> | undefined): boolean {
  if (records === undefined) return true;
  return pointers.some((pointer) => records.has(pointer.slice(0, pointer.lastIndexOf('/'))));
}

/** Every relation once: of each session that names one, else of the participant. */
function relationsOf(lane: LaneDraft, legs: readonly DrawnLeg[]): Relation[] {
  return collected(RELATIONS, ({ kind, field, segment }): Relation[] => {
    const ofLegs = collected(legs, (drawn): Relation[] => {
      const { states } = drawn.leg;
      const stated = statedIn(states, field, {
        owner: ({ communication }) => communication,
        states: () => states,
      });
      if (stated.length > 0) return stated.map((one) => ({ kind, segment, drawn, ...one }));
      if (field === 'consultParticipantId') return [];
      return relationsOfSegments(drawn, field).map((one) => ({ kind, segment, drawn, ...one }));
    });
    const own = statedIn(lane.states, field, {
      owner: ({ participant }) => participant,
      states: () => collected(lane.legs, (leg) => leg.states),
    }).filter(({ id }) => ofLegs.every((one) => one.id.value !== id.value));
    return [...ofLegs, ...own.map((one) => ({ kind, segment, ...one }))];
  });
}

interface Stating<L> {
  /** The participant or communication whose field it is. */
  owner: (look: L) => Communication | Participant | undefined;
  /** The legs' looks, which know when something was said; made only where something was. */
  states: () => readonly LegState[];
}

/** Whom the looks name in a field, one after another. A look that names nobody takes nothing back. */
function statedIn<L extends { look: Look }>(
  looks: readonly L[],
  field: (typeof RELATIONS)[number]['field'],
  { owner, states }: Stating<L>,
): Stated[] {
  const all: Stated[] = [];
  let byLook: Map<Look, LegState> | undefined;
  looks.forEach((one, index) => {
    const id = factOf(owner(one), field);
    const last = all.at(-1);
    if (id === undefined || id.value === last?.id.value) return;
    byLook ??= new Map(states().map((state) => [state.look, state]));
    const state = byLook.get(one.look);
    const barged =
      field === 'bargedParticipantId' && factOf(state?.communication ?? state?.participant, 'bargedTime');
    const change = barged ? fieldEdge(barged) : state && changeEdge(state, [last?.id, id]);
    if (last === undefined) {
      const start = barged || isFirstToSay(one.look, looks[index - 1]?.look) ? change : undefined;
      all.push({ id, start });
    } else if (change === undefined) {
      // Without a time nobody knows when it changed: the newer one stands for the whole stretch.
      all.splice(0, all.length, { id });
    } else {
      last.end = change;
      all.push({ id, start: change, follows: true });
    }
  });
  return all;
}

type Stated = Pick<Relation, 'id' | 'start' | 'end' | 'follows'>;

/** A look like those before, of which none said so; or which is the first to list the participant at all. */
function isFirstToSay(look: Look, before: Look | undefined): boolean {
  return before === undefined ? !isFirstToList(look, look.observation.media) : before.scope === look.scope;
}

/** The ids that the recorded segments of a leg name, each with the segments that do. */
function relationsOfSegments(
  drawn: DrawnLeg,
  field: Exclude<(typeof RELATIONS)[number]['field'], 'consultParticipantId'>,
): { id: Fact<string>; records: Set<string> }[] {
  const byId = new Map<string, { id: Fact<string>; records: Set<string> }>();
  for (const record of drawn.recording?.records ?? []) {
    const id = factOf(record, field);
    if (id === undefined) continue;
    const known = byId.get(id.value);
    if (known === undefined) byId.set(id.value, { id, records: new Set([record.pointer]) });
    else known.records.add(record.pointer);
  }
  return [...byId.values()];
}

function legsOf({ lane, drawn }: Target): readonly DrawnLeg[] {
  return drawn === undefined ? lane.legs : [drawn];
}

function endOf({ lane, drawn }: Target): Link['to'] {
  return drawn === undefined ? { laneId: lane.draft.id } : endAt(drawn);
}

/** As long as the legs were connected, else all of them; cut to the other lane's. */
function stretchOf(legs: readonly DrawnLeg[], others: readonly DrawnLeg[]): Span | undefined {
  const base = connectedSpan(legs) ?? pointOf(legs);
  return base && cutTo(base, connectedSpan(others));
}

function connectedSpan(legs: readonly DrawnLeg[]): Span | undefined {
  const connected: Span[] = [];
  for (const { presence } of legs) if (presence !== undefined) connected.push(presence);
  if (connected.length > 0) return spanOf(connected);
  const segments = collected(legs, (drawn) => drawn.segments).filter(
    ({ certainty, type }) => certainty !== 'planned' && type !== 'acw',
  );
  return spanOf(segments.map(spanOfSegment));
}

/** A stretch, cut to the time in which the other lane's legs were there; whole where they never met. */
function cutTo(base: Span, theirs: Span | undefined): Span {
  const [part = base] = partIn(base, theirs ?? {});
  return part;
}

function spanOfSegment(segment: Segment): Span {
  return { start: edgeOf(segment, 'start'), end: edgeOf(segment, 'end') };
}

function spanOf(spans: readonly Span[]): Span | undefined {
  const [first] = spans;
  return (
    first && {
      start: spans.reduce((start, span) => earlier(start, span.start), first.start),
      end: spans.reduce((end, span) => later(end, span.end), first.end),
    }
  );
}

/** A leg without any stretch ties at its end. */
function pointOf(legs: readonly DrawnLeg[]): Span | undefined {
  const end = legs.find((drawn) => drawn.end)?.end;
  return end && { start: end, end };
}

/** Peers: the two legs of one connection, each pair once. An unmatched peer is normal and draws nothing. */
export function peerLinks(directory: Directory): Link[] {
  const links: Link[] = [];
  let tied: Map<DrawnLeg, DrawnLeg> | undefined;
  for (const drawn of directory.legs) {
    const { peer } = drawn.leg.newest;
    const other = peer && directory.communications.get(peer.value)?.drawn;
    if (peer === undefined || other === undefined || other === drawn || tied?.get(other) === drawn) continue;
    const stretch = stretchOf([drawn], [other]);
    if (stretch === undefined) continue;
    tied ??= new Map();
    tied.set(drawn, other);
    const link = linkOver({ kind: 'peer', from: endAt(drawn), to: endAt(other) }, stretch, {
      pointer: peer.pointer,
      rule: 'peer-while-connected',
    });
    if (link.certainty !== 'running') link.certainty = 'inferred';
    links.push(link);
  }
  return links;
}
