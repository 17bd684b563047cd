import { needlesOf } from '../../../core/view/folded';
import { unquoted } from '../state/unquoted';

/** From so many conversations on, looking at each of them is no answer to somebody who types. */
export const MANY = 50_000;
/** What is looked up by an index has so many letters. */
export const LEAST = 3;

/** Two signs are a whole name in some scripts: these are looked for all the same. */
const ALPHABETIC = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}\p{S}]+$/u;

/** Whether no index helps with any of the words; one that it helps with finds, and the others choose from that. */
export function isTooShort(text: string): boolean {
  const words = needlesOf(unquoted(text));
  return words.length > 0 && words.every((word) => Array.from(word).length < LEAST && ALPHABETIC.test(word));
}
