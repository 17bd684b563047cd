import type { Conversation } from '../core/model/conversation';
import type { ParseResult } from '../core/parse/parse-input';
import { parseSound } from '../core/parse/parse-sound';
import { sketchTimeline } from '../core/timeline/sketch';
import type { Built, Reading } from './input';

function isRead(input: unknown): input is Conversation {
  const { id, observations }: Partial<Conversation> = Object(input);
  return id !== undefined && Array.isArray(observations);
}

/** What `parseConversations` gave: all of it, its conversations, or one of them. */
function readBefore(input: unknown): Reading | undefined {
  const { conversations, problems }: Partial<ParseResult> = Object(input);
  const list: unknown[] = [conversations ?? input].flat();
  if (!list.every(isRead) || !(problems ?? list[0])) return undefined;
  return { conversation: list[0], problems: problems ?? [] };
}

/**
 * What can be read at once: of conversations the first, if there are several. Undefined for text that is to be
 * mended, see `read-any.ts`.
 */
export function readSound(input: unknown): Reading | undefined {
  const before = readBefore(input);
  if (before) return before;
  const parsed = parseSound(input);
  return parsed && { conversation: parsed.conversations[0], problems: parsed.problems };
}

export function build({ conversation }: Reading, now?: number): Built {
  if (!conversation) return {};
  const sketch = sketchTimeline(conversation, { now });
  return { timeline: sketch.timeline, sketch };
}

/** What mends broken text, and finds problems of meaning: neither is needed to draw. */
export const loadMender = () => import('./read-any');
export const loadJudge = () => import('./judge');
