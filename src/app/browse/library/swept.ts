import type { Library } from './library';

/** Calls back once so much was deleted, here or by another tab, that what is imported by now is over; returns the way to stop. */
export function whenSwept({ state, subscribe }: Library, work: () => void): () => void {
  let began = state().deletions;
  const stop = subscribe(() => {
    const { deletions, swept = 0 } = state();
    began ??= deletions;
    if (began === undefined || began >= swept) return;
    stop();
    work();
  });
  return stop;
}
