import type { Progress, Source } from '../../../workers/messages';
import { watchWorker } from '../../../workers/watch';
import { connect, hungUp } from './connect';
import type { FromImport, ToImport } from './import.worker';
import type { ImportReport, ImportRun } from './library';
import type { ToPrepare } from './prepare.worker';
import { spawnImport, spawnPrepare } from './spawn';

/** More than these wait for the one that reads. */
const MOST_WORKSHOPS = 3;
const SHORT = 500_000;
/** A document of 64 MB is worked out in one piece, in which nothing is heard of its worker, on slow machines as well. */
const SILENCE_MS = 120_000;

/**
 * One reads, one writes, so many work out what lies between. On two cores a third would only wait for these, and what
 * is told to it costs time; a short file is over before it has started.
 */
function workshopsFor(sources: readonly Source[]): number {
  const bytes = sources.reduce((sum, { blob }) => sum + blob.size, 0);
  const cores = navigator.hardwareConcurrency;
  return bytes < SHORT || cores <= 2 ? 0 : Math.min(MOST_WORKSHOPS, Math.floor(cores / 2));
}

interface Told {
  onProgress: (progress: Progress) => void;
  onTaken?: ((conversations: number) => void) | undefined;
  /** Aborted when the engine is gone. */
  over: AbortSignal;
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve());
    if (signal.aborted) resolve();
  });
}

interface Heeded extends Omit<Told, 'over'> {
  cancelled: Promise<void>;
  /** The engine is. */
  gone: Promise<void>;
}

interface Heard {
  /** Of those that are in the library, and of what was skipped. */
  report: ImportReport;
  /** It is the import's own, made at its end. */
  isWhole: boolean;
}

/** What the first of the workers says of an import, until that ends or any of them dies, or it is cancelled. */
async function heardOf(
  workers: readonly [Worker, ...Worker[]],
  { onProgress, onTaken, cancelled, gone }: Heeded,
): Promise<Heard> {
  const ends = workers.map((each) => () => each.terminate());
  const heard = await new Promise<Heard>((resolve) => {
    const report: ImportReport = {
      ending: 'crashed',
      added: 0,
      updated: 0,
      unchanged: 0,
      skipped: [],
      skippedCount: 0,
    };
    const end = (ending: ImportReport['ending']) =>
      resolve({ report: { ...report, ending }, isWhole: false });
    const crash = () => end('crashed');
    void gone.then(crash);
    void cancelled.then(() => end('cancelled'));
    workers[0].addEventListener('message', ({ data }: MessageEvent<FromImport>) => {
      if (data.type === 'progress') {
        report.skipped.push(...data.skipped);
        report.skippedCount = data.skippedCount;
        onProgress(data.progress);
      } else if (data.type === 'taken') {
        Object.assign(report, data.counts);
        onTaken?.(data.conversations);
      } else if (data.type === 'report') resolve({ report: data.report, isWhole: true });
    });
    for (const each of workers) {
      each.addEventListener('error', (event) => {
        event.preventDefault(); // stands in the report
        crash();
      });
      ends.push(watchWorker(each, SILENCE_MS, crash));
    }
  });
  for (const end of ends) end();
  return heard;
}

/** Starts the workers of an import, which go on until it ends; `engine`: the library's. */
export function startImport(sources: readonly Source[], engine: Worker, { over, ...told }: Told): ImportRun {
  const partyId = String(Math.random());
  const worker = spawnImport();
  const helpers = Array.from({ length: workshopsFor(sources) }, () => ({
    worker: spawnPrepare(),
    ends: new MessageChannel(),
  }));
  const gone = whenAborted(over);
  const control = new AbortController();
  const cancelled = whenAborted(control.signal);

  async function report(): Promise<ImportReport> {
    const workers = helpers.map((helper) => helper.worker);
    const heard = await heardOf([worker, ...workers], { ...told, cancelled, gone });
    const stored = hungUp(engine, partyId);
    if (heard.isWhole) return heard.report;
    // Some of it may have been stored, and nobody was left to hear of it.
    return { ...heard.report, ...(await Promise.race([stored, gone])) };
  }

  const tell = (message: ToImport, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const reported = report();
  for (const helper of helpers) {
    const [orders, library] = [helper.ends.port1, connect(engine, { partyId })];
    helper.worker.postMessage({ orders, library } satisfies ToPrepare, [orders, library]);
  }
  const library = connect(engine, { partyId });
  const workshops = helpers.map(({ ends }) => ends.port2);
  tell({ type: 'import', sources, library, workshops }, [library, ...workshops]);
  return {
    pause: () => tell({ type: 'pause' }),
    resume: () => tell({ type: 'resume' }),
    cancel: () => control.abort(),
    report: reported,
  };
}
