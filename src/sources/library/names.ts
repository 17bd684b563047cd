import { valuesOf, wellFormed } from '../choices';
import type { Choice } from '../source';
import { unlessDamaged } from './damaged';
import { unpackRow } from './pack';
import { bytesOf, type Sql } from './sql';

/** A value with the name that people call it by. */
interface NamedValue {
  v: number;
  choice: Choice;
  value: string;
  name: string;
}

/** So many conversations are asked at first: nearly all that have an id give its name. */
const FIRST = 4;
/** At most, the newest: where a name is hardly ever given, looking for it must not keep others waiting. */
const MOST = 5000;

/** The names that conversations with a value give it, the newest first, as far as it is worth while to look. */
function* namesGiven(sql: Sql, { v, choice, value }: NamedValue): Generator<string> {
  let last = Number.MAX_SAFE_INTEGER;
  for (let some = FIRST; some <= MOST; some *= 10) {
    const rows = sql.all(
      `SELECT n, row FROM has CROSS JOIN conversation USING (n) WHERE v = ? AND n < ? ORDER BY n DESC LIMIT ?`,
      [v, last, some],
    );
    for (const [n, row] of rows) {
      last = Number(n);
      const values = unlessDamaged(() => valuesOf(unpackRow(bytesOf(row)), choice)).flat();
      for (const each of values)
        if (each.name && wellFormed(each.value) === value) yield wellFormed(each.name);
    }
    if (rows.length < some) return;
  }
}

/** The same where anybody gives it, else another that is given. */
function nameFor(sql: Sql, known: NamedValue): string | null {
  let other: string | null = null;
  for (const name of namesGiven(sql, known)) {
    if (name === known.name) return name;
    other ??= name;
  }
  return other;
}

/**
 * Names that were given by conversations alone that are gone, go with them, also where others have the id.
 * `values`: numbers of those that they had. Answers whether there were any.
 */
export function forgetNames(sql: Sql, values: Iterable<number>): boolean {
  const named = sql
    .all(
      `SELECT v, choice, value, name FROM value
       WHERE v IN (SELECT value FROM json_each(?)) AND name IS NOT NULL AND count > 0`,
      [JSON.stringify([...values])],
    )
    .map(
      ([v, choice, value, name]): NamedValue => ({
        v: Number(v),
        choice: String(choice) as Choice, // as it was written
        value: String(value),
        name: String(name),
      }),
    );
  let any = false;
  for (const each of named) {
    const name = nameFor(sql, each);
    if (name === each.name) continue;
    sql.run('UPDATE value SET name = ? WHERE v = ?', [name, each.v]);
    any = true;
  }
  return any;
}
