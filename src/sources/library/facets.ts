import type { Choice, FacetCount, Facets, Filter } from '../source';
import type { Meanings } from './meant';
import type { Turn } from './turns';
import type { Sql, SqlValue } from './sql';

function facetOf([value, name, count]: SqlValue[]): FacetCount {
  return {
    value: String(value),
    ...(typeof name === 'string' ? { name } : {}),
    count: Number(count),
  };
}

function inOrder(one: FacetCount, other: FacetCount): number {
  return other.count - one.count || (one.value < other.value ? -1 : 1);
}

/** Over all conversations the counts stand ready. */
function ofAll(sql: Sql, choice: Choice): FacetCount[] {
  return sql
    .all('SELECT value, name, count FROM value WHERE choice = ? AND count > 0 ORDER BY count DESC, value', [
      choice,
    ])
    .map(facetOf);
}

interface Question {
  filter: Filter;
  choices: readonly Choice[];
  turn: Turn;
}

export async function facetsOf(
  sql: Sql,
  meanings: Meanings,
  { filter, choices, turn }: Question,
): Promise<Facets> {
  const facets: Facets = {};
  for (const choice of choices) {
    const meant = await meanings.of(filter, { turn, except: choice });
    if (!meant) {
      facets[choice] = ofAll(sql, choice);
      continue;
    }
    const tally = await meanings.tallyOf(meant, turn);
    facets[choice] = sql
      .all('SELECT value, name, v FROM value WHERE choice = ?', [choice])
      .flatMap(([value = null, name = null, v]) => {
        const found = tally.get(Number(v));
        return found ? [facetOf([value, name, found.count])] : [];
      })
      .toSorted(inOrder);
  }
  return facets;
}
