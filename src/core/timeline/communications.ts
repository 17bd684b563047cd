import type { Communication, Participant } from '../model/conversation';
import { mediaOf } from './words';

/** A communication of a participant, with its medium. */
export interface Found {
  communication: Communication;
  media: string;
}

type TakeList = (list: readonly Communication[], media: string) => void;

/**
 * Calls back for each array of communications that a participant has, in the order of the media. The names are
 * written out, as the engine finds what it is asked for by name sooner than by a variable.
 */
export function eachList(participant: Participant, take: TakeList): void {
  offer(participant.calls, 'call', take);
  offer(participant.callbacks, 'callback', take);
  offer(participant.messages, 'message', take);
  offer(participant.chats, 'chat', take);
  offer(participant.emails, 'email', take);
  offer(participant.cobrowsesessions, 'cobrowse', take);
  offer(participant.internalMessages, 'internal-message', take);
  offer(participant.screenMonitorings, 'screen-monitoring', take);
  offer(participant.screenshares, 'screenshare', take);
  offer(participant.socialExpressions, 'social', take);
  offer(participant.videos, 'video', take);
}

function offer(list: readonly Communication[] | undefined, media: string, take: TakeList): void {
  if (list !== undefined && list.length > 0) take(list, media);
}

/** Calls back for each communication of a participant, of all media, and for each of its sessions. */
export function eachLeg(participant: Participant, take: (leg: Communication) => void): void {
  const takeAll = (legs: readonly Communication[]): void => {
    for (const leg of legs) take(leg);
  };
  eachList(participant, takeAll);
  if (participant.sessions !== undefined) takeAll(participant.sessions);
}

/**
 * A participant's communications with their media; content that merely looks like one is passed over. One
 * that is known from before may leave out what makes it one.
 */
export function communicationsOf(
  participant: Participant,
  isKnown: (found: Found) => boolean,
): readonly Found[] {
  const found: Found[] = [];
  eachList(participant, (list, media) => {
    for (const communication of list) {
      const one = { communication, media };
      if (isLeg(communication) || isKnown(one)) found.push(one);
    }
  });
  if (participant.sessions !== undefined) {
    for (const session of participant.sessions)
      found.push({ communication: session, media: mediaOfSession(session) });
  }
  return found;
}

function mediaOfSession({ mediaType }: Communication): string {
  return mediaOf(mediaType) ?? (mediaType === undefined ? 'unknown' : mediaType.toLowerCase());
}

function isLeg(communication: Communication): boolean {
  return (
    communication.state !== undefined ||
    communication.segments !== undefined ||
    communication.connectedTime !== undefined ||
    communication.disconnectedTime !== undefined ||
    communication.startAlertingTime !== undefined ||
    communication.startHoldTime !== undefined ||
    communication.startTime !== undefined
  );
}
