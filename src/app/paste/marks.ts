import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { FoundProblem } from '../../workers/messages';
import { problemText } from '../problems/problemText';
import type { Read } from './box';
import { placesIn } from './place';

/** The part that a problem's place begins: up to the next blank or sign, at least one character. */
function partAt(doc: Text, from: number): { from: number; to: number } {
  const rest = doc.lineAt(from).text.slice(from - doc.lineAt(from).from);
  const length = /^("(?:[^"\\]|\\.)*"?|[^\s,:{}[\]"]+|.)/u.exec(rest)?.[0].length ?? 0;
  if (length > 0) return { from, to: from + length };
  // The end of a line or of the text: the character before it is marked.
  return { from: Math.max(0, from - 1), to: from };
}

/** More marks than these nobody looks at, and each costs. */
const MARKED = 500;

function diagnosticsOf(doc: Text, problems: readonly FoundProblem[]): Diagnostic[] {
  const placeOf = placesIn(doc.toString());
  return problems.slice(0, MARKED).flatMap((found) => {
    const at = placeOf(found.problem);
    if (at === undefined) return [];
    const { severity } = found.problem;
    return [{ ...partAt(doc, Math.min(at, doc.length)), severity, message: problemText(found) }];
  });
}

/** CodeMirror ends every line the same way. */
function isSameText(doc: Text, text: string): boolean {
  return doc.toString() === text.replaceAll(/\r\n?/g, '\n');
}

/** The marks for what reading found, unless it was typed on meanwhile: those are places of another text. */
export function marksFor(doc: Text, read: Read | undefined): Diagnostic[] {
  return read && isSameText(doc, read.text) ? diagnosticsOf(doc, read.problems) : [];
}
