import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ParseInput, Progress } from '../../../workers/messages';
import { localStore } from '../state/storage';
import { askToKeep } from './keep';
import type { ImportReport, ImportRun, Library } from './library';

export interface ImportState {
  /** What waits until somebody said that it may be kept here. */
  asked?: ParseInput;
  /** Of the import that runs. */
  running?: { progress: Progress; bytesPerSecond: number; paused: boolean };
  /** Of the one before. */
  report?: ImportReport;
}

/** The import of this tab: it goes on while other pages are looked at. One at a time, others wait. */
export interface Imports {
  subscribe: (listener: () => void) => () => void;
  state: () => ImportState;
  /** Asks first, unless that was answered before. */
  start: (input: ParseInput) => void;
  confirm: () => void;
  decline: () => void;
  pause: () => void;
  resume: () => void;
  cancel: () => void;
  dismiss: () => void;
}

const CONFIRMED = 'participant-timeline:library-confirmed';

/** Before anybody agreed to it, nothing can have been kept. */
export function mayHoldSomething(): boolean {
  return localStore.read(CONFIRMED) === true;
}

const NO_PROGRESS: Progress = { bytesRead: 0, bytesTotal: 0, conversations: 0 };

export function createImports(library: Library): Imports {
  return new TabImports(library);
}

class TabImports implements Imports {
  private current: ImportState = {};
  private readonly listeners = new Set<() => void>();
  private readonly waiting: ParseInput[] = [];
  private run: ImportRun | undefined;
  /** Time spent reading, without pauses: for the rate. */
  private activeMs = 0;
  private since = 0;

  constructor(private readonly library: Library) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  state = () => this.current;

  start = (input: ParseInput) => {
    if (localStore.read(CONFIRMED) !== true && !this.current.running) this.update({ asked: input });
    else this.begin(input);
  };
  confirm = () => {
    const { asked } = this.current;
    localStore.write(CONFIRMED, true);
    void askToKeep();
    if (asked) this.begin(asked);
  };
  decline = () => this.update({ asked: undefined });

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
    this.run?.cancel();
  };
  dismiss = () => this.update({ report: undefined });

  private begin(input: ParseInput): void {
    if (this.run) {
      this.waiting.push(input);
      return;
    }
    this.activeMs = 0;
    this.since = performance.now();
    this.update({
      asked: undefined,
      report: undefined,
      running: { progress: NO_PROGRESS, bytesPerSecond: 0, paused: false },
    });
    this.run = this.library.import(input, (progress) => {
      const seconds = (this.activeMs + performance.now() - this.since) / 1000;
      this.updateRunning({ progress, bytesPerSecond: seconds > 0 ? progress.bytesRead / seconds : 0 });
    });
    void this.finish(this.run);
  }

  private async finish(run: ImportRun): Promise<void> {
    const report = await run.report;
    this.run = undefined;
    this.update({ running: undefined, report });
    const next = this.waiting.shift();
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
