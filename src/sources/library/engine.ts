import { HOUR } from '../../core/facts/hours';
import { type Filter, SourceError, type SourceErrorKind } from '../source';
import { Answers } from './answers';
import { inParcel } from './parcel';
import { leftBehind, migrate } from './schema';
import { isFull } from './room';
import type { Sql } from './sql';
import { withPauses } from './steps';
import { count as countTo } from './stored';
import { Store } from './store';
import { type Kind, type Turn, Turns } from './turns';
import type { Args, Info, Op, Ops, Outcome, Which } from './wire';

export interface EngineOptions {
  persistent: boolean;
  /** Of the storage of this site, in bytes. */
  quota?: () => Promise<number | undefined>;
  /** The time, ms since the epoch. */
  clock: () => number;
  onChange: (info: Info) => void;
  /**
   * Takes the database, in which nothing stands yet, to where it lasts, before the first that is to be kept. Answers
   * whether there is such a place after all.
   */
  keep?: () => Promise<boolean>;
  /** Has something done once an hour: tabs stay open for days, and what is in the library grows old meanwhile. */
  hourly?: (work: () => void) => void;
  /** Gives up what was set aside for want of room: deleting writes, too. */
  giveRoom?: () => Promise<void>;
  /** Up to so many conversations of a filter are looked at one by one. */
  few?: number;
  /** So long a batch is written before it is asked whether it is still wanted, ms. */
  slice?: number;
}

interface Question {
  op: Op;
  args: readonly unknown[];
}

/** So many are deleted before others get their turn. */
const SLICE = 200;
/** While the library is taken over from a version before, pages hear of it that often. */
const TELL_MS = 2000;
const DAY = 24 * HOUR;
const RETENTION = 'retentionDays';
/** Its own question among those of pages, whose keys begin with the name of a tab. */
const AGE_OUT = 'age out';
/** Result codes of SQLite: no room, and a failing file, which in a write is what a spent quota looks like. */
const FULL = 13;
const IO_ERROR = 10;

const WRITES = new Set<Op>(['put', 'remove', 'setRetention', 'ageOut']);
const KEEPS = new Set<Op>(['put', 'setRetention']);
const FIGURES = new Set<Op>(['count', 'facets', 'chart']);

function kindOf(error: unknown, op: Op): SourceErrorKind {
  if (error instanceof SourceError) return error.kind;
  if (isFull(error)) return 'full';
  const code = error instanceof Error && 'resultCode' in error ? Number(error.resultCode) : 0;
  // The low byte is the code, what is above it a finer one.
  const kind = code & 0xff;
  return kind === FULL || (kind === IO_ERROR && WRITES.has(op)) ? 'full' : 'broken';
}

/** The library over an open database: what may be asked of it, and what it does by itself. */
export class Engine {
  private readonly store: Store;
  private readonly answers: Answers;
  private readonly turns = new Turns<Outcome>();
  private readonly ops: {
    readonly [O in Op]: (turn: Turn, ...args: Args<O>) => ReturnType<Ops[O]> | Promise<ReturnType<Ops[O]>>;
  };
  private conversations: number;
  private persistent: boolean;
  /** Until something was kept. */
  private keep: EngineOptions['keep'];
  private quota: number | undefined;

  /** @throws when the database can't be read, or is of a later version */
  constructor(
    private readonly sql: Sql,
    private readonly options: EngineOptions,
  ) {
    migrate(sql);
    this.persistent = options.persistent;
    this.keep = options.keep;
    this.store = new Store(sql);
    this.answers = new Answers(sql, this.store, { total: () => this.conversations, few: options.few });
    this.conversations = this.store.size();
    this.ops = this.operations();
  }

  /** Says how the library is, deletes what is past its time, and gets ready for filters. */
  async begin(): Promise<void> {
    this.quota = await this.options.quota?.().catch(() => undefined); // not every browser tells
    this.options.onChange(this.info());
    // First, as what comes next may fail for want of room: an hour later there may be some.
    this.options.hourly?.(() => void this.ageOut());
    await this.carryOver();
    await this.ageOut();
    const ahead = this.answers.readAhead();
    do await this.turns.rest();
    while (!ahead.next().done);
  }

  ask(key: string, { settle, ...question }: Question & { settle: (outcome: Outcome) => void }): void {
    const run = (turn: Turn) => this.outcome(question, turn);
    this.turns.ask(key, { kind: this.kindOf(question), run, settle });
  }

  cancel(key: string): void {
    this.turns.cancel(key);
  }

  info(): Info {
    const days = this.store.setting(RETENTION);
    return {
      conversations: this.conversations,
      ...(leftBehind(this.sql).length > 0 ? { carrying: true } : {}),
      persistent: this.persistent,
      bytes: this.keep ? 0 : this.store.bytes(),
      ...(this.quota === undefined ? {} : { quota: this.quota }),
      ...(days === undefined ? {} : { retentionDays: Number(days) }),
      deletions: this.store.deletions.count,
      swept: this.store.deletions.swept,
    };
  }

  private kindOf({ op, args }: Question): Kind {
    if (op === 'put') return 'put';
    if (WRITES.has(op)) return 'write';
    if (!FIGURES.has(op)) return 'look';
    try {
      // How many there are in all stands ready. The caller's types hold name and arguments together.
      return op === 'count' && this.answers.isAll(args[0] as Filter) ? 'look' : 'figure';
    } catch {
      return 'figure'; // says what is wrong when its turn comes
    }
  }

  private async outcome({ op, args }: Question, turn: Turn): Promise<Outcome> {
    try {
      if (this.keep && KEEPS.has(op)) await this.startKeeping(this.keep);
      // The caller's types hold name and arguments together; across a message that can't be said.
      const operation = this.ops[op] as (turn: Turn, ...all: readonly unknown[]) => unknown;
      return { ok: true, value: await operation(turn, ...args) };
    } catch (error) {
      return { ok: false, kind: kindOf(error, op) };
    }
  }

  /** One that fails is tried again with the next thing to keep. */
  private async startKeeping(keep: NonNullable<EngineOptions['keep']>): Promise<void> {
    this.persistent = await keep();
    this.keep = undefined;
  }

  private operations(): Engine['ops'] {
    const { store, answers } = this;
    return {
      list: (_, query, mended) => answers.list(query, mended),
      place: (_, listing, id) => answers.place(listing, id),
      count: (turn, filter) => answers.count(filter, turn),
      facets: (turn, filter, choices) => answers.facets(filter, choices, turn),
      chart: (turn, filter, request) => answers.chart(filter, request, turn),
      get: (_, id) => answers.get(id),
      info: () => this.info(),
      looks: (_, ids) => {
        const known = store.looksOf(ids);
        return ids.map((id) => known.get(id));
      },
      document: (_, id) => store.document(id),
      put: async (turn, all, began = store.deletions.count) => {
        const { slice } = this.options;
        const prepared = await withPauses(inParcel(all), turn, slice);
        const wanted = prepared.filter(({ id }) => !store.deletions.isGone(id, began));
        const done = await withPauses(store.putting(wanted), turn, slice);
        countTo({ added: 0, updated: 0, deleted: prepared.length - wanted.length }, done);
        this.conversations += done.added;
        this.changed();
        return done;
      },
      remove: (turn, which) => this.remove(which, turn),
      setRetention: async (turn, days) => {
        store.set(RETENTION, days === undefined ? undefined : String(days));
        await this.applyRetention(turn);
        this.changed();
      },
      undated: (_, before) => store.undatedBefore(before).length,
      ageOut: (turn) => this.applyRetention(turn),
      rows: (_, ids, mended) => answers.rows(ids, mended),
      texts: (_, ids) => answers.texts(ids),
    };
  }

  private async remove(which: Which, turn: Turn): Promise<number> {
    if ('filter' in which && this.answers.isAll(which.filter)) return this.clear();
    let count = 0;
    try {
      for (let from = 0; ; from += SLICE) {
        // Of a filter, those that were found are gone by the next time.
        const some = 'ids' in which ? { ids: which.ids.slice(from, from + SLICE) } : which;
        const ids = this.answers.ids(some, SLICE);
        if (ids.length === 0) return count;
        const gone = await this.somehow(() => this.store.delete(ids));
        count += gone;
        this.conversations -= gone;
        this.answers.forget();
        await turn();
      }
    } finally {
      if (count > 0) this.changed();
    }
  }

  private async clear(): Promise<number> {
    const count = this.conversations;
    try {
      await this.somehow(() => this.store.clear());
      return count;
    } finally {
      // All may be gone though there was no room to tidy up behind it.
      this.conversations = this.store.size();
      this.changed();
    }
  }

  /** With the room that was set aside, if it takes that. */
  private async somehow<T>(remove: () => T): Promise<T> {
    try {
      return remove();
    } catch (error) {
      const { giveRoom } = this.options;
      if (!giveRoom || kindOf(error, 'remove') !== 'full') throw error;
      await giveRoom();
      return remove();
    }
  }

  /**
   * What a version before kept otherwise is taken over, some at a time, while nobody asks for anything. Pages hear of
   * it now and then only, as each time they ask for all that they show.
   */
  private async carryOver(): Promise<void> {
    if (leftBehind(this.sql).length === 0) return;
    // Needed once in the life of a library.
    const { carrySome } = await import('./carry');
    let told = this.options.clock();
    for (;;) {
      await this.turns.rest();
      if (!carrySome(this.sql, this.store)) break;
      this.conversations = this.store.size();
      if (this.options.clock() - told <= TELL_MS) continue;
      told = this.options.clock();
      this.changed();
    }
    this.changed();
  }

  /** What has no start goes by when it came here, of which note is taken in any case. */
  private async applyRetention(turn: Turn): Promise<void> {
    const now = this.options.clock();
    this.store.noteUndated(now);
    const days = this.store.setting(RETENTION);
    if (days === undefined) return;
    const before = now - Number(days) * DAY;
    await this.remove({ filter: { time: { to: before } } }, turn);
    await this.remove({ ids: this.store.undatedBefore(before) }, turn);
  }

  /** In its turn like any other write. What fails is tried an hour later. */
  private async ageOut(): Promise<void> {
    await new Promise((settle) => this.ask(AGE_OUT, { op: 'ageOut', args: [], settle }));
  }

  private changed(): void {
    this.answers.forget();
    this.options.onChange(this.info());
  }

  close(): void {
    this.sql.close();
  }
}
