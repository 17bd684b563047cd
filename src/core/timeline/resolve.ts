import type { Link } from '../model/timeline';
import type { DrawnLeg } from './draw';
import type { DrawnLane } from './problems';
import { certaintyBetween, showing, type Span } from './edge';
import { append } from './lists';

/** What an id in the data names. */
export interface Target {
  lane: DrawnLane;
  /** Absent where the id names the participant as a whole. */
  drawn?: DrawnLeg;
}

/** Lanes and legs by the ids under which the data speaks of them: of several, the first. */
export interface Directory {
  legs: DrawnLeg[];
  participants: Map<string, Target>;
  communications: Map<string, Target>;
  peers: Map<string, Target>;
}

export function directoryOf(lanes: readonly DrawnLane[]): Directory {
  const directory: Directory = {
    legs: [],
    participants: new Map(),
    communications: new Map(),
    peers: new Map(),
  };
  const { participants, communications, peers } = directory;
  for (const lane of lanes) {
    append(directory.legs, lane.legs);
    enter(participants, lane.draft.participant.id, { lane });
    for (const drawn of lane.legs) {
      const target = { lane, drawn };
      for (const { communication } of drawn.leg.states) enter(communications, communication?.id, target);
      enter(peers, drawn.leg.newest.peer?.value, target);
    }
  }
  return directory;
}

function enter(entries: Map<string, Target>, id: string | undefined, target: Target): void {
  if (id !== undefined && !entries.has(id)) entries.set(id, target);
}

/** By participant, then by communication or session. */
export function find({ participants, communications }: Directory, id: string): Target | undefined {
  return participants.get(id) ?? communications.get(id);
}

/** As `find`, and at last by peer, as ids in `controlling` are matched. */
export function findControlled(directory: Directory, id: string): Target | undefined {
  return find(directory, id) ?? directory.peers.get(id);
}

/** A link for a stretch of time; `pointer` is of what names its other end. */
export function linkOver(
  { kind, from, to }: Pick<Link, 'kind' | 'from' | 'to'>,
  span: Span,
  { pointer, rule }: { pointer: string; rule: string },
): Link {
  const { start, end } = span;
  return {
    kind,
    // Which way these go the data does not say.
    directed: kind !== 'consult' && kind !== 'peer',
    from,
    to,
    start: start.at,
    end: end.at,
    certainty: certaintyBetween(start, end),
    evidence: { pointers: showing(pointer, span), rule },
  };
}

/** A leg as the end of a link. */
export function endAt({ lane, leg }: DrawnLeg): Link['from'] {
  return { laneId: lane.id, trackId: leg.trackId };
}
