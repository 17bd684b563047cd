import { inflateSync, strFromU8, strToU8 } from 'fflate';
import type { Conversation } from '../../core/model/conversation';
import { DOCUMENT_DICTIONARY } from './dictionary';
import { unpackConversation } from './pack';
import { examine, joined, type Prepared, prepare } from './prepared';
import { LEFT_BEHIND } from './schema';
import type { Sql, SqlValue } from './sql';
import type { Store } from './store';

const DICTIONARY = strToU8(DOCUMENT_DICTIONARY);
/** So many are carried over before others get their turn. */
const SLICE = 100;

/** Written by the version before: a conversation with all its pointers. */
function conversationIn(bytes: SqlValue | undefined): Conversation[] {
  if (!(bytes instanceof Uint8Array)) return [];
  const conversation: Conversation = JSON.parse(strFromU8(inflateSync(bytes, { dictionary: DICTIONARY })));
  return [conversation];
}

/** Joined with what was imported before its turn came. */
function preparedFrom(conversation: Conversation, store: Store): Prepared {
  const examined = examine(conversation);
  const known = store.document(conversation.id);
  return prepare(known ? joined(unpackConversation(known), examined) : examined);
}

/**
 * Takes some conversations of the first version over: everything of them is worked out anew. They leave their old
 * place in the transaction that stores them, so that ending in the middle loses nothing and doubles nothing.
 * Answers whether there may be more.
 */
export function carrySome(sql: Sql, store: Store): boolean {
  const found = sql.all(
    'SELECT n, bytes FROM conversation_1 LEFT JOIN document_1 USING (n) ORDER BY n LIMIT ?',
    [SLICE],
  );
  const last = found.at(-1)?.[0];
  if (last === undefined) {
    sql.transaction(() => {
      for (const table of LEFT_BEHIND) sql.run(`DROP TABLE ${table}`);
    });
    return false;
  }
  const all = found.flatMap(([, bytes]) => conversationIn(bytes)).map((one) => preparedFrom(one, store));
  store.put(all, () => {
    for (const table of LEFT_BEHIND) sql.run(`DELETE FROM ${table} WHERE n <= ?`, [last]);
  });
  return true;
}
