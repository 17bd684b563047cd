import type { Participant, RecordedSegment } from '../model/conversation';
import type { Instant } from '../model/time';
import type { Look } from './facts';
import { communicationsOf } from './gather';
import { plainWord } from './words';

/**
 * The latest instant in the data: what `now` is when the caller names none. Planned and scheduled times
 * do not count, for they lay ahead when the data was taken. Undefined when there is no instant at all.
 */
export function latestInstant(looks: readonly Look[]): Instant | undefined {
  let latest = -Infinity;
  const take = (at: Instant | undefined): void => {
    if (at !== undefined && at > latest) latest = at;
  };
  for (const { at, observation } of looks) {
    const { fields, participants, fact } = observation;
    take(at);
    take(fields.startTime);
    take(fields.endTime);
    take(fact?.eventTime);
    for (const transfer of fields.recentTransfers ?? []) take(transfer.dateIssued);
    for (const participant of participants) takeParticipant(participant, take);
  }
  return latest === -Infinity ? undefined : latest;
}

const OWN_TIMES = [
  'startTime',
  'startAlertingTime',
  'connectedTime',
  'startHoldTime',
  'parkTime',
  'startAcwTime',
  'endAcwTime',
  'providerEventTime',
] as const;

type Take = (at: Instant | undefined) => void;

function takeParticipant(participant: Participant, take: Take): void {
  for (const name of OWN_TIMES) take(participant[name]);
  take(participant.endTime);
  take(participant.wrapup?.endTime);
  for (const { messageTime } of participant.messageDetails ?? []) take(messageTime);
  for (const { assignedDate, changedDate, submittedDate, releaseDate } of participant.evaluations ?? []) {
    for (const at of [assignedDate, changedDate, submittedDate, releaseDate]) take(at);
  }
  for (const { communication } of communicationsOf(participant)) {
    for (const name of OWN_TIMES) take(communication[name]);
    take(communication.disconnectedTime);
    take(communication.afterCallWork?.startTime);
    take(communication.afterCallWork?.endTime);
    take(communication.wrapup?.endTime);
    for (const { messageTime } of communication.messages ?? []) take(messageTime);
    for (const { emitDate } of communication.metrics ?? []) take(emitDate);
    for (const record of communication.segments ?? []) takeSegment(record, take);
  }
}

/** A scheduled segment ends when it is to end, which may lie ahead. */
function takeSegment({ startTime, endTime, type }: RecordedSegment, take: Take): void {
  take(startTime);
  const word = plainWord(type ?? '');
  if (word !== 'scheduled' && word !== 'callback') take(endTime);
}
