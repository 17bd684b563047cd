import { Braces, Crosshair } from 'lucide-react';
import type { FoundProblem } from '../../workers/messages';
import { words } from '../words';
import { ProblemText } from './ProblemText';

const LOOK = {
  error: 'border-error/40 bg-error-soft',
  warning: 'border-warning/40 bg-warning-soft',
  info: 'border-line bg-raised',
};
const WORD = { error: 'text-error', warning: 'text-warning', info: 'text-muted' };

interface ProblemItemProps {
  found: FoundProblem;
  /** Absent: it is no mark's. */
  onMark?: () => void;
  /** Absent: it is nowhere in the text. */
  onPlace?: () => void;
}

/** The buttons are icons: the item itself reads as one sentence. */
export function ProblemItem({ found, onMark, onPlace }: ProblemItemProps) {
  const { severity } = found.problem;
  return (
    <li className={`flex items-start gap-2 rounded-md border py-1.5 pe-1.5 ps-3 text-sm ${LOOK[severity]}`}>
      <span className="min-w-0 grow pt-0.5 [overflow-wrap:anywhere]">
        <span className={`me-1 font-semibold ${WORD[severity]}`}>{words.problems.severity[severity]}</span>{' '}
        <ProblemText found={found} />
      </span>
      {onMark && (
        <button
          type="button"
          className="icon-button print:hidden"
          aria-label={words.problems.showMark}
          title={words.problems.showMark}
          onClick={onMark}
        >
          <Crosshair className="size-4" aria-hidden="true" />
        </button>
      )}
      {onPlace && (
        <button
          type="button"
          className="icon-button print:hidden"
          aria-label={words.problems.showJson}
          title={words.problems.showJson}
          onClick={onPlace}
        >
          <Braces className="size-4" aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
