import type { Problem } from '../../model/problem';
import type { Source } from './locate';
import { Places } from './places';

/** One JSON value of the input text. */
export interface JsonDocument {
  value: unknown;
  /** Its place among all documents, those counted that were rejected. */
  index: number;
}

export interface JsonDocuments {
  documents: JsonDocument[];
  /** How many documents the text holds, those counted that were rejected. */
  count: number;
  problems: Problem[];
  /** The text of the document at a place of `documents`, asked from the first on. */
  sourceOf: (at: number) => Source | undefined;
}

/** How texts, and the bytes they were if they were any, are read: with or without mending. */
export type ReadDocuments = (text: string, bytes?: Uint8Array) => JsonDocuments;

function parseWhole(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined; // whatever is wrong, the splitter knows better where
  }
}

/**
 * Sound JSON Lines, the engine's parser on each line: the splitter, which looks at every character to know
 * where it is, is only for what is not sound. The first line alone tells whether it is worth the try.
 */
function parseLines(text: string): { values: unknown[]; starts: number[] } | undefined {
  const values: unknown[] = [];
  const starts: number[] = [];
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const line = text.slice(from, to);
    const start = from;
    from = to + 1;
    if (!/[^\t\r ]/.test(line)) continue;
    const parsed = parseWhole(line);
    if (parsed === undefined) return undefined;
    values.push(parsed.value);
    starts.push(start);
  }
  return { values, starts };
}

/**
 * Whether one value ends with the first line and another begins behind it. No single document can be written so,
 * and the engine's parser, which would look for the place of its fault in the whole text, need not be asked.
 */
function isLineByLine(text: string): boolean {
  const newline = text.indexOf('\n');
  if (newline < 0) return false;
  return (
    /[}\]]\s*$/.test(text.slice(Math.max(0, newline - BLANKS), newline)) &&
    FIRST_OF_VALUE.test(text.slice(newline, newline + BLANKS))
  );
}

/** So many blanks around the end of a line are looked past; more of them cost only time. */
const BLANKS = 16;
const FIRST_OF_VALUE = /^\s*[[{]/;

/** The JSON documents of a text that holds nothing but sound ones: one, or JSON Lines. */
export function soundDocuments(text: string): JsonDocuments | undefined {
  const plain = withoutMark(text);
  const whole = isLineByLine(plain) ? undefined : parseWhole(plain);
  if (whole) return documentsOf([whole.value], () => begunAt(plain, 0));
  const lines = parseLines(plain);
  if (lines === undefined || lines.values.length === 0) return undefined;
  const places = new Places();
  return documentsOf(lines.values, (at) => begunAt(plain, lines.starts[at] ?? 0, places));
}

function documentsOf(values: readonly unknown[], sourceOf: JsonDocuments['sourceOf']): JsonDocuments {
  const documents = values.map((value, index) => ({ value, index }));
  return { documents, count: values.length, problems: [], sourceOf };
}

function begunAt(text: string, from: number, places = new Places()): Source {
  const start = from + text.slice(from).search(/\S/);
  return { text: text.slice(start), place: places.of(text, 0, start) };
}

/** A byte order mark is no part of the text. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
