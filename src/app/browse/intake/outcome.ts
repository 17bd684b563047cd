import { words } from '../../words';
import { intakeWords } from '../../words/intake';
import type { ImportReport } from '../library/library';

interface Outcome {
  heading: string;
  /** Absent where nothing was found: there is nothing to count. */
  counts?: string;
  remarks?: string;
}

/** What came of an import, in the words in which it is read and heard. */
export function outcomeOf(report: ImportReport, count: (value: number) => string): Outcome {
  const { done } = intakeWords;
  const { added, updated, unchanged, skippedCount, ending } = report;
  const remarks =
    skippedCount > 0 ? { remarks: done.skipped(count(skippedCount), skippedCount === 1) } : undefined;
  if (ending === 'done' && remarks && added + updated + unchanged === 0)
    return { heading: words.reading.nothing, ...remarks };
  const counts = done.counts(count(added), count(updated), count(unchanged));
  return { heading: done.headings[ending], counts, ...remarks };
}
