import type { FoundProblem } from '../../workers/messages';
import { words } from '../words';

/** `<file>: <message>, line 4, column 7, at <JSON Pointer>`, as far as either is known. */
export function problemText({ problem, file }: FoundProblem): string {
  const message = problem.message.replace(/[.\s]+$/, '');
  const placed = withPlace(message, problem);
  return file === undefined ? placed : `${file}: ${placed}`;
}

function withPlace(message: string, { line, column, pointers }: FoundProblem['problem']): string {
  const placed = line === undefined ? message : words.problems.place(message, line, column);
  const [first, ...more] = pointers;
  // That it is the whole input says nothing beside a place.
  if (first === undefined || (first === '' && line !== undefined)) return placed;
  return words.problems.at(placed, first === '' ? words.problems.wholeInput : first, more.length);
}
