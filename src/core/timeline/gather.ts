import { addTo } from '../model/add-to';
import type { Communication, Participant, RecordedSegment } from '../model/conversation';
import type { Json } from '../model/field';
import { beginsAnew, beginWithin, toldBegin } from './begin';
import { communicationsOf, type Found } from './communications';
import { participantOf, tellsUnanswered, timed } from './detail-event';
import { factOf, type Leg, type LegState, type Look, firstWord, pointerTo, readSaid } from './facts';
import { namesOthers } from './related';
import { plainWord } from './purpose';
import { leaveLate } from './late';
import { append } from './lists';
import { lists } from './membership';
import { segmentTypeOf } from './words';

/** A participant as all looks saw it, in the making. */
export interface LaneDraft {
  id: string;
  /** The same id stands on several participants of one look. */
  duplicated: boolean;
  participant: Participant;
  purpose: string;
  /** Some look names another participant: by consult, monitor, coach, barge or control. */
  namesOthers: boolean;
  states: { look: Look; participant: Participant; found: readonly Found[] }[];
  legs: Leg[];
  /** The legs that go on, by id, else by medium. */
  names: Names<Leg>;
}

/** The lanes of a conversation: participants are the same by id, else by purpose and order among their like. */
export function gatherLanes(looks: readonly Look[]): LaneDraft[] {
  const lanes: Lanes = { drafts: [], names: new Map(), siblings: {} };
  for (const look of looks) {
    const { fact, factName = '', participants } = look.observation;
    if (fact !== undefined) addLegs(lanes, look, participantOf(timed(fact, look), factName));
    else for (const participant of participants) addLegs(lanes, look, participant);
  }
  const { drafts } = lanes;
  for (const lane of drafts) {
    lane.participant = merge(lane.states);
    lane.purpose = lane.participant.purpose ?? 'unknown';
    joinSessions(lane);
    joinFlatLegs(lane);
    lane.legs.forEach(readLooks);
    lane.namesOthers = namesOthers(lane.states, lane.legs);
  }
  uniqueIds(drafts);
  nameTracks(drafts);
  return drafts;
}

/** Reads what the looks say of a leg, each of them and all together. */
function readLooks(leg: Leg): void {
  const { states } = leg;
  if (states.some(isFact)) correctFacts(states);
  let before: LegState | undefined;
  for (const state of states) {
    state.said = readSaid(state.participant, state.communication, state.alone);
    state.before = before;
    // Facts show no state, so what the first look after them shows may have begun before it.
    if (!isFact(state)) before = state;
  }
  leg.first = leg.newest = (states[0] as LegState).said;
  if (states.length === 1) return;
  leaveLate(states);
  states.forEach(readOpenHold);
  leg.first = firstWord(states);
  leg.newest = firstWord(states.toReversed());
}

/** A record of a hold without an end tells since when the leg is held, which later looks may end. */
function readOpenHold({ said, communication }: LegState): void {
  const record = communication?.segments?.at(-1);
  if (record?.endTime !== undefined || segmentTypeOf(record?.type) !== 'hold') return;
  said.hold ??= factOf(record, 'startTime');
  said.held ??= { value: true, pointer: pointerTo(record as RecordedSegment, 'type') };
}

function isFact({ look }: LegState): boolean {
  return look.observation.fact !== undefined;
}

/**
 * A start fact reads as the start of a leg and of its connection, for want of better. Looks that tell how the
 * leg began know better, but for a start before all that they tell, and that nobody answered tells that it was
 * an offer. The copies are the fold's own.
 */
function correctFacts(states: readonly LegState[]): void {
  const told = states.reduce((earliest, state) => Math.min(earliest, toldBegin(state)), Infinity);
  if (told === Infinity && !states.some(isUnanswered)) return;
  for (const { communication } of states.filter(isFact)) {
    delete communication?.connectedTime;
    if ((communication?.startTime ?? told) >= told) delete communication?.startTime;
  }
}

function isUnanswered({ look: { observation } }: LegState): boolean {
  return observation.fact !== undefined && tellsUnanswered(observation.fact, observation.factName ?? '');
}

/** What has one name, and how many of these the look at hand has shown so far. */
interface Namesakes<T> {
  known: T[];
  look: Look;
  seen: number;
}

/** By id; what has none by a word, behind a blank, with which ids do not begin. */
type Names<T> = Map<string, Namesakes<T>>;

/** Those known under a name, and the place of the next of a look among them: the first is the first, and so on. */
function placeOf<T>(names: Names<T>, name: string, look: Look): [known: T[], place: number] {
  let namesakes = names.get(name);
  if (namesakes?.look !== look)
    names.set(name, (namesakes = { known: namesakes?.known ?? [], look, seen: 0 }));
  return [namesakes.known, namesakes.seen++];
}

/** The lanes in the making, in the order in which the looks first show them. */
interface Lanes {
  drafts: LaneDraft[];
  /** By id, else by purpose. */
  names: Names<LaneDraft>;
  /** What the participants of the last look that was asked say of their medium together: asked for each of them. */
  siblings: { look?: Look; media?: string | undefined };
}

/** The lane of a participant: of several of one name in a look, the first has the first lane, and so on. */
function laneOf({ drafts, names }: Lanes, { id, purpose }: Participant, look: Look): LaneDraft {
  const otherwise = purpose ?? 'unknown';
  const [known, place] = placeOf(names, id ?? ` ${otherwise}`, look);
  const count = place + 1;
  return (known[place] ??= newLane(drafts, {
    id: id === undefined ? `${otherwise}-${count}` : count === 1 ? id : `${id}~${count}`,
    duplicated: id !== undefined && count > 1,
  }));
}

function newLane(drafts: LaneDraft[], { id, duplicated }: Pick<LaneDraft, 'id' | 'duplicated'>): LaneDraft {
  // Written out, not spread: the engine forgets the shape of what is made by spreading, and with it compiled code.
  const lane: LaneDraft = {
    id,
    duplicated,
    participant: { pointer: '' },
    purpose: '',
    namesOthers: false,
    states: [],
    legs: [],
    names: new Map(),
  };
  drafts.push(lane);
  return lane;
}

/** An id made up for one lane may be the true id of another: the made-up one gives way. */
function uniqueIds(lanes: readonly LaneDraft[]): void {
  const isOwn = (lane: LaneDraft): boolean => lane.id === lane.participant.id;
  const taken = new Set(lanes.filter(isOwn).map(({ id }) => id));
  for (const lane of lanes) {
    if (isOwn(lane)) continue;
    while (taken.has(lane.id)) lane.id += '~';
    taken.add(lane.id);
  }
}

/** The newest value of every field; fields that a partial look leaves out stay as they were known. */
function merge(states: LaneDraft['states']): Participant {
  if (states.length === 1) return (states[0] as { participant: Participant }).participant;
  const merged: Participant = { pointer: '' };
  let unknown: Map<string, Json> | undefined;
  /** Those that a look lists all at once; and of those that facts tell one by one, what all of them tell. */
  let listed: Communication[] | undefined;
  const told = new Map<string | undefined, Communication>();
  for (const { participant, look } of states) {
    const { purpose, attributes } = merged;
    Object.assign(merged, participant);
    if (look.observation.fact === undefined) listed = participant.sessions ?? listed;
    else {
      if (attributes && participant.attributes)
        merged.attributes = [...new Map([...attributes, ...participant.attributes])];
      // What a fact's topic tells of the purpose is less than what a look states.
      if (purpose !== undefined) merged.purpose = purpose;
      for (const own of participant.sessions ?? []) told.set(own.id, { ...told.get(own.id), ...own });
    }
    if (participant.unknownFields === undefined) continue;
    unknown ??= new Map();
    for (const [name, value] of participant.unknownFields) unknown.set(name, value);
  }
  if (unknown !== undefined) merged.unknownFields = [...unknown];
  if (told.size > 0) merged.sessions = listed ?? [...told.values()];
  return merged;
}

function addLegs(lanes: Lanes, look: Look, participant: Participant): void {
  const lane = laneOf(lanes, participant, look);
  const found = communicationsOf(participant, ({ communication: { id }, media }) =>
    lane.legs.some((leg) => !leg.flat && leg.id === id && leg.media === media),
  );
  lane.states.push({ look, participant, found });
  if (found.length === 0) {
    // The topic or the address tells the medium; the fields are asked where it does not.
    const media =
      look.observation.media ?? mediaOfFlat(participant) ?? mediaOfSiblings(lanes, look) ?? 'unknown';
    const known = lane.legs.findLast((leg) => leg.flat && leg.media === media);
    const leg = goesOn(known, participant) ?? newLeg(lane, { id: undefined, media, flat: true });
    addState(leg, { look, participant, alone: true });
    return;
  }
  const alone = found.length === 1;
  for (const { communication, media } of found) {
    const { id } = communication;
    const [known, place] = placeOf(lane.names, id ?? ` ${media}`, look);
    const leg = (known[place] =
      goesOn(known[place], communication) ?? newLeg(lane, { id, media, flat: false }));
    if (leg.media === 'unknown') leg.media = media;
    addState(leg, { look, participant, communication, alone });
  }
}

/** The leg known from before, unless another begins. */
function goesOn(known: Leg | undefined, told: Participant | Communication): Leg | undefined {
  if (known === undefined || !beginsAnew(known, told)) return known;
  known.past = true;
  return undefined;
}

// Read once all looks are known: what one says may depend on a later one.
const UNREAD = readSaid({ pointer: '' });

function addState(
  leg: Leg,
  {
    look,
    participant,
    communication,
    alone,
  }: Pick<LegState, 'look' | 'participant' | 'alone'> & Partial<LegState>,
): void {
  leg.states.push({
    look,
    participant,
    communication,
    media: leg.media,
    alone,
    said: UNREAD,
    before: undefined,
  });
}

function newLeg(lane: LaneDraft, { id, media, flat }: Pick<Leg, 'id' | 'media' | 'flat'>): Leg {
  const leg: Leg = { trackId: '', id, media, flat, states: [], first: UNREAD, newest: UNREAD };
  lane.legs.push(leg);
  return leg;
}

// Fields that only one medium's flat participant has.
const TELLING: readonly [media: string, fields: readonly (keyof Participant)[]][] = [
  ['cobrowse', ['cobrowseSessionId', 'cobrowseRole', 'controlling', 'viewerUrl']],
  ['message', ['messageDetails', 'recipientCountry', 'recipientType']],
  ['callback', ['callbackNumbers', 'callbackUserName', 'callbackScheduledTime', 'skipEnabled']],
  ['chat', ['roomId', 'avatarImageUrl']],
  ['email', ['subject', 'messagesSent', 'autoGenerated']],
  ['social', ['socialMediaId', 'socialMediaHub', 'socialUserName']],
  ['video', ['videoMuted', 'sharingScreen']],
  ['screenshare', ['sharing']],
  ['call', ['muted', 'confined', 'securePause', 'recording']],
];

const PROVIDERS: readonly [word: string, media: string][] = [
  ['cobrowse', 'cobrowse'],
  ['callback', 'callback'],
  ['chat', 'chat'],
  ['messag', 'message'],
  ['email', 'email'],
  ['video', 'video'],
  ['screenshare', 'screenshare'],
];

function mediaOfFlat(participant: Participant): string | undefined {
  for (const [media, fields] of TELLING) {
    if (fields.some((field) => participant[field] !== undefined)) return media;
  }
  const provider = plainWord(participant.provider ?? '');
  if (provider === 'edge') return 'call';
  return PROVIDERS.find(([word]) => provider.includes(word))?.[1];
}

/** A media conversation has one medium: what one flat participant tells holds for those that say nothing. */
function mediaOfSiblings(lanes: Lanes, look: Look): string | undefined {
  if (lanes.siblings.look !== look) {
    const told = new Set(
      look.observation.participants.map(mediaOfFlat).filter((medium) => medium !== undefined),
    );
    lanes.siblings = { look, media: told.size === 1 ? [...told][0] : undefined };
  }
  return lanes.siblings.media;
}

/** Of one participant, the only session and the only communication of a medium are the same leg. */
function joinSessions(lane: LaneDraft): void {
  if (lane.legs.length < 2) return;
  const ofMedia = new Map<string, Leg[]>();
  for (const leg of lane.legs) if (!leg.flat) addTo(ofMedia, leg.media, leg);
  for (const same of ofMedia.values()) {
    if (same.length !== 2) continue;
    const [session, ...sessions] = same.filter((leg) => leg.states.some(isSession));
    if (session === undefined || sessions.length > 0) continue;
    const other = same.find((leg) => leg !== session) as Leg;
    joinInto(session, other);
    lane.legs = lane.legs.filter((leg) => leg !== other);
  }
}

function joinInto(target: Leg, other: Leg): void {
  append(target.states, other.states);
  target.states.sort((a, b) => a.look.order - b.look.order);
}

function isSession({ communication, participant }: LegState): boolean {
  return communication !== undefined && (participant.sessions?.includes(communication) ?? false);
}

/**
 * A flat track is the same as the one full communication of its medium, when there is just one of both, else
 * as the one that began with it. A look that says nothing of a leg (a participant without communications) is
 * no leg beside full ones. Where all are flat, one of unknown medium is the same as another in this way.
 */
function joinFlatLegs(lane: LaneDraft): void {
  if (lane.legs.length < 2) return;
  const isAnyFull = lane.legs.some((leg) => !leg.flat);
  const isFull = (leg: Leg): boolean => (isAnyFull ? !leg.flat : leg.media !== 'unknown');
  const full = lane.legs.filter(isFull);
  const flat = lane.legs.filter((leg) => !isFull(leg));
  lane.legs = lane.legs.filter((leg) => {
    if (isFull(leg)) return true;
    const same = full.filter((other) => leg.media === 'unknown' || other.media === leg.media);
    const isOnly = same.length === 1 && flat.every((other) => other === leg || other.media !== leg.media);
    const own = isOnly ? same[0] : same.find((other) => beginWithin(leg, other));
    if (own === undefined)
      return (
        !isAnyFull || (leg.media !== 'unknown' && leg.states.some(({ participant }) => participant.state))
      );
    joinInto(own, { ...leg, states: leg.states.filter(({ participant }) => !lists(participant, own.media)) });
    return false;
  });
}

/** By communication or session, else by lane and medium; unique in the conversation. */
function nameTracks(lanes: readonly LaneDraft[]): void {
  // The names, and how many tracks asked for each.
  const taken = new Map<string, number>();
  for (const lane of lanes) {
    for (const leg of lane.legs) {
      const base = leg.id ?? `${lane.id}/${leg.media}`;
      let name = base;
      let count = taken.get(base) ?? 1;
      while (taken.has(name)) name = `${base}~${++count}`;
      taken.set(base, count).set(name, 1);
      leg.trackId = name;
    }
  }
}
