import type { Conversation } from '../core/index';
import type { Batch, FoundProblem, PackedConversation, Summary } from './messages';
import { summarise } from './summary';

/** Large enough that crossing costs nothing per conversation, small enough that the list fills steadily. */
const BATCH_CHARACTERS = 1_000_000;
const BATCH_ENTRIES = 500;

export interface Packer {
  add: (conversation: Conversation) => void;
  addProblem: (problem: FoundProblem) => void;
  flush: () => void;
}

/** Joins conversations to batches of one buffer each, which is handed over instead of copied. */
export function createPacker(send: (batch: Batch) => void): Packer {
  let texts: string[] = [];
  let summaries: Summary[] = [];
  let problems: FoundProblem[] = [];
  let characters = 0;

  function flush(): void {
    if (texts.length === 0 && problems.length === 0) return;
    send(pack(texts, summaries, problems));
    texts = [];
    summaries = [];
    problems = [];
    characters = 0;
  }
  function flushWhenFull(): void {
    if (characters >= BATCH_CHARACTERS || texts.length + problems.length >= BATCH_ENTRIES) flush();
  }

  return {
    add(conversation) {
      const text = JSON.stringify(conversation);
      texts.push(text);
      summaries.push(summarise(conversation));
      characters += text.length;
      flushWhenFull();
    },
    addProblem(problem) {
      problems.push(problem);
      flushWhenFull();
    },
    flush,
  };
}

function pack(texts: string[], summaries: Summary[], problems: FoundProblem[]): Batch {
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const bytes = new Uint8Array(encoded.reduce((sum, part) => sum + part.length, 0));
  let from = 0;
  const conversations: PackedConversation[] = [];
  for (const [index, part] of encoded.entries()) {
    bytes.set(part, from);
    const summary = summaries[index];
    if (summary) conversations.push({ summary, from, to: from + part.length });
    from += part.length;
  }
  return { conversations, bytes, problems };
}
