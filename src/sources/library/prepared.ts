import { relocate } from '../../core/export/relocate';
import { factsOf } from '../../core/facts/facts';
import { hashBytes } from '../../core/hash';
import type { Conversation } from '../../core/model/conversation';
import type { Facts, HourShare } from '../../core/model/facts';
import type { Instant } from '../../core/model/time';
import { ALL_CHOICES, valuesOf } from '../choices';
import { MEASURES } from '../memory/match';
import type { Choice } from '../source';
import { packDocument, packLook, packRow } from './pack';
import { attributeToken, searchedWords } from './searched';

/** A value of a choice that a conversation has, and for queues and users its share. */
export interface PreparedValue {
  choice: Choice;
  value: string;
  name?: string;
  hold: number;
  unanswered: number;
}

/** A conversation on its way into the library: all that costs time is done. Survives being posted. */
export interface Prepared {
  id: string;
  /** In small letters, as titles are sorted. */
  title: string;
  start: Instant | null;
  /** In the order of `MEASURES`. */
  figures: (number | null)[];
  values: PreparedValue[];
  /** Each word that it can be found by, once; see `searchedWords`. */
  words: string;
  /** Ids and attributes, to be found as a whole. */
  mentions: string;
  hours: HourShare[];
  /** Of each look in it, to know it again: a hash of all it says, places apart. */
  looks: number[];
  /** Its row in the list, packed. */
  row: Uint8Array;
  /** The conversation itself, packed. */
  bytes: Uint8Array;
}

/** A conversation, and of each look in it what it says, packed, with its hash. */
export interface Examined {
  conversation: Conversation;
  packed: Uint8Array[];
  looks: number[];
}

/** The same look at another place of another file has the same hash. */
export function examine(conversation: Conversation): Examined {
  const packed = conversation.observations.map(packLook);
  return { conversation, packed, looks: packed.map(hashBytes) };
}

/** The values of all choices, each once; shares of what has the same value are summed. */
function preparedValues(facts: Facts): PreparedValue[] {
  const known = new Map<string, PreparedValue>();
  for (const choice of ALL_CHOICES) {
    for (const { value, name } of valuesOf(facts, choice)) {
      const key = `${choice} ${value}`;
      const before = known.get(key);
      if (!before) known.set(key, { choice, value, ...(name ? { name } : {}), hold: 0, unanswered: 0 });
      else if (name) before.name ??= name;
    }
  }
  for (const [choice, shares] of [
    ['queue', facts.queues],
    ['user', facts.users],
  ] as const) {
    for (const { id, name, hold, unanswered } of shares) {
      const one = known.get(`${choice} ${id ?? name}`);
      if (!one) continue;
      one.hold += hold;
      one.unanswered += unanswered;
    }
  }
  return [...known.values()];
}

/** Works out everything that is stored of a conversation. */
export function prepare({ conversation, packed, looks }: Examined): Prepared {
  const facts = factsOf(conversation);
  return {
    id: conversation.id,
    title: facts.title.toLowerCase(),
    start: facts.start ?? null,
    figures: MEASURES.map((measure) => facts[measure] ?? null),
    values: preparedValues(facts),
    words: searchedWords(facts.text),
    mentions: [...facts.ids, ...facts.attributes.map(attributeToken)].join(' '),
    hours: facts.hours,
    looks,
    row: packRow(facts),
    bytes: packDocument(conversation.id, packed),
  };
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
  // Pointers of several inputs would name the same places.
  return examine(relocate({ ...known, observations: [...known.observations, ...added] }));
}
