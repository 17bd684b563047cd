import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { countQuery } from '../../../sources/queries';
import { ProblemText } from '../../problems/ProblemText';
import { useFormat } from '../../useFormat';
import { words } from '../../words';
import { intakeWords } from '../../words/intake';
import { useImports } from '../library/imports';
import { type ImportReport, useLibrary, useLibraryState } from '../library/library';
import { isOfNothing } from '../library/reports';
import { retainedFrom } from './retained';

/** What is too old for the library would be gone soon, and nobody would know why. */
function PastRetention({ days }: { days: number }) {
  const { source } = useLibrary();
  const format = useFormat();
  const [before] = useState(() => retainedFrom(days));
  const { data } = useQuery(countQuery(source, { time: { to: before } }));
  if (!data || data.value === 0) return null;
  return (
    <p className="mt-1 text-sm text-warning">
      {intakeWords.done.old(format.count(data.value), data.value === 1, format.day(before))}
    </p>
  );
}

/** What came of an import. */
export function Report({ report }: { report: ImportReport }) {
  const imports = useImports();
  const format = useFormat();
  const { persistent, retentionDays } = useLibraryState();
  const { done } = intakeWords;
  const { added, updated, unchanged, replaced, deleted, skippedCount, ending } = report;
  const nothing = isOfNothing(report);
  return (
    <section aria-labelledby="import-report" className="card my-3 p-4">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 id="import-report" className="font-semibold">
          {nothing ? words.reading.nothing : done.headings[ending]}
        </h2>
        {!nothing && ending !== 'deleted' && ending !== 'unopened' && (
          // Heard from the bar above, which is there before its text is.
          <p className="text-sm text-muted tabular-nums">
            {done.counts(format.count(added), format.count(updated), format.count(unchanged))}
          </p>
        )}
        <button type="button" className="button-small ms-auto" onClick={imports.dismiss}>
          {done.dismiss}
        </button>
      </div>
      {done.endings[ending] !== '' && <p className="mt-1 text-sm text-warning">{done.endings[ending]}</p>}
      {replaced !== undefined && (
        <p className="mt-1 text-sm text-warning">{done.replaced(format.count(replaced))}</p>
      )}
      {deleted !== undefined && (
        <p className="mt-1 text-sm text-muted">{done.deleted(format.count(deleted), deleted === 1)}</p>
      )}
      {persistent && retentionDays !== undefined && <PastRetention days={retentionDays} />}
      {skippedCount > 0 && <Skipped report={report} open={nothing} />}
    </section>
  );
}

/** Beyond these nobody reads on. */
const LISTED = 200;

/** What could not be read, and why. */
function Skipped({ report, open }: { report: ImportReport; open: boolean }) {
  const format = useFormat();
  const { done } = intakeWords;
  const { skipped, skippedCount } = report;
  return (
    <details open={open} className="mt-2 text-sm">
      <summary className="text-warning">
        {done.skipped(format.count(skippedCount), skippedCount === 1)}
      </summary>
      <ul
        aria-label={done.skippedLabel}
        // Scrolled by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="mt-1 max-h-60 overflow-y-auto"
      >
        {skipped.slice(0, LISTED).map((each, index) => (
          <li key={index} className="border-t border-line py-1 [overflow-wrap:anywhere]">
            <ProblemText found={each} />
          </li>
        ))}
      </ul>
      {skippedCount > LISTED && (
        <p className="text-muted">{done.more(format.count(skippedCount - LISTED))}</p>
      )}
    </details>
  );
}
