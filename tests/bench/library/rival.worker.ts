import { Dexie } from 'dexie';
import { parseConversations } from '../../../src/core/index';
import { openFiles, startEngine } from '../../../src/sources/library/open';
import { unpackRow } from '../../../src/sources/library/pack';
import { examine, type Prepared, prepare } from '../../../src/sources/library/prepared';
import type { Sql } from '../../../src/sources/library/sql';
import { MEASURES } from '../../../src/sources/memory/match';
import { generate } from './generate';

export type Rival = 'bare' | 'dexie';

export interface RivalReport {
  /** Time spent writing; making what is written is left out. */
  ms: number;
  /** Of the query “one range, sorted, first 50 rows”. */
  queries: number[];
}

const BATCH = 1000;

function batchFrom(from: number, count: number): Prepared[] {
  return generate(count, from + 1, from).flatMap((text) => {
    const [conversation] = parseConversations(text).conversations;
    return conversation ? [prepare(examine(conversation))] : [];
  });
}

interface Writer {
  write: (all: readonly Prepared[]) => void | Promise<void>;
  query: (least: number) => unknown;
}

/** The engine with nothing around it: the same rows with the same indexes, and the same documents. */
function bare(sql: Sql): Writer {
  sql.run('DROP TABLE IF EXISTS bare');
  sql.run('DROP TABLE IF EXISTS bare_document');
  sql.run(`CREATE TABLE bare (n INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, start INTEGER,
    ${MEASURES.map((measure) => `${measure} INTEGER`).join(', ')}, row BLOB)`);
  sql.run('CREATE TABLE bare_document (n INTEGER PRIMARY KEY, bytes BLOB)');
  for (const column of ['start', 'title', ...MEASURES])
    sql.run(`CREATE INDEX bare_${column} ON bare (${column})`);
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
    // What is found is of use when it is unpacked.
    query: (least) =>
      sql
        .all('SELECT row FROM bare WHERE hold >= ? ORDER BY hold DESC, n DESC LIMIT 50', [least])
        .map(([row]) => unpackRow(row)),
  };
}

function dexie(): Writer {
  const db = new Dexie('bench');
  db.version(1).stores({ rows: `id, title, start, ${MEASURES.join(', ')}, *values`, documents: 'id' });
  const rows = db.table('rows');
  const documents = db.table('documents');
  return {
    async write(all) {
      await db.transaction('rw', rows, documents, async () => {
        await rows.bulkPut(
          all.map(({ id, title, start, figures, values, row }) => ({
            id,
            title,
            start: start ?? undefined,
            ...Object.fromEntries(MEASURES.map((measure, place) => [measure, figures[place] ?? undefined])),
            values: values.map(({ choice, value }) => `${choice} ${value}`),
            row,
          })),
        );
        await documents.bulkPut(all.map(({ id, bytes }) => ({ id, bytes })));
      });
    },
    query: async (least) => {
      const found: { row: Uint8Array }[] = await rows.where('hold').aboveOrEqual(least).limit(50).toArray();
      return found.map(({ row }) => unpackRow(row));
    },
  };
}

async function writerFor(which: Rival): Promise<Writer> {
  if (which === 'dexie') return dexie();
  return bare(await openFiles(await startEngine(), 'bench-bare'));
}

self.addEventListener(
  'message',
  ({ data: { which, count } }: MessageEvent<{ which: Rival; count: number }>) => {
    void run(which, count).then((report) => self.postMessage(report, {}));
  },
);

async function run(which: Rival, count: number): Promise<RivalReport> {
  const { write, query } = await writerFor(which);
  let ms = 0;
  for (let from = 0; from < count; from += BATCH) {
    const batch = batchFrom(from, Math.min(BATCH, count - from));
    const begun = performance.now();
    await write(batch);
    ms += performance.now() - begun;
  }
  const queries: number[] = [];
  for (let round = 0; round < 40; round++) {
    const begun = performance.now();
    await query(1000 + round);
    queries.push(performance.now() - begun);
  }
  return { ms, queries };
}
