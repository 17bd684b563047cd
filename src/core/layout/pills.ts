import type { Pixel } from '../view/pixel';
import type { Row, Rows } from './rows';
import type { Pill, SceneWords, Wire } from './scene';
import { textWidth } from './text';

const HEIGHT: Pixel = 14;
const SIZE: Pixel = 10;
/** Up from the border, where the next row begins with a name. */
const OFF_NAMES: Pixel = 3;

/** A link whose line lies in the window. */
export type Line = Wire & { x: Pixel };

function collides(pill: Pill, others: readonly Pill[]): boolean {
  return others.some(
    (other) =>
      pill.left < other.left + other.width + 3 &&
      other.left < pill.left + pill.width + 3 &&
      pill.top < other.top + other.height + 1 &&
      other.top < pill.top + pill.height + 1,
  );
}

function crossed(pill: Pill, lines: readonly Line[]): boolean {
  return lines.some(
    ({ x, from, to }) =>
      x > pill.left - 3 &&
      x < pill.left + pill.width + 3 &&
      Math.min(from, to) < pill.top + pill.height &&
      Math.max(from, to) > pill.top,
  );
}

/** Borders between rows that a line crosses, from its source on: there is no bar, so a word hides nothing. */
function gutters(wire: Line, rows: readonly Row[]): Pixel[] {
  if (wire.stub) return [wire.to];
  const top = Math.min(wire.from, wire.to);
  const bottom = Math.max(wire.from, wire.to);
  const borders = rows.map((row) => row.y).filter((y) => y > top && y < bottom);
  return wire.to > wire.from ? borders : borders.toReversed();
}

/** The conversation's own stretch, and a little beyond: what lies outside would be cut off where all fits. */
export interface Stretch {
  left: Pixel;
  right: Pixel;
}

/**
 * Finds each line's word a free place: at either side of the line, in one of the gutters it crosses, neither
 * on another word nor across another line. Where there is none the word is left out; pointer and table have it.
 */
export function placePills(
  lines: readonly Line[],
  { rows, words, stretch }: { rows: Rows; words: SceneWords; stretch: Stretch },
): void {
  const placed: Pill[] = [];
  const up = HEIGHT / 2 + (rows.style.head > 0 ? OFF_NAMES : 0);
  for (const line of lines) {
    const { x } = line;
    const text = words.link(line.kind, line.stub);
    const width = textWidth(text, SIZE) + 12;
    const candidates = gutters(line, rows.list).flatMap((y) =>
      [x + 5, x - 5 - width].map((left): Pill => ({ left, top: y - up, width, height: HEIGHT, text })),
    );
    const pill = candidates.find(
      (place) =>
        place.left >= stretch.left &&
        place.left + place.width <= stretch.right &&
        !collides(place, placed) &&
        !crossed(place, lines),
    );
    if (!pill) continue;
    placed.push(pill);
    line.pill = pill;
  }
}
