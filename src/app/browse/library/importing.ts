import type { Caller } from '../../../sources/library/caller';
import { SourceError } from '../../../sources/source';
import type { FoundProblem, Progress, Source } from '../../../workers/messages';
import { readSources } from '../../../workers/readSources';
import { type Counts, Intake } from './intake';
import type { ImportReport } from './library';
import { MOST_LISTED } from './listed';
import { ownWorkshop, type Workshop } from './workshop';

/**
 * So many go into one transaction: few enough to let others read between, some half a second; many enough that
 * each page of the indexes, where neighbours come from anywhere, is written for several of them at once.
 */
const BATCH = 1000;

export interface ImportControl {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
  /** Answers when the import is not paused. */
  going: () => Promise<void> | undefined;
  /** Hears how many are acknowledged. */
  onTaken?: (conversations: number, counts: Counts) => void;
  /** Conversations that are written, and acknowledged, at a time. */
  batch?: number;
  /** Where they are worked out; default: in this very thread. */
  workshop?: Workshop;
}

/** Why an import ended of which something went wrong, when all that was under way is over. */
async function endingBy(why: unknown, intake: Intake): Promise<ImportReport['ending']> {
  await intake.over();
  return why instanceof SourceError && why.kind === 'full' ? 'full' : 'crashed';
}

/** Reads sources into the library. Never rejects: how it ended stands in the report. */
export async function importSources(
  sources: readonly Source[],
  library: Caller,
  { signal, onProgress, onTaken, going, batch = BATCH, workshop = ownWorkshop(library) }: ImportControl,
): Promise<ImportReport> {
  const intake = new Intake({ library, workshop, batch, signal, ...(onTaken ? { onTaken } : {}) });
  const skipped: FoundProblem[] = [];
  let skippedCount = 0;
  const report = (ending: ImportReport['ending']): ImportReport => ({
    ending,
    ...intake.counts,
    skipped,
    skippedCount,
  });
  try {
    await readSources(
      sources,
      {
        onConversation: (conversation) => intake.add(conversation),
        onProblem(problem) {
          skippedCount += 1;
          if (skipped.length < MOST_LISTED) skipped.push(problem);
        },
        onProgress,
        pause: () => (intake.full ? intake.flush() : undefined) ?? going(),
      },
      signal,
    );
  } catch (error) {
    if (!signal.aborted) return report(await endingBy(error, intake));
  }
  try {
    // What was handed over when it was cancelled is kept; what was only read is promised to nobody, and not waited for.
    await (signal.aborted ? intake.stop() : intake.end());
    return report(signal.aborted ? 'cancelled' : 'done');
  } catch (error) {
    return report(await endingBy(error, intake));
  }
}
