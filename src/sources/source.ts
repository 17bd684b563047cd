import type { Facts, FigureBounds } from '../core/model/facts';
import type { Duration, Instant } from '../core/model/time';

/** What a conversation may be chosen by from a list of values. */
export type Choice =
  | 'media'
  | 'direction'
  | 'queue'
  | 'user'
  | Deed
  | 'team'
  | 'purpose'
  | 'wrapUp'
  | 'flag'
  | 'cobrowseRole'
  | 'problem'
  /** `live`, `flagged`, `acw-overrun`, `controlled`, `never-answered`, `unanswered`, `problems`: what is remarkable. */
  | 'mark';

/** What users may do in a conversation: it is chosen by who did. Whom the data gives neither id nor name is nobody here. */
export type Deed = 'unansweredBy' | 'acwOverrunBy' | 'controlledBy';

/** What a conversation may be measured, ranged and sorted by: ms, or a count. */
export type Measure =
  | keyof FigureBounds
  | 'duration'
  | 'timeToAnswer'
  | 'unanswered'
  | 'transfers'
  | 'participants';

/** Both ends inclusive; an absent end is open. A conversation without the measure is in no range. */
export interface Range {
  min?: number;
  max?: number;
}

/**
 * Which conversations are meant. All parts must hold; of the values of one choice any, but every mark that is chosen:
 * each is a filter of its own, so live and flagged are those that are both. Plain data.
 */
export interface Filter {
  /** On the conversation's start: `[from, to)`. */
  time?: { from?: Instant; to?: Instant };
  choices?: { [choice in Choice]?: string[] };
  ranges?: { [measure in Measure]?: Range };
  /** Words that must all occur in `Facts.text` or the title, each as a part of a word, whatever its case and accents. */
  text?: string;
  /** Each must be there with exactly this value. */
  attributes?: { name: string; value: string }[];
}

export type SortKey = 'start' | 'title' | Measure;

/** Later keys decide between equals of the earlier ones; at last what is each row’s own does, so the order is total. */
export interface Sort {
  by: SortKey;
  descending?: boolean;
}

/** What a list is of, and in which order. */
export interface Listing {
  filter: Filter;
  /** Default: newest start first. What has no value comes last either way; equals keep one order between them. */
  sort?: Sort[];
}

export interface ListQuery extends Listing {
  /** From an earlier page of the same filter and sort. */
  cursor?: string;
  /** Rows to skip instead of a cursor, for a scroll bar dragged far; `capabilities.offset` says whether it may. */
  offset?: number;
  limit: number;
}

/** How many; `exact: false` means at least so many. */
export interface Count {
  value: number;
  exact: boolean;
}

/** A row of the list: what is shown and filtered, without what is only searched. */
export type Row = Omit<Facts, 'text' | 'ids' | 'hours' | 'attributes'>;

export interface Page {
  rows: Row[];
  /** Absent at the end. */
  cursor?: string;
}

/** One value of a choice, and how many conversations have it. `value` goes into the filter, `name` is for people. */
export interface FacetCount {
  value: string;
  name?: string;
  count: number;
}

/** Each choice is counted as if the value were added to what is chosen: marks with the others, the rest without. */
export type Facets = { [choice in Choice]?: FacetCount[] };

/** A figure over all conversations of a filter. */
export type ChartRequest =
  /** Buckets `[origin + n * step, …)` in ms; conversations stand where they start. */
  | { kind: 'volume'; step: Duration; origin?: Instant }
  /** As volume, but time stands in the hour (UTC) in which it was spent; `step` is a multiple of an hour. */
  | { kind: 'states'; step: Duration; origin?: Instant }
  /** With `some`, of those alone that have any of it: a quarter of nothing says little of how long work takes. */
  | { kind: 'distribution'; measure: Measure; some?: boolean }
  | ({ kind: 'top'; limit: number } & Top);

/** Values of a choice, and by what they are ranked. */
export type Top = { of: 'queue' | 'user'; by: 'hold' } | { of: 'queue' | 'unansweredBy'; by: 'unanswered' };

export type ChartData =
  | {
      kind: 'volume';
      buckets: { start: Instant; count: number }[];
      /** Those of which nobody knows when they began: they are in no bucket. */
      undated: number;
    }
  | {
      kind: 'states';
      buckets: {
        start: Instant;
        alerting: Duration;
        queued: Duration;
        talk: Duration;
        hold: Duration;
        parked: Duration;
        acw: Duration;
      }[];
    }
  | {
      kind: 'distribution';
      /** Conversations that have the measure, and are counted. */
      count: number;
      /** Those left out by `some`. */
      none: number;
      /** Absent when nothing was counted. */
      median?: number;
      p90?: number;
      /** `[from, to)`, growing; empty ones between others are given. */
      bins: { from: number; to: number; count: number }[];
    }
  /** `id` is what goes into the filter: a name where the data gives no id. */
  | { kind: 'top'; entries: { id: string; name?: string; value: number; conversations: number }[] };

/** The document behind a conversation. */
export interface Original {
  id: string;
  /** JSON as `parseConversations` reads it. */
  text: string;
}

/** What a source can do, so that pages offer nothing in vain. */
export interface Capabilities {
  /** Free text can be searched. */
  text: boolean;
  facets: boolean;
  charts: boolean;
  /** Pages may be asked for by offset, and where in a list a conversation stands. */
  offset: boolean;
  /** Conversations can be deleted and imported. */
  write: boolean;
}

/**
 * Where conversations come from. Nothing here assumes that all rows can be held: lists come in pages, counts
 * may be estimates, every call may be slow and can be aborted.
 * All reject with a `SourceError`, or with the signal's reason when aborted.
 */
export interface ConversationSource {
  readonly name: string;
  readonly capabilities: Capabilities;
  list(query: ListQuery, signal?: AbortSignal): Promise<Page>;
  /** How many rows of a list stand before a conversation; nothing where it is not in it. */
  place(listing: Listing, id: string, signal?: AbortSignal): Promise<number | undefined>;
  count(filter: Filter, signal?: AbortSignal): Promise<Count>;
  facets(filter: Filter, choices: Choice[], signal?: AbortSignal): Promise<Facets>;
  chart(filter: Filter, request: ChartRequest, signal?: AbortSignal): Promise<ChartData>;
  get(id: string, signal?: AbortSignal): Promise<Original>;
  /** Calls back after rows changed, at most a few times a second; returns the way to stop. */
  onChange?(listener: () => void): () => void;
}

/**
 * `missing`: no such id. `unreachable`: no answer. `refused`: answered with an error. `unsupported`: the source
 * cannot do this. `full`: no room left. `deleted`: what was to be written was deleted meanwhile. `broken`: its storage
 * can't be read.
 */
export type SourceErrorKind =
  | 'missing'
  | 'unreachable'
  | 'refused'
  | 'unsupported'
  | 'full'
  | 'deleted'
  | 'broken';

/** Carries no values of the data: errors are shown and may be logged. */
export class SourceError extends Error {
  override name = 'SourceError';
  constructor(
    readonly kind: SourceErrorKind,
    readonly status?: number,
  ) {
    super(status === undefined ? kind : `${kind} ${status}`);
  }
}

/** Whether a source has answered that there is no such id. */
export function isMissing(error: Error | null | undefined): boolean {
  return error instanceof SourceError && error.kind === 'missing';
}

/** One of the samples that come with the site. */
export interface SourceItem {
  id: string;
  title: string;
  /** What can be learnt from it, in one sentence. */
  teaches: string;
  format: string;
}

/**
 * The samples: few, known beforehand, each a lesson. `Document` is what its reader makes of the text.
 * Both reject as `ConversationSource` does.
 */
export interface Source<Document> {
  list(signal?: AbortSignal): Promise<readonly SourceItem[]>;
  get(id: string, signal?: AbortSignal): Promise<Document>;
}
