import { useQueries } from '@tanstack/react-query';
import { isTimed } from '../../core/facts/timed';
import { buildTimeline, type Timeline } from '../../core/index';
import { documentQuery, sampleQuery } from '../../sources/queries';
import { isMissing } from '../../sources/source';
import { conversationOf, type Found, type ParseOutcome } from '../../workers/found';
import { readDocument } from '../browse/library/document';
import { useLibraryState } from '../browse/library/library';
import { useSource } from '../browse/sources';
import { useSamples } from '../samples';
import { useSessionState } from '../session/context';
import { usePasted } from './pasted';

/**
 * A conversation by its id: absent while it is fetched, `missing` where nothing of this browser has it, `failed` where the
 * library may have it and does not tell.
 */
export interface Fetched {
  id: string;
  timeline?: Timeline;
  /** Something says when it was. */
  timed?: boolean;
  missing: boolean;
  /** It came under another id before: a sample also goes by its name. */
  sameAs?: string;
  failed?: { error: Error; refetch: () => unknown };
}

function foundIn(outcome: ParseOutcome | undefined, id: string): Found | undefined {
  // A sample goes by a name of its own.
  return outcome?.found.find(({ summary }) => summary.id === id) ?? outcome?.found[0];
}

function fetched(id: string, found: Found): Fetched {
  const conversation = conversationOf(found);
  const timeline = buildTimeline(conversation);
  return { id, timeline, timed: isTimed(conversation, timeline), missing: false };
}

/** Each conversation once. */
function eachOnce(all: readonly Fetched[]): Fetched[] {
  const ids = new Map<string, string>();
  return all.map((each) => {
    if (!each.timeline) return each;
    const before = ids.get(each.timeline.id);
    if (before !== undefined) return { id: each.id, missing: false, sameAs: before };
    ids.set(each.timeline.id, each.id);
    return each;
  });
}

/** Conversations from wherever they are: pasted in this tab, the library, a sample by its name, the samples. */
export function useConversations(ids: readonly string[]): Fetched[] {
  const { opened } = useSessionState();
  const { byId } = usePasted();
  const samples = useSamples();
  const library = useSource('library');
  const sampleList = useSource('samples');
  const { phase } = useLibraryState();
  const pasted = (id: string) =>
    byId.get(id) ?? opened?.outcome?.found.find(({ summary }) => summary.id === id);
  const fromLibrary = useQueries({
    queries: ids.map((id) => ({
      ...documentQuery(library, id, readDocument),
      enabled: !pasted(id) && phase !== 'opening',
    })),
  });
  const fromSamples = useQueries({
    queries: ids.map((id, index) => ({
      ...sampleQuery(samples, id),
      enabled: Boolean(fromLibrary[index]?.error),
    })),
  });
  const listed = useQueries({
    queries: ids.map((id, index) => ({
      ...documentQuery(sampleList, id, readDocument),
      enabled: Boolean(fromSamples[index]?.error),
    })),
  });
  const all = ids.map((id, index): Fetched => {
    const sample = fromSamples[index];
    const stored = fromLibrary[index];
    const last = listed[index];
    const { outcome } = stored?.data ?? sample?.data ?? last?.data ?? {};
    const found = pasted(id) ?? foundIn(outcome, id);
    if (found) return fetched(id, found);
    if (!last?.error || !stored?.error) return { id, missing: false };
    const { error, refetch } = stored;
    return isMissing(error) ? { id, missing: true } : { id, missing: false, failed: { error, refetch } };
  });
  return eachOnce(all);
}
