import type { Problem } from '../../model/problem';
import { escapeKey } from './depth';
import { type Place, Places } from './places';
import type { Seek, Wanted } from './recover';
import { Scanner } from './scanner';

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
  const root: Wanted = { at: 0, within: new Map() };
  const asked: [Problem, Wanted][] = [];
  for (const problem of problems) {
    const [first] = problem.pointers;
    if (problem.severity !== 'error' || first === undefined) continue;
    let node = root;
    const [path = ''] = first.slice(pointer.length).split('#');
    for (const step of path.split('/').slice(1)) node = enter(node, step);
    asked.push([problem, node]);
  }
  if (!source || asked.length === 0) return;
  const { text, place, seek = walk } = source;
  seek(text, root);
  const places = new Places(); // offsets must not come back to an earlier line
  for (const [problem, { at }] of asked.sort(([, one], [, other]) => one.at - other.at)) {
    if (at < 0) continue;
    const { line, column } = places.of(text, 0, at);
    problem.line = place.line + line - 1;
    problem.column = line === 1 ? place.column + column - 1 : column;
  }
}

function enter({ within }: Wanted, step: string): Wanted {
  const known = within.get(step) ?? { at: -1, within: new Map() };
  within.set(step, known);
  return known;
}

/** A value on the way down that somebody asks for parts of. */
interface Level {
  within: Wanted['within'];
  /** Of an array the number of the next value, of an object the key before it, as soon as one was read. */
  step: string | number;
}

/** Reads on through all levels that hold what is wanted, and looks at no character twice. */
function walk(text: string, root: Wanted): void {
  const scanner = new Scanner();
  const levels: Level[] = [];
  let begun = 0;
  function reach(at: number, wanted: Wanted): void {
    wanted.at = at;
    if (wanted.within.size === 0) return;
    levels.push({ within: wanted.within, step: 0 });
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
      const wanted = level.within.get(String(level.step));
      if (typeof level.step === 'number') level.step += 1;
      if (wanted !== undefined) reach(at, wanted);
    } else {
      levels.length = scanner.depth;
      scanner.level = levels.length;
    }
  }
}

function isMark({ outcome }: Scanner): boolean {
  return outcome === 'start' || outcome === 'end';
}
