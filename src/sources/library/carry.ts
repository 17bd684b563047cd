import { inflateSync, strFromU8, strToU8 } from 'fflate';
import { relocate } from '../../core/export/relocate';
import type { Conversation } from '../../core/model/conversation';
import { unlessDamaged } from './damaged';
import { DOCUMENT_DICTIONARY } from './dictionary';
import { unpackConversation } from './pack';
import { examine, joined, type Packed, type Prepared, prepare } from './prepared';
import { leftBehind } from './schema';
import type { Sql, SqlValue } from './sql';
import type { Store } from './store';

const DICTIONARY = strToU8(DOCUMENT_DICTIONARY);
/** So many are carried over before others get their turn: some 40 ms of work. */
const SLICE = 20;
/** By another number. Rules may have found out meanwhile when it began. */
const NOTE_UNDATED = `INSERT OR IGNORE INTO undated (n, since)
  SELECT n, ?2 FROM identity JOIN figure USING (n) WHERE id = ?1 AND start IS NULL`;
/** The first whose documents are coded as they are today, not deflated. */
const CODED = 3;
/** The first that knows since when one without a start has been there. */
const DATED = 5;

/** Written by the first version with all pointers, by the second without any, by others as it is today. */
function readDocument(bytes: Uint8Array, version: number): Conversation {
  if (version >= CODED) return unpackConversation(bytes);
  const { id, observations }: Conversation = JSON.parse(
    strFromU8(inflateSync(bytes, { dictionary: DICTIONARY })),
  );
  return relocate({ id, observations });
}

function packedIn(bytes: SqlValue | undefined, version: number): Packed[] {
  return bytes instanceof Uint8Array ? unlessDamaged(() => examine(readDocument(bytes, version))) : [];
}

/** Joined with what was imported before its turn came. */
function preparedFrom(one: Packed, store: Store): Prepared[] {
  const bytes = store.document(one.id);
  const looks = store.looksOf([one.id]).get(one.id);
  return unlessDamaged(() => prepare(bytes && looks ? joined({ looks, bytes }, [one]) : one));
}

/**
 * Takes some conversations of a version before over: everything of them is worked out anew. They leave their old
 * place in the transaction that stores them, so that ending in the middle loses nothing and doubles nothing.
 * Answers whether there may be more.
 */
export function carrySome(sql: Sql, store: Store): boolean {
  const [left] = leftBehind(sql);
  if (!left) return false;
  const { version, conversations, documents } = left;
  const found = sql.all(
    `SELECT n, bytes, ${version < DATED ? 'NULL' : 'since'} FROM ${conversations} LEFT JOIN ${documents} USING (n) ORDER BY n LIMIT ?`,
    [SLICE],
  );
  const last = found.at(-1)?.[0];
  if (last === undefined) {
    sql.transaction(() => {
      for (const table of [conversations, documents]) sql.run(`DROP TABLE ${table}`);
    });
    return true;
  }
  const known: [id: string, since: number][] = [];
  const all = found.flatMap(([, bytes, since]) =>
    packedIn(bytes, version).flatMap((one) => {
      // To what came meanwhile it only adds, and what is added to begins anew.
      if (typeof since === 'number' && !store.document(one.id)) known.push([one.id, since]);
      return preparedFrom(one, store);
    }),
  );
  store.put(all, () => {
    for (const table of [conversations, documents]) sql.run(`DELETE FROM ${table} WHERE n <= ?`, [last]);
    for (const one of known) sql.run(NOTE_UNDATED, one);
  });
  return true;
}
