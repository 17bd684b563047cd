import type { Conversation } from '../../../core/index';
import type { Caller } from '../../../sources/library/caller';
import { unpackConversation } from '../../../sources/library/pack';
import { type Examined, examine, joined, type Prepared, prepare } from '../../../sources/library/prepared';
import type { ImportReport } from './library';

export type Counts = Pick<ImportReport, 'added' | 'updated' | 'unchanged'>;

/** A conversation that is to be written, and how it comes to be as it is. */
interface Change {
  examined: Examined;
  prepared: Prepared;
  isNew: boolean;
}

/** What was read, each conversation once, and what the library is about to say it has of them. */
interface Asked {
  all: readonly Examined[];
  known: Promise<readonly (readonly number[] | undefined)[]>;
}

const NOTHING: Asked = { all: [], known: Promise.resolve([]) };

/**
 * Puts conversations into the library, some at a time, so that neither thread waits for the other:
 *
 *     this one      read n + 1, ask about it │ work out n       │ read n + 2, ask │ work out n + 1
 *     the engine's  write n - 1              ┊ answer, write n                    ┊ answer, write n + 1
 *
 * What a batch is compared with is asked before the one ahead of it is worked out, so the answer is there when
 * its own turn comes. No more than these three are held, and nothing counts before it is acknowledged.
 *
 * Each look that is there already is left alone, so importing a file twice costs little, and looks that are new
 * are joined to what is there.
 */
export class Intake {
  readonly counts: Counts = { added: 0, updated: 0, unchanged: 0 };
  private batch: Conversation[] = [];
  private asked = NOTHING;
  private writing: Promise<void> = Promise.resolve();
  private writtenIds: ReadonlySet<string> = new Set();

  constructor(
    private readonly library: Caller,
    private readonly size: number,
    private readonly onTaken?: (conversations: number) => void,
  ) {}

  add(conversation: Conversation): void {
    this.batch.push(conversation);
  }

  get full(): boolean {
    return this.batch.length >= this.size;
  }

  /** Takes the batch; answers when the one before it is worked out, and the one before that is stored. */
  async flush(): Promise<void> {
    const all = examineEach(this.batch);
    this.batch = [];
    // A conversation that comes in pieces is joined with what is stored of it, not with what is about to be.
    if (this.isUnderWay(all)) {
      await this.workOut();
      await this.writing;
    }
    const known = this.library.call('looks', [all.map(({ conversation }) => conversation.id)]);
    heardLater(known);
    await this.workOut();
    this.asked = { all, known };
  }

  async end(): Promise<void> {
    await this.flush();
    await this.workOut();
    await this.writing;
  }

  /** When all that is under way is over, whatever became of it. */
  async over(): Promise<void> {
    await Promise.allSettled([this.writing]);
  }

  private isUnderWay(all: readonly Examined[]): boolean {
    const workedOut = new Set(this.asked.all.map(({ conversation }) => conversation.id));
    return all.some(({ conversation: { id } }) => workedOut.has(id) || this.writtenIds.has(id));
  }

  /** Of what was asked about. Answers when it is handed over to be written. */
  private async workOut(): Promise<void> {
    const { all, known } = this.asked;
    this.asked = NOTHING;
    const changes = await this.changesOf(all, await known);
    await this.writing;
    this.writtenIds = new Set(changes.map(({ prepared }) => prepared.id));
    this.writing = this.write(changes, all.length - changes.length).then(() => this.tell(all.length));
    heardLater(this.writing);
  }

  private tell(more: number): void {
    const { added, updated, unchanged } = this.counts;
    if (more > 0) this.onTaken?.(added + updated + unchanged);
  }

  private async write(changes: readonly Change[], unchanged: number): Promise<void> {
    this.counts.unchanged += unchanged;
    if (changes.length === 0) return;
    const refused = new Set(await this.library.call('put', [changes.map(({ prepared }) => prepared)]));
    const again: Examined[] = [];
    for (const { examined, prepared, isNew } of changes) {
      if (refused.has(prepared.id)) again.push(examined);
      else this.counts[isNew ? 'added' : 'updated'] += 1;
    }
    if (again.length > 0) await this.writeAgain(again);
  }

  /** What another tab has written since it was asked about is joined with that. */
  private async writeAgain(all: readonly Examined[]): Promise<void> {
    const known = await this.library.call('looks', [all.map(({ conversation }) => conversation.id)]);
    const changes = await this.changesOf(all, known);
    await this.write(changes, all.length - changes.length);
  }

  private async changesOf(
    all: readonly Examined[],
    known: readonly (readonly number[] | undefined)[],
  ): Promise<Change[]> {
    const changes: Change[] = [];
    for (const [place, examined] of all.entries()) {
      const prepared = await this.preparedOf(examined, known[place]);
      if (prepared) changes.push({ examined, prepared, isNew: known[place] === undefined });
    }
    return changes;
  }

  /** Nothing where all of it is there. */
  private async preparedOf(
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

/** Pieces of one conversation as one. */
function examineEach(batch: readonly Conversation[]): Examined[] {
  const byId = new Map<string, Examined>();
  for (const conversation of batch) {
    const before = byId.get(conversation.id);
    const examined = examine(conversation);
    byId.set(conversation.id, before ? joined(before.conversation, examined) : examined);
  }
  return [...byId.values()];
}

/** Whoever waits for it hears of a failure; until then it is nobody's. */
function heardLater(promise: Promise<unknown>): void {
  void Promise.allSettled([promise]);
}
