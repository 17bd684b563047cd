import { sourceOver } from '../../../sources/library/source';
import { type Caller, createCaller } from '../../../sources/library/caller';
import { unpacked, unpackRows } from '../../../sources/library/pack';
import type { Info, Unusable } from '../../../sources/library/wire';
import type { ConversationSource, Row } from '../../../sources/source';
import type { Progress, Source } from '../../../workers/messages';
import { sourcesOf } from '../../../workers/parseInput';
import { type Watch, watchFor } from '../../../workers/watch';
import { whenCleared } from './cleared';
import type { Connect } from './engine.worker';
import { counted, fileOf, inOrder, PAGE, pagesOf } from './exported';
import type { FromImport, ToImport } from './import.worker';
import type { ExportRun, ImportReport, ImportRun, Library, LibraryState, Which } from './library';
import type { ToPrepare } from './prepare.worker';
import { spawnEngine, spawnImport, spawnPrepare } from './spawn';
import { lineOver } from '../../../sources/library/port';

/** Pages hear of a change after so long; while an import goes on, of a large library less often. */
const CHANGES_AFTER_MS = 400;
const CHANGES_EVERY_MS = 5000;
/** More than these wait for the one that reads. */
const MOST_WORKSHOPS = 3;
const SHORT = 500_000;
/** A document of 64 MB is worked out in one piece, in which nothing is heard of its worker, on slow machines as well. */
const SILENCE_MS = 120_000;

/** No WebAssembly here, or no worker: the library has to do without the engine. */
export class NoEngine extends Error {}

/**
 * Opens the library of this browser: a database in a worker, shared by all tabs.
 *
 * @throws NoEngine where the browser or the page's policy allows none
 */
export async function openLibrary(): Promise<Library> {
  let worker: Worker;
  try {
    worker = spawnEngine();
  } catch {
    throw new NoEngine();
  }
  endWhenKept(worker);
  const client = new Client(worker);
  await client.opened;
  return client;
}

/**
 * A page that the browser keeps for going back to would keep the files from all others, for Chromium throws it out
 * when they ask for them, and gives them to nobody. Whoever does come back gets the page anew.
 */
function endWhenKept(worker: Worker): void {
  window.addEventListener('pagehide', ({ persisted }) => persisted && worker.terminate());
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
}

/** A line to the engine; `told`: also of every change. */
function connect(worker: Worker, told: boolean): MessagePort {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ port: port2, told } satisfies Connect, [port2]);
  return port1;
}

class Client implements Library {
  readonly source: ConversationSource;
  readonly opened: Promise<void>;
  private readonly caller: Caller;
  private readonly listeners = new Set<() => void>();
  private readonly changeListeners = new Set<() => void>();
  /** Aborted when the engine is gone: nobody would answer an import any more. */
  private readonly over = new AbortController();
  private current: LibraryState = { phase: 'opening', persistent: false };
  private later: ReturnType<typeof setTimeout> | undefined;
  private lastTold = Number.NEGATIVE_INFINITY;
  private settle: { resolve: () => void; reject: (error: Error) => void } | undefined;

  constructor(private readonly worker: Worker) {
    this.opened = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    const port = connect(worker, true);
    this.caller = createCaller(lineOver(port), (message) =>
      message.type === 'info' ? this.hear(message.info) : this.fail(message.why),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<Unusable>) => this.fail(data.why));
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // stands in the state, not once more in the console
      this.fail('engine');
    });
    this.source = {
      ...sourceOver(this.caller),
      onChange: (listener) => {
        this.changeListeners.add(listener);
        return () => this.changeListeners.delete(listener);
      },
    };
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  state = () => this.current;

  import: Library['import'] = (input, onProgress, onTaken) =>
    startImport(sourcesOf(input), () => connect(this.worker, false), {
      onProgress,
      onTaken,
      over: this.over.signal,
    });

  having: Library['having'] = async (ids) => {
    const looks = await this.caller.call('looks', [ids]);
    return ids.filter((_, at) => looks[at]);
  };

  remove: Library['remove'] = (which) => this.caller.call('remove', [which]);

  setRetention: Library['setRetention'] = (days) => this.caller.call('setRetention', [days]);

  undated: Library['undated'] = (before) => this.caller.call('undated', [before]);

  export: Library['export'] = (which, format, { onWritten, onUnread, ...run } = {}) =>
    fileOf({ format, onUnread }, counted(this.meant(which, run), onWritten), (ids) =>
      this.caller.call('texts', [ids], run.signal),
    );

  private async *meant(which: Which, run: Pick<ExportRun, 'sort' | 'signal'>): AsyncGenerator<Row[]> {
    if ('filter' in which) {
      yield* pagesOf(this.source, which.filter, run);
      return;
    }
    const rows: Row[] = [];
    for (let from = 0; from < which.ids.length; from += PAGE) {
      const ids = which.ids.slice(from, from + PAGE);
      const ask = (mended: boolean) => this.caller.call('rows', [ids, mended], run.signal);
      rows.push(...(await unpacked(ask, unpackRows)));
    }
    yield* inOrder(rows, run.sort);
  }

  private hear(info: Info): void {
    if (this.current.phase === 'cleared') return;
    if (info.persistent && info.bytes > 0 && !this.current.bytes) whenCleared(() => this.clear());
    this.update({ phase: 'ready', ...info });
    this.settle?.resolve();
    const { conversations } = info;
    const going = performance.now() - this.lastTold < 2 * CHANGES_EVERY_MS;
    const wait = going
      ? Math.min(CHANGES_EVERY_MS, Math.max(CHANGES_AFTER_MS, conversations / 100))
      : CHANGES_AFTER_MS;
    this.later ??= setTimeout(() => {
      this.later = undefined;
      this.lastTold = performance.now();
      for (const listener of this.changeListeners) listener();
    }, wait);
  }

  private fail(why: Unusable['why']): void {
    this.settle?.reject(why === 'engine' ? new NoEngine() : new Error('The storage can’t be opened'));
    // What it could not open another tab may, or this one when it is loaded anew.
    this.end();
    this.update({ phase: 'failed', persistent: this.current.persistent });
  }

  /** What is open is of no use to anybody: the next opening begins anew. */
  private clear(): void {
    this.end();
    this.update({ phase: 'cleared', persistent: true });
  }

  private end(): void {
    this.caller.end();
    this.worker.terminate();
    this.over.abort();
  }

  private update(next: LibraryState): void {
    this.current = next;
    for (const listener of this.listeners) listener();
  }
}

const NOTHING_DONE = { added: 0, updated: 0, unchanged: 0, skipped: [], skippedCount: 0 };

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
  onTaken?: (conversations: number) => void;
  over: AbortSignal;
}

/** Before its first word a worker may be on its way from a slow network. What is given back ends it. */
function watchOnceHeard(worker: Worker, onSilent: () => void): () => void {
  let watch: Watch | undefined;
  worker.addEventListener('message', () => {
    watch ??= watchFor(SILENCE_MS, onSilent);
    watch.heard();
  });
  return () => watch?.end();
}

/** What the first of the workers says of an import; when any of them dies, what was acknowledged until then. */
async function reportOf(
  workers: readonly [Worker, ...Worker[]],
  { onProgress, onTaken, over }: Told,
): Promise<ImportReport> {
  const ends = workers.map((each) => () => each.terminate());
  const report = await new Promise<ImportReport>((resolve) => {
    let counts = {};
    const crash = () => resolve({ ...NOTHING_DONE, ...counts, ending: 'crashed' });
    over.addEventListener('abort', crash);
    if (over.aborted) crash();
    workers[0].addEventListener('message', ({ data }: MessageEvent<FromImport>) => {
      if (data.type === 'progress') onProgress(data.progress);
      else if (data.type === 'taken') {
        ({ counts } = data);
        onTaken?.(data.conversations);
      } else if (data.type === 'report') resolve(data.report);
    });
    for (const each of workers) {
      each.addEventListener('error', (event) => {
        event.preventDefault(); // stands in the report
        crash();
      });
      ends.push(watchOnceHeard(each, crash));
    }
  });
  for (const end of ends) end();
  return report;
}

function startImport(sources: readonly Source[], line: () => MessagePort, told: Told): ImportRun {
  const worker = spawnImport();
  const helpers = Array.from({ length: workshopsFor(sources) }, () => ({
    worker: spawnPrepare(),
    ends: new MessageChannel(),
  }));
  const tell = (message: ToImport, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const report = reportOf([worker, ...helpers.map((helper) => helper.worker)], told);
  for (const helper of helpers) {
    const [orders, library] = [helper.ends.port1, line()];
    helper.worker.postMessage({ orders, library } satisfies ToPrepare, [orders, library]);
  }
  const library = line();
  const workshops = helpers.map(({ ends }) => ends.port2);
  tell({ type: 'import', sources, library, workshops }, [library, ...workshops]);
  return {
    pause: () => tell({ type: 'pause' }),
    resume: () => tell({ type: 'resume' }),
    cancel: () => tell({ type: 'cancel' }),
    report,
  };
}
