import type { Timeline } from '../../core/index';
import { findMark, laneOfMark, type Mark } from '../../core/view/marks';
import type { FoundProblem } from '../../workers/messages';
import type { MarkIndex } from '../panels/marks';
import { withOwners } from './owners';

/** The mark a problem speaks of: one that rests on the same value, else the participant it lies in. */
export function markOf({ problem }: FoundProblem, marks: MarkIndex | undefined): string | undefined {
  if (!marks) return undefined;
  const meant = marks.meant(problem);
  if (meant !== undefined) return meant;
  const [first] = problem.pointers;
  return first === undefined ? undefined : marks.first(withOwners(first))[0];
}

/** The problems of a mark, then all others of its participant. */
export function problemsAround(
  mark: Mark,
  { problems, marks, timeline }: { problems: readonly FoundProblem[]; marks: MarkIndex; timeline: Timeline },
): FoundProblem[] {
  const lane = laneOfMark(mark);
  const [own, others]: [FoundProblem[], FoundProblem[]] = [[], []];
  for (const found of problems) {
    const id = markOf(found, marks);
    const other = id === undefined ? undefined : findMark(timeline, id);
    if (id === mark.id) own.push(found);
    else if (other && laneOfMark(other) === lane) others.push(found);
  }
  return [...own, ...others];
}

/** Whether there is anything of it in the text to be shown. */
export function hasPlace({ problem }: FoundProblem): boolean {
  return problem.line !== undefined || problem.pointers.length > 0;
}
