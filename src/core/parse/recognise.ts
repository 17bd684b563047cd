import type { Json } from '../model/field';
import { MEDIA_ARRAYS } from '../model/vendor';
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

/** The value under a name, also when spelled in snake_case. */
export function valueOf(source: JsonObject, name: string, snake: string): Json | undefined {
  return Object.hasOwn(source, name)
    ? source[name]
    : Object.hasOwn(source, snake)
      ? source[snake]
      : undefined;
}

export function shapeOf(source: JsonObject): Shape {
  if (source['format'] === 'participant-timeline' && Array.isArray(source['conversations'])) return 'export';
  if (isObject(source['log']) && Array.isArray(source['log']['entries'])) return 'har';
  if (typeof source['detail-type'] === 'string') return 'envelope';
  if (typeof valueOf(source, 'topicName', 'topic_name') === 'string') return 'event';
  if (Array.isArray(source['participants'])) return 'conversation';
  if (listOf(source) !== undefined) return 'listing';
  return isParticipant(source) ? 'participant' : 'unknown';
}

/** The name of the array that a listing wraps. */
export function listOf(source: JsonObject): 'conversations' | 'entities' | undefined {
  if (Array.isArray(source['conversations'])) return 'conversations';
  return Array.isArray(source['entities']) ? 'entities' : undefined;
}

// One of these makes a participant. Other vendor objects do not have them.
const TELLING = names(
  'purpose participantType held startAlertingTime startHoldTime connectedTime wrapupRequired alertingTimeoutMs',
  'cobrowseSessionId cobrowseRole controlling startAcwTime endAcwTime consultParticipantId monitoredParticipantId',
  'coachedParticipantId bargedParticipantId mediaRoles screenRecordingState wrapupTimeoutMs wrapupSkipped',
);

// Users, queues and presences have one of these too; two together make a participant.
const COMMON = names(
  'state userId queueId user queue team provider peer direction startTime endTime disconnectType wrapup viewerUrl',
  'parkTime resumeTime providerEventTime externalContactId externalContact flaggedReason queueName userUri',
);

function names(...lists: string[]): ReadonlySet<string> {
  const result = new Set<string>();
  for (const name of lists.join(' ').split(' ')) {
    result.add(name);
    result.add(name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`));
  }
  return result;
}

export function isParticipant(source: JsonObject): boolean {
  if (hasMedia(source) || Array.isArray(source['sessions'])) return true;
  let common = 0;
  for (const key of Object.keys(source)) {
    if (TELLING.has(key)) return true;
    if (COMMON.has(key)) common += 1;
  }
  return common >= 2;
}

/** Whether some array of communications is there and holds communications. */
export function hasMedia(source: JsonObject): boolean {
  return MEDIA_ARRAYS.some(([name]) => {
    const list = valueOf(
      source,
      name,
      name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
    );
    return Array.isArray(list) && list.some(isCommunication);
  });
}

// A message's `messages` are content: they have ids and texts, but neither state, times of a leg nor segments.
const OF_A_LEG = names(
  'state segments connectedTime disconnectedTime startAlertingTime startHoldTime startTime endTime',
);

export function isCommunication(value: Json): boolean {
  return isObject(value) && Object.keys(value).some((key) => OF_A_LEG.has(key));
}

/** A flat message participant's `messages`: content, where a full participant has communications. */
export function isMessageContent(list: Json | undefined): boolean {
  return Array.isArray(list) && list.length > 0 && !list.some(isCommunication);
}

const NOTIFICATION = /^v2\.(?:users|routing\.queues)\.[^.]+\.conversations(?:\.([a-z]+))?$/i;
const DETAIL = /^v2\.detail\.events\.conversation\.[^.]+\.([a-z]+(?:\.(?:start|end))?)$/i;

/** What a topic speaks of: a notification's medium, a detail event's fact, or nothing we read. */
export type Topic =
  | { kind: 'notification'; media?: string }
  | { kind: 'detail'; fact: string }
  | { kind: 'other' };

const TOPIC_MEDIA: ReadonlyMap<string, string> = new Map(
  MEDIA_ARRAYS.map(([name, media]) => [name.toLowerCase(), media]),
);

export function topicOf(topic: string): Topic {
  const notification = NOTIFICATION.exec(topic);
  if (notification !== null) {
    const word = notification[1]?.toLowerCase();
    if (word === undefined) return { kind: 'notification' };
    const media = TOPIC_MEDIA.get(word);
    return media === undefined ? { kind: 'other' } : { kind: 'notification', media };
  }
  const detail = DETAIL.exec(topic);
  return detail === null ? { kind: 'other' } : { kind: 'detail', fact: (detail[1] as string).toLowerCase() };
}
