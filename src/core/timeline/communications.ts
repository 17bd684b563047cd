import type { Communication, Participant } from '../model/conversation';
import { MEDIA_ARRAYS } from '../model/vendor';
import { mediaOf } from './words';

/** A communication of a participant, with its medium. */
export interface Found {
  communication: Communication;
  media: string;
}

/** A flat participant, of which a stream has very many, has none of them: asked by name that is seen at once. */
export function hasLists(participant: Participant): boolean {
  return (
    participant.calls !== undefined ||
    participant.callbacks !== undefined ||
    participant.messages !== undefined ||
    participant.chats !== undefined ||
    participant.emails !== undefined ||
    participant.cobrowsesessions !== undefined ||
    participant.internalMessages !== undefined ||
    participant.screenMonitorings !== undefined ||
    participant.screenshares !== undefined ||
    participant.socialExpressions !== undefined ||
    participant.videos !== undefined
  );
}

/** Calls back for each array of communications that a participant has, in the order of the media. */
export function eachList(
  participant: Participant,
  take: (list: readonly Communication[], media: string) => void,
): void {
  for (const [name, media] of MEDIA_ARRAYS) {
    const list = participant[name];
    if (list !== undefined && list.length > 0) take(list, media);
  }
}

const NONE: readonly Found[] = [];

/** A participant's communications with their media; content that merely looks like one is passed over. */
export function communicationsOf(participant: Participant): readonly Found[] {
  const { sessions } = participant;
  const isListed = hasLists(participant);
  if (sessions === undefined && !isListed) return NONE;
  const found: Found[] = [];
  if (isListed) addListed(found, participant);
  if (sessions !== undefined) for (const session of sessions) found.push(foundSession(session));
  return found;
}

function foundSession(communication: Communication): Found {
  const word = communication.mediaType;
  const media = mediaOf(word) ?? (word === undefined ? 'unknown' : word.toLowerCase());
  return { communication, media };
}

function addListed(found: Found[], participant: Participant): void {
  eachList(participant, (list, media) => {
    for (const communication of list) if (isLeg(communication)) found.push({ communication, media });
  });
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
