import type sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import type { SqlValue } from './sql';

export type Sqlite = Awaited<ReturnType<typeof sqlite3InitModule>>;

/** A function of the engine's WebAssembly; statements and texts are addresses in its memory. */
type Raw = (...args: readonly (number | bigint)[]) => number;

/**
 * All of them are called here. V8 may build a call of WebAssembly into a script's own code where it always calls
 * the same, and the one of Node 20 then crashes sooner or later; of a place that calls many it does not.
 */
function call(raw: Raw | undefined, ...args: readonly [number, ...(number | bigint)[]]): number {
  if (!raw) throw new TypeError('The engine lacks a function');
  return raw(...args);
}

const ROW = 100;
const DONE = 101;
const OK = 0;
/** What is bound stays where it is until the statement is over. */
const STATIC = 0;
const INTEGER = 1;
const FLOAT = 2;
const TEXT = 3;
const BLOB = 4;
const INT_RANGE = 2 ** 31;

const FROM_UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const TO_UTF8 = new TextEncoder();

/**
 * Runs prepared statements by the engine's own functions: a row has some twenty values, and what the object-like
 * interface looks at for each of them takes a quarter of all time that is spent writing.
 */
export class Bindings {
  private readonly raw: { readonly [name: string]: Raw | undefined };
  /** Memory of the engine in which texts and blobs of one statement stand. */
  private memory = { at: 0, size: 0 };

  constructor(private readonly sqlite: Sqlite) {
    this.raw = sqlite.wasm.exports as Bindings['raw'];
  }

  /** To the end, or its first row. All that run a statement answer the engine's code, 0 when it went well. */
  run(statement: number, values: readonly SqlValue[]): number {
    const bound = this.bind(statement, values);
    const code = bound === OK ? call(this.raw.sqlite3_step, statement) : bound;
    this.reset(statement);
    return code === ROW || code === DONE ? OK : code;
  }

  /** All of its rows, into `rows`. */
  rows(statement: number, values: readonly SqlValue[], rows: SqlValue[][]): number {
    let code = this.bind(statement, values);
    if (code === OK) code = call(this.raw.sqlite3_step, statement);
    while (code === ROW) {
      rows.push(this.row(statement));
      code = call(this.raw.sqlite3_step, statement);
    }
    this.reset(statement);
    return code === DONE ? OK : code;
  }

  close(): void {
    if (this.memory.at !== 0) this.sqlite.wasm.dealloc(this.memory.at);
    this.memory = { at: 0, size: 0 };
  }

  private bind(statement: number, values: readonly SqlValue[]): number {
    let at = this.room(values);
    for (let place = 1; place <= values.length; place++) {
      const value = values[place - 1] ?? null;
      const end = typeof value === 'string' || value instanceof Uint8Array ? this.put(value, at) : at;
      const code = this.bindOne(statement, { place, value, at, length: end - at });
      if (code !== OK) return code;
      at = end;
    }
    return OK;
  }

  private row(statement: number): SqlValue[] {
    const columns = call(this.raw.sqlite3_column_count, statement);
    const row: SqlValue[] = [];
    for (let column = 0; column < columns; column++) row.push(this.column(statement, column));
    return row;
  }

  /** Ready for the next time, and nothing of what was bound is held. */
  private reset(statement: number): void {
    call(this.raw.sqlite3_reset, statement);
    call(this.raw.sqlite3_clear_bindings, statement);
  }

  private bindOne(
    statement: number,
    { place, value, at, length }: { place: number; value: SqlValue; at: number; length: number },
  ): number {
    const { raw } = this;
    if (value === null) return call(raw.sqlite3_bind_null, statement, place);
    if (typeof value === 'string') return call(raw.sqlite3_bind_text, statement, place, at, length, STATIC);
    if (typeof value !== 'number') return call(raw.sqlite3_bind_blob, statement, place, at, length, STATIC);
    if (!Number.isSafeInteger(value)) return call(raw.sqlite3_bind_double, statement, place, value);
    if (value >= -INT_RANGE && value < INT_RANGE) return call(raw.sqlite3_bind_int, statement, place, value);
    return call(raw.sqlite3_bind_int64, statement, place, BigInt(value));
  }

  /** Where there is room for all texts and blobs of a statement. */
  private room(values: readonly SqlValue[]): number {
    let size = 0;
    for (const value of values) {
      // A UTF-16 unit takes up to three bytes. An empty text has an address too: without one it would be nothing.
      if (typeof value === 'string') size += 3 * value.length + 1;
      else if (value instanceof Uint8Array) size += value.length + 1;
    }
    if (size > this.memory.size) {
      this.close();
      const larger = Math.max(65_536, 2 * size);
      this.memory = { at: this.sqlite.wasm.alloc(larger), size: larger };
    }
    return this.memory.at;
  }

  /** Where it ends. */
  private put(value: string | Uint8Array, at: number): number {
    const heap = this.sqlite.wasm.heap8u();
    if (typeof value === 'string') {
      return at + TO_UTF8.encodeInto(value, heap.subarray(at, at + 3 * value.length)).written;
    }
    heap.set(value, at);
    return at + value.length;
  }

  private column(statement: number, column: number): SqlValue {
    const { raw, sqlite } = this;
    switch (call(raw.sqlite3_column_type, statement, column)) {
      case INTEGER:
      case FLOAT:
        return call(raw.sqlite3_column_double, statement, column);
      case TEXT: {
        // In this order: the text may have to be made first.
        const at = call(raw.sqlite3_column_text, statement, column);
        return FROM_UTF8.decode(
          sqlite.wasm.heap8u().subarray(at, at + call(raw.sqlite3_column_bytes, statement, column)),
        );
      }
      case BLOB: {
        const at = call(raw.sqlite3_column_blob, statement, column);
        return sqlite.wasm.heap8u().slice(at, at + call(raw.sqlite3_column_bytes, statement, column));
      }
      default:
        return null;
    }
  }
}
