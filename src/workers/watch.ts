/** A worker says that often that it is there. */
export const ALIVE_EVERY_MS = 500;

const TICK_MS = 1000;

export interface Watch {
  heard: () => void;
  end: () => void;
}

/**
 * A worker that dies or loops raises no event: silence for so long is taken for it, and told once. It is counted in
 * ticks of this thread, which stand still while the machine sleeps, as the worker does.
 */
export function watchFor(silenceMs: number, onSilent: () => void): Watch {
  let silent = 0;
  const timer = setInterval(() => {
    silent += TICK_MS;
    if (silent < silenceMs) return;
    clearInterval(timer);
    onSilent();
  }, TICK_MS);
  return {
    heard() {
      silent = 0;
    },
    end: () => clearInterval(timer),
  };
}
