/** Pixels of rows above the window: `asked` of the rows that are fetched, `drawn` of those on the screen. */
export interface Sight {
  asked: number;
  drawn: number;
}

/**
 * Hands may be faster than rows come. What is drawn goes where they are as soon as rows are there; meanwhile those of
 * the last place where they came, so that a dragged bar leafs through the list instead of through blanks.
 * One place is asked for at a time: of places long left behind nobody wants the rows.
 */
export function nextSight(sight: Sight, top: number, isThere: (top: number) => boolean): Sight {
  if (isThere(top)) return settle(sight, { asked: top, drawn: top });
  const came = isThere(sight.asked);
  if (came) return settle(sight, { asked: top, drawn: sight.asked });
  return sight.asked === sight.drawn ? settle(sight, { asked: top, drawn: sight.drawn }) : sight;
}

function settle(before: Sight, after: Sight): Sight {
  return before.asked === after.asked && before.drawn === after.drawn ? before : after;
}
