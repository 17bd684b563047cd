import { NEWEST_FIRST, SORT_KEYS } from '../memory/order';
import type { Listing, ListQuery, Sort } from '../source';
import { mendedRow } from './damaged';
import type { Piece } from './parts';
import { both, foundBy, type Plan, type Rows, selecting } from './plan';
import { bytesOf, type Sql, type SqlValue } from './sql';
import type { PackedPage } from './wire';

/** Names of columns, so that nothing from outside ever stands in a statement. */
const COLUMNS = new Set<string>(SORT_KEYS);
const MAY_BE_ABSENT = new Set(['start', 'duration', 'timeToAnswer', 'longestHold']);

/** Where a page ended: its last row's keys, and its number. */
type Place = SqlValue[];
interface Key {
  by: string;
  descending: boolean;
}

/** What a list is ordered by; what decides between equals runs as the last key does, as an index has them. */
function keysOf(sort: readonly Sort[]): Key[] {
  const keys = sort
    .filter(({ by }) => COLUMNS.has(by))
    .map(({ by, descending = false }) => ({ by, descending }));
  return [...keys, { by: 'n', descending: keys.at(-1)?.descending ?? false }];
}

function columnOf(by: string): string {
  return by === 'title' ? 'c.title' : `f.${by}`;
}

/** What has no value comes last either way; from high to low the engine does that by itself. */
function orderOf(keys: readonly Key[]): string {
  return keys
    .map(({ by, descending }) => {
      if (descending) return `${columnOf(by)} DESC`;
      return MAY_BE_ABSENT.has(by) ? `${columnOf(by)} NULLS LAST` : columnOf(by);
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
function behind(place: Place, keys: readonly Key[]): Piece {
  const bind: SqlValue[] = [];
  const cases = keys.map(({ by, descending }, key) => {
    const equal = keys.slice(0, key).map((before, at) => {
      bind.push(place[at] ?? null);
      return `${columnOf(before.by)} IS ?`;
    });
    const value = place[key] ?? null;
    if (value === null) return [...equal, '0'].join(' AND ');
    bind.push(value);
    const column = columnOf(by);
    const absent = MAY_BE_ABSENT.has(by) ? ` OR ${column} IS NULL` : '';
    return [...equal, `(${column} ${descending ? '<' : '>'} ?${absent})`].join(' AND ');
  });
  return { text: `+(${cases.map((one) => `(${one})`).join(' OR ')})`, bind };
}

/**
 * What an index can seek of the rows that are not before a place, or not behind it. Rows without a value of the first
 * key are in neither: they are last.
 */
function seeking(
  what: 'not before' | 'not behind',
  place: Place,
  [first]: readonly Key[],
): Piece | undefined {
  const value = place[0] ?? null;
  if (!first || value === null) return undefined;
  const greater = first.descending === (what === 'not behind');
  return { text: `${columnOf(first.by)} ${greater ? '>=' : '<='} ?`, bind: [value] };
}

/** All rows in the order of the first key, as its index has them. */
function walked({ parts }: Plan, [first]: readonly Key[]): Rows {
  const holds = parts.map((part) =>
    part.column && part.column.name === first?.by ? part.column.holds : part.holds,
  );
  const index = first?.by === 'n' ? '' : `INDEXED BY by_${first?.by}`;
  const text =
    first?.by === 'title'
      ? `conversation AS c ${index} CROSS JOIN figure AS f ON f.n = c.n`
      : `figure AS f ${index}`;
  return { tables: { text, bind: [] }, where: both(...holds) };
}

/** The title stands with what a row shows, apart from what is walked. */
function withTitles({ tables, where }: Rows, keys: readonly Key[]): Rows {
  if (!keys.some(({ by }) => by === 'title')) return { tables, where };
  const text = `${tables.text} CROSS JOIN conversation AS c ON c.n = f.n`;
  return { tables: { text, bind: tables.bind }, where };
}

function rowsOf(plan: Plan, keys: readonly Key[], wanted: number): Rows {
  const [first, ...others] = plan.parts;
  if (!first || walkingIsCheaper(plan, keys, wanted)) {
    const rows = walked(plan, keys);
    return keys[0]?.by === 'title' ? rows : withTitles(rows, keys);
  }
  return withTitles(foundBy(first.finds, others), keys);
}

/** About a microsecond each: a step along an index, a row that is found and put in order. */
const STEP = 0.4;
const FIND = 3;

/** Whether walking the order until the page is full beats finding all that are meant and sorting them. */
function walkingIsCheaper({ parts, total }: Plan, keys: readonly Key[], rows: number): boolean {
  const walking = parts.filter(({ column }) => column?.name !== keys[0]?.by);
  const [first] = parts;
  // Where the order's own column is all that is asked of, only rows that are meant are walked.
  if (!first || walking.length === 0) return true;
  const share = walking.reduce((all, part) => all * (part.rows / Math.max(1, total)), 1);
  const steps = Math.min(total, rows / Math.max(share, 1e-9));
  const looking = walking.reduce((all, { cost }) => all + cost, 0);
  const others = parts.slice(1).reduce((all, { cost }) => all + cost, 0);
  return steps * (STEP + looking) < first.rows * (FIND + others);
}

interface Span {
  limit: number;
  offset: number;
}

function placesOf(sql: Sql, rows: Rows, { keys, limit, offset }: Span & { keys: readonly Key[] }): Place[] {
  const columns = keys.map(({ by }) => columnOf(by)).join(', ');
  const { text, bind } = selecting(columns, rows, `ORDER BY ${orderOf(keys)} LIMIT ? OFFSET ?`);
  return sql.all(text, [...bind, limit, offset]);
}

/** Rows behind a place: those that an index can seek, and where these are too few all. */
function after(
  sql: Sql,
  rows: Rows,
  { place, ...span }: Span & { place: Place; keys: readonly Key[] },
): Place[] {
  const rest = behind(place, span.keys);
  const near = seeking('not before', place, span.keys);
  if (near) {
    const places = placesOf(sql, { ...rows, where: both(rows.where, near, rest) }, span);
    if (places.length === span.limit) return places;
  }
  return placesOf(sql, { ...rows, where: both(rows.where, rest) }, span);
}

/** `plan` is that of the query's filter; `mended`: none of its rows is damaged. */
export function pageOf(
  sql: Sql,
  query: ListQuery,
  { plan, mended = false }: { plan: Plan; mended?: boolean },
): PackedPage {
  const keys = keysOf(query.sort ?? NEWEST_FIRST);
  const place = query.cursor === undefined ? undefined : readCursor(query.cursor, keys.length);
  const limit = Math.max(0, Math.floor(query.limit));
  const offset = place ? 0 : Math.max(0, Math.floor(query.offset ?? 0));
  const rows = rowsOf(plan, keys, limit + 1 + offset);
  const span = { keys, limit: limit + 1, offset };
  const places = place ? after(sql, rows, { ...span, place }) : placesOf(sql, rows, span);
  const page = places.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((one) => packedRow(sql, Number(one.at(-1)), mended)),
    ...(places.length > limit && last ? { cursor: JSON.stringify(last) } : {}),
  };
}

/** How many rows stand before a conversation, if it is among them. `plan` is that of the listing's filter. */
export function placeOf(
  sql: Sql,
  { sort = NEWEST_FIRST }: Listing,
  { plan, id }: { plan: Plan; id: string },
): number | undefined {
  const keys = keysOf(sort);
  const itself = foundBy({ text: 'SELECT n FROM identity WHERE id = ?', bind: [id] }, plan.parts);
  const [place] = placesOf(sql, withTitles(itself, keys), { keys, limit: 1, offset: 0 });
  if (!place) return undefined;
  const rows = rowsOf(plan, keys, plan.total);
  const { text, bind } = behind(place, keys);
  const near = seeking('not behind', place, keys) ?? { text: '', bind: [] };
  const where = both(rows.where, near, { text: `NOT ${text}`, bind });
  const counted = selecting('count(*)', { ...rows, where });
  // It is not behind itself.
  return Number(sql.all(counted.text, counted.bind)[0]?.[0]) - 1;
}

function packedRow(sql: Sql, n: number, mended: boolean): Uint8Array {
  const row = bytesOf(sql.all('SELECT row FROM conversation WHERE n = ?', [n])[0]?.[0]);
  return mended ? mendedRow(sql, n, row) : row;
}
