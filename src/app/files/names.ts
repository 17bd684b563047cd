import { pasteWords } from '../words/paste';

/** A ZIP file or a drop may hold thousands. */
const MOST_NAMED = 5;

/** The files by their names, so many of them as anybody reads. */
export function namesOf(files: readonly { name: string }[]): string {
  const names = files
    .slice(0, MOST_NAMED)
    .map(({ name }) => name)
    .join(', ');
  const more = files.length - MOST_NAMED;
  return more > 0 ? names + pasteWords.more(more) : names;
}
