import type { Conversation, Problem } from '../core/index';
import { problemUnder } from '../core/parse/json/fault';

/** Where the pointers of a conversation stand; everything else in it is data and stays untouched. */
const POINTER_KEYS = new Set(['pointer', 'atPointer']);
const DATA_KEYS = new Set(['unknownFields', 'attributes', 'spelled']);

/**
 * With several files every pointer begins with the place of its file, as if the files were one array:
 *
 *     second file   /participants/0/held  →  /1/participants/0/held
 */
export function underFile(conversation: Conversation, index: number): Conversation {
  const copy = structuredClone(conversation);
  prefixAll(copy, `/${index}`);
  return copy;
}

export function problemUnderFile(problem: Problem, index: number): Problem {
  return problemUnder(`/${index}`, problem);
}

/** Changes it in place. The parser caps the depth of what it keeps, so recursion ends. */
function prefixAll(value: unknown, prefix: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (POINTER_KEYS.has(key) && typeof item === 'string') Reflect.set(value, key, prefix + item);
    else if (!DATA_KEYS.has(key)) prefixAll(item, prefix);
  }
}
