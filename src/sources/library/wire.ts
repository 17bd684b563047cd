import type { Instant } from '../../core/model/time';
import type {
  ChartData,
  ChartRequest,
  Choice,
  Count,
  Facets,
  Filter,
  Listing,
  ListQuery,
  Original,
  SourceErrorKind,
} from '../source';
import type { Parcel } from './parcel';
import type { Stored } from './stored';

/** Which conversations something is done to. */
export type Which = { ids: readonly string[] } | { filter: Filter };

/** How the library is; told to every page after each change. */
export interface Info {
  conversations: number;
  /** More are stored, as a version before kept them: they are being taken over. */
  carrying?: true;
  /** Stays when the page is closed. */
  persistent: boolean;
  /** Bytes it takes on disk, and how many there may be. */
  bytes: number;
  quota?: number;
  /** Conversations that began longer ago are deleted, or came longer ago without a start; absent: none is. */
  retentionDays?: number;
  /** So many deletions there were, ever. */
  deletions: number;
  /** Imports that began when there were fewer are over. */
  swept: number;
}

/** What became of conversations that were to be written. */
export interface Put extends Stored {
  /** Ids of what was left as it was, as a look would have been lost, or nothing was new. */
  refused: string[];
}

/** A page with its rows as they are stored: bytes cross to another thread for next to nothing, objects do not. */
export interface PackedPage {
  rows: Uint8Array[];
  cursor?: string;
}

/** What a page or an import may ask of the library. Each may be asked twice: the second time changes nothing. */
export interface Ops {
  /** `mended`: in place of rows that cannot be read are others, which takes longer. */
  list: (query: ListQuery, mended?: boolean) => PackedPage;
  place: (listing: Listing, id: string) => number | undefined;
  count: (filter: Filter) => Count;
  facets: (filter: Filter, choices: readonly Choice[]) => Facets;
  chart: (filter: Filter, request: ChartRequest) => ChartData;
  get: (id: string) => Original;
  info: () => Info;
  /** Of conversations that are there, the hashes of their looks; of others none. */
  looks: (ids: readonly string[]) => (readonly number[] | undefined)[];
  /** The compressed document, to be joined with more. */
  document: (id: string) => Uint8Array | undefined;
  /** Acknowledged when it is stored. `began`: so many deletions there had been; what was deleted since stays so. */
  put: (all: Parcel, began?: number) => Put;
  /** How many there were. */
  remove: (which: Which) => number;
  setRetention: (days: number | undefined) => void;
  /** How many conversations without a start have been here since before an instant: they go by that. */
  undated: (before: Instant) => number;
  /** Deletes what is past its time: what the library asks itself now and then. */
  ageOut: () => void;
  /** Of those that are there, in the order asked. */
  rows: (ids: readonly string[], mended?: boolean) => Uint8Array[];
  /** Their documents, as `get` gives them, but for those that cannot be read. */
  texts: (ids: readonly string[]) => string[];
}

export type Op = keyof Ops;
export type Args<O extends Op> = Parameters<Ops[O]>;
export type Result<O extends Op> = ReturnType<Ops[O]>;

export interface Ask {
  type: 'ask';
  id: string;
  op: Op;
  args: readonly unknown[];
}

export interface Cancel {
  type: 'cancel';
  id: string;
}

export type Outcome = { ok: true; value: unknown } | { ok: false; kind: SourceErrorKind };

export interface Answer {
  type: 'answer';
  id: string;
  outcome: Outcome;
}

export interface Told {
  type: 'info';
  info: Info;
}

/** No engine here, or its storage can't be opened. */
export interface Unusable {
  type: 'unusable';
  why: 'engine' | 'storage';
}

/** To the library's worker, from a page or an import. */
export type ToHost = Ask | Cancel;
/** From the library's worker. */
export type FromHost = Answer | Told | Unusable;
