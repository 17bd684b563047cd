import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PAGE_ROWS, pageQuery } from '../../../sources/queries';
import type { ConversationSource, Count, Listing, Row } from '../../../sources/source';
import type { Span } from './span';

export interface Rows {
  /** How many can be scrolled to. */
  total: number;
  rowAt: (index: number) => Row | undefined;
  /** None is there, wherever one looks. */
  isEmpty: boolean;
  error: Error | undefined;
  retry: () => void;
  loading: boolean;
}

interface Wanted {
  /** First and last rows of what is in sight, and of what soon will be. */
  spans: readonly Span[];
  /** The row that keys reach: kept wherever the others are scrolled to, as it may have the focus. */
  kept: number;
  count: Count | undefined;
}

function pagesOf({ spans, kept, count }: Wanted): number[] {
  const most = count?.exact ? Math.max(0, Math.ceil(count.value / PAGE_ROWS) - 1) : Number.POSITIVE_INFINITY;
  const pages = new Set<number>();
  for (const { first, last } of spans) {
    const from = Math.max(0, Math.floor(first / PAGE_ROWS));
    // One more in the direction people read, so that it is there when they come.
    const to = Math.max(from, Math.min(Math.floor(Math.max(last, 0) / PAGE_ROWS) + 1, most));
    for (let page = from; page <= to; page++) pages.add(page);
  }
  const its = Math.floor(kept / PAGE_ROWS);
  if (its <= most) pages.add(its);
  return [...pages];
}

/**
 * Rows of a list as far as they are looked at, page by page: never all, as there may be a hundred million. A
 * page is asked for by the cursor that the page before it gave, or by offset where the source takes one; where
 * it doesn't, the list grows by a page at a time.
 */
export function useRows(source: ConversationSource, listing: Listing, wanted: Wanted): Rows {
  'use no memo'; // the cursors are written while drawing: each answer brings the next one
  const key = JSON.stringify(listing);
  // Small and never stale: kept while the list is shown, also of pages long forgotten.
  // oxlint-disable-next-line react/exhaustive-deps -- another list has other cursors
  const cursors = useMemo(() => new Map<number, string>(), [source, key]);
  const pages = pagesOf(wanted);
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...pageQuery(source, listing, { page, cursor: cursors.get(page) }),
      enabled: page === 0 || source.capabilities.offset || cursors.has(page),
    })),
  });
  let end: number | undefined;
  const byPage = new Map<number, Row[]>();
  for (const [index, { data }] of answers.entries()) {
    const page = pages[index] ?? 0;
    if (!data) continue;
    byPage.set(page, data.rows);
    if (data.cursor === undefined) end = page * PAGE_ROWS + data.rows.length;
    else cursors.set(page + 1, data.cursor);
  }
  return {
    total: end ?? totalOf(source, wanted.count, cursors),
    rowAt: (index) => byPage.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    isEmpty: [...byPage.values()].every(({ length }) => length === 0),
    error: answers.find(({ error }) => error)?.error ?? undefined,
    retry: () => {
      for (const { error, refetch } of answers) if (error) void refetch();
    },
    loading: answers.some(({ isFetching }) => isFetching),
  };
}

function totalOf(
  source: ConversationSource,
  count: Count | undefined,
  cursors: ReadonlyMap<number, string>,
): number {
  const reached = (Math.max(0, ...cursors.keys()) + 1) * PAGE_ROWS;
  if (count === undefined) return cursors.size > 0 ? reached : 0;
  if (source.capabilities.offset) return count.exact ? count.value : Math.max(count.value, reached);
  return count.exact ? Math.min(count.value, reached) : reached;
}
