import { useState } from 'react';
import type { Severity } from '../../core/index';
import type { FoundProblem } from '../../workers/messages';
import type { MarkIndex } from '../panels/marks';
import { useMore } from '../parts/useMore';
import { words } from '../words';
import { hasPlace, markOf } from './ofMark';
import { ProblemItem } from './ProblemItem';

interface ProblemPanelProps {
  problems: readonly FoundProblem[];
  /** May be more than could be kept. */
  count: number;
  /** Without: no problem is anybody's. */
  marks?: MarkIndex;
  onMark?: (id: string) => void;
  onPlace?: (found: FoundProblem) => void;
}

/** More than these make a page slow, and nobody reads them all at once. */
const PAGE = 100;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export function ProblemPanel({ problems, count, marks, onMark, onPlace }: ProblemPanelProps) {
  const [chosen, setChosen] = useState<Severity>();
  // Of problems that came since there may be none so severe, and no button to take the choice back.
  const only = problems.some(({ problem }) => problem.severity === chosen) ? chosen : undefined;
  const grouped = SEVERITIES.flatMap((severity) =>
    problems.filter(({ problem }) => problem.severity === severity),
  );
  const wanted = grouped.filter(({ problem }) => only === undefined || problem.severity === only);
  const { shown, rest, showMore } = useMore(wanted.length, PAGE);

  if (problems.length === 0) return <p className="text-sm text-muted">{words.problems.none}</p>;
  return (
    <>
      <SeverityFilter problems={problems} only={only} onChange={setChosen} />
      <ul aria-label={words.problems.heading} className="flex flex-col gap-1.5">
        {wanted.slice(0, shown).map((found, index) => {
          const mark = markOf(found, marks);
          return (
            <ProblemItem
              key={index}
              found={found}
              onMark={mark === undefined ? undefined : () => onMark?.(mark)}
              onPlace={onPlace && hasPlace(found) ? () => onPlace(found) : undefined}
            />
          );
        })}
      </ul>
      {rest > 0 && (
        <button type="button" className="button mt-2" onClick={showMore}>
          {words.problems.more(rest)}
        </button>
      )}
      {count > problems.length && <p className="mt-2 text-sm text-muted">{words.problems.beyond(count)}</p>}
    </>
  );
}

interface SeverityFilterProps {
  problems: readonly FoundProblem[];
  only: Severity | undefined;
  onChange: (only: Severity | undefined) => void;
}

/** How many there are of each severity; pressed, only those are listed. */
function SeverityFilter({ problems, only, onChange }: SeverityFilterProps) {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: problems.filter(({ problem }) => problem.severity === severity).length,
  })).filter(({ count }) => count > 0);
  if (counts.length < 2) return null;
  return (
    <fieldset
      aria-label={words.problems.bySeverity}
      className="mb-2.5 flex min-w-0 flex-wrap gap-1.5 print:hidden"
    >
      {counts.map(({ severity, count }) => (
        <button
          key={severity}
          type="button"
          className="button-small aria-pressed:border-accent aria-pressed:bg-accent-soft"
          aria-pressed={only === severity}
          onClick={() => onChange(only === severity ? undefined : severity)}
        >
          {words.problems.counts[severity](count)}
        </button>
      ))}
    </fieldset>
  );
}
