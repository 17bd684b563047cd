import type { Conversation } from '../core/index';
import type { Ending, Found, Part, ParseOutcome } from './found';
import type { Batch, FoundProblem, Summary } from './messages';
import { summarise } from './summary';

/** Beyond this nobody reads on; they are still counted. */
const PROBLEMS_KEPT = 10_000;

export interface Collector {
  add: (conversation: Conversation) => void;
  addProblem: (problem: FoundProblem) => void;
  addBatch: (batch: Batch) => void;
  outcome: (ending: Ending) => ParseOutcome;
}

/** Gathers what comes in pieces: one entry per conversation id, in the order of first appearance. */
export function createCollector(): Collector {
  const found = new Map<string, Found>();
  const problems: FoundProblem[] = [];
  let problemCount = 0;

  function put(summary: Summary, part: Part): void {
    const known = found.get(summary.id);
    if (known) known.parts.push(part);
    else found.set(summary.id, { summary, parts: [part] });
  }
  function addProblem(problem: FoundProblem): void {
    problemCount += 1;
    if (problems.length < PROBLEMS_KEPT) problems.push(problem);
  }

  return {
    add: (conversation) => put(summarise(conversation), conversation),
    addProblem,
    addBatch(batch) {
      for (const { summary, from, to } of batch.conversations) put(summary, batch.bytes.subarray(from, to));
      for (const problem of batch.problems) addProblem(problem);
    },
    outcome(ending) {
      return { ending, found: [...found.values()], problems, problemCount };
    },
  };
}
