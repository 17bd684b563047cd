import type {
  Communication,
  ErrorInfo,
  Observation,
  Participant,
  RecordedSegment,
} from '../model/conversation';
import type { Origin } from '../model/field';
import type { Instant } from '../model/time';
import { lastGiven } from './lists';

/** A value of the data, and where it stands. */
export interface Fact<T> {
  readonly value: T;
  readonly pointer: string;
}

/** A fact of a field. Few facts are asked where they stand, so the pointer is joined when one is. */
class FieldFact<T> implements Fact<T> {
  private joined: string | undefined = undefined;

  constructor(
    readonly value: T,
    private readonly origin: Origin,
    private readonly name: string,
  ) {}

  get pointer(): string {
    return (this.joined ??= pointerTo(this.origin, this.name));
  }
}

/** One observation in its place in time. */
export interface Look {
  observation: Observation;
  /** Place in the order in which the looks were taken. */
  order: number;
  /** When it was taken, where the data says so. */
  at: Instant | undefined;
  atPointer: string | undefined;
  /** Which looks list the same legs: those of one medium or, without it, all. */
  scope: string;
  /** In which look of a conversation each scope first lists somebody: its place. */
  listed: ReadonlyMap<string, number>;
  /** By which it came, and by which the same came once more. */
  topics: string[];
  /** What it says, as text; worked out for the first who asks. */
  content: string | undefined;
}

/** What one look says of one leg: its communication, and the participant around it. */
export interface LegState {
  look: Look;
  participant: Participant;
  communication: Communication | undefined;
  media: string;
  /** The leg is the participant's only one, so the participant's times are its times. */
  alone: boolean;
  said: Said;
  /** The look at this leg before this one. */
  before: LegState | undefined;
}

/** One track in the making: a communication as all looks saw it, in their order. */
export interface Leg {
  trackId: string;
  /** Under which the looks know the communication, where they give one. */
  id: string | undefined;
  media: string;
  flat: boolean;
  /** It ended, and another began under its name. */
  past?: true;
  states: LegState[];
  /** Of each fact the first word: later looks repeat it. */
  first: Said;
  /** Of each fact the newest word over all looks. */
  newest: Said;
}

/**
 * What is said of a leg, fact by fact. Each of these has all names, written out: legs are asked for every
 * fact many times, and objects of one shape answer many times as fast as the many shapes of the input.
 */
export interface Said {
  start: Fact<Instant> | undefined;
  alerting: Fact<Instant> | undefined;
  connected: Fact<Instant> | undefined;
  hold: Fact<Instant> | undefined;
  park: Fact<Instant> | undefined;
  resume: Fact<Instant> | undefined;
  end: Fact<Instant> | undefined;
  providerEvent: Fact<Instant> | undefined;
  state: Fact<string> | undefined;
  initialState: Fact<string> | undefined;
  direction: Fact<string> | undefined;
  held: Fact<boolean> | undefined;
  disconnectType: Fact<string> | undefined;
  errorInfo: Fact<ErrorInfo> | undefined;
  alertingTimeout: Fact<number> | undefined;
  wrapupTimeout: Fact<number> | undefined;
  role: Fact<string> | undefined;
  cobrowseSession: Fact<string> | undefined;
  controlling: Fact<string[]> | undefined;
  peer: Fact<string> | undefined;
}

export function scopeOf(form: Observation['form'], media = ''): string {
  return `${form}/${media}`;
}

/** Whether no look before lists the legs of a medium, or, without it, all: what this one shows may have begun at any time. */
export function isFirstToList({ listed, order, observation: { form } }: Look, media = ''): boolean {
  return ['', media].every((medium) => (listed.get(scopeOf(form, medium)) ?? order) >= order);
}

/** The place of a field in the input, under the name that the input spells, or where else its value was found. */
export function pointerTo(origin: Origin, name: string): string {
  const spelled = spelledName(origin, name);
  return spelled.startsWith('/') ? spelled : `${origin.pointer}/${spelled}`;
}

function spelledName({ spelled }: Origin, name: string): string {
  if (spelled !== undefined) for (const renamed of spelled) if (renamed[0] === name) return renamed[1];
  return name;
}

/** A fact that a field of an object gives, when it is there. */
export function factOf<O extends Origin, K extends keyof O & string>(
  origin: O | undefined,
  name: K,
): Fact<NonNullable<O[K]>> | undefined {
  const value = origin?.[name];
  if (origin === undefined || value === undefined || value === null) return undefined;
  return new FieldFact(value, origin, name);
}

/** The newest word on a field of a participant, where it stands. */
export function newestOf<K extends keyof Participant>(
  { participant, states }: { participant: Participant; states: readonly { participant: Participant }[] },
  name: K,
): Fact<NonNullable<Participant[K]>> | undefined {
  // Most say nothing of most, as all looks merged tell.
  if (participant[name] === undefined) return undefined;
  return lastGiven(states, (state) => factOf(state.participant, name));
}

/** The user whose leg a participant is. */
export function userIdOf({ userId, user }: Participant): string | undefined {
  return userId ?? user?.id;
}

/** The queue that a participant is, or works for: its own, else the first that some records name, as in analytics. */
export function queueIdOf(
  { queueId, queue }: Participant,
  records: readonly RecordedSegment[] = [],
): string | undefined {
  return queueId ?? queue?.id ?? records.find((record) => record.queueId)?.queueId;
}

function tell<T>(origin: Origin, name: string, value: T | undefined): Fact<T> | undefined {
  return value === undefined ? undefined : new FieldFact(value, origin, name);
}

const CENTURY = 36525 * 86_400_000;

/** A length, in some unit of so many ms: less than none is none, and more than a century leads to no instant. */
export function possible(fact: Fact<number> | undefined, unit = 1): Fact<number> | undefined {
  return fact !== undefined && fact.value >= 0 && fact.value * unit <= CENTURY ? fact : undefined;
}

const SILENT: Communication & Participant = { pointer: '' };

/** Reads what a look says of a leg: its communication, else the participant whose only leg it is. */
export function readSaid(participant: Participant, communication?: Communication, alone = true): Said {
  const own = communication ?? SILENT;
  const all = alone || communication === undefined ? participant : SILENT;
  return {
    start: tell(own, 'startTime', own.startTime) ?? tell(all, 'startTime', all.startTime),
    alerting:
      tell(own, 'startAlertingTime', own.startAlertingTime) ??
      tell(all, 'startAlertingTime', all.startAlertingTime),
    connected: tell(own, 'connectedTime', own.connectedTime) ?? tell(all, 'connectedTime', all.connectedTime),
    hold: tell(own, 'startHoldTime', own.startHoldTime) ?? tell(all, 'startHoldTime', all.startHoldTime),
    park: tell(own, 'parkTime', own.parkTime) ?? tell(all, 'parkTime', all.parkTime),
    resume: tell(own, 'resumeTime', own.resumeTime) ?? tell(all, 'resumeTime', all.resumeTime),
    end: tell(own, 'disconnectedTime', own.disconnectedTime) ?? tell(all, 'endTime', all.endTime),
    providerEvent:
      tell(own, 'providerEventTime', own.providerEventTime) ??
      tell(all, 'providerEventTime', all.providerEventTime),
    state: tell(own, 'state', own.state) ?? tell(all, 'state', all.state),
    initialState: tell(own, 'initialState', own.initialState) ?? tell(all, 'initialState', all.initialState),
    direction: tell(own, 'direction', own.direction) ?? tell(all, 'direction', all.direction),
    held: tell(own, 'held', own.held) ?? tell(all, 'held', all.held),
    disconnectType:
      tell(own, 'disconnectType', own.disconnectType) ?? tell(all, 'disconnectType', all.disconnectType),
    errorInfo: tell(own, 'errorInfo', own.errorInfo) ?? tell(all, 'errorInfo', all.errorInfo),
    // Said of the participant, these two hold for each of its legs.
    alertingTimeout: possible(
      tell(own, 'alertingTimeoutMs', own.alertingTimeoutMs) ??
        tell(participant, 'alertingTimeoutMs', participant.alertingTimeoutMs),
    ),
    wrapupTimeout: possible(
      tell(own, 'wrapupTimeoutMs', own.wrapupTimeoutMs) ??
        tell(participant, 'wrapupTimeoutMs', participant.wrapupTimeoutMs),
    ),
    role: tell(own, 'cobrowseRole', own.cobrowseRole) ?? tell(all, 'cobrowseRole', all.cobrowseRole),
    cobrowseSession:
      tell(own, 'cobrowseSessionId', own.cobrowseSessionId) ??
      tell(all, 'cobrowseSessionId', all.cobrowseSessionId),
    controlling: tell(own, 'controlling', own.controlling) ?? tell(all, 'controlling', all.controlling),
    peer: tell(own, 'peerId', own.peerId) ?? tell(all, 'peer', all.peer),
  };
}

/** All looks at a leg as one: of each fact what the first of them says that says anything. */
export function firstWord([first, ...others]: readonly LegState[]): Said {
  const all = { ...(first as LegState).said };
  for (const { said } of others) fillIn(all, said);
  return all;
}

function fillIn(all: Said, said: Said): void {
  all.start ??= said.start;
  all.alerting ??= said.alerting;
  all.connected ??= said.connected;
  all.hold ??= said.hold;
  all.park ??= said.park;
  all.resume ??= said.resume;
  all.end ??= said.end;
  all.providerEvent ??= said.providerEvent;
  all.state ??= said.state;
  all.initialState ??= said.initialState;
  all.direction ??= said.direction;
  all.held ??= said.held;
  all.disconnectType ??= said.disconnectType;
  all.errorInfo ??= said.errorInfo;
  all.alertingTimeout ??= said.alertingTimeout;
  all.wrapupTimeout ??= said.wrapupTimeout;
  all.role ??= said.role;
  all.cobrowseSession ??= said.cobrowseSession;
  all.controlling ??= said.controlling;
  all.peer ??= said.peer;
}

/** The last look up to this one that says something of a fact: one that gives only a part keeps silent about the rest. */
export function lastToSay(state: LegState | undefined, name: keyof Said): LegState | undefined {
  let one = state;
  while (one !== undefined && one.said[name] === undefined) one = one.before;
  return one;
}

/** The last word on a fact up to a look. */
export function lastSaid<N extends keyof Said>(state: LegState | undefined, name: N): Said[N] | undefined {
  return lastToSay(state, name)?.said[name];
}
