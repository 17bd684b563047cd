import type { FoundProblem, ParseInput } from '../../workers/messages';
import { intakeWords } from '../words/intake';
import { MOST_NAMED } from './names';

/** That some of the files were left out, as a remark of its own. */
export function leftOutProblems(input: ParseInput): FoundProblem[] {
  const names = input.kind === 'files' ? (input.leftOut ?? []) : [];
  if (names.length === 0) return [];
  const message = intakeWords.leftOut(names.length, names.slice(0, MOST_NAMED));
  return [{ problem: { code: 'skipped-input', severity: 'info', message, pointers: [] } }];
}
