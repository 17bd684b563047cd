import { useId, useState } from 'react';
import type { FoundProblem } from '../../workers/messages';
import { below, Heading } from '../parts/Heading';
import { words } from '../words';
import { ProblemItem } from './ProblemItem';

interface ProblemSectionProps {
  problems: readonly FoundProblem[];
  /** May be more than could be kept. */
  count: number;
  level: 1 | 2;
}

/** More than these make a page slow, and nobody reads them all at once. */
const PAGE = 100;

export function ProblemSection({ problems, count, level }: ProblemSectionProps) {
  const id = useId();
  const [shown, setShown] = useState(PAGE);
  const rest = Math.min(problems.length - shown, PAGE);
  return (
    <section aria-labelledby={id} className="py-4">
      <Heading level={below(level)} id={id} className="section-title">
        {words.problems.heading}
      </Heading>
      {problems.length === 0 && <p className="mt-2 text-sm text-muted">{words.problems.none}</p>}
      {problems.length > 0 && (
        // The scrolling box can be reached by keyboard, as it may hold nothing else that can.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="mt-2 max-h-80 overflow-y-auto rounded-lg print:max-h-none" tabIndex={0}>
          <ul aria-label={words.problems.heading} className="flex flex-col gap-1.5">
            {problems.slice(0, shown).map((found, index) => (
              <ProblemItem key={index} found={found} />
            ))}
          </ul>
          {rest > 0 && (
            <button type="button" className="button mt-2" onClick={() => setShown(shown + PAGE)}>
              {words.problems.more(rest)}
            </button>
          )}
        </div>
      )}
      {count > problems.length && <p className="mt-2 text-sm text-muted">{words.problems.beyond(count)}</p>}
    </section>
  );
}
