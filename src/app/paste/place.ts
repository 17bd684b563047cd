import type { Problem } from '../../core/index';
import { type Positions, positionsIn } from '../json/positions';
import { offsetOf } from '../json/offset';

/** Where problems stand in a text: by line and column, else by the first pointer that leads anywhere. */
export function placesIn(text: string): (problem: Problem) => number | undefined {
  let positions: Positions | undefined;
  return ({ line, column, pointers }) => {
    if (line !== undefined) return offsetOf(text, line, column);
    for (const pointer of pointers) {
      // The whole of the input is nothing to underline.
      if (pointer === '') continue;
      positions ??= positionsIn(text);
      const span = positions.locate(pointer);
      if (span) return span.from;
    }
    return undefined;
  };
}
