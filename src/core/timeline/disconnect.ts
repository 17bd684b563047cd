/**
 * `disconnectType` comes in several spellings of one thing:
 *
 *     transfer.consult   consultTransfer   CONSULT_TRANSFER   TRANSFER_CONSULT   ──►   consult.transfer
 *
 * The raw text is shown; only comparisons use the normal form.
 */

/** Words of the vendor's enums (conversations, analytics, events, detail events). */
const KNOWN = new Set(
  [
    'endpoint client system timeout transfer conference consult forward noanswer notavailable dnd blind',
    'transport failure error peer other spam uncallable inactivity session expired unknown',
  ]
    .join(' ')
    .split(' '),
);

/** The words of a disconnect type in lower case, in order of the alphabet, joined by dots. */
export function normalDisconnect(text: string): string {
  const words = text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]/u)
    .filter((word) => word !== '')
    .join(' ')
    // Some spellings write these as one word, some as several, some in short.
    .replace(/\bdo ?not ?disturb\b/g, 'dnd')
    .replace(/\bno answer\b/g, 'noanswer')
    .replace(/\bnot available\b/g, 'notavailable');
  return words.split(' ').toSorted().join('.');
}

function words(text: string): readonly string[] {
  // Most texts are one word of the list, and need no taking apart.
  return KNOWN.has(text) ? [text] : normalDisconnect(text).split('.');
}

/** Whether the leg ended because it was handed on, in whatever way. */
export function isTransfer(text: string): boolean {
  return /transfer/i.test(text) && words(text).includes('transfer');
}

/** Whether the leg ended because nobody answered, with or without the offer being passed on. */
export function isNoAnswer(text: string): boolean {
  return words(text).includes('noanswer');
}

export function isErrorDisconnect(text: string): boolean {
  return /error|failure/i.test(text) && words(text).some((word) => word === 'error' || word === 'failure');
}

/** Whether every word is one of the vendor's; a new combination of known words is no news. */
export function isKnownDisconnect(text: string): boolean {
  return words(text).every((word) => KNOWN.has(word));
}
