import type { Database, PreparedStatement } from '@sqlite.org/sqlite-wasm';

export type SqlValue = string | number | null | Uint8Array;

/** The engine, as far as this library uses it. Statements are prepared once. Not for two threads. */
export interface Sql {
  /** Rows as arrays, in the order of the columns. */
  all(sql: string, bind?: readonly SqlValue[]): SqlValue[][];
  run(sql: string, bind?: readonly SqlValue[]): void;
  /** All of it, or, when `work` throws, nothing. */
  transaction(work: () => void): void;
  close(): void;
}

/** Statements with lists in them come in many shapes; the everyday ones are few. */
const MOST_PREPARED = 200;

class SqliteSql implements Sql {
  private readonly prepared = new Map<string, PreparedStatement>();

  constructor(private readonly db: Database) {}

  all(sql: string, bind: readonly SqlValue[] = []): SqlValue[][] {
    const statement = this.bound(sql, bind);
    const rows: SqlValue[][] = [];
    try {
      while (statement.step()) {
        const row: SqlValue[] = [];
        for (let column = 0; column < statement.columnCount; column++) row.push(valueAt(statement, column));
        rows.push(row);
      }
    } finally {
      statement.reset(true);
    }
    return rows;
  }

  run(sql: string, bind: readonly SqlValue[] = []): void {
    const statement = this.bound(sql, bind);
    try {
      statement.step();
    } finally {
      statement.reset(true);
    }
  }

  transaction(work: () => void): void {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      work();
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
    this.db.close();
  }

  private rollback(): void {
    try {
      this.db.exec('ROLLBACK');
    } catch {
      // There was nothing left to roll back.
    }
  }

  private bound(sql: string, bind: readonly SqlValue[]): PreparedStatement {
    let statement = this.prepared.get(sql);
    if (!statement) {
      if (this.prepared.size >= MOST_PREPARED) this.forgetOldest();
      statement = this.db.prepare(sql);
      this.prepared.set(sql, statement);
    }
    if (bind.length > 0) statement.bind([...bind]);
    return statement;
  }

  private forgetOldest(): void {
    const [first] = this.prepared;
    if (!first) return;
    first[1].finalize();
    this.prepared.delete(first[0]);
  }
}

function valueAt(statement: PreparedStatement, column: number): SqlValue {
  const value = statement.get(column);
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Uint8Array || typeof value === 'string' || typeof value === 'number') return value;
  return null;
}

export function sqlOver(db: Database): Sql {
  return new SqliteSql(db);
}
