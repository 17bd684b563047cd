import type { Problem } from '../../model/problem';
import { invalidJson } from './fault';
import { Splitter } from './splitter';

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
}

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
function parseLines(text: string): unknown[] | undefined {
  const values: unknown[] = [];
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const line = text.slice(from, to);
    from = to + 1;
    if (line.trim() === '') continue;
    const parsed = parseWhole(line);
    if (parsed === undefined) return undefined;
    values.push(parsed.value);
  }
  return values;
}

/**
 * The JSON documents of a text: one, JSON Lines, or several one after another. Never throws.
 * A document that is broken or cut off is mended as far as possible; lines and columns of its problems
 * count from 1, a byte order mark not counted.
 */
export function readDocuments(text: string): JsonDocuments {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const whole = parseWhole(plain);
  if (whole) return { documents: [{ value: whole.value, index: 0 }], count: 1, problems: [] };
  const lines = parseLines(plain);
  if (lines !== undefined && lines.length > 0) {
    return { documents: lines.map((value, index) => ({ value, index })), count: lines.length, problems: [] };
  }
  const documents: JsonDocument[] = [];
  const problems: Problem[] = [];
  const splitter = new Splitter({
    document: (value, index) => documents.push({ value, index }),
    problem: (problem) => problems.push(problem),
  });
  splitter.push(plain);
  splitter.end();
  if (splitter.count === 0) problems.push(emptyInput());
  return { documents, count: splitter.count, problems };
}

export function emptyInput(): Problem {
  return invalidJson('The input is empty', { line: 1, column: 1 });
}
