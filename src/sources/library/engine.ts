import { HOUR } from '../../core/facts/hours';
import { SourceError, type SourceErrorKind } from '../source';
import { Answers } from './answers';
import { migrate } from './schema';
import type { Sql } from './sql';
import { Store } from './store';
import type { Args, Info, Op, Ops, Outcome, Which } from './wire';

export interface EngineOptions {
  persistent: boolean;
  /** Of the storage of this site, in bytes. */
  quota?: () => Promise<number | undefined>;
  /** The time, ms since the epoch. */
  clock: () => number;
  onChange: (info: Info) => void;
  /** Up to so many conversations of a filter are looked at one by one. */
  few?: number;
}

interface Task {
  op: Op;
  args: readonly unknown[];
  settle: (outcome: Outcome) => void;
}

/** So many are deleted before others get their turn. */
const SLICE = 200;
const DAY = 24 * HOUR;
const RETENTION = 'retentionDays';
/** Result codes of SQLite: no room, and a failing file, which in a write is what a spent quota looks like. */
const FULL = 13;
const IO_ERROR = 10;

const WRITES = new Set<Op>(['put', 'remove', 'setRetention']);

/** Lets waiting messages in. A timer would do the same, but browsers make repeated timers wait for 4 ms. */
async function breathe(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.addEventListener('message', resolve, { once: true });
    port1.start();
    port2.postMessage(null);
  });
  port1.close();
}

function kindOf(error: unknown, op: Op): SourceErrorKind {
  if (error instanceof SourceError) return error.kind;
  const code = error instanceof Error && 'resultCode' in error ? Number(error.resultCode) : 0;
  // The low byte is the code, what is above it a finer one.
  const kind = code & 0xff;
  return kind === FULL || (kind === IO_ERROR && WRITES.has(op)) ? 'full' : 'broken';
}

/**
 * The library over an open database. Questions are answered one at a time, each in a turn of its own, so that
 * one that is no longer wanted is dropped before its turn; reading goes before writing.
 */
export class Engine {
  private readonly store: Store;
  private readonly answers: Answers;
  private readonly tasks = new Map<string, Task>();
  private readonly ops: {
    readonly [O in Op]: (...args: Args<O>) => ReturnType<Ops[O]> | Promise<ReturnType<Ops[O]>>;
  };
  private conversations: number;
  private quota: number | undefined;
  private running = false;

  /** @throws when the database can't be read, or is of a later version */
  constructor(
    private readonly sql: Sql,
    private readonly options: EngineOptions,
  ) {
    migrate(sql);
    this.store = new Store(sql);
    this.answers = new Answers(sql, this.store, options.few);
    this.conversations = this.store.size();
    this.ops = this.operations();
  }

  /** Deletes what is past its time and says how the library is. */
  async begin(): Promise<void> {
    this.quota = await this.options.quota?.();
    this.options.onChange(this.info());
    await this.applyRetention();
  }

  ask(key: string, task: Task): void {
    this.tasks.set(key, task);
    if (!this.running) void this.work();
  }

  cancel(key: string): void {
    this.tasks.delete(key);
  }

  info(): Info {
    const days = this.store.setting(RETENTION);
    return {
      conversations: this.conversations,
      persistent: this.options.persistent,
      bytes: this.store.bytes(),
      ...(this.quota === undefined ? {} : { quota: this.quota }),
      ...(days === undefined ? {} : { retentionDays: Number(days) }),
    };
  }

  private async work(): Promise<void> {
    this.running = true;
    for (;;) {
      // Whatever was asked or taken back meanwhile comes in first.
      await breathe();
      const [key, task] = this.next();
      if (key === undefined || !task) break;
      this.tasks.delete(key);
      task.settle(await this.outcome(task));
    }
    this.running = false;
  }

  private next(): [string, Task] | [] {
    for (const entry of this.tasks) if (!WRITES.has(entry[1].op)) return entry;
    for (const entry of this.tasks) return entry;
    return [];
  }

  private async outcome({ op, args }: Task): Promise<Outcome> {
    try {
      // The caller's types hold name and arguments together; across a message that can't be said.
      const operation = this.ops[op] as (...all: readonly unknown[]) => unknown;
      return { ok: true, value: await operation(...args) };
    } catch (error) {
      return { ok: false, kind: kindOf(error, op) };
    }
  }

  private operations(): Engine['ops'] {
    const { store, answers } = this;
    return {
      list: (query) => answers.list(query),
      count: (filter) => answers.count(filter, this.conversations),
      facets: (filter, choices) => answers.facets(filter, choices),
      chart: (filter, request) => answers.chart(filter, request),
      get: (id) => answers.get(id),
      info: () => this.info(),
      looks: (ids) => ids.map((id) => store.looks(id)),
      document: (id) => store.document(id),
      put: (all) => {
        this.conversations += store.put(all);
        this.changed();
      },
      remove: (which) => this.remove(which),
      setRetention: async (days) => {
        store.set(RETENTION, days === undefined ? undefined : String(days));
        await this.applyRetention();
        this.changed();
      },
      rows: (ids) => answers.rows(ids),
      texts: (ids) => answers.texts(ids),
    };
  }

  private async remove(which: Which): Promise<number> {
    if ('filter' in which && this.answers.isAll(which.filter)) return this.clear();
    let count = 0;
    let after: string | undefined;
    for (;;) {
      const ids = this.answers.ids(which, after, SLICE);
      if (ids.length === 0) break;
      after = ids.at(-1);
      const gone = this.store.delete(ids);
      count += gone;
      this.conversations -= gone;
      await breathe();
    }
    if (count > 0) this.changed();
    return count;
  }

  private clear(): number {
    const count = this.conversations;
    this.store.clear();
    this.conversations = 0;
    this.changed();
    return count;
  }

  private async applyRetention(): Promise<void> {
    const days = this.store.setting(RETENTION);
    if (days === undefined) return;
    await this.remove({ filter: { time: { to: this.options.clock() - Number(days) * DAY } } });
  }

  private changed(): void {
    this.answers.forget();
    this.options.onChange(this.info());
  }

  close(): void {
    this.sql.close();
  }
}
