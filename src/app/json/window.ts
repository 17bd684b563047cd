import type { Span } from './positions';

/** A part of a text that is too large to be laid out as a whole. */
export interface TextWindow {
  from: number;
  to: number;
  /** Number of its first line, from 1, and of its last. */
  firstLine: number;
  lastLine: number;
}

/** Beyond this a text is shown in parts. */
export const WHOLE_CHARACTERS = 2_000_000;
/** Of a part. */
export const PART_CHARACTERS = 400_000;
/** A part begins and ends with a line, where one ends this near. */
const LINE_CHARACTERS = 20_000;

function linesBefore(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function lineStart(text: string, near: number): number {
  const newline = text.lastIndexOf('\n', near - 1);
  return near - newline > LINE_CHARACTERS ? near : newline + 1;
}

function lineEnd(text: string, near: number): number {
  const newline = text.indexOf('\n', near);
  return newline < 0 || newline - near > LINE_CHARACTERS ? near : newline;
}

/** The part around a place. A text of a single line has no lines to begin or end with: it is cut. */
export function windowAround(text: string, place: number): TextWindow {
  const half = PART_CHARACTERS / 2;
  const at = Math.max(Math.min(place, text.length - half), half);
  const near = { from: Math.max(at - half, 0), to: Math.min(at + half, text.length) };
  const from = near.from === 0 ? 0 : lineStart(text, near.from);
  const to = near.to === text.length ? text.length : lineEnd(text, near.to);
  const firstLine = linesBefore(text, from) + 1;
  return { from, to, firstLine, lastLine: firstLine + linesBefore(text.slice(from, to), to - from) };
}

/**
 * What of some spans lies in a part, counted from its start.
 *
 *     spans   ├──a──┤   ├b┤ ├───c───┤  ├d┤
 *     part       ├────────────────┤
 *     within     ├a─┤   ├b┤ ├──c──┤
 */
export function spansWithin({ from, to }: TextWindow, spans: readonly Span[]): Span[] {
  return spans
    .filter((span) => span.to > from && span.from < to)
    .map((span) => ({ from: Math.max(span.from - from, 0), to: Math.min(span.to, to) - from }));
}
