import type { Span } from './span';

/** Rows of one height in a window, and the bar that scrolls them. In pixels. */
export interface Track {
  rows: number;
  row: number;
  /** Height of the window. */
  window: number;
}

/** `bar`: where the browser's scroll bar stands. `top`: what lies above the window if all rows were drawn. */
export interface Scroll {
  bar: number;
  top: number;
}

/** Browsers draw nothing beyond some 17 million pixels, so longer lists get a shorter bar. */
const LONGEST = 8_000_000;
/** A move of at most so many windows is one by wheel, key or touch, which moves rows and not the bar. */
const NEAR = 3;

function wholeHeight({ rows, row }: Track): number {
  return rows * row;
}

export function trackHeight(track: Track): number {
  return Math.min(wholeHeight(track), LONGEST);
}

function most(track: Track): Scroll {
  return {
    bar: Math.max(0, trackHeight(track) - track.window),
    top: Math.max(0, wholeHeight(track) - track.window),
  };
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(0, value), max);
}

function isScaled(track: Track): boolean {
  return wholeHeight(track) > LONGEST;
}

/**
 * The bar was moved. Where the bar is as long as the rows, both move together. Where it is shorter, small moves
 * are taken as rows, and large ones (the bar was dragged) as a share of the whole.
 */
export function moved(scroll: Scroll, bar: number, track: Track): Scroll {
  const end = most(track);
  if (!isScaled(track)) return { bar, top: clamp(bar, end.top) };
  if (bar <= 0) return { bar, top: 0 };
  if (bar >= end.bar) return { bar, top: end.top };
  const by = bar - scroll.bar;
  const near = Math.abs(by) <= NEAR * track.window;
  return { bar, top: clamp(near ? scroll.top + by : (bar / end.bar) * end.top, end.top) };
}

/** Where the bar belongs for what is shown: set when the hands rest, as small moves leave it behind. */
export function settled(top: number, track: Track): Scroll {
  const end = most(track);
  const within = clamp(top, end.top);
  if (!isScaled(track)) return { bar: within, top: within };
  const bar = (within / end.top) * end.bar;
  // Not at an end before the rows are: there is always one more move to make.
  const least = within > 0 ? 1 : 0;
  const greatest = within < end.top ? end.bar - 1 : end.bar;
  return { bar: Math.round(Math.min(Math.max(bar, least), greatest)), top: within };
}

/** The least move that brings a row fully into the window. */
export function revealing(top: number, index: number, { row, window }: Track): number {
  const start = index * row;
  if (start < top) return start;
  return start + row > top + window ? start + row - window : top;
}

/** Rows that a Page key goes by: one of those in sight stays there, to go on from. */
export function pageOf({ row, window }: Track): number {
  return Math.max(1, Math.floor(window / row) - 1);
}

/** First and last row in sight, and some beyond the edges. */
export function windowOf(top: number, track: Track, beyond: number): Span {
  const first = Math.max(0, Math.floor(top / track.row) - beyond);
  const last = Math.min(track.rows - 1, Math.floor((top + track.window) / track.row) + beyond);
  return { first, last };
}
