import type { Problem } from '../../model/problem';
import { escapeKey } from './depth';
import { type Place, Places } from './places';
import type { Seek, Wanted } from './recover';
import { Scanner } from './scanner';
import { isBracket } from './window';

/** The text of a document or element, and where in the input it begins. */
export interface Source {
  text: string;
  place: Place;
  /** How values are found in text that had to be mended: handed in, as sound text needs none of it. */
  seek?: Seek;
}

/**
 * Gives errors of reading the line and column of the value that their first pointer reaches, in one walk over
 * the text of what was read at `pointer`. Those in a text within it (a HAR's) get the place of that text.
 */
export function placeErrors(problems: readonly Problem[], pointer: string, source: Source | undefined): void {
  const root: Wanted = { problems: [], within: new Map() };
  for (const problem of problems) {
    const [first] = problem.pointers;
    if (problem.severity !== 'error' || problem.line !== undefined || first === undefined) continue;
    let node = root;
    const [path = ''] = first.slice(pointer.length).split('#');
    for (const step of path.split('/').slice(1)) node = enter(node, step);
    node.problems.push(problem);
  }
  if (source === undefined || (root.problems.length === 0 && root.within.size === 0)) return;
  const places = new Places();
  const reach = (at: number, { problems }: Wanted): void => {
    for (const problem of problems) Object.assign(problem, placeIn(source, places.of(source.text, 0, at)));
  };
  reach(0, root);
  (source.seek ?? walk)(source.text, root, reach);
}

function enter({ within }: Wanted, step: string): Wanted {
  const known = within.get(step);
  if (known !== undefined) return known;
  const fresh: Wanted = { problems: [], within: new Map() };
  within.set(step, fresh);
  return fresh;
}

/** The place in the input of one in the text. */
function placeIn({ place }: Source, { line, column }: Place): Place {
  return { line: place.line + line - 1, column: line === 1 ? place.column + column - 1 : column };
}

/** An array or object on the way down that somebody asks for parts of. */
interface Level {
  within: Wanted['within'];
  /** Of an array, the number of the next element. */
  item: number | undefined;
  /** The key before the next value. */
  step: string;
}

/** Reads on through all levels that hold what is wanted, and looks at no character twice. */
function walk(text: string, root: Wanted, reach: (at: number, wanted: Wanted) => void): void {
  const scanner = new Scanner();
  const levels: Level[] = [];
  let begun = 0;
  function descend(at: number, { within }: Wanted): void {
    if (within.size === 0 || !isBracket(text.charAt(at))) return;
    levels.push({ within, item: text.charAt(at) === '[' ? 0 : undefined, step: '' });
    scanner.level = levels.length;
  }
  descend(0, root);
  for (let at = scanner.run(text, 0); isMark(scanner); at = scanner.run(text, at)) {
    const level = levels.at(-1);
    if (level === undefined) return;
    if (scanner.outcome === 'start') begun = at;
    if (scanner.inKey) {
      if (scanner.outcome === 'end') level.step = escapeKey(String(JSON.parse(text.slice(begun, at))));
    } else if (scanner.outcome === 'start') {
      const wanted = level.within.get(level.item === undefined ? level.step : String(level.item));
      if (level.item !== undefined) level.item += 1;
      if (wanted === undefined) continue;
      reach(at, wanted);
      descend(at, wanted);
    } else if (scanner.depth < levels.length) {
      levels.length = scanner.depth;
      scanner.level = levels.length;
    }
  }
}

function isMark({ outcome }: Scanner): boolean {
  return outcome === 'start' || outcome === 'end';
}
