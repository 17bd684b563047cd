import type { Observation, Participant } from '../model/conversation';
import type { Json, Spelling } from '../model/field';
import * as vendor from '../model/vendor';
import type { Collector } from './collector';
import type { Moment } from './event-time';
import { isObject, type JsonObject, quote, read, report, stepTo } from './read';
import { hasMessageContent, MEDIA_BY_WORD } from './recognise';

const LIST = vendor.conversation.spellings.get('participants') as Spelling;

/** Reads a conversation's fields and participants, the broken ones left out and reported. */
export function observe(
  { problems }: Pick<Collector, 'problems'>,
  source: JsonObject,
  pointer: string,
): Observation {
  const fields = read(vendor.conversation, { source, pointer, problems, copy: undefined });
  const list = source['participants'];
  const participants: Participant[] = [];
  if (Array.isArray(list)) {
    for (const [index, item] of list.entries()) {
      const participant = readParticipant({ problems }, item, pointer + stepTo(LIST, index));
      if (participant !== undefined) participants.push(participant);
    }
  }
  const media = mediaOfUri(fields.selfUri);
  const form = 'document';
  return media === undefined
    ? { form, pointer, fields, participants }
    : { form, pointer, media, fields, participants };
}

export function readParticipant(
  { problems }: Pick<Collector, 'problems'>,
  value: Json,
  pointer: string,
): Participant | undefined {
  if (!isObject(value)) {
    const message = `Not a participant: ${quote(value)}`;
    report(problems, { code: 'unreadable-participant', message, pointer });
    return undefined;
  }
  const model = hasMessageContent(value) ? vendor.messageParticipant : vendor.participant;
  return read(model, { source: value, pointer, problems, copy: undefined });
}

export function setMoment(observation: Observation, moment: Moment | undefined): void {
  if (moment === undefined) return;
  observation.at = moment.at;
  observation.atPointer = moment.pointer;
}

/** Whether a participant is of the flat form, which has its state on itself. */
export function isFlat(participant: Participant): boolean {
  if (vendor.MEDIA_ARRAYS.some(([name]) => (participant[name] ?? []).length > 0)) return false;
  if (participant.sessions !== undefined || participant.userUri !== undefined) return false;
  return FLAT_NAMES.some((name) => participant[name] !== undefined);
}

const FLAT_NAMES = [
  'state',
  'held',
  'provider',
  'peer',
  'user',
  'queue',
  'team',
  'direction',
  'startAlertingTime',
  'cobrowseSessionId',
  'messageDetails',
] as const;

const MEDIA_URI = /^\/api\/v2\/conversations\/([a-z]+)\//i;

/** A media conversation's own address tells its medium: `/api/v2/conversations/chats/{id}`. */
function mediaOfUri(uri: string | undefined): string | undefined {
  const word = uri === undefined ? undefined : MEDIA_URI.exec(uri)?.[1];
  return word === undefined ? undefined : MEDIA_BY_WORD.get(word.toLowerCase());
}
