import { createContext, useContext } from 'react';
import type { Source } from '../sources/source';
import type { ParseOutcome } from '../workers/found';
import type { ParseInput } from '../workers/messages';
import { parseInput } from '../workers/parseInput';

/** What the site makes of a sample: its text for the text box, and what it holds. */
export interface SampleDocument {
  text: string;
  /** The same, as what was read. */
  input: ParseInput;
  outcome: ParseOutcome;
}

/** Reads the text of a sample. */
export async function sampleDocument(text: string, signal?: AbortSignal): Promise<SampleDocument> {
  const input: ParseInput = { kind: 'text', text };
  return { text, input, outcome: await parseInput(input, { signal }) };
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
