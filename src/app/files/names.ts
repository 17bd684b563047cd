import { pasteWords } from '../words/paste';

/** So many names anybody reads, where a ZIP file or a drop may hold thousands. */
export const MOST_NAMED = 5;

/** The files by their names, the first of them. */
export function namesOf(files: readonly { name: string }[]): string {
  const names = files
    .slice(0, MOST_NAMED)
    .map(({ name }) => name)
    .join(', ');
  const more = files.length - MOST_NAMED;
  return more > 0 ? names + pasteWords.more(more) : names;
}
