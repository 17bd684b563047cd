import { once } from '../../sources/once';
import type { ConversationSource } from '../../sources/source';
import { conversationOf } from '../../workers/found';
import type { SampleSource } from '../samples';
import { laterSource } from './laterSource';

const CAPABILITIES = { text: true, facets: true, charts: true, offset: true, write: false };

/** The samples as a list of conversations. What makes one of them is fetched when somebody looks at it. */
export function createSampleList(documents: SampleSource): ConversationSource {
  const open = async () => {
    const { createSampleConversations } = await import('../../sources/samples/conversations');
    return createSampleConversations({
      list: (signal) => documents.list(signal),
      get: async (id, signal) => (await documents.get(id, signal)).outcome.found.map(conversationOf),
    });
  };
  return laterSource({
    name: 'samples',
    capabilities: () => CAPABILITIES,
    source: once(open),
  });
}
