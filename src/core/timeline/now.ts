import type {
  Communication,
  ConversationFields,
  Observation,
  Participant,
  RecordedSegment,
} from '../model/conversation';
import type { Origin } from '../model/field';
import type { Instant } from '../model/time';
import { eachLeg } from './communications';
import { type Look, pointerTo } from './facts';
import { segmentTypeOf } from './words';

/**
 * The latest instant in the data: what `now` is when the caller names none. Planned and scheduled times
 * do not count, for they lay ahead when the data was taken. Undefined when there is no instant at all.
 */
export function latestInstant(looks: readonly Look[]): Instant | undefined {
  const latest: Latest = { at: -Infinity };
  for (const { at, observation } of looks) {
    take(latest, at);
    takeAll(latest, observation);
  }
  return latest.at === -Infinity ? undefined : latest.at;
}

/** The latest instant that one observation tells, by the same rules: it was not taken before that. */
export function latestTold(observation: Observation): Instant {
  const latest: Latest = { at: -Infinity };
  takeAll(latest, observation);
  return latest.at;
}

function takeAll(latest: Latest, { fields, fact, participants }: Observation): void {
  take(latest, fields.startTime);
  take(latest, fields.endTime);
  take(latest, fact?.eventTime);
  for (const transfer of fields.recentTransfers ?? []) take(latest, transfer.dateIssued);
  takeEvaluations(fields, latest);
  const takeLeg = (communication: Communication): void => takeCommunication(communication, latest);
  for (const participant of participants) {
    takeParticipant(participant, latest);
    eachLeg(participant, takeLeg);
  }
}

/**
 * Where an instant stands that `latestInstant` found. Few evidence names it, so it is looked for only then, and
 * by its value: all that was read as a time is a number.
 */
export function placeOf(instant: Instant, looks: readonly Look[]): string[] {
  const place = looks.find(({ at }) => at === instant)?.atPointer ?? placeIn(looks, instant);
  return place === undefined ? [] : [place];
}

function placeIn(value: object, instant: Instant): string | undefined {
  // Of every object a list of its pairs would be made otherwise, and nearly all are passed by.
  for (const name in value) {
    const item: unknown = value[name as keyof typeof value];
    // What was not read has no pointer of its own, and its numbers are no times.
    if (item === instant && name !== 'resumeTime' && 'pointer' in value)
      return pointerTo(value as Origin, name);
    const within = typeof item === 'object' && item !== null ? placeIn(item, instant) : undefined;
    if (within !== undefined) return within;
  }
  return undefined;
}

/** Of what has been seen so far. */
interface Latest {
  at: Instant;
}

function take(latest: Latest, at: Instant | undefined): void {
  if (at !== undefined && at > latest.at) latest.at = at;
}

/** What communications and participants have in common. */
function takeOwn(owner: Participant | Communication, latest: Latest): void {
  take(latest, owner.startTime);
  take(latest, owner.startAlertingTime);
  take(latest, owner.connectedTime);
  take(latest, owner.startHoldTime);
  take(latest, owner.parkTime);
  take(latest, owner.bargedTime);
  take(latest, owner.startAcwTime);
  take(latest, owner.endAcwTime);
  take(latest, owner.providerEventTime);
  take(latest, owner.wrapup?.endTime);
  take(latest, owner.afterCallWork?.startTime);
  take(latest, owner.afterCallWork?.endTime);
}

function takeParticipant(participant: Participant, latest: Latest): void {
  takeOwn(participant, latest);
  take(latest, participant.endTime);
  if (participant.messageDetails !== undefined) {
    for (const { messageTime } of participant.messageDetails) take(latest, messageTime);
  }
  takeEvaluations(participant, latest);
}

/** Analytics lists evaluations with the conversation, all else with the participant. */
function takeEvaluations({ evaluations }: ConversationFields | Participant, latest: Latest): void {
  for (const evaluation of evaluations ?? []) {
    take(latest, evaluation.assignedDate);
    take(latest, evaluation.dateAssigneeChanged);
    take(latest, evaluation.changedDate);
    take(latest, evaluation.submittedDate);
    take(latest, evaluation.releaseDate);
    take(latest, evaluation.eventTime);
    take(latest, evaluation.conversationDate);
    take(latest, evaluation.conversationEndDate);
  }
}

function takeCommunication(communication: Communication, latest: Latest): void {
  const { messages, metrics, segments } = communication;
  takeOwn(communication, latest);
  take(latest, communication.disconnectedTime);
  if (messages !== undefined) for (const { messageTime } of messages) take(latest, messageTime);
  if (metrics !== undefined) for (const { emitDate } of metrics) take(latest, emitDate);
  if (segments !== undefined) for (const record of segments) takeSegment(record, latest);
}

/** A scheduled segment ends when it is to end, which may lie ahead. */
function takeSegment({ startTime, endTime, type }: RecordedSegment, latest: Latest): void {
  take(latest, startTime);
  if (segmentTypeOf(type) !== 'scheduled') take(latest, endTime);
}
