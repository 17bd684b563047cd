import { factsOf } from '../../core/facts/facts';
import { hashBytes } from '../../core/hash';
import type { Conversation } from '../../core/model/conversation';
import type { Facts, HourShare, Named, Share } from '../../core/model/facts';
import type { Instant } from '../../core/model/time';
import { ALL_CHOICES, valuesOf, wellFormed } from '../choices';
import { folded } from '../../core/view/folded';
import { MEASURES } from '../memory/match';
import type { Choice } from '../source';
import { unlessDamaged } from './damaged';
import { looksIn, packDocument, packLook, packRow, unpackConversation } from './pack';
import { attributeToken, searchedWords } from './searched';

/** A value of a choice that a conversation has, and its share, as far as charts of that choice tell it. */
export interface PreparedValue {
  choice: Choice;
  value: string;
  name?: string;
  hold: number;
  unanswered: number;
}

/** A conversation as it is stored, of which nothing else is worked out yet: little to post. */
export interface Packed {
  id: string;
  /** Of each look in it, to know it again: a hash of all it says, places apart. */
  looks: number[];
  /** The conversation itself, packed. */
  bytes: Uint8Array;
  /** Looks that were stored of it and cannot be read any more: it may be written without them. */
  lost?: number[];
}

/** A conversation with what it is searched, sorted and counted by. */
export interface WorkedOut extends Packed {
  facts: Facts;
}

/** A conversation as it is written: all that costs time is done. */
export interface Prepared extends Packed {
  /** Folded, as titles are sorted. */
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
  /** Its row in the list, packed. */
  row: Uint8Array;
}

/** The same look at another place of another file has the same hash. */
export function examine({ id, observations }: Conversation): Packed {
  const looks = observations.map(packLook);
  const told = wellFormed(id);
  return { id: told, looks: looks.map(hashBytes), bytes: packDocument(told, looks) };
}

/** The values of all choices; shares of what has the same value are summed. */
function preparedValues(facts: Facts): PreparedValue[] {
  const all: PreparedValue[] = [];
  for (const choice of ALL_CHOICES) {
    for (const { value, name } of valuesOf(facts, choice)) {
      const one: PreparedValue = { choice, value, hold: 0, unanswered: 0 };
      if (name) one.name = name;
      all.push(one);
    }
  }
  const share = (choice: Choice, { id, name }: Named, figures: Partial<Share>) => {
    const shared = id ?? name;
    const one = all.find((each) => each.choice === choice && each.value === shared);
    if (!one) return;
    one.hold += Math.round(figures.hold ?? 0);
    one.unanswered += figures.unanswered ?? 0;
  };
  for (const queue of facts.queues) share('queue', queue, queue);
  for (const user of facts.users) {
    share('user', user, { hold: user.hold });
    share('unansweredBy', user, { unanswered: user.unanswered });
  }
  return all;
}

/** `conversation`: itself, where it is at hand. */
export function workOut(one: Packed, conversation = unpackConversation(one.bytes)): WorkedOut {
  return { ...one, facts: factsOf({ ...conversation, id: one.id }) };
}

/** The tables take no parts of a millisecond, which some lengths have that the data gives. */
function whole(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value);
}

function wholeHour({ hour, alerting, queued, talk, hold, parked, acw }: HourShare): HourShare {
  const { round } = Math;
  return {
    hour,
    alerting: round(alerting),
    queued: round(queued),
    talk: round(talk),
    hold: round(hold),
    parked: round(parked),
    acw: round(acw),
  };
}

export function finish({ facts, ...one }: WorkedOut): Prepared {
  return {
    ...one,
    title: folded(facts.title),
    start: facts.start ?? null,
    figures: MEASURES.map((measure) => whole(facts[measure])),
    values: preparedValues(facts),
    words: searchedWords(facts.text),
    mentions: [...facts.ids, ...facts.attributes.map(attributeToken)].join(' '),
    hours: facts.hours.map(wholeHour),
    row: packRow(facts),
  };
}

/** Both at once. */
export function prepare(one: Packed): Prepared {
  return finish(workOut(one));
}

/**
 * A conversation that is stored and other pieces of it, as one: looks that are there already add nothing. What came
 * twice within a piece stays twice, as between it may have been otherwise. What is damaged of those that are stored is
 * left out.
 */
export function joined(
  stored: Pick<Packed, 'looks' | 'bytes'>,
  pieces: readonly [Packed, ...Packed[]],
): Packed {
  const [{ id }] = pieces;
  const [whole = []] = unlessDamaged(() => looksIn(stored.bytes).looks);
  const there = new Set(stored.looks);
  const all = whole.filter((look) => there.has(hashBytes(look)));
  const known = new Set(all.map(hashBytes));
  const lost = stored.looks.filter((look) => !known.has(look));
  for (const { bytes } of pieces) {
    const fresh = looksIn(bytes).looks.filter((look) => !known.has(hashBytes(look)));
    for (const look of fresh) {
      known.add(hashBytes(look));
      all.push(look);
    }
  }
  const one = { id, looks: all.map(hashBytes), bytes: packDocument(id, all) };
  return lost.length > 0 ? { ...one, lost } : one;
}
