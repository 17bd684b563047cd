import type { Problem } from '../../model/problem';
import { escapeKey } from './depth';
import { type Place, Places } from './places';
import { Scanner } from './scanner';

/** The text of a document or element, and where in the input it begins. */
export interface Source {
  /** Nothing where it had to be mended: only what is said of the whole has a place then. */
  text: string;
  place: Place;
}

/** Each level is walked anew: of what lies deeper the place of what holds it is told. */
const DEEPEST = 16;

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
    for (const step of path.split('/').slice(1, 1 + DEEPEST)) node = enter(node, step);
    node.problems.push(problem);
  }
  if (source === undefined || (root.problems.length === 0 && root.within.size === 0)) return;
  walk({ ...source, places: new Places() }, 0, root);
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

/** Looks at a value that begins at `from`, and into what of it somebody asks for. */
function walk(source: Walked, from: number, wanted: Wanted): void {
  const { text } = source;
  for (const problem of wanted.problems) Object.assign(problem, placeOf(source, from));
  if (wanted.within.size === 0) return;
  const scanner = new Scanner(1);
  let begun = from;
  let step = '';
  let item = 0;
  for (let at = scanner.run(text, from); isMark(scanner); at = scanner.run(text, at)) {
    if (scanner.outcome === 'end') {
      if (scanner.inKey) step = escapeKey(String(JSON.parse(text.slice(begun, at))));
      continue;
    }
    begun = at;
    if (scanner.inKey) continue;
    const inside = wanted.within.get(text.charAt(from) === '[' ? String(item) : step);
    item += 1;
    if (inside !== undefined) walk(source, at, inside);
  }
}

function isMark({ outcome }: Scanner): boolean {
  return outcome === 'start' || outcome === 'end';
}
