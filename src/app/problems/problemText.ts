import type { FoundProblem } from '../../workers/messages';
import { words } from '../words';

/** `<file>: <message>, line 4, column 7`, or the JSON Pointer where the line isn't known. */
export function problemText({ problem, file }: FoundProblem): string {
  const message = problem.message.replace(/[.\s]+$/, '');
  const placed = withPlace(message, problem);
  return file === undefined ? placed : `${file}: ${placed}`;
}

function withPlace(message: string, { line, column, pointers }: FoundProblem['problem']): string {
  if (line !== undefined) return words.problems.place(message, line, column);
  const [first, ...more] = pointers;
  if (first === undefined) return message;
  return words.problems.at(message, first === '' ? words.problems.wholeInput : first, more.length);
}
