import { parseConversations } from '../core/parse/parse-conversations';
import type { Reading } from './input';

/** Reads what the host gave, broken text too: what mends it is loaded with this, when it is needed. */
export function readAny(input: unknown): Reading {
  const { conversations, problems } = parseConversations(input);
  return { conversation: conversations[0], problems };
}
