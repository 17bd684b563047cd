/** Accents, dots and strokes over and under letters, apart from them. */
const MARKS = /[\u0300-\u036f]/g;
// oxlint-disable-next-line no-control-regex -- all that is written without marks
const PLAIN = /^[\0-\x7f]*$/;

/**
 * Text as it is searched and sorted: whatever its case, with or without accents, and however its letters are put
 * together. Who looks for Zoé types `zoe`.
 */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const bare = text.toLowerCase().normalize('NFD').replace(MARKS, '');
  // Together again, as writing that has its own marks is kept. The same letter ends a Greek word in another form.
  return bare.normalize('NFC').replaceAll('ς', 'σ');
}

/** The words of a search, each to be found somewhere. */
export function needlesOf(text: string): string[] {
  return folded(text).split(/\s+/).filter(Boolean);
}
