import type { Communication, Observation, Participant } from '../model/conversation';
import type { Origin } from '../model/field';
import type { Instant } from '../model/time';

/** A value of the data, and where it stands. */
export interface Fact<T> {
  value: T;
  pointer: string;
}

/** One observation in its place in time. */
export interface Look {
  observation: Observation;
  /** Place in the order in which the looks were taken. */
  order: number;
  /** When it was taken, where the data says so. */
  at?: Instant;
  atPointer?: string;
  /** Which looks list the same legs: only those can show by silence that a leg is gone. */
  scope: string;
  /** No look before it lists the same legs: what it shows may have begun at any time. */
  first: boolean;
}

/** What one look says of one leg: its communication, and the participant around it. */
export interface LegState {
  look: Look;
  participant: Participant;
  communication?: Communication;
  /** The leg is the participant's only one, so the participant's times are its times. */
  alone: boolean;
  /** The look at this leg before this one. */
  before?: LegState;
}

/** One track in the making: a communication as all looks saw it, in their order. */
export interface Leg {
  trackId: string;
  media: string;
  /** The medium's place in the order that counts for after-call work. */
  rank: number;
  flat: boolean;
  states: LegState[];
}

// What a leg says, by its name in a communication and in a flat participant.
const NAMES = {
  start: ['startTime', 'startTime'],
  alerting: ['startAlertingTime', 'startAlertingTime'],
  connected: ['connectedTime', 'connectedTime'],
  hold: ['startHoldTime', 'startHoldTime'],
  park: ['parkTime', 'parkTime'],
  resume: ['resumeTime', 'resumeTime'],
  end: ['disconnectedTime', 'endTime'],
  providerEvent: ['providerEventTime', 'providerEventTime'],
  state: ['state', 'state'],
  initialState: ['initialState', 'initialState'],
  direction: ['direction', 'direction'],
  held: ['held', 'held'],
  disconnectType: ['disconnectType', 'disconnectType'],
  errorInfo: ['errorInfo', 'errorInfo'],
  alertingTimeout: ['alertingTimeoutMs', 'alertingTimeoutMs'],
  wrapupTimeout: ['wrapupTimeoutMs', 'wrapupTimeoutMs'],
  role: ['cobrowseRole', 'cobrowseRole'],
  cobrowseSession: ['cobrowseSessionId', 'cobrowseSessionId'],
  controlling: ['controlling', 'controlling'],
  viewerUrl: ['viewerUrl', 'viewerUrl'],
  peer: ['peerId', 'peer'],
} as const satisfies Record<string, readonly [keyof Communication, keyof Participant]>;

export type LegFact = keyof typeof NAMES;

type ValueOf<N extends LegFact> = NonNullable<Communication[(typeof NAMES)[N][0]]>;

// Said of the participant, these hold for each of its legs.
const SHARED: ReadonlySet<LegFact> = new Set<LegFact>(['alertingTimeout', 'wrapupTimeout']);

// What several looks are merged into has each field from the newest look that gives it.
const sources = new WeakMap<Origin, readonly Origin[]>();

/** Lets `pointerTo` find the fields of a merged object where they stand. */
export function rememberSources(merged: Origin, looks: readonly Origin[]): void {
  sources.set(merged, looks);
}

function gives(origin: Origin, name: string): boolean {
  return Object.hasOwn(origin, name) || (origin.unknownFields?.some(([key]) => key === name) ?? false);
}

/** The place of a field in the input, under the name that the input spells. */
export function pointerTo(origin: Origin, name: string): string {
  const source = sources.get(origin)?.findLast((look) => gives(look, name)) ?? origin;
  const spelled = source.spelled?.find(([canonical]) => canonical === name)?.[1];
  return `${source.pointer}/${spelled ?? name}`;
}

/** A fact that a field of an object gives, when it is there. */
export function factOf<O extends Origin, K extends keyof O & string>(
  origin: O | undefined,
  name: K,
): Fact<NonNullable<O[K]>> | undefined {
  const value = origin?.[name];
  if (origin === undefined || value === undefined || value === null) return undefined;
  return { value, pointer: pointerTo(origin, name) };
}

/** What one look says of a leg, by the name of the fact. */
export function say<N extends LegFact>(state: LegState, name: N): Fact<ValueOf<N>> | undefined {
  const [ofCommunication, ofParticipant] = NAMES[name];
  const { communication, participant, alone } = state;
  const own = communication?.[ofCommunication];
  if (communication !== undefined && own !== undefined) {
    return { value: own as ValueOf<N>, pointer: pointerTo(communication, ofCommunication) };
  }
  if (communication !== undefined && !alone && !SHARED.has(name)) return undefined;
  const value = participant[ofParticipant];
  return value === undefined
    ? undefined
    : { value: value as ValueOf<N>, pointer: pointerTo(participant, ofParticipant) };
}

/** The last word on a fact up to a look: one that gives only a part keeps silent about the rest. */
export function lastSaid<N extends LegFact>(
  state: LegState | undefined,
  name: N,
): Fact<ValueOf<N>> | undefined {
  for (let one = state; one !== undefined; one = one.before) {
    const fact = say(one, name);
    if (fact !== undefined) return fact;
  }
  return undefined;
}

/** The newest word on a fact over all looks. */
export function newest<N extends LegFact>(leg: Leg, name: N): Fact<ValueOf<N>> | undefined {
  for (let i = leg.states.length - 1; i >= 0; i--) {
    const fact = say(leg.states[i] as LegState, name);
    if (fact !== undefined) return fact;
  }
  return undefined;
}
