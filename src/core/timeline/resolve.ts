import type { DrawnLeg } from './draw';
import type { LaneDraft } from './gather';
import type { DrawnLane } from './problems';
import { append } from './lists';

/** What an id in the data names. */
export interface Target {
  lane: LaneDraft;
  /** Absent where the id names the participant as a whole. */
  drawn?: DrawnLeg;
}

/** Lanes and legs by the ids under which the data speaks of them: of several, the first. */
export interface Directory {
  legs: DrawnLeg[];
  byLane: Map<LaneDraft, readonly DrawnLeg[]>;
  participants: Map<string, LaneDraft>;
  communications: Map<string, DrawnLeg>;
  peers: Map<string, DrawnLeg>;
}

export function directoryOf(lanes: readonly DrawnLane[]): Directory {
  const directory: Directory = {
    legs: [],
    byLane: new Map(),
    participants: new Map(),
    communications: new Map(),
    peers: new Map(),
  };
  const { participants, communications, peers } = directory;
  for (const { draft, legs } of lanes) {
    append(directory.legs, legs);
    directory.byLane.set(draft, legs);
    enter(participants, draft.participant.id, draft);
    for (const drawn of legs) {
      for (const { communication } of drawn.leg.states) enter(communications, communication?.id, drawn);
      enter(peers, drawn.leg.newest.peer?.value, drawn);
    }
  }
  return directory;
}

function enter<T>(entries: Map<string, T>, id: string | undefined, value: T): void {
  if (id !== undefined && !entries.has(id)) entries.set(id, value);
}

const NOBODY: readonly DrawnLeg[] = [];

export function legsIn({ byLane }: Directory, lane: LaneDraft): readonly DrawnLeg[] {
  return byLane.get(lane) ?? NOBODY;
}

/** By participant, then by communication or session. */
export function find({ participants, communications }: Directory, id: string): Target | undefined {
  const lane = participants.get(id);
  return lane === undefined ? targetOf(communications.get(id)) : { lane };
}

/** As `find`, and at last by peer, as ids in `controlling` are matched. */
export function findControlled(directory: Directory, id: string): Target | undefined {
  return find(directory, id) ?? targetOf(directory.peers.get(id));
}

function targetOf(drawn: DrawnLeg | undefined): Target | undefined {
  return drawn && { lane: drawn.lane, drawn };
}
