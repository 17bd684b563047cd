import { hash } from '../hash';
import type { Participant } from '../model/conversation';

/**
 * The id of a conversation that names none: made of its participants' ids (else their purposes), so the
 * same participants give the same id in every order and every session. An event that stands alone goes by
 * its topic, too: nothing says that the same purposes under another topic are the same conversation.
 */
export function derivedId(participants: readonly Participant[], topic?: string): string {
  const names = participants
    .map((participant) => participant.id ?? `~${participant.purpose ?? ''}`)
    .toSorted();
  if (topic !== undefined) names.push(topic);
  return `participants-${fingerprint(names.join('\n'))}`;
}

/** In hex: enough to tell pastes apart, and nothing of the text can be read from it. */
function fingerprint(text: string): string {
  return hash(text).toString(16).padStart(14, '0');
}
