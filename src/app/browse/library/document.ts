import type { ParseOutcome } from '../../../workers/found';
import type { ParseInput } from '../../../workers/messages';
import { parseInput } from '../../../workers/parseInput';

/** A document of a source, or a sample: its text, the same as what was read, and what it holds. */
export interface ConversationDocument {
  text: string;
  input: ParseInput;
  outcome: ParseOutcome;
}

export async function readDocument(text: string, signal?: AbortSignal): Promise<ConversationDocument> {
  const input: ParseInput = { kind: 'text', text };
  return { text, input, outcome: await parseInput(input, { signal }) };
}
