import type { Facts } from '../../core/model/facts';
import { folded } from '../../core/view/folded';
import type { Sort, SortKey } from '../source';

export const NEWEST_FIRST: Sort[] = [{ by: 'start', descending: true }];

/** What a row is sorted by, and its id at last: where a page ended, and the next begins. */
export type Place = (string | number | null)[];

type Sorted = Pick<Facts, SortKey | 'id'>;

function keyOf(facts: Sorted, by: SortKey): string | number | null {
  return (by === 'title' ? folded(facts.title) : facts[by]) ?? null;
}

export function placeOf(facts: Sorted, sort: readonly Sort[]): Place {
  return [...sort.map(({ by }) => keyOf(facts, by)), facts.id];
}

function compareKeys(one: Place[number], other: Place[number], descending: boolean): number {
  if (one === other) return 0;
  // What has no value comes last either way.
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other === descending ? 1 : -1;
}

/** A total order: where all keys are equal the id decides. */
export function comparePlaces(one: Place, other: Place, sort: readonly Sort[]): number {
  for (let key = 0; key < one.length; key++) {
    const order = compareKeys(one[key] ?? null, other[key] ?? null, sort[key]?.descending ?? false);
    if (order !== 0) return order;
  }
  return 0;
}
