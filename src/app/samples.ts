import { createContext, useContext } from 'react';
import type { Source } from '../sources/source';
import type { ConversationDocument } from './browse/library/document';

export type SampleSource = Source<ConversationDocument>;

export const SamplesContext = createContext<SampleSource | undefined>(undefined);

export function useSamples(): SampleSource {
  const samples = useContext(SamplesContext);
  if (!samples) throw new Error('No samples around this component');
  return samples;
}

/** The first thing a visitor sees: it has a little of everything. */
export const SHOWCASE = 'billing-call-cobrowse';
