import type { Conversation, Problem } from '../core/index';

/** Where the pointers of a conversation stand; everything else in it is data and stays untouched. */
const POINTER_KEYS = new Set(['pointer', 'atPointer']);
const DATA_KEYS = new Set(['unknownFields', 'attributes', 'spelled']);

/**
 * With several files every pointer begins with the place of its file, as if the files were one array:
 *
 *     second file   /participants/0/held  →  /1/participants/0/held
 */
export function underFile(conversation: Conversation, index: number): Conversation {
  return prefixed(conversation, `/${index}`) as Conversation;
}

export function problemUnderFile(problem: Problem, index: number): Problem {
  return { ...problem, pointers: problem.pointers.map((pointer) => `/${index}${pointer}`) };
}

// The parser caps the depth of what it keeps, so recursion ends.
function prefixed(value: unknown, prefix: string): unknown {
  if (Array.isArray(value)) return value.map((item) => prefixed(item, prefix));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (DATA_KEYS.has(key)) return [key, item];
      if (POINTER_KEYS.has(key) && typeof item === 'string') return [key, prefix + item];
      return [key, prefixed(item, prefix)];
    }),
  );
}
