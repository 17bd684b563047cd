import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Instant } from '../../../core/index';
import type { Which } from '../../../sources/library/wire';
import type { ConversationSource, Sort } from '../../../sources/source';
import type { Ending } from '../../../workers/found';
import type { FoundProblem, ParseInput, Progress } from '../../../workers/messages';

export type { Which } from '../../../sources/library/wire';

export interface LibraryState {
  /**
   * `failed`: its storage can't be opened; `unreached`: a part of it could not be fetched. Nothing was lost by either,
   * nor by `silent`: its worker died, or hangs. `cleared`: it was taken away under us.
   */
  phase: 'opening' | 'ready' | 'failed' | 'unreached' | 'cleared' | 'silent';
  /** Conversations in it; absent until that is known. */
  conversations?: number;
  /** More are stored, as a version before kept them: they are being taken over. */
  carrying?: true;
  /** Stays when the page is closed. */
  persistent: boolean;
  /** Bytes on disk, and how many there may be. */
  bytes?: number;
  quota?: number;
  /** Conversations that began longer ago are deleted; absent: none is. */
  retentionDays?: number;
  /** So many deletions there were; imports that began when there were fewer than `swept` are over. */
  deletions?: number;
  swept?: number;
}

/** What an import did. What could not be read is skipped, and why stands in `skipped`. */
export interface ImportReport {
  /** `deleted`: everything was, or so much that it may not go on. `unopened`: the library can't be opened. */
  ending: Ending | 'full' | 'deleted' | 'unopened';
  added: number;
  updated: number;
  unchanged: number;
  /** Of those that were updated: what was stored could not be read any more, and is replaced. */
  replaced?: number;
  /** Of what was read: deleted since the import began, so that it stays so. */
  deleted?: number;
  skipped: FoundProblem[];
  /** May be more than `skipped` holds. */
  skippedCount: number;
}

export interface ImportRun {
  pause: () => void;
  resume: () => void;
  cancel: () => void;
  /** Never rejects. */
  report: Promise<ImportReport>;
}

export type ExportFormat = 'jsonl' | 'csv';

export interface ExportRun {
  /** What the file is ordered by, as a list is. */
  sort?: readonly Sort[];
  signal?: AbortSignal;
  /** Hears how many conversations are written by now. */
  onWritten?: (conversations: number) => void;
  /** Hears how many are not in the file, as nothing of them can be read any more. */
  onUnread?: (conversations: number) => void;
}

/** The conversations that are kept in this browser. */
export interface Library {
  readonly source: ConversationSource;
  subscribe: (listener: () => void) => () => void;
  state: () => LibraryState;
  /** `onTaken` hears how many conversations are acknowledged: these stay, whatever becomes of the tab. */
  import: (
    input: ParseInput,
    onProgress: (progress: Progress) => void,
    onTaken?: (conversations: number) => void,
  ) => ImportRun;
  /** Which of these it has. */
  having: (ids: readonly string[]) => Promise<string[]>;
  /** How many it deleted. */
  remove: (which: Which) => Promise<number>;
  export: (which: Which, format: ExportFormat, run?: ExportRun) => Promise<Blob>;
  setRetention: (days: number | undefined) => Promise<void>;
  /** How many conversations without a start have been here since before an instant: they go by that. */
  undated: (before: Instant) => Promise<number>;
}

export const LibraryContext = createContext<Library | undefined>(undefined);

export function useLibrary(): Library {
  const library = useContext(LibraryContext);
  if (!library) throw new Error('No library around this component');
  return library;
}

export function useLibraryState(): LibraryState {
  const library = useLibrary();
  return useSyncExternalStore(library.subscribe, library.state);
}

/** Whether it is there, or will be as soon as it is open. */
export function isUsable({ phase }: LibraryState): boolean {
  return phase === 'opening' || phase === 'ready';
}

/** How a page asks once more: of a library that has ended, by loading all of the page, which opens it anew. */
export function useRetry(): (refetch: () => unknown) => void {
  const state = useLibraryState();
  return (refetch) => {
    if (isUsable(state)) refetch();
    else location.reload();
  };
}
