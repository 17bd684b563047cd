import { queryOptions } from '@tanstack/react-query';
import { type Source, SourceError } from './source';

/** Samples are part of a release: while a page is open they don't change. */
const NEVER_STALE = Number.POSITIVE_INFINITY;
/** A parsed document nobody looks at gives its memory back. */
const KEPT_MS = 5 * 60_000;
const RETRIES = 2;

export function sampleListQuery(source: Source<unknown>) {
  return queryOptions({
    queryKey: ['samples'],
    queryFn: ({ signal }) => source.list(signal),
    staleTime: NEVER_STALE,
  });
}

export function sampleQuery<Document>(source: Source<Document>, id: string) {
  return queryOptions({
    queryKey: ['samples', id],
    queryFn: ({ signal }) => source.get(id, signal),
    staleTime: NEVER_STALE,
    gcTime: KEPT_MS,
    // Asking again for what isn't there only delays the answer.
    retry: (count, error) => count < RETRIES && !(error instanceof SourceError && error.kind === 'missing'),
  });
}
