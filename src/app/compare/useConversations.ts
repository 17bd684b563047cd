import { useQueries } from '@tanstack/react-query';
import { buildTimeline, type Timeline } from '../../core/index';
import { documentQuery, sampleQuery } from '../../sources/queries';
import { conversationOf } from '../../workers/found';
import type { ParseOutcome } from '../../workers/found';
import { readDocument } from '../browse/library/document';
import { useLibrary, useLibraryState } from '../browse/library/library';
import { useSamples } from '../samples';
import { useSessionState } from '../session/context';
import { usePasted } from './pasted';

/** A conversation by its id: absent while it is fetched, `missing` where nothing of this browser has it. */
export interface Fetched {
  id: string;
  timeline?: Timeline;
  missing: boolean;
}

function timelineIn(outcome: ParseOutcome | undefined, id: string): Timeline | undefined {
  // A sample goes by a name of its own.
  const found = outcome?.found.find(({ summary }) => summary.id === id) ?? outcome?.found[0];
  return found && buildTimeline(conversationOf(found));
}

/** Conversations from wherever they are: pasted in this tab, a sample, the library. */
export function useConversations(ids: readonly string[]): Fetched[] {
  const { opened } = useSessionState();
  const { byId } = usePasted();
  const samples = useSamples();
  const { source } = useLibrary();
  const { phase } = useLibraryState();
  const pasted = (id: string) =>
    byId.get(id) ?? opened?.outcome?.found.find(({ summary }) => summary.id === id);
  const fromSamples = useQueries({
    queries: ids.map((id) => ({ ...sampleQuery(samples, id), enabled: !pasted(id) })),
  });
  const fromLibrary = useQueries({
    queries: ids.map((id, index) => ({
      ...documentQuery(source, id, readDocument),
      enabled: Boolean(fromSamples[index]?.error) && phase !== 'opening',
    })),
  });
  return ids.map((id, index) => {
    const own = pasted(id);
    if (own) return { id, timeline: buildTimeline(conversationOf(own)), missing: false };
    const sample = fromSamples[index];
    const stored = fromLibrary[index];
    const timeline = timelineIn(sample?.data?.outcome ?? stored?.data?.outcome, id);
    return { id, ...(timeline ? { timeline } : {}), missing: Boolean(stored?.error) };
  });
}
