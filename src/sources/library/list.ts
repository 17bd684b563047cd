import { NEWEST_FIRST } from '../memory/order';
import type { ListQuery, Page, Sort } from '../source';
import { unpackRow } from './pack';
import type { Sql, SqlValue } from './sql';
import { clauseOf, type Where, whereOf } from './where';

/** Names of columns, so that nothing from outside ever stands in a statement. */
const COLUMNS = new Set<string>([
  'start',
  'title',
  'duration',
  'timeToAnswer',
  'talk',
  'hold',
  'longestHold',
  'holds',
  'acw',
  'parked',
  'handle',
  'cobrowse',
  'controlled',
  'unanswered',
  'transfers',
  'participants',
]);
const MAY_BE_ABSENT = new Set(['start', 'duration', 'timeToAnswer', 'longestHold']);

/** Where a page ended: its last row's keys, and its number. */
type Place = SqlValue[];

function usable(sort: readonly Sort[]): Sort[] {
  return sort.filter(({ by }) => COLUMNS.has(by));
}

/** What decides between equals runs as the last key does, so that an index has them in that order. */
function lastOf(sort: readonly Sort[]): { by: string; descending: boolean } {
  return { by: 'n', descending: sort.at(-1)?.descending ?? false };
}

/** What has no value comes last either way; from high to low the engine does that by itself. */
function orderOf(sort: readonly Sort[]): string {
  return [...sort, lastOf(sort)]
    .map(({ by, descending }) => {
      if (descending) return `${by} DESC`;
      return MAY_BE_ABSENT.has(by) ? `${by} NULLS LAST` : by;
    })
    .join(', ');
}

function isPlaceValue(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function readCursor(cursor: string, length: number): Place | undefined {
  try {
    const place: unknown = JSON.parse(cursor);
    return Array.isArray(place) && place.length === length && place.every(isPlaceValue) ? place : undefined;
  } catch {
    return undefined; // not of our making
  }
}

/**
 * Rows behind a place: the first key that differs lies behind it.
 *
 *     (a > ?) OR (a IS ? AND b > ?) OR (a IS ? AND b IS ? AND n > ?)
 */
function behind(place: Place, sort: readonly Sort[]): Where {
  const columns = [...sort, lastOf(sort)];
  const bind: SqlValue[] = [];
  const cases = columns.map(({ by, descending }, key) => {
    const equal = columns.slice(0, key).map((column, at) => {
      bind.push(place[at] ?? null);
      return `${column.by} IS ?`;
    });
    const value = place[key] ?? null;
    if (value === null) return [...equal, '0'].join(' AND ');
    bind.push(value);
    const after = `(${by} ${descending ? '<' : '>'} ?${MAY_BE_ABSENT.has(by) ? ` OR ${by} IS NULL` : ''})`;
    return [...equal, after].join(' AND ');
  });
  return { text: `(${cases.map((one) => `(${one})`).join(' OR ')})`, bind };
}

function both(one: Where, other: Where): Where {
  const texts = [one.text, other.text].filter((text) => text !== '');
  return { text: texts.join(' AND '), bind: [...one.bind, ...other.bind] };
}

export function pageOf(sql: Sql, query: ListQuery): Page {
  const sort = usable(query.sort ?? NEWEST_FIRST);
  const keys = [...sort.map(({ by }) => by), 'n'];
  const place = query.cursor === undefined ? undefined : readCursor(query.cursor, keys.length);
  const meant = whereOf(sql, query.filter);
  const where = place ? both(meant, behind(place, sort)) : meant;
  const limit = Math.max(0, Math.floor(query.limit));
  const offset = place ? 0 : Math.max(0, Math.floor(query.offset ?? 0));
  const found = sql.all(
    `SELECT row, ${keys.join(', ')} FROM conversation ${clauseOf(where)}
     ORDER BY ${orderOf(sort)} LIMIT ? OFFSET ?`,
    [...where.bind, limit + 1, offset],
  );
  const page = found.slice(0, limit);
  const rows = page.map(([packed]) => unpackRow(packed));
  const last = page.at(-1);
  return { rows, ...(found.length > limit && last ? { cursor: JSON.stringify(last.slice(1)) } : {}) };
}

export function countOf(sql: Sql, where: Where): number {
  return Number(sql.all(`SELECT count(*) FROM conversation ${clauseOf(where)}`, where.bind)[0]?.[0] ?? 0);
}
