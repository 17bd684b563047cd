import type { Conversation, Format } from '../core/index';
import type { FoundProblem, Summary } from './messages';
import { summarise } from './summary';

/** How reading came to its end. What was read until then stands in any case. */
export type Ending = 'done' | 'cancelled' | 'silent' | 'crashed';

/** A conversation kept as it crossed: packed until somebody looks at it. */
export type Part = Conversation | Uint8Array;

export interface Found {
  /** Of the first part; `wholeSummary` says it of all. */
  summary: Summary;
  /** More than one where a conversation came in several pieces of the input. */
  parts: Part[];
}

export interface ParseOutcome {
  ending: Ending;
  /** Known where all was read in one piece. */
  format?: Format;
  found: Found[];
  problems: FoundProblem[];
  /** More than `problems` holds where the input is beyond all bounds. */
  problemCount: number;
}

function unpack(part: Part): Conversation {
  if (!(part instanceof Uint8Array)) return part;
  // Written by `packConversations`, so it is what it claims to be.
  const conversation: Conversation = JSON.parse(new TextDecoder().decode(part));
  return conversation;
}

/** Made when it is looked at: files that repeat one another may have thousands in several parts. */
export function wholeSummary(found: Found): Summary {
  return found.parts.length > 1 ? summarise(conversationOf(found)) : found.summary;
}

/** The whole conversation, its pieces joined in the order of the input. */
export function conversationOf(found: Found): Conversation {
  const [first, ...more] = found.parts.map(unpack);
  if (!first) return { id: found.summary.id, observations: [] };
  if (more.length === 0) return first;
  return { ...first, observations: [first, ...more].flatMap(({ observations }) => observations) };
}
