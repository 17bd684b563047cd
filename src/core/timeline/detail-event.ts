import type { Communication, DetailEvent, Participant, Wrapup } from '../model/conversation';
import type { Entry, Json } from '../model/field';
import type { SegmentType } from '../model/timeline';
import type { Look } from './facts';
import { plainWord } from './purpose';
import { segmentTypeOf } from './words';

/** A fact that tells no time has that of its look, which its envelope told. */
export function timed(fact: DetailEvent, { at, atPointer }: Look): DetailEvent {
  return fact.eventTime === undefined && at !== undefined && atPointer !== undefined
    ? { ...fact, eventTime: at, spelled: [['eventTime', atPointer], ...(fact.spelled ?? [])] }
    : fact;
}

/**
 * A detail event as the participant it speaks of, so that it folds like every other look: a start fact
 * opens the leg (its stretch has the name of the purpose), an end fact closes it.
 */
export function participantOf(fact: DetailEvent, name: string): Participant {
  const [subject = '', edge] = name.split('.');
  const participant: Participant = { pointer: fact.pointer };
  // Facts of attributes and the like do not say whose they are, nor of which leg.
  const purpose = WRAPPED_UP.includes(subject) ? 'user' : (edge && subject) || undefined;
  const unknown = unknownOf(fact);
  if (purpose !== undefined) participant.purpose = purpose;
  if (purpose !== undefined || fact.sessionId !== undefined)
    participant.sessions = [sessionOf(fact, name, unknown)];
  else if (unknown !== undefined) participant.unknownFields = unknown;
  if (fact.participantId !== undefined) participant.id = fact.participantId;
  for (const key of OF_PARTICIPANT)
    if (fact[key] !== undefined) Object.assign(participant, { [key]: fact[key] });
  participant.spelled = [['id', spelledAs(fact, 'participantId')], ...(fact.spelled ?? [])];
  return participant;
}

/** What neither a participant nor a session has, and what is not known at all. */
function unknownOf(fact: DetailEvent): Entry[] | undefined {
  const others = OTHERS.filter((key) => fact[key] !== undefined);
  if (fact.unknownFields === undefined && others.length === 0) return undefined;
  const kept = others.map((key): Entry => [spelledAs(fact, key), fact[key] as Json]);
  return [...kept, ...(fact.unknownFields ?? [])];
}

function sessionOf(fact: DetailEvent, name: string, unknown: Entry[] | undefined): Communication {
  const session: Communication = { pointer: fact.pointer };
  const renamed: Entry<string>[] = [['id', spelledAs(fact, 'sessionId')]];
  if (fact.sessionId !== undefined) session.id = fact.sessionId;
  for (const key of OF_SESSION) if (fact[key] !== undefined) session[key] = fact[key];
  if (fact.eventTime !== undefined) {
    for (const time of timesOf(name)) {
      session[time] = fact.eventTime;
      renamed.push([time, spelledAs(fact, 'eventTime')]);
    }
  }
  const wrapup = WRAPPED_UP.includes(name) ? wrapupOf(fact) : undefined;
  if (wrapup !== undefined) session.wrapup = wrapup;
  if (unknown !== undefined) session.unknownFields = unknown;
  session.spelled = [...renamed, ...(fact.spelled ?? [])];
  return session;
}

/** Which times of the session the time of a fact is. */
function timesOf(name: string): readonly ('startTime' | 'connectedTime' | 'disconnectedTime')[] {
  const edge = name.split('.')[1];
  if (edge === 'start') return ['startTime', 'connectedTime'];
  return edge === 'end' ? ['disconnectedTime'] : [];
}

/** Facts that are told when somebody has wrapped up. */
const WRAPPED_UP: readonly string[] = ['wrapup', 'acw'];

function wrapupOf(fact: DetailEvent): Wrapup | undefined {
  const { wrapupCode, wrapupNotes, eventTime, pointer } = fact;
  if (wrapupCode === undefined && wrapupNotes === undefined) return undefined;
  const wrapup: Wrapup = { pointer };
  if (wrapupCode !== undefined) wrapup.code = wrapupCode;
  if (wrapupNotes !== undefined) wrapup.notes = wrapupNotes;
  if (eventTime !== undefined) wrapup.endTime = eventTime;
  wrapup.spelled = [
    ['code', spelledAs(fact, 'wrapupCode')],
    ['notes', spelledAs(fact, 'wrapupNotes')],
    ['endTime', spelledAs(fact, 'eventTime')],
  ];
  return wrapup;
}

function spelledAs({ spelled }: DetailEvent, name: keyof DetailEvent): string {
  return spelled?.find(([canonical]) => canonical === name)?.[1] ?? name;
}

const OF_PARTICIPANT = [
  'attributes',
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

const OF_SESSION = [
  'mediaType',
  'direction',
  'provider',
  'ani',
  'dnis',
  'disconnectType',
  'addressTo',
  'addressFrom',
  'addressSelf',
  'addressOther',
  'subject',
  'messageType',
  'flowName',
  'flowOutType',
] as const;

/** What neither a participant nor a session has: kept beside what is not known at all. */
const OTHERS = [
  'divisionId',
  'conversationExternalContactIds',
  'conversationExternalOrganizationIds',
  'flowId',
  'flowType',
  'flowVersion',
] as const;

// `heldDurationMs` and the like: a length without a place.
const DURATION = /^(\w+?)_?duration_?ms$/i;
// What is no word of a recorded segment.
const TALK = /^(interacting|connected|talk(ing)?)$/;
const WAIT = /^(queued|acd)$/;

function typeOf(word: string): SegmentType {
  return TALK.test(word) ? 'connected' : WAIT.test(word) ? 'queued' : segmentTypeOf(word);
}

/**
 * Whether the end of a user's leg tells that nobody answered: it states how long the offer rang, and no
 * length of any talk or hold. The start of the leg is then not the start of a connection.
 */
export function tellsUnanswered(fact: DetailEvent, name: string): boolean {
  if (name !== 'user.end') return false;
  const types = durationsOf(fact).flatMap(([, type, duration]) => (duration > 0 ? [type] : []));
  return types.includes('alerting') && !types.includes('connected') && !types.includes('hold');
}

/** Of a length that can be: some 30,000 years. What is longer is a field like any other. */
const LONGEST = 1e15;

/** The lengths that a detail event states: `[field name, type, milliseconds]`. */
export function durationsOf(fact: DetailEvent): [string, SegmentType, number][] {
  const result: [string, SegmentType, number][] = [];
  for (const [name, value] of fact.unknownFields ?? []) {
    const type = typeOf(plainWord(DURATION.exec(name)?.[1] ?? ''));
    if (type !== 'other' && typeof value === 'number' && value >= 0 && value < LONGEST)
      result.push([name, type, Math.round(value)]);
  }
  return result;
}
