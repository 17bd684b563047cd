import type { ParseOutcome } from '../../../workers/found';
import type { ParseInput } from '../../../workers/messages';
import { parseInput } from '../../../workers/parseInput';

/** A conversation of a source, read: its document beside what it holds. */
export interface ConversationDocument {
  input: ParseInput;
  outcome: ParseOutcome;
}

export async function readDocument(text: string, signal: AbortSignal): Promise<ConversationDocument> {
  const input: ParseInput = { kind: 'text', text };
  return { input, outcome: await parseInput(input, { signal }) };
}
