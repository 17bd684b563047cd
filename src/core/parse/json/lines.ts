import { Scanner } from './scanner';

/** How much text is looked at to tell whether each line is a document. */
export const SAMPLE = 65_536;

function isWhole(line: string): boolean {
  const scanner = new Scanner();
  return scanner.run(line, 0) === line.length && scanner.outcome === 'done';
}

/**
 * Whether text is JSON Lines, asked after a fault, to keep one broken line from swallowing the next.
 * The last line of an array written row by row is a whole document, too; other rows speak against it:
 *
 *     {"participants": [      open      a document may be cut off there, in JSON Lines as well
 *     {"id": 1},              open
 *     {"id": 2}               whole
 *     ]}                      other     no line of JSON Lines begins so
 */
export function isJsonLines(sample: string, wholeBefore: number): boolean {
  let whole = wholeBefore;
  let open = 0;
  let other = 0;
  for (const raw of sample.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    const first = line.charAt(0);
    const last = line.charAt(line.length - 1);
    if (line.length === 1 || (first !== '{' && first !== '[')) other += 1;
    else if (last === (first === '{' ? '}' : ']') && isWhole(line)) whole += 1;
    else if (',:[{'.includes(last)) open += 1;
  }
  return whole > other && whole >= open;
}
