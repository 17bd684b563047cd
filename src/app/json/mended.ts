import { readDocuments } from '../../core/parse/json/documents';
import { seek, type Wanted } from '../../core/parse/json/recover';
import { soundDocuments } from '../../core/parse/json/sound';
import { offsetOf } from './offset';

/** Reading more than this once more is felt. */
const MENDED_CHARACTERS = 2_000_000;

/** Where values begin in a text that had to be mended: only its reader knows. Undefined where it was sound. */
export function startsIn(text: string): ((pointer: string) => number | undefined) | undefined {
  if (text.length > MENDED_CHARACTERS || soundDocuments(text)) return undefined;
  const { documents, count, sourceOf } = readDocuments(text);
  return (pointer) => {
    const steps = pointer.split('/').slice(1);
    const place = count === 1 ? 0 : Number(steps.shift() ?? -1);
    const source = sourceOf(documents.findIndex(({ index }) => index === place));
    if (!source) return undefined;
    const root: Wanted = { at: 0, within: new Map() };
    const asked = steps.reduce(enter, root);
    seek(source.text, root);
    return asked.at < 0 ? undefined : offsetOf(text, source.place.line, source.place.column) + asked.at;
  };
}

function enter({ within }: Wanted, step: string): Wanted {
  const next: Wanted = { at: -1, within: new Map() };
  within.set(step, next);
  return next;
}

/** What opens a text that JSON would have in double quotes, and what closes it. */
const OPENING = "'`\u2018\u201c";
const CLOSING = "'`\u2019\u201d";

/** Where a text in other quotes that begins at `from` ends; undefined of all else. */
export function quotedEnd(text: string, from: number): number | undefined {
  const quote = OPENING.indexOf(text.charAt(from));
  if (quote < 0 || from >= text.length) return undefined;
  const end = text.indexOf(CLOSING.charAt(quote), from + 1);
  return end < 0 ? text.length : end + 1;
}
