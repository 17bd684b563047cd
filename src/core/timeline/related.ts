import type { Communication, Participant } from '../model/conversation';
import type { Leg } from './facts';

/** Fields of communications and participants, and all but the first of recorded segments, that name another participant. */
export const RELATED = [
  'consultParticipantId',
  'monitoredParticipantId',
  'coachedParticipantId',
  'bargedParticipantId',
] as const;

type Naming = Pick<Participant, (typeof RELATED)[number]>;

/** Each by its name, not by a variable, which takes the engine many times as long: it is asked of all that is read. */
function names(owner: Naming): boolean {
  return (
    owner.consultParticipantId !== undefined ||
    owner.monitoredParticipantId !== undefined ||
    owner.coachedParticipantId !== undefined ||
    owner.bargedParticipantId !== undefined
  );
}

function namesAnyone(owner: Participant | Communication): boolean {
  return names(owner) || owner.controlling !== undefined;
}

/** Whether some look at a lane names another participant: most do not, and need none of the rules for ties. */
export function namesOthers(looks: readonly { participant: Participant }[], legs: readonly Leg[]): boolean {
  return looks.some(({ participant }) => namesAnyone(participant)) || legs.some(legNamesOthers);
}

function legNamesOthers({ states }: Leg): boolean {
  return states.some(
    ({ communication }) =>
      communication !== undefined &&
      (namesAnyone(communication) || (communication.segments?.some(names) ?? false)),
  );
}
