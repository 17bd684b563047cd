import type { ParseReport, ParseRequest, Progress } from './messages';
import { createPacker } from './pack';
import { readSources } from './readSources';

export interface WorkerScope {
  postMessage(message: ParseReport, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ParseRequest>) => void): void;
}

const ALIVE_EVERY_MS = 500;
const PROGRESS_EVERY_MS = 80;

/** The worker's side: answers one request with batches and `done`. It is ended by being terminated. */
export function serveParse(scope: WorkerScope): void {
  scope.addEventListener('message', ({ data }) => {
    if (data.type === 'parse') void answer(scope, data);
  });
  scope.postMessage({ type: 'ready' });
}

async function answer(scope: WorkerScope, request: ParseRequest): Promise<void> {
  const packer = createPacker((batch) => scope.postMessage({ type: 'batch', batch }, [batch.bytes.buffer]));
  const alive = setInterval(() => scope.postMessage({ type: 'alive' }), ALIVE_EVERY_MS);
  let lastReport = Number.NEGATIVE_INFINITY;

  function report(progress: Progress): void {
    const now = performance.now();
    if (now - lastReport < PROGRESS_EVERY_MS) return;
    lastReport = now;
    packer.flush();
    scope.postMessage({ type: 'progress', progress });
  }

  try {
    await readSources(request.sources, {
      onConversation: packer.add,
      onProblem: packer.addProblem,
      onProgress: report,
    });
    packer.flush();
    scope.postMessage({ type: 'done' });
  } catch (error) {
    packer.flush();
    // Thrown outside of the promise it reaches the page as the worker's `error` event.
    setTimeout(() => {
      throw error;
    });
  } finally {
    clearInterval(alive);
  }
}
