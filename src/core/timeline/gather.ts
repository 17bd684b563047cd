import type { Communication, Participant } from '../model/conversation';
import { MEDIA_ARRAYS } from '../model/vendor';
import { participantOf, tellsUnanswered } from './detail-event';
import { type Leg, type LegState, type Look, rememberSources } from './facts';
import { mediaOf, plainWord } from './words';

/** A participant as all looks saw it, in the making. */
export interface LaneDraft {
  id: string;
  /** The same id stands on several participants of one look. */
  duplicated: boolean;
  participant: Participant;
  purpose: string;
  states: { look: Look; participant: Participant }[];
  legs: Leg[];
}

/** The lanes of a conversation: participants are the same by id, else by purpose and order among their like. */
export function gatherLanes(looks: readonly Look[]): LaneDraft[] {
  const lanes = new Map<string, LaneDraft>();
  for (const look of looks) {
    const { observation } = look;
    const { fact } = observation;
    const participants =
      fact === undefined ? observation.participants : [participantOf(fact, observation.factName ?? '')];
    const siblings = mediaOfSiblings(participants);
    const seen = new Map<string, number>();
    for (const participant of participants) {
      const name = participant.id ?? participant.purpose ?? 'unknown';
      const key = `${participant.id === undefined ? 'purpose' : 'id'}:${name}`;
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      const lane = laneOf(lanes, { key, name, count, anonymous: participant.id === undefined });
      lane.states.push({ look, participant });
      // The topic or the address tells the medium; the fields are asked where it does not.
      const media = observation.media ?? mediaOfFlat(participant) ?? siblings ?? 'unknown';
      addLegs(lane, { look, participant, media });
    }
  }
  const drafts = [...lanes.values()];
  for (const lane of drafts) {
    lane.participant = merge(lane.states.map(({ participant }) => participant));
    lane.purpose = lane.participant.purpose ?? 'unknown';
    joinSessions(lane);
    joinFlatLegs(lane);
    for (const { states } of lane.legs) {
      states.forEach(linkToBefore);
      if (states.some(isUnanswered)) states.forEach(disconnect);
    }
  }
  uniqueIds(drafts);
  nameTracks(drafts);
  return drafts;
}

function isUnanswered({ look: { observation } }: LegState): boolean {
  return observation.fact !== undefined && tellsUnanswered(observation.fact, observation.factName ?? '');
}

/** What was read as a connection from the start of the leg was an offer; the copy is the fold's own. */
function disconnect({ look, communication }: LegState): void {
  if (look.observation.fact !== undefined) delete communication?.connectedTime;
}

function linkToBefore(state: LegState, index: number, states: readonly LegState[]): void {
  const before = states[index - 1];
  if (before !== undefined) state.before = before;
}

function laneOf(
  lanes: Map<string, LaneDraft>,
  { key, name, count, anonymous }: { key: string; name: string; count: number; anonymous: boolean },
): LaneDraft {
  const own = count === 1 && !anonymous ? key : `${key}#${count}`;
  const known = lanes.get(own);
  if (known !== undefined) return known;
  const id = anonymous ? `${name}-${count}` : count === 1 ? name : `${name}~${count}`;
  const lane: LaneDraft = {
    id,
    duplicated: !anonymous && count > 1,
    participant: { pointer: '' },
    purpose: '',
    states: [],
    legs: [],
  };
  lanes.set(own, lane);
  return lane;
}

/** An id made up for one lane may be the true id of another: the made-up one gives way. */
function uniqueIds(lanes: readonly LaneDraft[]): void {
  const isOwn = (lane: LaneDraft): boolean => lane.id === lane.participant.id;
  const [own, made] = [lanes.filter(isOwn), lanes.filter((lane) => !isOwn(lane))];
  const taken = new Set(own.map(({ id }) => id));
  for (const lane of made) {
    while (taken.has(lane.id)) lane.id += '~';
    taken.add(lane.id);
  }
}

/** The newest value of every field; fields that a partial look leaves out stay as they were known. */
function merge(looks: readonly Participant[]): Participant {
  if (looks.length === 1) return looks[0] as Participant;
  const merged: Participant = Object.assign({ pointer: '' }, ...looks) as Participant;
  const unknown = new Map(looks.flatMap(({ unknownFields }) => unknownFields ?? []));
  if (unknown.size > 0) merged.unknownFields = [...unknown];
  rememberSources(merged, looks);
  return merged;
}

interface Seen {
  look: Look;
  participant: Participant;
  /** The medium of the participant, should it be a flat one. */
  media: string;
}

function addLegs(lane: LaneDraft, { look, participant, media }: Seen): void {
  const found = communicationsOf(participant);
  if (found.length === 0) {
    const leg = legOf(lane, { key: `flat:${media}`, media, flat: true });
    leg.states.push({ look, participant, alone: true });
    return;
  }
  const seen = new Map<string, number>();
  for (const { communication, media: medium } of found) {
    const name = communication.id === undefined ? `none:${medium}` : `id:${communication.id}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const leg = legOf(lane, { key: `${name}#${count}`, media: medium, flat: false });
    leg.states.push({ look, participant, communication, alone: found.length === 1 });
  }
}

function legOf(lane: LaneDraft, { key, media, flat }: { key: string; media: string; flat: boolean }): Leg {
  const known = lane.legs.find((leg) => leg.trackId === key);
  if (known !== undefined) return known;
  const rank = MEDIA_ARRAYS.findIndex(([, medium]) => medium === media);
  const leg: Leg = {
    trackId: key,
    media,
    rank: rank < 0 ? MEDIA_ARRAYS.length : rank,
    flat,
    states: [],
  };
  lane.legs.push(leg);
  return leg;
}

/** A participant's communications with their media; content that merely looks like one is passed over. */
export function communicationsOf(
  participant: Participant,
): { communication: Communication; media: string }[] {
  const found: { communication: Communication; media: string }[] = [];
  for (const [name, media] of MEDIA_ARRAYS) {
    for (const communication of participant[name] ?? []) {
      if (isLeg(communication)) found.push({ communication, media });
    }
  }
  for (const communication of participant.sessions ?? []) {
    const word = communication.mediaType;
    found.push({
      communication,
      media: mediaOf(word) ?? (word === undefined ? 'unknown' : word.toLowerCase()),
    });
  }
  return found;
}

function isLeg(communication: Communication): boolean {
  return LEG_NAMES.some((name) => communication[name] !== undefined);
}

const LEG_NAMES = [
  'state',
  'segments',
  'connectedTime',
  'disconnectedTime',
  'startAlertingTime',
  'startHoldTime',
  'startTime',
] as const satisfies readonly (keyof Communication)[];

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
function mediaOfSiblings(participants: readonly Participant[]): string | undefined {
  const media = new Set(participants.map(mediaOfFlat).filter((medium) => medium !== undefined));
  return media.size === 1 ? [...media][0] : undefined;
}

/** Of one participant, the only session and the only communication of a medium are the same leg. */
function joinSessions(lane: LaneDraft): void {
  const sessions = lane.legs.filter((leg) => leg.states.some(isSession));
  for (const session of sessions) {
    const same = lane.legs.filter((leg) => leg.media === session.media && !leg.flat);
    const others = same.filter((leg) => leg !== session);
    if (same.length !== 2 || sessions.includes(others[0] as Leg)) continue;
    joinInto(session, others[0] as Leg);
    lane.legs = lane.legs.filter((leg) => leg !== others[0]);
  }
}

function joinInto(target: Leg, other: Leg): void {
  target.states.push(...other.states);
  target.states.sort((a, b) => a.look.order - b.look.order);
}

function isSession({ communication, participant }: LegState): boolean {
  return communication !== undefined && (participant.sessions?.includes(communication) ?? false);
}

/**
 * A flat track is the same as the one full communication of its medium, when there is just one. A look
 * that says nothing of a leg (a participant without communications) is no leg beside full ones.
 */
function joinFlatLegs(lane: LaneDraft): void {
  const full = lane.legs.filter((leg) => !leg.flat);
  if (full.length === 0) return;
  lane.legs = lane.legs.filter((leg) => {
    if (!leg.flat) return true;
    const same = full.filter((other) => leg.media === 'unknown' || other.media === leg.media);
    if (same.length !== 1)
      return leg.media !== 'unknown' && leg.states.some(({ participant }) => participant.state);
    const [own] = same as [Leg];
    joinInto(own, { ...leg, states: leg.states.filter(({ participant }) => !lists(participant, own.media)) });
    return false;
  });
}

/** Whether a participant lists its communications of a medium: one that is not among them is gone. */
function lists(participant: Participant, media: string): boolean {
  return MEDIA_ARRAYS.some(([name, medium]) => medium === media && participant[name] !== undefined);
}

/** By communication or session, else by lane and medium; unique in the conversation. */
function nameTracks(lanes: readonly LaneDraft[]): void {
  const taken = new Set<string>();
  for (const lane of lanes) {
    for (const leg of lane.legs) {
      const id = leg.flat ? undefined : leg.states.find(hasId)?.communication?.id;
      const base = id ?? `${lane.id}/${leg.media}`;
      let name = base;
      for (let n = 2; taken.has(name); n++) name = `${base}~${n}`;
      taken.add(name);
      leg.trackId = name;
    }
  }
}

function hasId(state: LegState): boolean {
  return state.communication?.id !== undefined;
}
