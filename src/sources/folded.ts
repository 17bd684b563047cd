/** Text as it is compared when searched: whatever its case, and however its letters are put together. */
export function folded(text: string): string {
  // The same letter at the end of a Greek word, of which any part may be searched for.
  return text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
}
