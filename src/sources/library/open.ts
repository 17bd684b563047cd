import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import type { Sqlite } from './bindings';
import { FOLDER } from './folder';
import { giveRoom, isFull, setRoomAside } from './room';
import { migrate } from './schema';
import { type Sql, sqlOver } from './sql';

/** The engine's own way to be told what to leave out: it would start workers of its own for these. */
interface ApiConfig {
  disable: { vfs: { [name: string]: true } };
  warn: () => void;
  error: () => void;
}
declare global {
  var sqlite3ApiConfig: ApiConfig | undefined;
}

const FILE = '/library.sqlite3';
const POOL = {
  /** Files: the database, its journal, and room to spare. */
  initialCapacity: 6,
  /** Whatever goes wrong, nothing of the user's is deleted. */
  preserveOnInitFailure: true,
  /** A failure is not kept: the next try is one. */
  forceReinitIfPreviouslyFailed: true,
};
/** A tab that has just ended may hold its files for a moment longer. */
const TRIES = 20;
const WAIT_MS = 250;

/** Starts the engine. @throws where there is no WebAssembly, or the page's policy forbids it. */
export async function startEngine(): Promise<Sqlite> {
  const silent = () => undefined;
  globalThis.sqlite3ApiConfig = {
    disable: { vfs: { opfs: true, 'opfs-vfs': true, 'opfs-wl': true, kvvfs: true } },
    // What goes wrong is thrown as well, and answered; a console is no place for it.
    warn: silent,
    error: silent,
  };
  return sqlite3InitModule();
}

/** Whether files of this site can be kept, and by a lock be one worker's at a time. */
export async function canKeepFiles(): Promise<boolean> {
  try {
    if (!('createSyncAccessHandle' in FileSystemFileHandle.prototype)) return false;
    await navigator.storage.getDirectory();
    return 'locks' in navigator;
  } catch {
    return false; // private modes, foreign frames
  }
}

function tuned(sql: Sql): Sql {
  // One connection has the files to itself, so that the log of writes needs no shared memory.
  for (const pragma of ['locking_mode = exclusive', 'journal_mode = wal', 'synchronous = normal']) {
    sql.all(`PRAGMA ${pragma}`);
  }
  // Imports write the same pages of many indexes again and again: gathered, each goes to its place seldom.
  sql.all('PRAGMA wal_autocheckpoint = 16384');
  // What is deleted is personal: it does not stay in the file.
  sql.all('PRAGMA secure_delete = fast');
  sql.all('PRAGMA cache_size = -65536');
  sql.all('PRAGMA temp_store = memory');
  return sql;
}

/** `onStep`: see `sqlOver`. @throws when the files can't be had: another worker has them, or they can't be read */
export async function openFiles(sqlite: Sqlite, directory = FOLDER, onStep?: () => void): Promise<Sql> {
  for (let tries = 1; ; tries++) {
    try {
      const pool = await sqlite.installOpfsSAHPoolVfs({ ...POOL, directory });
      const sql = tuned(sqlOver(sqlite, new pool.OpfsSAHPoolDb(FILE), onStep));
      await setRoomAside(directory);
      return sql;
    } catch (error) {
      if (tries >= TRIES || isUnsupported(error)) throw error;
      if (isFull(error)) await giveRoom(directory);
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
  }
}

/** Some engines have all that is asked for, and then cannot do it. */
function isUnsupported(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotSupportedError';
}

/** @throws what the tables lack, mostly room; closed, so that it can be opened once more */
function withTables(sql: Sql): Sql {
  try {
    migrate(sql);
    return sql;
  } catch (error) {
    sql.close();
    throw error;
  }
}

/** A library in memory, which goes over to files with `keep`; that answers whether this browser can have any. */
export function openUnkept(
  sqlite: Sqlite,
  open: () => Promise<Sql> = () => openFiles(sqlite),
): { sql: Sql; keep: () => Promise<boolean> } {
  let inner = openMemory(sqlite);
  const sql: Sql = {
    all: (text, bind) => inner.all(text, bind),
    run: (text, bind) => inner.run(text, bind),
    transaction: (work) => inner.transaction(work),
    transactionOf: (work) => inner.transactionOf(work),
    close: () => inner.close(),
  };
  async function keep(): Promise<boolean> {
    try {
      const files = withTables(await open());
      inner.close();
      inner = files;
      return true;
    } catch (error) {
      if (isUnsupported(error)) return false;
      throw error;
    }
  }
  return { sql, keep };
}

/** A library that lasts as long as its worker. `onStep`: see `sqlOver`. */
export function openMemory(sqlite: Sqlite, onStep?: () => void): Sql {
  return sqlOver(sqlite, new sqlite.oo1.DB(':memory:'), onStep);
}
