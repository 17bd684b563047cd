import type { Problem } from '../../model/problem';
import { escapeKey } from './depth';
import { type Place, Places } from './places';
import { Scanner } from './scanner';
import { isBracket } from './window';

/** The text of a document or element, and where in the input it begins. */
export interface Source {
  /** Nothing where it had to be mended: only what is said of the whole has a place then. */
  text: string;
  place: Place;
}

interface Walked extends Source {
  places: Places;
}

/** Where problems lie, as a tree of the steps of their pointers. */
interface Wanted {
  problems: Problem[];
  within: Map<string, Wanted>;
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
  walk({ ...source, places: new Places() }, root);
}

function enter({ within }: Wanted, step: string): Wanted {
  const known = within.get(step);
  if (known !== undefined) return known;
  const fresh: Wanted = { problems: [], within: new Map() };
  within.set(step, fresh);
  return fresh;
}

/** The place in the input of an offset in the text; offsets only grow. */
function placeOf({ text, place, places }: Walked, at: number): Place {
  const { line, column } = places.of(text, 0, at);
  if (line === 1) return { line: place.line, column: place.column + column - 1 };
  return { line: place.line + line - 1, column };
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
function walk(source: Walked, root: Wanted): void {
  const { text } = source;
  const scanner = new Scanner();
  const levels: Level[] = [];
  let begun = 0;
  function reach(at: number, { problems, within }: Wanted): void {
    for (const problem of problems) Object.assign(problem, placeOf(source, at));
    if (within.size === 0 || !isBracket(text.charAt(at))) return;
    levels.push({ within, item: text.charAt(at) === '[' ? 0 : undefined, step: '' });
    scanner.level = levels.length;
  }
  reach(0, root);
  for (let at = scanner.run(text, 0); isMark(scanner); at = scanner.run(text, at)) {
    const level = levels.at(-1);
    if (level === undefined) return;
    if (scanner.outcome === 'start') begun = at;
    if (scanner.inKey) {
      if (scanner.outcome === 'end') level.step = escapeKey(String(JSON.parse(text.slice(begun, at))));
    } else if (scanner.outcome === 'start') {
      const wanted = level.within.get(level.item === undefined ? level.step : String(level.item));
      if (level.item !== undefined) level.item += 1;
      if (wanted !== undefined) reach(at, wanted);
    } else if (scanner.depth < levels.length) {
      levels.length = scanner.depth;
      scanner.level = levels.length;
    }
  }
}

function isMark({ outcome }: Scanner): boolean {
  return outcome === 'start' || outcome === 'end';
}
