import { relocate } from '../../core/export/relocate';
import { factsOf } from '../../core/facts/facts';
import type { Conversation } from '../../core/model/conversation';
import type { Facts } from '../../core/model/facts';
import { packConversation, packRow } from './pack';

/** A conversation on its way into the library: all that costs time is done. Survives being posted. */
export interface Prepared {
  id: string;
  facts: Facts;
  /** Of each look in it, to know it again: a hash of all it says, places apart. */
  looks: number[];
  /** Its row in the list, packed. */
  row: Uint8Array;
  /** The conversation itself, packed. */
  bytes: Uint8Array;
}

/** A 53-bit hash of a text (cyrb53): enough to know a look again among those of one conversation. */
function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** A conversation whose pointers name places in its own export, and a hash of each look in it. */
export interface Examined {
  conversation: Conversation;
  looks: number[];
}

/** The same look at another place of another file has the same hash. */
export function examine(given: Conversation): Examined {
  const conversation = relocate(given);
  const looks = conversation.observations.map((observation, place) => {
    // As it is when it stands alone, which the first one does already.
    const [alone] =
      place === 0 ? [observation] : relocate({ ...conversation, observations: [observation] }).observations;
    return hash(JSON.stringify(alone));
  });
  return { conversation, looks };
}

/** Works out everything that is stored of a conversation. */
export function prepare({ conversation, looks }: Examined): Prepared {
  const facts = factsOf(conversation);
  return { id: conversation.id, facts, looks, row: packRow(facts), bytes: packConversation(conversation) };
}

/** Both as one: looks that are there already add nothing, new ones follow. */
export function joined(known: Conversation, { conversation, looks }: Examined): Examined {
  const seen = new Set(examine(known).looks);
  const added = conversation.observations.filter((_, place) => {
    const look = looks[place] ?? 0;
    if (seen.has(look)) return false;
    seen.add(look);
    return true;
  });
  return examine({ ...known, observations: [...known.observations, ...added] });
}
