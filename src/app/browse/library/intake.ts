import type { Conversation } from '../../../core/index';
import type { Caller } from '../../../sources/library/caller';
import { examine, joined, type Packed, type WorkedOut, workOut } from '../../../sources/library/prepared';
import { count } from '../../../sources/library/stored';
import type { ImportReport } from './library';
import type { Workshop } from './workshop';

export type Counts = Pick<ImportReport, 'added' | 'updated' | 'unchanged' | 'replaced' | 'deleted'>;

/** A conversation that was read, and what is to be stored of it where it was worked out at once. */
type Read = Packed | WorkedOut;

/** Pieces of one conversation, as they were read. */
type Pieces = [Read, ...Packed[]];

function asOne([first, next, ...others]: Pieces): Read {
  return next ? joined(first, [next, ...others]) : first;
}

/** A conversation that is to be written; joined with what was there, or new. */
interface Change {
  /** What was read. */
  read: Read;
  whole: Read;
  isNew: boolean;
}

/** What was read, each conversation once, and what the library is about to say it has of them. */
interface Asked {
  all: readonly Read[];
  /** So many pieces they came in. */
  pieces: number;
  known: Promise<readonly (readonly number[] | undefined)[]>;
}

/** A batch that is being worked out or written. */
interface UnderWay {
  ids: ReadonlySet<string>;
  over: Promise<void>;
}

export interface IntakeOptions {
  library: Caller;
  workshop: Workshop;
  /** Conversations that are written, and acknowledged, at a time. */
  batch: number;
  /** Hears how many are acknowledged. */
  onTaken?: (conversations: number, counts: Counts) => void;
}

const NOTHING: Asked = { all: [], pieces: 0, known: Promise.resolve([]) };
/** Packed, a conversation is a fifth of its JSON: fewer that are large go together. */
const MOST_BYTES = 8_000_000;

/**
 * Puts conversations into the library, some at a time, so that no thread waits for another:
 *
 *     this one       read n + 2, ask about it │ read n + 3, ask about it
 *     a workshop's   work out n + 1           ┊ work out n + 2
 *     the engine's   write n, answer          ┊ write n + 1, answer
 *
 * What a batch is compared with is asked before the one ahead of it is handed over, so the answer is there when
 * its own turn comes. So many are held and no more, each as it will be stored, and nothing counts before it is
 * acknowledged. Without a workshop's thread this one works out what it reads, and the rest is the same.
 *
 * Each look that is there already is left alone, so importing a file twice costs little, and looks that are new
 * are joined to what is there.
 */
export class Intake {
  readonly counts: Counts = { added: 0, updated: 0, unchanged: 0 };
  private batch = new Map<string, Pieces>();
  private pieces = 0;
  private bytes = 0;
  /** What is read now will most likely be stored as it is, and in this thread: then it is worked out while it is at hand. */
  private ahead = false;
  private asked = NOTHING;
  private underWay: UnderWay[] = [];

  constructor(private readonly options: IntakeOptions) {}

  add(conversation: Conversation): void {
    const one = examine(conversation);
    const before = this.batch.get(one.id);
    if (before) before.push(one);
    else this.batch.set(one.id, [this.ahead ? workOut(one, conversation) : one]);
    this.pieces += 1;
    this.bytes += one.bytes.length;
  }

  get full(): boolean {
    return this.batch.size >= this.options.batch || this.bytes >= MOST_BYTES;
  }

  /** Takes the batch; answers when the one before it is handed over. */
  async flush(): Promise<void> {
    // Pieces of one conversation are one, and joined when all are there: there may be thousands.
    const all = Array.from(this.batch.values(), asOne);
    const { pieces } = this;
    this.batch = new Map();
    this.pieces = 0;
    this.bytes = 0;
    // A conversation that comes in pieces is joined with what is stored of it, not with what is about to be.
    if (this.isUnderWay(all)) await this.finish();
    const known = this.options.library.call('looks', [all.map(({ id }) => id)]);
    heardLater(known);
    await this.handOver();
    this.asked = { all, pieces, known };
  }

  async end(): Promise<void> {
    await this.flush();
    await this.finish();
  }

  /** When all that is under way is over, whatever became of it. */
  async over(): Promise<void> {
    await Promise.allSettled(this.underWay.map(({ over }) => over));
  }

  private async finish(): Promise<void> {
    await this.handOver();
    while (this.underWay.length > 0) await this.firstOver();
  }

  private async firstOver(): Promise<void> {
    await this.underWay[0]?.over;
    this.underWay.shift();
  }

  private isUnderWay(all: readonly Read[]): boolean {
    const asked = new Set(this.asked.all.map(({ id }) => id));
    return all.some(({ id }) => asked.has(id) || this.underWay.some(({ ids }) => ids.has(id)));
  }

  /** What was asked about, when there is a place for it. */
  private async handOver(): Promise<void> {
    const { all, pieces, known } = this.asked;
    this.asked = NOTHING;
    const changes = await this.changesOf(all, await known);
    const fresh = changes.filter(({ isNew }) => isNew).length;
    if (pieces > 0) this.ahead = this.options.workshop.isHere && 2 * fresh > pieces;
    while (this.underWay.length >= this.options.workshop.most) await this.firstOver();
    const over = this.write(changes, all.length - changes.length).then(() => this.tell(all.length));
    heardLater(over);
    this.underWay.push({ ids: new Set(changes.map(({ whole }) => whole.id)), over });
  }

  private tell(more: number): void {
    const { added, updated, unchanged } = this.counts;
    if (more > 0) this.options.onTaken?.(added + updated + unchanged, { ...this.counts });
  }

  private async write(changes: readonly Change[], unchanged: number): Promise<void> {
    this.counts.unchanged += unchanged;
    if (changes.length === 0) return;
    const done = await this.options.workshop.write(changes.map(({ whole }) => whole));
    count(done, this.counts);
    if (done.refused.length === 0) return;
    const refused = new Set(done.refused);
    await this.writeAgain(changes.flatMap(({ read }) => (refused.has(read.id) ? read : [])));
  }

  /** What another tab has written since it was asked about is joined with that. */
  private async writeAgain(all: readonly Read[]): Promise<void> {
    const known = await this.options.library.call('looks', [all.map(({ id }) => id)]);
    const changes = await this.changesOf(all, known);
    await this.write(changes, all.length - changes.length);
  }

  private async changesOf(
    all: readonly Read[],
    known: readonly (readonly number[] | undefined)[],
  ): Promise<Change[]> {
    const changes: Change[] = [];
    for (const [place, read] of all.entries()) {
      const whole = await this.wholeOf(read, known[place]);
      if (whole) changes.push({ read, whole, isNew: known[place] === undefined });
    }
    return changes;
  }

  /** Nothing where all of it is there. */
  private async wholeOf(read: Read, known: readonly number[] | undefined): Promise<Read | undefined> {
    if (!known) return read;
    if (read.looks.every((look) => known.includes(look))) return undefined;
    const stored = await this.options.library.call('document', [read.id]);
    // Deleted a moment ago: then it is new.
    return stored ? joined({ looks: [...known], bytes: stored }, [read]) : read;
  }
}

/** Whoever waits for it hears of a failure; until then it is nobody's. */
function heardLater(promise: Promise<unknown>): void {
  void Promise.allSettled([promise]);
}
