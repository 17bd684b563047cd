import type { Choice, FacetCount, Facets, Filter } from '../source';
import type { Sql, SqlValue } from './sql';
import { clauseOf, whereOf } from './where';

function facetOf([value, name, count]: SqlValue[]): FacetCount {
  return {
    value: String(value),
    ...(typeof name === 'string' ? { name } : {}),
    count: Number(count),
  };
}

/** Over all conversations the counts stand ready; under a filter they are counted. */
function facet(sql: Sql, filter: Filter, choice: Choice): FacetCount[] {
  const where = whereOf(sql, filter, choice);
  const rows =
    where.text === ''
      ? sql.all(
          'SELECT value, name, count FROM value WHERE choice = ? AND count > 0 ORDER BY count DESC, value',
          [choice],
        )
      : sql.all(
          `SELECT value, name, count(*) FROM value JOIN has USING (v)
           WHERE choice = ? AND n IN (SELECT n FROM conversation ${clauseOf(where)})
           GROUP BY v ORDER BY count(*) DESC, value`,
          [choice, ...where.bind],
        );
  return rows.map(facetOf);
}

export function facetsOf(sql: Sql, filter: Filter, choices: readonly Choice[]): Facets {
  return Object.fromEntries(choices.map((choice) => [choice, facet(sql, filter, choice)]));
}
