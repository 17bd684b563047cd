import { factsOf } from '../../core/facts/facts';
import type { Row } from '../source';
import { packRow, unpackConversation, unpackRow } from './pack';
import { bytesOf, type Sql } from './sql';

/** What is damaged was lost before: all others must not be lost with it. */
export function unlessDamaged<T>(work: () => T): T[] {
  try {
    return [work()];
  } catch {
    return [];
  }
}

/**
 * The id of a conversation, as its row tells it. No index leads to that of a damaged one: it is looked for among all.
 */
export function idOf(sql: Sql, n: number, row: Uint8Array): string {
  const known = unlessDamaged(() => unpackRow(row).id).flatMap((told) =>
    sql.all('SELECT id FROM identity WHERE id = ? AND n = ?', [told, n]),
  );
  const [found] = known.length > 0 ? known : sql.all('SELECT id FROM identity WHERE n = ?', [n]);
  return String(found?.[0]);
}

/**
 * A row as it is stored; where that cannot be read, worked out anew, and where nothing is left to be read, one that
 * says so.
 */
export function mendedRow(sql: Sql, n: number, row: Uint8Array): Uint8Array {
  const id = idOf(sql, n, row);
  if (unlessDamaged(() => unpackRow(row)).some((told) => told.id === id)) return row;
  const [facts] = sql.all('SELECT bytes, start FROM document JOIN figure USING (n) WHERE n = ?', [n]);
  const [anew] = unlessDamaged(() => packRow(factsOf(unpackConversation(bytesOf(facts?.[0])))));
  return anew ?? packRow(lost(id, typeof facts?.[1] === 'number' ? facts[1] : undefined));
}

function lost(id: string, start: number | undefined): Row {
  return {
    ...factsOf({ id, observations: [] }),
    ...(start === undefined ? {} : { start }),
    problems: [{ code: 'unknown-format', severity: 'error', count: 1 }],
  };
}
