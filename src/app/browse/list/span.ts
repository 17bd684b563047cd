import type { Rows } from './useRows';

/** Rows from one to another, both included. */
export interface Span {
  first: number;
  last: number;
}

/** What is held without a gap around the rows in sight: what was not fetched cannot be printed. */
export function heldAround({ first, last }: Span, rows: Pick<Rows, 'rowAt' | 'total'>): Span {
  let [from, to] = [first, last];
  while (from > 0 && rows.rowAt(from - 1)) from -= 1;
  while (to + 1 < rows.total && rows.rowAt(to + 1)) to += 1;
  return { first: from, last: to };
}

export function placesOf({ first, last }: Span): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The row that has the focus stays, however far the others are scrolled: else the focus would be lost. */
export function withActive(places: readonly number[], active: number, total: number): number[] {
  const isAway = active >= 0 && active < total && !places.includes(active);
  return isAway ? [...places, active] : [...places];
}
