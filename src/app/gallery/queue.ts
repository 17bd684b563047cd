/** Lets the page breathe: one task at a time, each when nothing else is to do. */
export interface IdleQueue {
  /** Answers a function that takes the task back. */
  add: (task: () => Promise<void>) => () => void;
}

/** A busy page draws its pictures all the same, only later. */
const LATEST_MS = 1000;

function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: LATEST_MS });
  else setTimeout(run);
}

export function createIdleQueue(): IdleQueue {
  const waiting = new Set<() => Promise<void>>();
  let busy = false;

  function next(): void {
    const [task] = waiting;
    busy = task !== undefined;
    if (!task) return;
    waiting.delete(task);
    const after = () => whenIdle(next);
    task().then(after, after);
  }
  return {
    add(task) {
      waiting.add(task);
      if (!busy) {
        busy = true;
        whenIdle(next);
      }
      return () => waiting.delete(task);
    },
  };
}
