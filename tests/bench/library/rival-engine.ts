import { openFiles, startEngine } from '../../../src/sources/library/open';
import { migrate } from '../../../src/sources/library/schema';
import type { Sql } from '../../../src/sources/library/sql';
import { Store } from '../../../src/sources/library/store';
import { MEASURES } from '../../../src/sources/memory/match';
import type { Writer } from './rival';

/**
 * The engine alone, given everything ready-made in the same thread: all rows of all tables that the library
 * writes, with the same statements and indexes. No import can be faster than this.
 */
export async function allTables(): Promise<Writer> {
  const sql = await openFiles(await startEngine(), 'bench-all-tables');
  migrate(sql);
  const store = new Store(sql);
  store.clear();
  return {
    write: (all) => void store.put(all),
    query: (least) =>
      sql
        .all(
          `SELECT row FROM figure JOIN conversation USING (n)
           WHERE hold >= ? ORDER BY hold DESC, n DESC LIMIT 50`,
          [least],
        )
        .map(([row]) => row),
  };
}

function createOneTable(sql: Sql): void {
  sql.run('DROP TABLE IF EXISTS bare');
  sql.run('DROP TABLE IF EXISTS bare_document');
  sql.run(`CREATE TABLE bare (n INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, start INTEGER,
    ${MEASURES.map((measure) => `${measure} INTEGER`).join(', ')}, row BLOB)`);
  sql.run('CREATE TABLE bare_document (n INTEGER PRIMARY KEY, bytes BLOB)');
  for (const column of ['start', 'title', ...MEASURES])
    sql.run(`CREATE INDEX bare_${column} ON bare (${column})`);
}

/**
 * The engine alone with less to do: one row of figures with an index on each, and the document. Neither text nor
 * ids nor attributes can be searched in it, no choice filtered by, nothing counted without reading all.
 */
export async function oneTable(): Promise<Writer> {
  const sql = await openFiles(await startEngine(), 'bench-one-table');
  createOneTable(sql);
  const marks = MEASURES.map(() => '?').join(', ');
  return {
    write(all) {
      sql.transaction(() => {
        for (const { id, title, start, figures, row, bytes } of all) {
          sql.run(
            `INSERT INTO bare (id, title, start, ${MEASURES.join(', ')}, row) VALUES (?, ?, ?, ${marks}, ?)`,
            [id, title, start, ...figures, row],
          );
          sql.run('INSERT INTO bare_document (n, bytes) VALUES (last_insert_rowid(), ?)', [bytes]);
        }
      });
    },
    query: (least) =>
      sql
        .all('SELECT row FROM bare WHERE hold >= ? ORDER BY hold DESC, n DESC LIMIT 50', [least])
        .map(([row]) => row),
  };
}
