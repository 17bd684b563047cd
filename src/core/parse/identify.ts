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

/** 53 bits in hex (cyrb53): enough to tell pastes apart, and nothing of the text can be read from it. */
function fingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const value = 4294967296 * (2097151 & low) + (high >>> 0);
  return value.toString(16).padStart(14, '0');
}
