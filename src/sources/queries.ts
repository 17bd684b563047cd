import { hashKey, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  type ChartData,
  type ChartRequest,
  type Choice,
  type ConversationSource,
  type FacetCount,
  type Filter,
  type Listing,
  type Page,
  type Row,
  type Source,
  SourceError,
} from './source';

/** Samples are part of a release: while a page is open they don't change. */
const NEVER_STALE = Number.POSITIVE_INFINITY;
/** Sources tell of changes; one that can't is asked again when a page is come back to. */
const FRESH_MS = 30_000;
/** A parsed document nobody looks at gives its memory back. */
const KEPT_MS = 5 * 60_000;
const RETRIES = 2;

/** Asking again helps only where the answer may be another one. */
function worthRetrying(count: number, error: Error): boolean {
  if (count >= RETRIES) return false;
  if (!(error instanceof SourceError)) return true;
  const { kind, status = 0 } = error;
  return kind === 'unreachable' || (kind === 'refused' && (status === 429 || status >= 500));
}

/**
 * The first try is made in any case, as what is stored here answers without a network; further ones wait
 * until there is one.
 */
const ASKED = { retry: worthRetrying, networkMode: 'offlineFirst' } as const;

export function sampleListQuery(source: Source<unknown>) {
  return queryOptions({
    queryKey: ['samples'],
    queryFn: ({ signal }) => source.list(signal),
    staleTime: NEVER_STALE,
    ...ASKED,
  });
}

export function sampleQuery<Document>(source: Source<Document>, id: string) {
  return queryOptions({
    queryKey: ['samples', id],
    queryFn: ({ signal }) => source.get(id, signal),
    staleTime: NEVER_STALE,
    gcTime: KEPT_MS,
    ...ASKED,
  });
}

function keyOf(source: ConversationSource, ...rest: unknown[]) {
  return ['conversations', source.name, ...rest];
}

export const PAGE_ROWS = 100;

/**
 * Rows `page * PAGE_ROWS` on. Asked by cursor where the page before has given one, else by offset: so it is, too, when
 * rows may have come or gone since, as the cursor says behind which row it goes on, and not at which place that is.
 */
export function pageQuery(
  source: ConversationSource,
  listing: Listing,
  { page, cursor }: { page: number; cursor?: string },
) {
  const keyOfPage = (place: number) => keyOf(source, 'list', listing, place);
  const isOld = (client: QueryClient) =>
    source.capabilities.offset && client.getQueryState(keyOfPage(page - 1))?.isInvalidated !== false;
  return queryOptions({
    queryKey: keyOfPage(page),
    queryFn({ client, signal }): Promise<Page> {
      const from = cursor === undefined || isOld(client) ? { offset: page * PAGE_ROWS } : { cursor };
      return source.list({ ...listing, ...from, limit: PAGE_ROWS }, signal);
    },
    staleTime: FRESH_MS,
    gcTime: KEPT_MS,
    ...ASKED,
  });
}

/** Some rows of a list, from a place on. */
export function rowsQuery(
  source: ConversationSource,
  listing: Listing,
  span: { offset: number; limit: number },
) {
  return queryOptions({
    queryKey: keyOf(source, 'rows', listing, span),
    queryFn: ({ signal }) => source.list({ ...listing, ...span }, signal),
    staleTime: FRESH_MS,
    ...ASKED,
  });
}

/** Some rows of a list, of which the first is one before the place where a conversation stands, or stood last. */
export interface Around {
  place: number;
  offset: number;
  rows: Row[];
}

/** `opened`: a conversation, and where it stood when somebody opened it. */
export function aroundQuery(
  source: ConversationSource,
  listing: Listing,
  opened: { id: string; place: number },
) {
  const queryKey = keyOf(source, 'around', listing, opened);
  return queryOptions({
    queryKey,
    async queryFn({ client, signal }): Promise<Around> {
      const stood = client.getQueryData<Around>(queryKey)?.place ?? opened.place;
      const place = (await source.place(listing, opened.id, signal)) ?? stood;
      const offset = Math.max(0, place - 1);
      // One more than its neighbours, as a row may come between the two questions.
      const { rows } = await source.list({ ...listing, offset, limit: 4 }, signal);
      return { place, offset, rows };
    },
    staleTime: FRESH_MS,
    ...ASKED,
  });
}

/** Where in a list a conversation stands right now. */
export function placeQuery(source: ConversationSource, listing: Listing, id: string) {
  return queryOptions({
    queryKey: keyOf(source, 'place', listing, id),
    // Nothing is no answer there.
    queryFn: async ({ signal }) => (await source.place(listing, id, signal)) ?? null,
    staleTime: 0,
    gcTime: 0,
    ...ASKED,
  });
}

/** A row of a list: where it was seen, and which it is, as far as that is known. */
export interface Seen {
  place: number;
  id: string | undefined;
}

/** While an import goes on rows move, also between two questions: so often the answers are asked for to fit. */
const TRIES = 5;

/**
 * Ids of the rows from one to another, both included, wherever they stand by now: nothing where they would be more than
 * `most`. Where the first is gone there is the second alone.
 */
export function stretchQuery(
  source: ConversationSource,
  listing: Listing,
  { ends: [first, second], most }: { ends: readonly [Seen, Seen]; most: number },
) {
  const placeOf = async ({ id, place }: Seen, signal: AbortSignal) =>
    id === undefined ? place : source.place(listing, id, signal);
  return queryOptions({
    queryKey: keyOf(source, 'stretch', listing, first, second),
    async queryFn({ signal }): Promise<readonly string[] | null> {
      for (let tries = 0; tries < TRIES; tries++) {
        const to = await placeOf(second, signal);
        if (to === undefined) return [];
        const from = (await placeOf(first, signal)) ?? to;
        const offset = Math.min(from, to);
        const limit = Math.abs(to - from) + 1;
        if (limit > most) return null;
        const { rows } = await source.list({ ...listing, offset, limit }, signal);
        const isAt = ({ id }: Seen, place: number) => id === undefined || rows[place - offset]?.id === id;
        if (isAt(second, to) && (from === to || isAt(first, from))) return rows.map(({ id }) => id);
      }
      return [];
    },
    staleTime: 0,
    gcTime: 0,
    ...ASKED,
  });
}

export function countQuery(source: ConversationSource, filter: Filter) {
  return queryOptions({
    queryKey: keyOf(source, 'count', filter),
    queryFn: ({ signal }) => source.count(filter, signal),
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
    ...ASKED,
  });
}

export function facetQuery(source: ConversationSource, filter: Filter, choice: Choice) {
  return queryOptions({
    queryKey: keyOf(source, 'facet', choice, filter),
    queryFn: async ({ signal }) => (await source.facets(filter, [choice], signal))[choice] ?? [],
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
    ...ASKED,
  });
}

export function chartQuery(source: ConversationSource, filter: Filter, request: ChartRequest) {
  return queryOptions({
    queryKey: keyOf(source, 'chart', request, filter),
    queryFn: ({ signal }): Promise<ChartData> => source.chart(filter, request, signal),
    staleTime: FRESH_MS,
    // Never those of other bars.
    placeholderData: (before, query) =>
      query && hashKey([query.queryKey[3]]) === hashKey([request]) ? before : undefined,
    ...ASKED,
  });
}

/** The document behind a conversation, read by `read`. */
export function documentQuery<Document>(
  source: ConversationSource,
  id: string,
  read: (text: string, signal: AbortSignal) => Promise<Document>,
) {
  return queryOptions({
    queryKey: keyOf(source, 'document', id),
    queryFn: async ({ signal }) => read((await source.get(id, signal)).text, signal),
    staleTime: FRESH_MS,
    gcTime: KEPT_MS,
    ...ASKED,
  });
}

/**
 * Has everything asked again that is on screen, and forgets what is not: rows came, went or changed. A document that is
 * looked at stays as it was opened.
 */
export async function forgetConversations(queries: QueryClient, source: ConversationSource): Promise<void> {
  await queries.invalidateQueries({ queryKey: keyOf(source, 'document'), refetchType: 'none' });
  await queries.invalidateQueries(allButDocuments(source));
}

/** Nobody will hear of changes: whoever asks next asks anew. Documents change rarely, and one is on its way to be shown. */
export function leaveConversations(queries: QueryClient, source: ConversationSource): Promise<void> {
  return queries.invalidateQueries({ ...allButDocuments(source), refetchType: 'none' });
}

function allButDocuments(source: ConversationSource) {
  const [, , document] = keyOf(source, 'document');
  return {
    queryKey: keyOf(source),
    predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[2] !== document,
  };
}

/** What a value of some choices is called, as far as any count that was made told it. */
export function knownName(
  queries: QueryClient,
  source: ConversationSource,
  { choices, value }: { choices: readonly Choice[]; value: string },
): string | undefined {
  const counts = choices.flatMap((choice) =>
    queries.getQueriesData<FacetCount[]>({ queryKey: keyOf(source, 'facet', choice) }),
  );
  for (const [, known] of counts) {
    const found = known?.find((each) => each.value === value);
    if (found?.name !== undefined) return found.name;
  }
  return undefined;
}
