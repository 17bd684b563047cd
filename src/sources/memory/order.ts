import type { AllOf } from '../../core/model/all-of';
import type { Facts } from '../../core/model/facts';
import { folded } from '../../core/view/folded';
import type { Sort, SortKey } from '../source';
import { MEASURES } from './match';

const sortKeys = ['start', 'title', ...MEASURES] as const;
export const SORT_KEYS: AllOf<SortKey, typeof sortKeys> = sortKeys;

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

/** Units of UTF-16 in the order of the signs that they stand for: halves of signs such as emoji are behind all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}

/** Texts as the library's engine compares them, sign by sign. */
function isBefore(one: string | number, other: string | number): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return one < other;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at === one.length || at === other.length
    ? one.length < other.length
    : rank(one.charCodeAt(at)) < rank(other.charCodeAt(at));
}

function compareKeys(one: Place[number], other: Place[number], descending: boolean): number {
  if (one === other) return 0;
  // What has no value comes last either way.
  if (one === null) return 1;
  if (other === null) return -1;
  return isBefore(one, other) === descending ? 1 : -1;
}

/** A total order: where all keys are equal the id decides. */
export function comparePlaces(one: Place, other: Place, sort: readonly Sort[]): number {
  for (let key = 0; key < one.length; key++) {
    const order = compareKeys(one[key] ?? null, other[key] ?? null, sort[key]?.descending ?? false);
    if (order !== 0) return order;
  }
  return 0;
}
