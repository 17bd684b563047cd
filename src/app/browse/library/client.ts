import { sourceOver } from '../../../sources/library/source';
import { type Caller, createCaller } from '../../../sources/library/caller';
import { isKept } from '../../../sources/library/folder';
import { unpacked, unpackRows } from '../../../sources/library/pack';
import type { Info, Unusable } from '../../../sources/library/wire';
import type { ConversationSource, Row } from '../../../sources/source';
import { sourcesOf } from '../../../workers/parseInput';
import { watchWorker } from '../../../workers/watch';
import { whenCleared } from './cleared';
import type { Alive } from './import.worker';
import { counted, fileOf, inOrder, PAGE, pagesOf } from './exported';
import { connect } from './connect';
import { startImport } from './importRun';
import type { ExportRun, Library, LibraryState, Which } from './library';
import { spawnEngine } from './spawn';
import { Unreached } from './unreached';
import { lineOver } from '../../../sources/library/port';

/** Pages hear of a change after so long; while an import goes on, of a large library less often. */
const CHANGES_AFTER_MS = 400;
const CHANGES_EVERY_MS = 5000;

/** No single step of any statement takes that long, and between steps the engine is heard. */
const SILENCE_MS = 120_000;

/** No WebAssembly here, or no worker: the library has to do without the engine. */
export class NoEngine extends Error {}

/** The shortest module there is. */
const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Whether the browser, and the page's policy, would run an engine. */
function couldRun(): boolean {
  try {
    return new WebAssembly.Module(EMPTY) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

function spawned(): Worker | undefined {
  try {
    return spawnEngine();
  } catch {
    return undefined;
  }
}

async function openClient(worker: Worker | undefined): Promise<Client> {
  if (!worker) throw new NoEngine();
  endWhenKept(worker);
  const client = new Client(worker);
  await client.opened;
  return client;
}

/**
 * Opens the library of this browser: a database in a worker, shared by all tabs.
 *
 * @throws NoEngine where the browser or the page's policy allows none; Unreached, where something of it could not be
 * fetched: what would be imported into memory then, or is in its files, were lost to who goes on as if there was none
 */
export async function openLibrary(): Promise<Library> {
  const worker = spawned();
  try {
    return await openClient(worker);
  } catch (error) {
    // Where its files are there was an engine before.
    if (error instanceof NoEngine && ((worker && couldRun()) || (await isKept())))
      throw new Unreached('The engine is out of reach', { cause: error });
    throw error;
  }
}

/**
 * A page that the browser keeps for going back to would keep the files from all others, for Chromium throws it out
 * when they ask for them, and gives them to nobody. Whoever does come back gets the page anew.
 */
function endWhenKept(worker: Worker): void {
  window.addEventListener('pagehide', ({ persisted }) => persisted && worker.terminate());
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
}

class Client implements Library {
  readonly source: ConversationSource;
  readonly opened: Promise<void>;
  private readonly caller: Caller;
  private readonly listeners = new Set<() => void>();
  private readonly changeListeners = new Set<() => void>();
  /** Aborted when the engine is gone: nobody would answer an import any more. */
  private readonly over = new AbortController();
  private readonly endWatch: () => void;
  private current: LibraryState = { phase: 'opening', persistent: false };
  private later: ReturnType<typeof setTimeout> | undefined;
  private lastTold = Number.NEGATIVE_INFINITY;
  private settle: { resolve: () => void; reject: (error: Error) => void } | undefined;

  constructor(private readonly worker: Worker) {
    this.opened = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    const port = connect(worker, { told: true });
    this.caller = createCaller(lineOver(port), (message) =>
      message.type === 'info' ? this.hear(message.info) : this.fail(message.why),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<Unusable | Alive>) => {
      if (data.type === 'unusable') this.fail(data.why);
    });
    // Ended, it lets go of the files if it had them: another tab's, or this one's when it is loaded anew, opens them.
    this.endWatch = watchWorker(worker, SILENCE_MS, () =>
      this.close('silent', new Error('The engine is silent')),
    );
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // stands in the state, not once more in the console
      if (this.current.phase === 'ready') this.close('silent', new Error('The engine broke down'));
      else this.fail('engine');
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
    startImport(sourcesOf(input), this.worker, { onProgress, onTaken, over: this.over.signal });

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
    // What it could not open another tab may, or this one when it is loaded anew.
    this.close('failed', why === 'engine' ? new NoEngine() : new Error('The storage can’t be opened'));
  }

  private close(phase: 'failed' | 'silent', why: Error): void {
    this.settle?.reject(why);
    this.end();
    this.update({ phase, persistent: this.current.persistent });
  }

  /** What is open is of no use to anybody: the next opening begins anew. */
  private clear(): void {
    this.end();
    this.update({ phase: 'cleared', persistent: true });
  }

  private end(): void {
    this.endWatch();
    this.caller.end();
    this.worker.terminate();
    this.over.abort();
  }

  private update(next: LibraryState): void {
    this.current = next;
    for (const listener of this.listeners) listener();
  }
}
