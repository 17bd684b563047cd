import type { Lane } from '../../core/index';
import { addTo } from '../../core/model/add-to';
import { laneOfMark, type Mark } from '../../core/view/marks';
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

/** Which problems are of a participant. */
export interface ProblemIndex {
  /** Those of the mark, then all others of its participant. */
  around(mark: Mark): FoundProblem[];
}

/** Made once, when first asked for: arrows go from mark to mark, and of thousands of problems each is looked for. */
export function indexProblems(problems: readonly FoundProblem[], marks: MarkIndex): ProblemIndex {
  let made: Map<Lane, [id: string, found: FoundProblem][]> | undefined;

  function byLane(): NonNullable<typeof made> {
    const lanes: NonNullable<typeof made> = new Map();
    for (const found of problems) {
      const id = markOf(found, marks);
      const mark = id === undefined ? undefined : marks.find(id);
      if (mark) addTo(lanes, laneOfMark(mark), [mark.id, found]);
    }
    return lanes;
  }
  return {
    around(mark) {
      made ??= byLane();
      const all = made.get(laneOfMark(mark)) ?? [];
      const own = all.filter(([id]) => id === mark.id);
      const others = all.filter(([id]) => id !== mark.id);
      return [...own, ...others].map(([, found]) => found);
    },
  };
}

/** Whether there is anything of it in the text to be shown. */
export function hasPlace({ problem }: FoundProblem): boolean {
  return problem.line !== undefined || problem.pointers.length > 0;
}
