import { Scanner } from './scanner';
import { isBracket } from './window';

/** How much text is looked at to tell whether each line is a document. */
export const SAMPLE = 65_536;

/** What follows the first complete value of a line; undefined when there is none. */
function afterValue(line: string): string | undefined {
  const scanner = new Scanner();
  const end = scanner.run(line, 0);
  return scanner.outcome === 'done' ? line.slice(end) : undefined;
}

/**
 * Whether text is JSON Lines, asked after a fault, to keep one broken line from swallowing the next.
 * The last line of an array written row by row is a whole document, too; other rows speak against it:
 *
 *     {"participants": [      open      a document may be cut off there, in JSON Lines as well
 *     {"id": 1},              open
 *     {"id": 2}               whole
 *     ]}                      other     no line of JSON Lines begins so, nor closes what it has not opened
 */
export function isJsonLines(sample: string, wholeBefore: number): boolean {
  let whole = wholeBefore;
  let open = 0;
  let other = 0;
  for (const raw of sample.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    // What closes here was opened by a line before: they are one document, if none was whole before it.
    if (open > wholeBefore && ']}'.includes(line.charAt(0))) return false;
    const rest = isBracket(line.charAt(0)) ? afterValue(line) : ']';
    if (rest === '') whole += 1;
    else if (line.length === 1 || /^[\s,]*[\]}]/.test(rest ?? '')) other += 1;
    else if (',:[{'.includes(line.charAt(line.length - 1))) open += 1;
  }
  return whole > other && whole >= open;
}
