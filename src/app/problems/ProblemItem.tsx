import type { FoundProblem } from '../../workers/messages';
import { Value } from '../parts/Value';
import { words } from '../words';
import { problemText } from './problemText';

const LOOK = {
  error: 'border-error/40 bg-error-soft',
  warning: 'border-warning/40 bg-warning-soft',
  info: 'border-line bg-raised',
};
const WORD = { error: 'text-error', warning: 'text-warning', info: 'text-muted' };

export function ProblemItem({ found }: { found: FoundProblem }) {
  const { severity } = found.problem;
  return (
    <li className={`rounded-md border px-3 py-1.5 text-sm break-words ${LOOK[severity]}`}>
      <span className={`mr-2 font-semibold ${WORD[severity]}`}>{words.problems.severity[severity]}</span>
      <Value>{problemText(found)}</Value>
    </li>
  );
}
