import { MEASURES } from '../memory/match';
import type { Sql } from './sql';

/**
 * What stands where:
 *
 *     conversation  a row of the list, with what it is sorted and ranged by   n is its number
 *     document      the conversation itself                                   n
 *     value         every value of a choice, once, with counts over all       v is its number
 *     has           which conversation has which value, and a queue's or user's share of it
 *     spread        time in each state per hour
 *     hour, start   the same, and how many began, summed over all conversations
 *     search        a trigram index over names, numbers, notes, attributes; it keeps no text of its own
 *     mention       the same over whole UUIDs; such random keys would make a plain index write everywhere at once
 *
 * Rows and documents are compressed. Counts and sums over all are kept up to date with every write, so that a
 * page without a filter never counts. No number is given twice.
 */
const FIRST = `
CREATE TABLE conversation (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  start INTEGER,
  ${MEASURES.map((measure) => `${measure} INTEGER`).join(',\n  ')},
  row BLOB NOT NULL,
  looks TEXT NOT NULL,
  had TEXT NOT NULL
) STRICT;
CREATE INDEX by_start ON conversation (start);
CREATE INDEX by_title ON conversation (title);
${MEASURES.map((measure) => `CREATE INDEX by_${measure} ON conversation (${measure});`).join('\n')}
CREATE TABLE document (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE value (
  v INTEGER PRIMARY KEY,
  choice TEXT NOT NULL,
  value TEXT NOT NULL,
  name TEXT,
  count INTEGER NOT NULL,
  hold INTEGER NOT NULL,
  unanswered INTEGER NOT NULL,
  UNIQUE (choice, value)
) STRICT;
CREATE TABLE has (
  v INTEGER NOT NULL,
  n INTEGER NOT NULL,
  hold INTEGER NOT NULL,
  unanswered INTEGER NOT NULL,
  PRIMARY KEY (v, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE spread (
  n INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  alerting INTEGER NOT NULL, queued INTEGER NOT NULL, talk INTEGER NOT NULL,
  hold INTEGER NOT NULL, parked INTEGER NOT NULL, acw INTEGER NOT NULL,
  PRIMARY KEY (n, hour)
) STRICT, WITHOUT ROWID;
CREATE TABLE hour (
  hour INTEGER PRIMARY KEY,
  alerting INTEGER NOT NULL, queued INTEGER NOT NULL, talk INTEGER NOT NULL,
  hold INTEGER NOT NULL, parked INTEGER NOT NULL, acw INTEGER NOT NULL
) STRICT;
CREATE TABLE start (hour INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'trigram'
);
CREATE VIRTUAL TABLE mention USING fts5 (
  ids, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 tokenchars '-'"
);
CREATE VIRTUAL TABLE trigram USING fts5vocab (search, row);
`;

/** One step per version; a database of version n has gone through the first n. */
const STEPS: readonly string[] = [FIRST];

/** A database from a later version of this site: it is left as it is. */
export class LaterVersion extends Error {}

/** Brings a database to this version, each step as a whole or not at all. */
export function migrate(sql: Sql): void {
  const version = Number(sql.all('PRAGMA user_version')[0]?.[0] ?? 0);
  if (version > STEPS.length) throw new LaterVersion();
  for (const [place, step] of STEPS.slice(version).entries()) {
    sql.transaction(() => {
      for (const statement of step.split(';\n')) if (statement.trim() !== '') sql.run(statement);
      sql.run(`PRAGMA user_version = ${version + place + 1}`);
    });
  }
}
