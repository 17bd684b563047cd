/** A worker says that often that it is there. */
export const ALIVE_EVERY_MS = 500;

const TICK_MS = 1000;

export interface Watch {
  heard: () => void;
  end: () => void;
}

/**
 * A worker that dies or loops raises no event: silence for so long is taken for it, and told once. It is counted in
 * ticks of this thread, which stand still while the machine sleeps, as the worker does. Browsers let a page that nobody
 * looks at have one a minute: each counts for the time since the one before, or since a word, but alone never for all.
 */
export function watchFor(silenceMs: number, onSilent: () => void): Watch {
  let silent = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    silent += Math.min(now - last, silenceMs / 2);
    last = now;
    if (silent < silenceMs) return;
    clearInterval(timer);
    onSilent();
  }, TICK_MS);
  return {
    heard() {
      silent = 0;
      last = performance.now();
    },
    end: () => clearInterval(timer),
  };
}

/** A worker, once it was heard: before its first word it may be on its way from a slow network. What is given back ends it. */
export function watchWorker(worker: Worker, silenceMs: number, onSilent: () => void): () => void {
  let watch: Watch | undefined;
  const control = new AbortController();
  const hear = () => {
    watch ??= watchFor(silenceMs, onSilent);
    watch.heard();
  };
  worker.addEventListener('message', hear, { signal: control.signal });
  return () => {
    control.abort();
    watch?.end();
  };
}
