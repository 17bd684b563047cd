import type { Problem } from '../core/index';

/** Where text comes from: typed or pasted, or files, each of which is a source of its own. */
export type ParseInput = { kind: 'text'; text: string } | FilesInput;

export interface FilesInput {
  kind: 'files';
  files: readonly File[];
  /** Names of what lay in the same folders, and is not read. */
  leftOut?: readonly string[];
}

export interface Progress {
  bytesRead: number;
  bytesTotal: number;
  conversations: number;
}

/** What a list says about one conversation. */
export interface Summary {
  id: string;
  title: string;
  /** Absent: nothing says when. */
  start?: number;
  end?: number;
  live: boolean;
  participants: number;
  /** Problems of meaning; those of reading stand with the whole. */
  problems: number;
}

/** A problem of reading; `file` says in which of several files. */
export interface FoundProblem {
  problem: Problem;
  file?: string;
}

/** One conversation as JSON text in a slice of the batch: thousands of them cross without being copied. */
export interface PackedConversation {
  summary: Summary;
  from: number;
  to: number;
}

export interface Batch {
  conversations: PackedConversation[];
  bytes: Uint8Array<ArrayBuffer>;
  problems: FoundProblem[];
}

/** What the worker is told. */
export interface ParseRequest {
  type: 'parse';
  sources: readonly Source[];
}

export interface Source {
  blob: Blob;
  /** Only where there are several files. */
  file?: string;
  /** Place of the file among several: it leads every pointer, as if the files were one array. */
  index?: number;
}

/** What the worker says. `alive` comes at short intervals, else the page takes the worker for stuck. */
export type ParseReport =
  | { type: 'ready' }
  | { type: 'alive' }
  | { type: 'progress'; progress: Progress }
  | { type: 'batch'; batch: Batch }
  | { type: 'done' };
