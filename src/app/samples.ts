import { createContext, useContext } from 'react';
import type { Source } from '../sources/source';
import type { ParseOutcome } from '../workers/found';

/** What the site makes of a sample: its text for the text box, and what it holds. */
export interface SampleDocument {
  text: string;
  outcome: ParseOutcome;
}

export type SampleSource = Source<SampleDocument>;

export const SamplesContext = createContext<SampleSource | undefined>(undefined);

export function useSamples(): SampleSource {
  const samples = useContext(SamplesContext);
  if (!samples) throw new Error('No samples around this component');
  return samples;
}

/** The first thing a visitor sees: it has a little of everything. */
export const SHOWCASE = 'billing-call-cobrowse';
