import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ParseInput, Progress } from '../../../workers/messages';
import { AT_ONCE_CHARACTERS, parseInput } from '../../../workers/parseInput';
import { hasZip, withZipsOpened } from '../../files/zip';
import { localStore } from '../state/storage';
import { askToKeep } from './keep';
import {
  forgetRecord,
  type ImportRecord,
  interruptedImports,
  isResumedBy,
  type OpenRecord,
  openRecord,
} from './records';
import { type ImportReport, type ImportRun, isUsable, type Library } from './library';
import { joinedReports, UNOPENED, withFile, withLeftOut } from './reports';
import { whenSwept } from './swept';

export interface ImportState {
  /** What waits until somebody said that it may be kept here, all that was chosen meanwhile. */
  asked: readonly ParseInput[];
  /** Of the import that runs. */
  running?: {
    progress: Progress;
    /** Conversations that are acknowledged: what is only read goes with the tab. */
    taken: number;
    bytesPerSecond: number;
    paused: boolean;
    /** What is being written is undone: that is told when it is done. */
    cancelling: boolean;
  };
  /** Of the one before, and of those that it had waited for. */
  report?: ImportReport;
  /** Those whose tab died before they ended. */
  interrupted: readonly ImportRecord[];
}

/** The import of this tab: it goes on while other pages are looked at. One at a time, others wait. */
export interface Imports {
  subscribe: (listener: () => void) => () => void;
  state: () => ImportState;
  /** Asks first, unless that was answered before, or there is nothing to keep. */
  start: (input: ParseInput) => void;
  confirm: () => void;
  decline: () => void;
  pause: () => void;
  resume: () => void;
  cancel: () => void;
  /** Cancels it, and those that wait; answers when nothing of them is written any more. */
  stop: () => Promise<void>;
  dismiss: () => void;
  /** Of an import that was interrupted nothing more is told. */
  forget: (id: string) => void;
  /** Nothing is told of any, and the next one is asked about: what was agreed to was to keep what is gone now. */
  forgetAll: () => void;
}

const CONFIRMED = 'participant-timeline:library-confirmed';

/** Before anybody agreed to it, nothing can have been kept. */
export function mayHoldSomething(): boolean {
  return localStore.read(CONFIRMED) === true;
}

/**
 * What is wrong with a short text in which there is no conversation, or with a folder of which nothing can be opened.
 * Reading it keeps nothing.
 */
async function reportOfNothing(input: ParseInput): Promise<ImportReport | undefined> {
  if (input.kind === 'text' ? input.text.length > AT_ONCE_CHARACTERS : input.files.length > 0)
    return undefined;
  const { found, problems, problemCount } = await parseInput(input);
  if (found.length > 0) return undefined;
  const nothing = { ending: 'done', added: 0, updated: 0, unchanged: 0 } as const;
  return withLeftOut({ ...nothing, skipped: problems, skippedCount: problemCount }, input);
}

const NO_PROGRESS: Progress = { bytesRead: 0, bytesTotal: 0, conversations: 0 };

export function createImports(library: Library): Imports {
  return new TabImports(library);
}

class TabImports implements Imports {
  private current: ImportState = { asked: [], interrupted: [] };
  private readonly listeners = new Set<() => void>();
  private readonly waiting: ParseInput[] = [];
  private run: ImportRun | undefined;
  private record: OpenRecord | undefined;
  /** Of the ZIP files of the latest import that had some. */
  private unpacking: AbortController | undefined;
  /** Of the imports that the present one waited for: nobody has seen it yet. */
  private before: ImportReport | undefined;
  /** Everything was deleted since the present one began. */
  private isSwept = false;
  private endSweeps: () => void = () => undefined;
  /** Time spent reading, without pauses: for the rate. */
  private activeMs = 0;
  private since = 0;

  constructor(private readonly library: Library) {
    const add = (...more: ImportRecord[]) =>
      this.update({ interrupted: [...this.current.interrupted, ...more] });
    void interruptedImports(add).then((all) => add(...all));
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  state = () => this.current;

  start = (input: ParseInput) => {
    if (!isUsable(this.library.state())) this.update({ report: UNOPENED });
    else if (localStore.read(CONFIRMED) === true || this.current.running) this.begin(input);
    else void this.ask(input);
  };
  confirm = () => {
    const { asked } = this.current;
    localStore.write(CONFIRMED, true);
    void askToKeep();
    this.update({ asked: [] });
    for (const input of asked) this.begin(input);
  };
  decline = () => this.update({ asked: [] });

  pause = () => {
    this.run?.pause();
    this.activeMs += performance.now() - this.since;
    this.updateRunning({ paused: true });
  };
  resume = () => {
    this.run?.resume();
    this.since = performance.now();
    this.updateRunning({ paused: false });
  };
  cancel = () => {
    this.waiting.length = 0;
    this.unpacking?.abort();
    this.run?.cancel();
    this.updateRunning({ cancelling: true });
  };
  stop = async () => {
    this.cancel();
    await new Promise<void>((resolve) => {
      const look = () => {
        if (this.current.running) return;
        forget();
        resolve();
      };
      const forget = this.subscribe(look);
      look();
    });
  };
  dismiss = () => this.update({ report: undefined });
  forget = (id: string) => {
    forgetRecord(id);
    this.update({ interrupted: this.current.interrupted.filter((record) => record.id !== id) });
  };

  forgetAll = () => {
    for (const { id } of this.current.interrupted) this.forget(id);
    this.dismiss();
    localStore.remove(CONFIRMED);
  };

  /** Of text that holds nothing to keep, its faults are told instead. */
  private async ask(input: ParseInput): Promise<void> {
    const report = await reportOfNothing(input);
    this.update(report ? { report } : { asked: [...this.current.asked, input], report: undefined });
  }

  private begin(input: ParseInput): void {
    if (this.current.running) {
      this.waiting.push(input);
      return;
    }
    this.isSwept = false;
    this.endSweeps = whenSwept(this.library, () => {
      this.isSwept = true;
      this.cancel();
    });
    this.update({
      report: undefined,
      running: { progress: NO_PROGRESS, taken: 0, bytesPerSecond: 0, paused: false, cancelling: false },
    });
    for (const record of this.current.interrupted) if (isResumedBy(record, input)) this.forget(record.id);
    // What is kept nowhere leaves nothing behind to be told of.
    const record = this.library.state().persistent ? openRecord(input) : undefined;
    this.record = record;
    if (!hasZip(input)) this.carryOut(input, record);
    else {
      this.unpacking = new AbortController();
      void withZipsOpened(input, this.unpacking.signal).then((files) => this.carryOut(files, record));
    }
  }

  private isCancelling(): boolean {
    return this.current.running?.cancelling === true;
  }

  private carryOut(input: ParseInput, record: OpenRecord | undefined): void {
    this.activeMs = 0;
    this.since = performance.now();
    const run = this.library.import(
      input,
      (progress) => {
        const seconds = (this.activeMs + performance.now() - this.since) / 1000;
        this.updateRunning({ progress, bytesPerSecond: seconds > 0 ? progress.bytesRead / seconds : 0 });
      },
      (taken) => {
        record?.taken(taken);
        this.updateRunning({ taken });
      },
    );
    this.run = run;
    // What was asked for while it was unpacked.
    if (this.current.running?.paused) run.pause();
    if (this.isCancelling()) run.cancel();
    void this.finish(run, input);
  }

  private async finish(run: ImportRun, input: ParseInput): Promise<void> {
    const ended = await run.report;
    this.endSweeps();
    const own = withLeftOut(this.isSwept ? { ...ended, ending: 'deleted' } : ended, input);
    // Of a sweep that the engine told first: what waits was chosen before it.
    if (own.ending === 'deleted' && !this.isSwept) this.waiting.length = 0;
    const next = this.waiting.shift();
    // Alone, everybody knows which file it was.
    const told = next || this.before ? withFile(own, input) : own;
    const report = this.before ? joinedReports(this.before, told) : told;
    // Of what was swept away nothing is left to tell beside what was chosen since.
    this.before = next && !this.isSwept ? report : undefined;
    this.run = undefined;
    this.record?.end();
    this.update({ running: undefined, report });
    if (next) this.begin(next);
  }

  private updateRunning(change: Partial<NonNullable<ImportState['running']>>): void {
    const { running } = this.current;
    if (running) this.update({ running: { ...running, ...change } });
  }
  private update(change: Partial<ImportState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}

export const ImportsContext = createContext<Imports | undefined>(undefined);

export function useImports(): Imports {
  const imports = useContext(ImportsContext);
  if (!imports) throw new Error('No imports around this component');
  return imports;
}

export function useImportState(): ImportState {
  const imports = useImports();
  return useSyncExternalStore(imports.subscribe, imports.state);
}
