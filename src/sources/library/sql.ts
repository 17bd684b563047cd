import type { Database, PreparedStatement } from '@sqlite.org/sqlite-wasm';
import { Bindings, type Sqlite } from './bindings';
import { atOnce, NO_STEPS, type Steps } from './steps';

export type SqlValue = string | number | null | Uint8Array;

/** Of a column that holds nothing else. */
export function bytesOf(value: SqlValue | undefined): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new TypeError('No bytes');
  return value;
}

/** The engine, as far as this library uses it. Statements are prepared once. Not for two threads. */
export interface Sql {
  /** Rows as arrays, in the order of the columns. */
  all(sql: string, bind?: readonly SqlValue[]): SqlValue[][];
  run(sql: string, bind?: readonly SqlValue[]): void;
  /** All of it, or, when `work` throws, nothing. */
  transaction(work: () => void): void;
  /** The same in steps, between which nobody else may ask it anything: they would see what is half written. */
  transactionOf(work: () => Iterable<void>): Steps<void>;
  close(): void;
}

/** Instructions of the engine's own machine: some ten million a second. */
const STEPS = 1_000_000;
/** Statements with lists in them come in many shapes; the everyday ones are few. */
const MOST_PREPARED = 200;

class SqliteSql implements Sql {
  private readonly prepared = new Map<string, PreparedStatement>();
  private readonly bindings: Bindings;

  constructor(
    sqlite: Sqlite,
    private readonly db: Database,
  ) {
    this.bindings = new Bindings(sqlite);
  }

  all(sql: string, bind: readonly SqlValue[] = []): SqlValue[][] {
    const rows: SqlValue[][] = [];
    this.checked(this.bindings.rows(this.statement(sql), bind, rows));
    return rows;
  }

  run(sql: string, bind: readonly SqlValue[] = []): void {
    this.checked(this.bindings.run(this.statement(sql), bind));
  }

  transaction(work: () => void): void {
    atOnce(
      this.transactionOf(() => {
        work();
        return NO_STEPS;
      }),
    );
  }

  *transactionOf(work: () => Iterable<void>): Steps<void> {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      yield* work();
      this.db.exec('COMMIT');
    } catch (error) {
      // A full disk may have rolled back already.
      if (this.db.pointer !== undefined) this.rollback();
      throw error;
    }
  }

  close(): void {
    for (const statement of this.prepared.values()) statement.finalize();
    this.prepared.clear();
    this.bindings.close();
    this.db.close();
  }

  private rollback(): void {
    try {
      this.db.exec('ROLLBACK');
    } catch {
      // There was nothing left to roll back.
    }
  }

  /** Throws what says why, with the code. */
  private checked(code: number): void {
    if (code !== 0) this.db.checkRc(code);
  }

  private statement(sql: string): number {
    let statement = this.prepared.get(sql);
    if (!statement) {
      if (this.prepared.size >= MOST_PREPARED) this.forgetOldest();
      statement = this.db.prepare(sql);
      this.prepared.set(sql, statement);
    }
    if (statement.pointer === undefined) throw new TypeError('The statement is over');
    return statement.pointer;
  }

  private forgetOldest(): void {
    const [first] = this.prepared;
    if (!first) return;
    first[1].finalize();
    this.prepared.delete(first[0]);
  }
}

/** `onStep` is called in the middle of long statements, some times a second; it must ask nothing. */
export function sqlOver(sqlite: Sqlite, db: Database, onStep?: () => void): Sql {
  if (onStep) {
    const goOn = () => {
      onStep();
      return 0;
    };
    sqlite.capi.sqlite3_progress_handler(db, STEPS, goOn, 0);
  }
  return new SqliteSql(sqlite, db);
}
