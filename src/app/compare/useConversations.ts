import { useQueries } from '@tanstack/react-query';
import { buildTimeline, type Timeline } from '../../core/index';
import { documentQuery, sampleQuery } from '../../sources/queries';
import { isMissing } from '../../sources/source';
import { conversationOf } from '../../workers/found';
import type { ParseOutcome } from '../../workers/found';
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
  missing: boolean;
  failed?: { error: Error; refetch: () => unknown };
}

function timelineIn(outcome: ParseOutcome | undefined, id: string): Timeline | undefined {
  // A sample goes by a name of its own.
  const found = outcome?.found.find(({ summary }) => summary.id === id) ?? outcome?.found[0];
  return found && buildTimeline(conversationOf(found));
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
  return ids.map((id, index) => {
    const own = pasted(id);
    if (own) return { id, timeline: buildTimeline(conversationOf(own)), missing: false };
    const sample = fromSamples[index];
    const stored = fromLibrary[index];
    const last = listed[index];
    const { outcome } = stored?.data ?? sample?.data ?? last?.data ?? {};
    const timeline = timelineIn(outcome, id);
    if (timeline) return { id, timeline, missing: false };
    if (!last?.error || !stored?.error) return { id, missing: false };
    const { error, refetch } = stored;
    return isMissing(error) ? { id, missing: true } : { id, missing: false, failed: { error, refetch } };
  });
}
