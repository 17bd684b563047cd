import type { Caller } from '../../../sources/library/caller';
import { SLICE_MS } from '../../../sources/library/steps';
import { breathe } from '../../../sources/library/turns';
import { SourceError } from '../../../sources/source';
import type { Progress, Source } from '../../../workers/messages';
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

/** What is skipped so far. */
export type Remarks = Pick<ImportReport, 'skipped' | 'skippedCount'>;

export interface ImportControl {
  onProgress: (progress: Progress, remarks: Remarks) => void;
  /** Answers when the import is not paused. */
  going: () => Promise<void> | undefined;
  /** Hears how many are acknowledged. */
  onTaken?: (conversations: number, counts: Counts) => void;
  /** Conversations that are written, and acknowledged, at a time. */
  batch?: number;
  /** Where they are worked out; default: in this very thread. */
  workshop?: Workshop;
}

/** Has the thread pause now and then: else what it is told waits for the next piece of a file, and so does its end. */
function breathing(): () => Promise<void> | undefined {
  let until = 0;
  return () => {
    if (performance.now() < until) return undefined;
    until = performance.now() + SLICE_MS;
    return breathe();
  };
}

/** Why an import ended of which something went wrong, when all that was under way is over. */
async function endingBy(why: unknown, intake: Intake): Promise<ImportReport['ending']> {
  await intake.over();
  const kind = why instanceof SourceError ? why.kind : undefined;
  return kind === 'full' || kind === 'deleted' ? kind : 'crashed';
}

/**
 * Reads sources into the library. Never rejects: how it ended stands in the report. Whoever cancels it ends the thread
 * it runs in, and has the library undo what it is writing.
 */
export async function importSources(
  sources: readonly Source[],
  library: Caller,
  { onProgress, onTaken, going, batch = BATCH, workshop = ownWorkshop(library) }: ImportControl,
): Promise<ImportReport> {
  const intake = new Intake({ library, workshop, batch, ...(onTaken ? { onTaken } : {}) });
  const remarks: Remarks = { skipped: [], skippedCount: 0 };
  const report = (ending: ImportReport['ending']): ImportReport => ({ ending, ...intake.counts, ...remarks });
  const breather = breathing();
  try {
    await readSources(sources, {
      onConversation: (conversation) => intake.add(conversation),
      onProblem(problem) {
        remarks.skippedCount += 1;
        if (remarks.skipped.length < MOST_LISTED) remarks.skipped.push(problem);
      },
      onProgress: (progress) => onProgress(progress, remarks),
      pause: () => (intake.full ? intake.flush() : undefined) ?? going() ?? breather(),
    });
    await intake.end();
    return report('done');
  } catch (error) {
    return report(await endingBy(error, intake));
  }
}
