import type { Problem } from '../../model/problem';
import { encodingOf } from './decode';
import { invalidJson, problemUnder } from './fault';
import type { Source } from './locate';
import { lostAt, lostProblem } from './lost';
import { Places } from './places';
import { type JsonDocument, type JsonDocuments, soundDocuments, withoutMark } from './sound';
import { Splitter } from './splitter';

/**
 * The JSON documents of a text: one, JSON Lines, or several one after another. Never throws.
 * A document that is broken or cut off is mended as far as possible; lines and columns of its problems
 * count from 1, a byte order mark not counted.
 */
export function readDocuments(text: string, bytes?: Uint8Array): JsonDocuments {
  const read = soundDocuments(text) ?? mendedDocuments(withoutMark(text));
  // Of what is no JSON anyway nothing was lost, and UTF-16 is not compared.
  const isCompared = bytes && read.documents[0] && encodingOf(bytes) === 'utf-8';
  const lost = isCompared ? lostAt(text, bytes) : -1;
  if (lost >= 0) read.problems.push(lostProblem(new Places().of(text, 0, lost)));
  return read;
}

function mendedDocuments(text: string): JsonDocuments {
  const documents: JsonDocument[] = [];
  const sources: Source[] = [];
  const told: [Problem, number][] = [];
  const splitter = new Splitter({
    document: (value, index, source) => {
      documents.push({ value, index });
      sources.push(source);
    },
    problem: (problem, index) => told.push([problem, index]),
  });
  splitter.push(text);
  splitter.end();
  const { count } = splitter;
  const problems = told.map(([problem, index]) => problemUnder(count === 1 ? '' : `/${index}`, problem));
  if (count === 0) problems.push(emptyInput());
  return { documents, count, problems, sourceOf: (at) => sources[at] };
}

export function emptyInput(): Problem {
  return invalidJson('The input is empty', { line: 1, column: 1 });
}
