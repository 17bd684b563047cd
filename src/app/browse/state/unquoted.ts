/** Quotation marks before and after words. */
const QUOTES = /(?<=^|\s)["“”„«»]+|["“”„«»]+(?=\s|$)/g;

/**
 * What is looked for of what was typed. Marks around several words, as are put around a name elsewhere, stand in no
 * name: with them nothing would be found.
 */
export function unquoted(text: string): string {
  return text.replace(QUOTES, '').trim();
}
