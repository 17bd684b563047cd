import type { Conversation } from '../core/model/conversation';
import { parseSound } from '../core/parse/parse-sound';
import { sketchTimeline } from '../core/timeline/sketch';
import type { Built, Reading } from './input';

/** One that `parseConversations` gave. */
function isRead(input: unknown): input is Conversation {
  if (typeof input !== 'object' || input === null) return false;
  return 'id' in input && 'observations' in input && Array.isArray(input.observations);
}

/**
 * What can be read at once: of conversations the first, if there are several. Undefined for text that is to be
 * mended, see `read-any.ts`.
 */
export function readSound(input: unknown): Reading | undefined {
  if (isRead(input)) return { conversation: input, problems: [] };
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
