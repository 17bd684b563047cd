import type { DrawnLeg } from './draw';
import type { LaneDraft } from './gather';

/** What an id in the data names. */
export interface Target {
  lane: LaneDraft;
  /** Absent where the id names the participant as a whole. */
  drawn?: DrawnLeg;
}

/** Finds lanes and legs by the ids under which the data speaks of them. */
export class Directory {
  readonly #participants = new Map<string, LaneDraft>();
  readonly #communications = new Map<string, DrawnLeg>();
  readonly #peers = new Map<string, DrawnLeg>();
  readonly #byLane = new Map<LaneDraft, DrawnLeg[]>();
  readonly legs: readonly DrawnLeg[];

  constructor(lanes: readonly LaneDraft[], legs: readonly DrawnLeg[]) {
    this.legs = legs;
    for (const lane of lanes) {
      const id = lane.participant.id;
      if (id !== undefined && !this.#participants.has(id)) this.#participants.set(id, lane);
    }
    for (const drawn of legs) {
      const ofLane = this.#byLane.get(drawn.lane);
      if (ofLane === undefined) this.#byLane.set(drawn.lane, [drawn]);
      else ofLane.push(drawn);
      for (const { communication } of drawn.leg.states) {
        const id = communication?.id;
        if (id !== undefined && !this.#communications.has(id)) this.#communications.set(id, drawn);
      }
      const peer = drawn.leg.newest.peer?.value;
      if (peer !== undefined && !this.#peers.has(peer)) this.#peers.set(peer, drawn);
    }
  }

  legsOf(lane: LaneDraft): readonly DrawnLeg[] {
    return this.#byLane.get(lane) ?? [];
  }

  communication(id: string): DrawnLeg | undefined {
    return this.#communications.get(id);
  }

  /** By participant, then by communication or session. */
  find(id: string): Target | undefined {
    const lane = this.#participants.get(id);
    if (lane !== undefined) return { lane };
    const drawn = this.#communications.get(id);
    return drawn === undefined ? undefined : { lane: drawn.lane, drawn };
  }

  /** As `find`, and at last by peer, as ids in `controlling` are matched. */
  findControlled(id: string): Target | undefined {
    const found = this.find(id);
    const drawn = this.#peers.get(id);
    return found ?? (drawn === undefined ? undefined : { lane: drawn.lane, drawn });
  }
}
