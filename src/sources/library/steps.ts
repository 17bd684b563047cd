import type { Turn } from './turns';

/** Long work that stops between its steps. What is thrown into it there ends it. */
export type Steps<T> = Generator<void, T>;

/** Work that others wait for stops about that often, ms. */
export const SLICE_MS = 30;

/** Of what is done in one go. */
export const NO_STEPS: readonly void[] = [];

/** Without a stop. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Stops now and then, for as long as `pause` takes; where that rejects, the work has ended as well. */
export async function withPauses<T>(steps: Steps<T>, pause: Turn, everyMs = SLICE_MS): Promise<T> {
  let until = performance.now() + everyMs;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    try {
      await pause();
    } catch (error) {
      steps.throw(error);
      throw error;
    }
    until = performance.now() + everyMs;
  }
}
