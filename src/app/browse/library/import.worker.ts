import { createCaller } from '../../../sources/library/caller';
import type { FoundProblem, Progress, Source } from '../../../workers/messages';
import { ALIVE_EVERY_MS } from '../../../workers/watch';
import { importSources } from './importing';
import type { Counts } from './intake';
import type { ImportReport } from './library';
import { type Delivery, type Workshop, workshopOver } from './workshop';
import { lineOver } from '../../../sources/library/port';

/** From the page: what to read, with a line to the library; then what to do about it. */
export type ToImport =
  | { type: 'import'; sources: readonly Source[]; library: MessagePort; workshops: readonly MessagePort[] }
  | { type: 'pause' | 'resume' };

export type FromImport =
  | Alive
  /** With what is skipped since it was told last, and how many in all. */
  | { type: 'progress'; progress: Progress; skipped: FoundProblem[]; skippedCount: number }
  | { type: 'taken'; conversations: number; counts: Counts }
  | { type: 'report'; report: ImportReport };

/** Said now and then, also by those that work out: a worker that died cannot say that it has. */
export interface Alive {
  type: 'alive';
}

const PROGRESS_EVERY_MS = 100;

let paused: { until: Promise<void>; end: () => void } | undefined;

function tell(message: FromImport): void {
  self.postMessage(message, {});
}

function pause(): void {
  if (paused) return;
  let end = () => undefined as void;
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  paused = { until, end };
}

function resume(): void {
  paused?.end();
  paused = undefined;
}

function workshopAt(ports: readonly MessagePort[]): Workshop | undefined {
  if (ports.length === 0) return undefined;
  return workshopOver(
    ports.map((port) => ({
      send: (order, transfer) => port.postMessage(order, transfer),
      listen(listener) {
        port.addEventListener('message', ({ data }: MessageEvent<Delivery>) => listener(data));
        port.start();
      },
    })),
  );
}

async function run(
  sources: readonly Source[],
  port: MessagePort,
  workshop: Workshop | undefined,
): Promise<void> {
  const library = createCaller(lineOver(port));
  let last = Number.NEGATIVE_INFINITY;
  let told = 0;
  const report = await importSources(sources, library, {
    ...(workshop ? { workshop } : {}),
    going: () => paused?.until,
    onTaken: (conversations, counts) => tell({ type: 'taken', conversations, counts }),
    onProgress(progress, { skipped, skippedCount }) {
      const now = performance.now();
      if (now - last < PROGRESS_EVERY_MS && progress.bytesRead < progress.bytesTotal) return;
      last = now;
      tell({ type: 'progress', progress, skipped: skipped.slice(told), skippedCount });
      told = skipped.length;
    },
  });
  tell({ type: 'report', report });
}

setInterval(() => tell({ type: 'alive' }), ALIVE_EVERY_MS);

self.addEventListener('message', ({ data }: MessageEvent<ToImport>) => {
  switch (data.type) {
    case 'import':
      void run(data.sources, data.library, workshopAt(data.workshops));
      break;
    case 'pause':
      pause();
      break;
    case 'resume':
      resume();
      break;
  }
});
