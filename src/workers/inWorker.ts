import type { Ending } from './found';
import type { Batch, ParseReport, ParseRequest, Progress, Source } from './messages';
import { watchFor } from './watch';

/** Silence for this long, by ticks: it never began, died, or loops. */
const SILENCE_MS = 10_000;
/** One large document is parsed in one piece, during which nothing can be said. */
const SILENCE_MS_PER_MEGABYTE = 150;

export interface WorkerRun {
  sources: readonly Source[];
  onBatch: (batch: Batch) => void;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** The page's end of the line to a worker. */
export interface WorkerLine {
  send: (request: ParseRequest) => void;
  onReport: (listener: (report: ParseReport) => void) => void;
  onBreak: (listener: () => void) => void;
  end: () => void;
}

/** Resolves with how it ended; `unstarted` when the worker never came up, so nothing has been read. */
export function readInWorker(line: WorkerLine, run: WorkerRun): Promise<Ending | 'unstarted'> {
  const megabytes = run.sources.reduce((sum, { blob }) => sum + blob.size, 0) / 1e6;
  const patience = SILENCE_MS + megabytes * SILENCE_MS_PER_MEGABYTE;

  return new Promise((resolve) => {
    let ready = false;
    const watch = watchFor(patience, () => finish('silent'));

    function finish(ending: Ending): void {
      watch.end();
      run.signal?.removeEventListener('abort', cancel);
      line.end();
      resolve(!ready && ending !== 'cancelled' ? 'unstarted' : ending);
    }
    function cancel(): void {
      finish('cancelled');
    }

    line.onReport((report) => {
      ready = true;
      watch.heard();
      if (report.type === 'ready') line.send({ type: 'parse', sources: run.sources });
      else if (report.type === 'progress') run.onProgress?.(report.progress);
      else if (report.type === 'batch') run.onBatch(report.batch);
      else if (report.type === 'done') finish('done');
    });
    line.onBreak(() => finish('crashed'));
    run.signal?.addEventListener('abort', cancel);
    if (run.signal?.aborted) cancel();
  });
}
