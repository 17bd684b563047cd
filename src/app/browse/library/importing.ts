import type { Conversation } from '../../../core/index';
import type { Caller } from '../../../sources/library/caller';
import { unpackConversation } from '../../../sources/library/pack';
import { type Examined, examine, joined, type Prepared, prepare } from '../../../sources/library/prepared';
import { SourceError } from '../../../sources/source';
import type { FoundProblem, Progress, Source } from '../../../workers/messages';
import { readSources } from '../../../workers/readSources';
import type { ImportReport } from './library';

/**
 * So many go into one transaction: few enough to let others read between, some half a second; many enough that
 * each page of the indexes, where neighbours come from anywhere, is written for several of them at once.
 */
const BATCH = 1000;
/** As much of what was skipped is listed; more is counted. */
const MOST_LISTED = 1000;

export interface ImportControl {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
  /** Answers when the import is not paused. */
  going: () => Promise<void> | undefined;
  /** Conversations that are written, and acknowledged, at a time. */
  batch?: number;
}

type Counts = Pick<ImportReport, 'added' | 'updated' | 'unchanged'>;

/**
 * Puts conversations into the library, some at a time: while they are being written the next are read. Each
 * look that is there already is left alone, so importing a file twice costs little, and looks that are new are
 * joined to what is there.
 */
class Intake {
  readonly counts: Counts = { added: 0, updated: 0, unchanged: 0 };
  private batch: Conversation[] = [];
  private writing: Promise<void> = Promise.resolve();
  private writtenIds: ReadonlySet<string> = new Set();

  constructor(
    private readonly library: Caller,
    private readonly size: number,
  ) {}

  add(conversation: Conversation): void {
    this.batch.push(conversation);
  }

  get full(): boolean {
    return this.batch.length >= this.size;
  }

  /** Takes the batch; answers when it is worked out and the one before is stored. */
  async flush(): Promise<void> {
    const batch = this.batch;
    this.batch = [];
    // A conversation that comes in pieces is joined with what is stored of it, not with what is about to be.
    if (batch.some(({ id }) => this.writtenIds.has(id))) await this.writing;
    const { changes, unchanged } = await this.changesOf(batch);
    await this.writing;
    this.writtenIds = new Set(changes.map(({ prepared }) => prepared.id));
    this.writing = this.write(changes, unchanged);
    // Whoever waits for it hears of a failure; until then it is nobody's.
    void Promise.allSettled([this.writing]);
  }

  async end(): Promise<void> {
    await this.flush();
    await this.writing;
  }

  /** Why it ended, when all that was under way is over. */
  async failed(why: unknown): Promise<ImportReport['ending']> {
    await Promise.allSettled([this.writing]);
    return why instanceof SourceError && why.kind === 'full' ? 'full' : 'crashed';
  }

  private async write(changes: readonly Change[], unchanged: number): Promise<void> {
    if (changes.length > 0) await this.library.call('put', [changes.map(({ prepared }) => prepared)]);
    for (const { isNew } of changes) this.counts[isNew ? 'added' : 'updated'] += 1;
    this.counts.unchanged += unchanged;
  }

  private async changesOf(batch: readonly Conversation[]) {
    const byId = new Map<string, Examined>();
    for (const conversation of batch) {
      const before = byId.get(conversation.id);
      const examined = examine(conversation);
      byId.set(conversation.id, before ? joined(before.conversation, examined) : examined);
    }
    const all = [...byId.values()];
    const known = await this.library.call('looks', [[...byId.keys()]]);
    const changes: Change[] = [];
    for (const [place, examined] of all.entries()) {
      const prepared = await this.changeOf(examined, known[place]);
      if (prepared) changes.push({ prepared, isNew: known[place] === undefined });
    }
    return { changes, unchanged: all.length - changes.length };
  }

  /** Nothing where all of it is there. */
  private async changeOf(
    examined: Examined,
    known: readonly number[] | undefined,
  ): Promise<Prepared | undefined> {
    if (!known) return prepare(examined);
    if (examined.looks.every((look) => known.includes(look))) return undefined;
    const bytes = await this.library.call('document', [examined.conversation.id]);
    // Deleted a moment ago: then it is new.
    return prepare(bytes ? joined(unpackConversation(bytes), examined) : examined);
  }
}

interface Change {
  prepared: Prepared;
  isNew: boolean;
}

/** Reads sources into the library. Never rejects: how it ended stands in the report. */
export async function importSources(
  sources: readonly Source[],
  library: Caller,
  { signal, onProgress, going, batch = BATCH }: ImportControl,
): Promise<ImportReport> {
  const intake = new Intake(library, batch);
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
    if (!signal.aborted) return report(await intake.failed(error));
  }
  try {
    // What was read before it was cancelled is kept.
    await intake.end();
    return report(signal.aborted ? 'cancelled' : 'done');
  } catch (error) {
    return report(await intake.failed(error));
  }
}
