import { MEASURES } from '../memory/match';
import type { Sql } from './sql';

/** They stay as they are through all versions. */
const SETTINGS = 'CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;';

/** As the first version had it. */
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
${SETTINGS}
CREATE VIRTUAL TABLE search USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'trigram'
);
CREATE VIRTUAL TABLE mention USING fts5 (
  ids, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 tokenchars '-'"
);
CREATE VIRTUAL TABLE trigram USING fts5vocab (search, row);
`;

/**
 * What stands where, from the second version on:
 *
 *     identity      a conversation's id and its number n; hashes of its looks
 *     figure        what it is ranged and sorted by, and its values as JSON    short rows, as they are walked
 *     conversation  its title and its row in the list                          n
 *     document      the conversation itself                                    n
 *     value         every value of a choice, once, with counts over all        v is its number
 *     has           which conversation has which value                         v, n
 *     spread        time in each state per hour                                n, hour
 *     hour, start   the same, and how many began, summed over all conversations
 *     said          the words it can be found by                               n
 *     undated       since when it is known that one has no start              n
 *     search        which three letters occur in which words: what is found is looked up in `said`
 *     mention       whole ids and attributes, which a plain index would write everywhere at once
 *
 * Rows and documents are compressed. Counts and sums over all are kept up to date with every write, so that a
 * page without a filter never counts. No conversation is given a number that another had.
 *
 * What the version before held is put aside as it is, and carried over some at a time after opening (`carry.ts`).
 */
const TABLES = `
CREATE TABLE identity (id TEXT PRIMARY KEY, n INTEGER NOT NULL, looks TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE figure (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  start INTEGER,
  ${MEASURES.map((measure) => `${measure} INTEGER`).join(',\n  ')},
  had TEXT NOT NULL
) STRICT;
CREATE INDEX by_start ON figure (start);
${MEASURES.map((measure) => `CREATE INDEX by_${measure} ON figure (${measure});`).join('\n')}
CREATE TABLE conversation (n INTEGER PRIMARY KEY, title TEXT NOT NULL, row BLOB NOT NULL) STRICT;
CREATE INDEX by_title ON conversation (title);
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
CREATE TABLE has (v INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (v, n)) STRICT, WITHOUT ROWID;
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
CREATE TABLE said (n INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1'
);
CREATE VIRTUAL TABLE mention USING fts5 (
  mentions, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 tokenchars '-'"
);
`;

const SECOND = `
DROP TABLE trigram;
DROP TABLE search;
DROP TABLE mention;
DROP TABLE value;
DROP TABLE has;
DROP TABLE spread;
DROP TABLE hour;
DROP TABLE start;
DROP INDEX by_start;
DROP INDEX by_title;
${MEASURES.map((measure) => `DROP INDEX by_${measure};`).join('\n')}
ALTER TABLE conversation RENAME TO conversation_1;
ALTER TABLE document RENAME TO document_1;
${TABLES}`;

/** Puts what a version holds aside, where it waits for all to be worked out anew. */
function anew(version: number): string {
  return `
DROP TABLE search;
DROP TABLE mention;
DROP TABLE identity;
DROP TABLE figure;
DROP TABLE value;
DROP TABLE has;
DROP TABLE spread;
DROP TABLE hour;
DROP TABLE start;
DROP TABLE said;
DROP INDEX by_title;
ALTER TABLE conversation RENAME TO conversation_${version};
ALTER TABLE document RENAME TO document_${version};
${TABLES}`;
}

/** Rows, documents and hashes of looks are coded otherwise. */
const THIRD = anew(2);

/** Searched words and titles are folded with their accents, and shares of queues are told otherwise: once more anew. */
const FOURTH = anew(3);

const FIFTH = 'CREATE TABLE undated (n INTEGER PRIMARY KEY, since INTEGER NOT NULL) STRICT;';

/**
 * Who did not answer, and what else users did, is chosen by. Conversations get other numbers: since when it is known of
 * one that it has no start waits with it. Whatever works all out anew from here on has to take this along as well.
 */
const SIXTH = `${anew(5)}
ALTER TABLE conversation_5 ADD COLUMN since INTEGER;
UPDATE conversation_5 SET since = (SELECT since FROM undated WHERE undated.n = conversation_5.n)
  WHERE n IN (SELECT n FROM undated);
DELETE FROM undated;
`;

/** One step per version; a database of version n has gone through the first n, or was new when that was the last. */
const STEPS: readonly string[] = [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH];
const LATEST = STEPS.length;

/** A database from a later version of this site: it is left as it is. */
export class LaterVersion extends Error {}

function reach(sql: Sql, version: number, step: string): void {
  sql.transaction(() => {
    for (const statement of step.split(';\n')) if (statement.trim() !== '') sql.run(statement);
    sql.run(`PRAGMA user_version = ${version}`);
  });
}

/** Brings a database to this version, or to an earlier one, each step as a whole or not at all. */
export function migrate(sql: Sql, to = LATEST): void {
  const version = Number(sql.all('PRAGMA user_version')[0]?.[0] ?? 0);
  if (version > LATEST) throw new LaterVersion();
  // A new one has nothing to put aside: through all versions it would write its tables five times.
  if (version === 0 && to === LATEST) reach(sql, LATEST, `${SETTINGS}${TABLES}${FIFTH}`);
  else for (const [place, step] of STEPS.slice(version, to).entries()) reach(sql, version + place + 1, step);
}

/** Conversations of a version before, and their documents. */
export interface LeftBehind {
  version: number;
  conversations: string;
  documents: string;
}

/** Where conversations of versions before wait until this one takes them over. */
export function leftBehind(sql: Sql): LeftBehind[] {
  return [1, 2, 3, 5]
    .filter(
      (version) =>
        sql.all('SELECT 1 FROM sqlite_master WHERE name = ?', [`conversation_${version}`]).length > 0,
    )
    .map((version) => ({
      version,
      conversations: `conversation_${version}`,
      documents: `document_${version}`,
    }));
}
