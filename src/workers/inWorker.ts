import type { Ending } from './found';
import type { Batch, ParseReport, ParseRequest, Progress, Source } from './messages';

/** A worker that loops raises no event: silence for this long is taken for it. */
const SILENCE_MS = 10_000;
/** One large document is parsed in one piece, during which nothing can be said. */
const SILENCE_MS_PER_MEGABYTE = 150;

export interface WorkerRun {
  sources: readonly Source[];
  onBatch(batch: Batch): void;
  onProgress?(progress: Progress): void;
  signal?: AbortSignal;
}

/** The part of `Worker` in use, so that tests can play it. */
export interface WorkerLike {
  postMessage(message: ParseRequest): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ParseReport>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

/** Resolves with how it ended; `unstarted` when the worker never came up, so nothing has been read. */
export function readInWorker(worker: WorkerLike, run: WorkerRun): Promise<Ending | 'unstarted'> {
  const megabytes = run.sources.reduce((sum, { blob }) => sum + blob.size, 0) / 1e6;
  const patience = SILENCE_MS + megabytes * SILENCE_MS_PER_MEGABYTE;

  return new Promise((resolve) => {
    let ready = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function finish(ending: Ending): void {
      clearTimeout(timer);
      run.signal?.removeEventListener('abort', cancel);
      worker.terminate();
      resolve(!ready && ending !== 'cancelled' ? 'unstarted' : ending);
    }
    function cancel(): void {
      finish('cancelled');
    }
    function heard(): void {
      clearTimeout(timer);
      timer = setTimeout(() => finish('silent'), patience);
    }

    worker.addEventListener('message', ({ data }) => {
      ready = true;
      heard();
      if (data.type === 'ready') worker.postMessage({ type: 'parse', sources: run.sources });
      else if (data.type === 'progress') run.onProgress?.(data.progress);
      else if (data.type === 'batch') run.onBatch(data.batch);
      else if (data.type === 'done') finish('done');
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // reported as the ending, not once more in the console
      finish('crashed');
    });
    worker.addEventListener('messageerror', () => finish('crashed'));
    run.signal?.addEventListener('abort', cancel);
    heard();
    if (run.signal?.aborted) cancel();
  });
}
