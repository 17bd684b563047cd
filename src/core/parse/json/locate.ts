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
  const places = new Places();
  const { line, column } = source.place;
  walk(source.text, 0, root, (at) => {
    const inner = places.of(source.text, 0, at);
    return inner.line === 1
      ? { line, column: column + inner.column - 1 }
      : { line: line + inner.line - 1, column: inner.column };
  });
}

function enter({ within }: Wanted, step: string): Wanted {
  const known = within.get(step);
  if (known !== undefined) return known;
  const fresh: Wanted = { problems: [], within: new Map() };
  within.set(step, fresh);
  return fresh;
}

/** Looks at a value that begins at `from`, and into what of it somebody asks for. Its text is sound. */
function walk(text: string, from: number, wanted: Wanted, placeOf: (at: number) => Place): void {
  for (const problem of wanted.problems) Object.assign(problem, placeOf(from));
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
    if (inside !== undefined) walk(text, at, inside, placeOf);
  }
}

function isMark({ outcome }: Scanner): boolean {
  return outcome === 'start' || outcome === 'end';
}
