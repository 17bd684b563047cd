import type { Problem } from '../../model/problem';
import type { Place } from './places';

/** One thing that strict JSON does not allow. */
export interface Fault {
  /** UTF-16 units from the start of the text that was read. */
  offset: number;
  message: string;
}

/** The faults of one document; beyond the most that anybody reads they are only counted. */
export class Faults {
  readonly list: Fault[] = [];
  count = 0;

  add(offset: number, message: string): void {
    this.count += 1;
    if (this.list.length < MAX_FAULTS) this.list.push({ offset, message });
  }
}

const MAX_FAULTS = 20;

export function invalidJson(message: string, place: Place): Problem {
  return { code: 'invalid-json', severity: 'error', message, pointers: [], ...place };
}

export function truncatedInput(message: string, place: Place): Problem {
  return { code: 'truncated-input', severity: 'error', message, pointers: [], ...place };
}

/** The problems that tell of the faults, in order; the last says how many are not told. */
export function faultProblems(faults: Faults, placeOf: (offset: number) => Place): Problem[] {
  const problems = faults.list.map(({ offset, message }) => invalidJson(message, placeOf(offset)));
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
