import { useState } from 'react';

/**
 * How much is drawn of a list that may be long: a page of it, and with each click another one. `rest`: how many
 * the next click brings; none are left where it is not above zero.
 */
export function useMore(count: number, page: number): { shown: number; rest: number; showMore: () => void } {
  const [shown, setShown] = useState(page);
  return { shown, rest: Math.min(count - shown, page), showMore: () => setShown(shown + page) };
}
