import type { Problem, ProblemCode } from '../model/problem';
import { distinct } from './edge';

/** Says that something is wrong, and gives back what it said. */
export type Tell = (code: ProblemCode, message: string, pointers: readonly string[]) => Problem;

/** Worth a remark; all else may mislead a reader of the picture. */
const REMARKS: ReadonlySet<ProblemCode> = new Set([
  'unknown-value',
  'no-sharer',
  'gap-in-segments',
  'clock-skew',
]);

/** What is told goes into a list. */
export function tellTo(problems: Problem[]): Tell {
  return (code, message, pointers) => {
    const severity = REMARKS.has(code) ? 'info' : 'warning';
    const problem: Problem = { code, severity, message, pointers: distinct(pointers) };
    problems.push(problem);
    return problem;
  };
}

/** Tells of somebody: each message begins with the name. */
export function tellOf(name: string, tell: Tell): Tell {
  return (code, message, pointers) => tell(code, `${name}: ${message}`, pointers);
}
