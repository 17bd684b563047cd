import { createContext, useContext } from 'react';
import { assertNever } from '../../core/model/assert-never';
import type { ConversationSource } from '../../sources/source';
import { useLibrary } from './library/library';
import type { SourceName } from './state/sourceName';

/** The samples as a list like any other. */
export const SampleConversationsContext = createContext<ConversationSource | undefined>(undefined);

/** Where conversations of that name come from. */
export function useSource(name: SourceName): ConversationSource {
  const library = useLibrary();
  const samples = useContext(SampleConversationsContext);
  if (!samples) throw new Error('No samples around this component');
  switch (name) {
    case 'library':
      return library.source;
    case 'samples':
      return samples;
    default:
      return assertNever(name);
  }
}
