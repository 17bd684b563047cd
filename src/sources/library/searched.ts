import { hash } from '../../core/hash';
import { folded } from '../../core/view/folded';

/** What a word is looked up by: every three letters that follow one another, each once. */
export function trigramsOf(word: string): string[] {
  const letters = Array.from(word);
  const found = new Set<string>();
  for (let at = 0; at + 3 <= letters.length; at++) found.add(letters.slice(at, at + 3).join(''));
  return [...found];
}

/**
 * The words of a text, a line each, without those that stand within another: a search is for parts of words,
 * so that nothing is lost by that, and names that are told ten times are indexed once.
 */
export function searchedWords(text: string): string {
  const words = [...new Set(folded(text).split(SPACE))];
  words.sort((one, other) => other.length - one.length);
  // All are looked for in one text: one that grew with each word would be copied for each.
  const all = words.join('\n');
  let kept = '';
  let at = 0;
  for (const word of words) {
    if (all.indexOf(word) === at) kept += `${word}\n`;
    at += word.length + 1;
  }
  return kept;
}

const SPACE = /\s+/;

/**
 * An attribute as one word of the index of mentions: too long, and too many, to be kept there in full.
 * No id begins as it does.
 */
export function attributeToken({ name, value }: { name: string; value: string }): string {
  return `z${hash(JSON.stringify([name, value])).toString(36)}`;
}
