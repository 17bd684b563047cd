import type { Choice, FacetCount, Facets, Filter } from '../source';
import type { Sql, SqlValue } from './sql';
import { readHad } from './sums';
import { clauseOf, type Where, whereOf } from './where';

/** Up to so many conversations are looked at one by one; of more, those that have a value are looked up. */
export const FEW = 20_000;

function facetOf([value, name, count]: SqlValue[]): FacetCount {
  return {
    value: String(value),
    ...(typeof name === 'string' ? { name } : {}),
    count: Number(count),
  };
}

/** What few conversations have, by numbers of values; nothing where there are more than few. */
export function tallyOf(
  sql: Sql,
  where: Where,
  few: number,
): Map<number, { count: number; hold: number; unanswered: number }> | undefined {
  const rows = sql.all(`SELECT had FROM conversation ${clauseOf(where)} LIMIT ?`, [...where.bind, few + 1]);
  if (rows.length > few) return undefined;
  const tally = new Map<number, { count: number; hold: number; unanswered: number }>();
  for (const [had] of rows) {
    for (const { v, hold, unanswered } of readHad(String(had))) {
      const known = tally.get(v);
      if (!known) tally.set(v, { count: 1, hold, unanswered });
      else {
        known.count += 1;
        known.hold += hold;
        known.unanswered += unanswered;
      }
    }
  }
  return tally;
}

function inOrder(one: FacetCount, other: FacetCount): number {
  return other.count - one.count || (one.value < other.value ? -1 : 1);
}

type Tally = ReturnType<typeof tallyOf>;

/** Over all conversations the counts stand ready; under a filter they are counted. */
function facet(sql: Sql, choice: Choice, { where, tally }: { where: Where; tally: Tally }): FacetCount[] {
  if (where.text === '') {
    return sql
      .all('SELECT value, name, count FROM value WHERE choice = ? AND count > 0 ORDER BY count DESC, value', [
        choice,
      ])
      .map(facetOf);
  }
  if (tally) {
    return sql
      .all('SELECT value, name, v FROM value WHERE choice = ?', [choice])
      .flatMap(([value = null, name = null, v]) => {
        const found = tally.get(Number(v));
        return found ? [facetOf([value, name, found.count])] : [];
      })
      .toSorted(inOrder);
  }
  return sql
    .all(
      `SELECT value, name, count(*) FROM value JOIN has USING (v)
       WHERE choice = ? AND n IN (SELECT n FROM conversation ${clauseOf(where)})
       GROUP BY v ORDER BY count(*) DESC, value`,
      [choice, ...where.bind],
    )
    .map(facetOf);
}

interface Question {
  filter: Filter;
  choices: readonly Choice[];
  few: number;
}

export function facetsOf(sql: Sql, { filter, choices, few }: Question): Facets {
  // Choices without a selection of their own share one condition, and one count.
  const known = new Map<string, Tally>();
  const tallyFor = (where: Where): Tally => {
    if (where.text === '') return undefined;
    const key = JSON.stringify([where.text, where.bind]);
    if (!known.has(key)) known.set(key, tallyOf(sql, where, few));
    return known.get(key);
  };
  const counts = choices.map((choice): [Choice, FacetCount[]] => {
    const where = whereOf(sql, filter, choice);
    return [choice, facet(sql, choice, { where, tally: tallyFor(where) })];
  });
  return Object.fromEntries(counts);
}
