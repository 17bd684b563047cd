import { useQueryClient } from '@tanstack/react-query';
import { type Listing, PAGE_ROWS, pageQuery } from '../../../sources/queries';
import type { ConversationSource } from '../../../sources/source';
import type { Rows } from './useRows';

/** Ids of the rows from one to another, both included: what is not there is fetched. */
export function useIdsBetween(source: ConversationSource, listing: Listing, rows: Rows) {
  const queries = useQueryClient();
  return async (from: number, to: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let at = from; at <= to; at++) {
      const page = Math.floor(at / PAGE_ROWS);
      const row =
        rows.rowAt(at) ??
        (await queries.fetchQuery(pageQuery(source, listing, { page }))).rows[at % PAGE_ROWS];
      if (row) ids.push(row.id);
    }
    return ids;
  };
}
