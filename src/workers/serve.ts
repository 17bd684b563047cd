import type { ParseReport, ParseRequest, Progress } from './messages';
import { createPacker } from './pack';
import { readSources } from './readSources';
import { ALIVE_EVERY_MS } from './watch';

/** The worker's end of the line to the page. */
export interface PageLine {
  send: (report: ParseReport, transfer?: Transferable[]) => void;
  listen: (listener: (request: ParseRequest) => void) => void;
}

const PROGRESS_EVERY_MS = 80;

/** The worker's side: answers one request with batches and `done`. It is ended by being terminated. */
export function serveParse(line: PageLine): void {
  line.listen((request) => {
    void answer(line, request);
  });
  line.send({ type: 'ready' });
}

async function answer({ send }: PageLine, request: ParseRequest): Promise<void> {
  const packer = createPacker((batch) => send({ type: 'batch', batch }, [batch.bytes.buffer]));
  const alive = setInterval(() => send({ type: 'alive' }), ALIVE_EVERY_MS);
  let lastReport = Number.NEGATIVE_INFINITY;

  function report(progress: Progress): void {
    const now = performance.now();
    if (now - lastReport < PROGRESS_EVERY_MS) return;
    lastReport = now;
    packer.flush();
    send({ type: 'progress', progress });
  }

  try {
    await readSources(request.sources, {
      onConversation: packer.add,
      onProblem: packer.addProblem,
      onProgress: report,
    });
    packer.flush();
    send({ type: 'done' });
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
