import { type Json, spellingsOf } from '../model/field';
import { MEDIA_ARRAYS, participant } from '../model/vendor';
import { RELATED } from '../timeline/related';
import { isKnownState, modeOf } from '../timeline/words';
import { LISTINGS } from './json/listings';
import { type JsonObject, isObject } from './read';

/** What one JSON object is, told by its shape alone. */
export type Shape =
  | 'export'
  | 'har'
  | 'envelope'
  | 'event'
  | 'conversation'
  | 'listing'
  | 'participant'
  | 'unknown';

/** How a name is spelled in an object that has it. */
export function keyOf(source: JsonObject, name: string): string | undefined {
  return spellingsOf(name).find((key) => Object.hasOwn(source, key));
}

/** The value under a name, however it is spelled. */
export function valueOf(source: JsonObject, name: string): Json | undefined {
  const key = keyOf(source, name);
  return key === undefined ? undefined : source[key];
}

export function shapeOf(source: JsonObject): Shape {
  if (source['format'] === 'participant-timeline' && Array.isArray(source['conversations'])) return 'export';
  if (isObject(source['log']) && Array.isArray(source['log']['entries'])) return 'har';
  if (typeof source['detail-type'] === 'string') return 'envelope';
  if (isEvent(source)) return 'event';
  if (Array.isArray(source['participants'])) return 'conversation';
  // Cut off before it named its type, it is around an event all the same.
  if (isObject(source['detail']) && isEvent(source['detail'])) return 'envelope';
  if (listOf(source) !== undefined) return 'listing';
  return isParticipant(source) ? 'participant' : 'unknown';
}

function isEvent(source: JsonObject): boolean {
  return (
    typeof valueOf(source, 'topicName') === 'string' || hasSnapshot(source) || bareFact(source) !== undefined
  );
}

// Each by a field that, among the ends, only it has, or it before those behind it.
const ENDED = Object.entries({
  voicemailDurationMs: 'voicemail',
  acdOutcome: 'acd',
  flowId: 'flow',
  userId: 'user',
  interactingDurationMs: 'customer',
});

/**
 * The name of the fact that the body of a detail event tells without its topic, as triggers and archives hand it
 * on: of an end or a wrap-up. What may have begun anything is a fact without a name.
 */
export function bareFact(source: JsonObject): string | undefined {
  const has = (name: string): boolean => valueOf(source, name) !== undefined;
  if (!has('eventTime') || !has('participantId')) return undefined;
  if (has('wrapupCode')) return 'wrapup';
  return has('disconnectType') ? `${ENDED.find(([name]) => has(name))?.[1] ?? ''}.end` : '';
}

/** Whether it is around a conversation as an event is, with its topic or, as when it was cut off, without. */
function hasSnapshot(source: JsonObject): boolean {
  const body = valueOf(source, 'eventBody');
  return isObject(body) && Array.isArray(body['participants']);
}

/** The name of the array that a listing wraps. */
export function listOf(source: JsonObject): string | undefined {
  return LISTINGS.find((name) => Array.isArray(source[name]));
}

// One of these makes a participant. Other vendor objects do not have them.
const TELLING = names(
  'purpose participantType held startAlertingTime startHoldTime connectedTime wrapupRequired alertingTimeoutMs',
  'cobrowseSessionId cobrowseRole controlling startAcwTime endAcwTime mediaRoles screenRecordingState',
  'wrapupTimeoutMs wrapupSkipped',
  ...RELATED,
);

// Queues, presences and shifts have one of these too; two together make a participant.
const COMMON = names(
  'state userId queueId user queue team provider peer direction disconnectType wrapup viewerUrl',
  'parkTime resumeTime providerEventTime externalContactId externalContact flaggedReason queueName userUri',
);

// One of these does, where nothing stands beside it that no participant has.
const NAMING = names('userId queueId');

function names(...lists: string[]): ReadonlySet<string> {
  const result = new Set<string>();
  for (const name of lists.join(' ').split(' ')) {
    for (const key of spellingsOf(name)) result.add(key);
  }
  return result;
}

export function isParticipant(source: JsonObject): boolean {
  if (hasMedia(source) || Array.isArray(source['sessions'])) return true;
  const keys = Object.keys(source);
  if (keys.some((key) => TELLING.has(key)) || isLegState(source['state'])) return true;
  const common = keys.filter((key) => COMMON.has(key)).length;
  // A recording, a shift or a routing status has these too: start and end count as one of the common names.
  const isSpan = valueOf(source, 'startTime') !== undefined && valueOf(source, 'endTime') !== undefined;
  if (common + (isSpan ? 1 : 0) >= 2) return true;
  const isNamed = keys.some((key) => NAMING.has(key) && source[key] !== null);
  return isNamed && keys.every((key) => participant.spellings.has(key));
}

/** In other objects `state` says `active` or `deleted`. */
function isLegState(state: Json | undefined): boolean {
  return typeof state === 'string' && isKnownState(state) && modeOf(state) !== 'none';
}

/** Whether some array of communications is there and holds communications. */
export function hasMedia(source: JsonObject): boolean {
  return MEDIA_ARRAYS.some(([name]) => {
    const list = valueOf(source, name);
    return Array.isArray(list) && list.some(isCommunication);
  });
}

// A message's `messages` are content: they have ids and texts, but neither state, times of a leg nor segments,
// nor are they held.
const OF_A_LEG = names(
  'state held segments connectedTime disconnectedTime startAlertingTime startHoldTime startTime endTime',
);

export function isCommunication(value: Json): boolean {
  return isObject(value) && Object.keys(value).some((key) => OF_A_LEG.has(key));
}

/**
 * Whether a participant's `messages` are content, as a flat message participant has them (before the first
 * message an empty list), and not communications.
 */
export function hasMessageContent(source: JsonObject): boolean {
  const list = source['messages'];
  if (!Array.isArray(list)) return false;
  if (list.length > 0) return !list.some(isCommunication);
  return typeof source['state'] === 'string' && !hasMedia(source);
}

const NOTIFICATION = /^v2\.(?:users|routing\.queues)\.[^.]+\.conversations(?:\.([a-z]+))?$/i;
const DETAIL = /^v2\.detail\.events\.conversation\.([^.]+)\.([a-z]+(?:\.[a-z]+)?)$/i;

/** What a topic speaks of: a notification's medium, a detail event's fact, or nothing we read. */
export type Topic =
  | { kind: 'notification'; media?: string }
  | { kind: 'detail'; fact: string; conversation?: string }
  | { kind: 'other' };

/** The media as topics and addresses write them. */
export const MEDIA_BY_WORD: ReadonlyMap<string, string> = new Map([
  ...MEDIA_ARRAYS.map(([name, media]) => [name.toLowerCase(), media] as const),
  ['cobrowses', 'cobrowse'],
]);

export function topicOf(topic: string): Topic {
  const notification = NOTIFICATION.exec(topic);
  if (notification !== null) {
    const word = notification[1]?.toLowerCase();
    if (word === undefined) return { kind: 'notification' };
    const media = MEDIA_BY_WORD.get(word);
    return media === undefined ? { kind: 'other' } : { kind: 'notification', media };
  }
  const detail = DETAIL.exec(topic);
  if (detail === null) return { kind: 'other' };
  const [, conversation = '', fact = ''] = detail;
  return { kind: 'detail', fact: fact.toLowerCase(), conversation };
}
