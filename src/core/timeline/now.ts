import type { Communication, Participant, RecordedSegment } from '../model/conversation';
import type { Instant } from '../model/time';
import type { Look } from './facts';
import type { LaneDraft } from './gather';
import { plainWord } from './purpose';

/**
 * The latest instant in the data: what `now` is when the caller names none. Planned and scheduled times
 * do not count, for they lay ahead when the data was taken. Undefined when there is no instant at all.
 */
export function latestInstant(looks: readonly Look[], lanes: readonly LaneDraft[]): Instant | undefined {
  let latest = -Infinity;
  const take = (at: Instant | undefined): void => {
    if (at !== undefined && at > latest) latest = at;
  };
  for (const { at, observation } of looks) {
    const { fields, fact } = observation;
    take(at);
    take(fields.startTime);
    take(fields.endTime);
    take(fact?.eventTime);
    for (const transfer of fields.recentTransfers ?? []) take(transfer.dateIssued);
  }
  for (const { states } of lanes) {
    for (const { participant, found } of states) {
      takeParticipant(participant, take);
      for (const { communication } of found) takeCommunication(communication, take);
    }
  }
  return latest === -Infinity ? undefined : latest;
}

type Take = (at: Instant | undefined) => void;

/** What communications and participants have in common. */
function takeOwn(owner: Participant | Communication, take: Take): void {
  take(owner.startTime);
  take(owner.startAlertingTime);
  take(owner.connectedTime);
  take(owner.startHoldTime);
  take(owner.parkTime);
  take(owner.startAcwTime);
  take(owner.endAcwTime);
  take(owner.providerEventTime);
  take(owner.wrapup?.endTime);
}

function takeParticipant(participant: Participant, take: Take): void {
  takeOwn(participant, take);
  take(participant.endTime);
  if (participant.messageDetails !== undefined) {
    for (const { messageTime } of participant.messageDetails) take(messageTime);
  }
  for (const { assignedDate, changedDate, submittedDate, releaseDate } of participant.evaluations ?? []) {
    for (const at of [assignedDate, changedDate, submittedDate, releaseDate]) take(at);
  }
}

function takeCommunication(communication: Communication, take: Take): void {
  const { afterCallWork, messages, metrics, segments } = communication;
  takeOwn(communication, take);
  take(communication.disconnectedTime);
  take(afterCallWork?.startTime);
  take(afterCallWork?.endTime);
  if (messages !== undefined) for (const { messageTime } of messages) take(messageTime);
  if (metrics !== undefined) for (const { emitDate } of metrics) take(emitDate);
  if (segments !== undefined) for (const record of segments) takeSegment(record, take);
}

/** A scheduled segment ends when it is to end, which may lie ahead. */
function takeSegment({ startTime, endTime, type }: RecordedSegment, take: Take): void {
  take(startTime);
  const word = plainWord(type ?? '');
  if (word !== 'scheduled' && word !== 'callback') take(endTime);
}
