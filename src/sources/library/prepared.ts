import { relocate } from '../../core/export/relocate';
import { factsOf } from '../../core/facts/facts';
import type { Conversation, Observation } from '../../core/model/conversation';
import type { Facts } from '../../core/model/facts';

/** A conversation on its way into the library: all that costs time is done. Survives being posted. */
export interface Prepared {
  id: string;
  facts: Facts;
  /** Of each look in it, to know it again: a hash of all it says, places apart. */
  looks: number[];
  /** The conversation as JSON, compressed. */
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

/** The same look at another place of another file has the same hash. */
export function looksOf(conversation: Conversation): number[] {
  return conversation.observations.map((observation) => {
    const [alone] = relocate({ ...conversation, observations: [observation] }).observations;
    return hash(JSON.stringify(alone));
  });
}

async function through(bytes: Uint8Array, by: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const body = new Response(new Uint8Array(bytes)).body;
  if (!body) return new Uint8Array();
  return new Uint8Array(await new Response(body.pipeThrough(by)).arrayBuffer());
}

/** The conversation of a stored document. */
export async function unpack(bytes: Uint8Array): Promise<Conversation> {
  const plain = await through(bytes, new DecompressionStream('deflate-raw'));
  // Written by `prepare`, so it is what it claims to be.
  const conversation: Conversation = JSON.parse(new TextDecoder().decode(plain));
  return conversation;
}

/** Works out everything that is stored of a conversation. */
export async function prepare(conversation: Conversation, looks = looksOf(conversation)): Promise<Prepared> {
  const moved = relocate(conversation);
  const text = new TextEncoder().encode(JSON.stringify(moved));
  const bytes = await through(text, new CompressionStream('deflate-raw'));
  return { id: conversation.id, facts: factsOf(moved), looks, bytes };
}

/** Both as one: looks that are there already add nothing, new ones follow. */
export function joined(known: Conversation, more: Conversation): Conversation {
  const seen = new Set(looksOf(known));
  const looks = looksOf(more);
  const added: Observation[] = more.observations.filter((_, place) => {
    const look = looks[place] ?? 0;
    if (seen.has(look)) return false;
    seen.add(look);
    return true;
  });
  return { ...known, observations: [...known.observations, ...added] };
}
