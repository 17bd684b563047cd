import type { Problem } from '../../model/problem';
import { escapeKey } from './depth';
import type { Place } from './places';

/** One thing that strict JSON does not allow. */
export interface Fault {
  /** UTF-16 units from the start of the text that was read. */
  offset: number;
  message: string;
  /** Keys and numbers that lead to the array or object around it. */
  steps: readonly string[];
}

/** The faults of one document; beyond the most that anybody reads they are only counted. */
export class Faults {
  readonly list: Fault[] = [];
  count = 0;
  private readonly stepsNow: () => readonly string[];

  /** `stepsNow` tells how far reading has come. */
  constructor(stepsNow: Faults['stepsNow'] = () => []) {
    this.stepsNow = stepsNow;
  }

  add(offset: number, message: string): void {
    this.count += 1;
    if (this.list.length < MAX_FAULTS) this.list.push({ offset, message, steps: this.stepsNow() });
  }
}

const MAX_FAULTS = 20;

export function invalidJson(message: string, place: Place, pointers: string[] = []): Problem {
  return { code: 'invalid-json', severity: 'error', message, pointers, ...place };
}

export function truncatedInput(message: string, place: Place, pointers: string[] = []): Problem {
  return { code: 'truncated-input', severity: 'error', message, pointers, ...place };
}

/** Of where something went wrong, the pointer of what was kept. */
export function keptAt(root: unknown, steps: readonly string[]): string {
  let pointer = '';
  let value = root;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) break;
    value = (value as Record<string, unknown>)[step];
    pointer += `/${escapeKey(step)}`;
  }
  return pointer;
}

/** A problem of one document, told of the whole input or of what else the document stands in. */
export function problemUnder(pointer: string, problem: Problem): Problem {
  return { ...problem, pointers: problem.pointers.map((inner) => pointer + inner) };
}

/** The problems that tell of the faults, in order; the last says how many are not told. */
export function faultProblems(faults: Faults, root: unknown, placeOf: (offset: number) => Place): Problem[] {
  const problems = faults.list.map(({ offset, message, steps }) =>
    invalidJson(message, placeOf(offset), [keptAt(root, steps)]),
  );
  const last = problems.at(-1);
  const untold = faults.count - faults.list.length;
  if (last && untold > 0) {
    problems.push({ ...last, message: `${untold} more faults follow in the same document` });
  }
  return problems;
}

/** What stands at `offset`, in words short enough for a message. */
export function found(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  if (code === undefined) return 'the end of the text';
  if (code === 0x0a || code === 0x0d) return 'a line break';
  if (code === 0x09) return 'a tab';
  if (code < 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0xfeff) {
    return `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  if (code === 0x22) return 'a double quote';
  return `"${String.fromCodePoint(code)}"`;
}

export function unexpected(text: string, offset: number): string {
  return `Found ${found(text, offset)} where JSON does not allow it`;
}

export const CUT_OFF = 'The text ends inside the document; what was complete is kept';
