import type { Communication, DetailEvent, Participant } from '../model/conversation';
import type { Entry } from '../model/field';
import type { SegmentType } from '../model/timeline';
import { plainWord } from './purpose';

// Whose start and end a fact tells, by the first word of its name.
const PURPOSES: ReadonlyMap<string, string> = new Map([
  ['customer', 'customer'],
  ['acd', 'acd'],
  ['user', 'user'],
  ['flow', 'flow'],
  ['voicemail', 'voicemail'],
  ['acw', 'user'],
  ['wrapup', 'user'],
]);

/**
 * A detail event as the participant it speaks of, so that it folds like every other look: a start fact
 * opens the leg (its stretch has the name of the purpose), an end fact closes it.
 */
export function participantOf(fact: DetailEvent, name: string): Participant {
  const [subject = '', edge] = name.split('.');
  const communication: Communication = { pointer: fact.pointer };
  const renamed: Entry<string>[] = [];
  const rename = (to: string, from: keyof DetailEvent): void => {
    const spelled = fact.spelled?.find(([canonical]) => canonical === from)?.[1] ?? from;
    renamed.push([to, spelled]);
  };
  if (fact.sessionId !== undefined) communication.id = fact.sessionId;
  rename('id', 'sessionId');
  for (const key of ['mediaType', 'direction', 'provider', 'ani', 'dnis', 'disconnectType'] as const) {
    if (fact[key] !== undefined) communication[key] = fact[key];
  }
  if (fact.eventTime !== undefined && edge === 'start') {
    Object.assign(communication, { startTime: fact.eventTime, connectedTime: fact.eventTime });
    rename('startTime', 'eventTime');
    rename('connectedTime', 'eventTime');
  }
  if (fact.eventTime !== undefined && edge === 'end') {
    communication.disconnectedTime = fact.eventTime;
    rename('disconnectedTime', 'eventTime');
  }
  if (fact.unknownFields !== undefined) communication.unknownFields = fact.unknownFields;
  communication.spelled = [...renamed, ...(fact.spelled ?? [])];
  const participant: Participant = { pointer: fact.pointer, sessions: [communication] };
  participant.purpose = PURPOSES.get(subject) ?? subject;
  if (fact.participantId !== undefined) participant.id = fact.participantId;
  for (const key of COPIED) if (fact[key] !== undefined) participant[key] = fact[key];
  const id = fact.spelled?.find(([canonical]) => canonical === 'participantId')?.[1] ?? 'participantId';
  participant.spelled = [['id', id], ...(fact.spelled ?? [])];
  return participant;
}

const COPIED = [
  'userId',
  'queueId',
  'teamId',
  'groupId',
  'externalContactId',
  'externalOrganizationId',
  'ani',
  'dnis',
  'flaggedReason',
] as const;

// `heldDurationMs` and the like: a length without a place.
const DURATION = /^(\w+?)_?duration_?ms$/i;
const TYPES: ReadonlyMap<string, SegmentType> = new Map([
  ['interacting', 'connected'],
  ['connected', 'connected'],
  ['talk', 'connected'],
  ['talking', 'connected'],
  ['held', 'hold'],
  ['hold', 'hold'],
  ['alerting', 'alerting'],
  ['alert', 'alerting'],
  ['dialing', 'dialing'],
  ['contacting', 'contacting'],
  ['ivr', 'ivr'],
  ['queued', 'queued'],
  ['acd', 'queued'],
  ['voicemail', 'voicemail'],
  ['parked', 'parked'],
  ['park', 'parked'],
  ['acw', 'acw'],
  ['wrapup', 'acw'],
  ['aftercallwork', 'acw'],
]);

/**
 * Whether the end of a user's leg tells that nobody answered: it states how long the offer rang, and no
 * length of any talk or hold. The start of the leg is then not the start of a connection.
 */
export function tellsUnanswered(fact: DetailEvent, name: string): boolean {
  if (name !== 'user.end') return false;
  const types = durationsOf(fact).flatMap(([, type, duration]) => (duration > 0 ? [type] : []));
  return types.includes('alerting') && !types.includes('connected') && !types.includes('hold');
}

/** The lengths that a detail event states: `[field name, type, milliseconds]`. */
export function durationsOf(fact: DetailEvent): [string, SegmentType, number][] {
  const result: [string, SegmentType, number][] = [];
  for (const [name, value] of fact.unknownFields ?? []) {
    const word = DURATION.exec(name)?.[1];
    const type = word === undefined ? undefined : TYPES.get(plainWord(word));
    if (type !== undefined && typeof value === 'number' && value >= 0) result.push([name, type, value]);
  }
  return result;
}
