import { useQueryClient } from '@tanstack/react-query';
import { type Seen, stretchQuery } from '../../../sources/queries';
import type { ConversationSource, Listing } from '../../../sources/source';
import { type IdsBetween, MOST_SELECTED } from './useSelection';

/** Ids of the rows from one to another, both included: they may have moved since they were seen. */
export function useIdsBetween(source: ConversationSource, listing: Listing): IdsBetween {
  const queries = useQueryClient();
  return (from: Seen, to: Seen) =>
    queries.fetchQuery(stretchQuery(source, listing, { ends: [from, to], most: MOST_SELECTED }));
}
