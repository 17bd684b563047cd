import type { Conversation } from '../model/conversation';
import type { Problem } from '../model/problem';
import { createCollector, type Format } from './collect';
import { decodeText } from './json/decode';
import { readDocuments } from './json/documents';
import { plainJson } from './plain';

/** What `parseConversations` found. */
export interface ParseResult {
  /** In order of first appearance; several documents of one conversation are one. */
  conversations: Conversation[];
  format: Format;
  /** Problems of reading; those of meaning come with the timeline. */
  problems: Problem[];
}

/**
 * Reads conversations from anything the vendor produces: text, UTF-8 bytes, or an object that JSON could
 * hold. The shape is told by what is inside: participants, conversations, analytics details, listings,
 * notification and detail events, HAR, JSON Lines, our own export. Never throws: what could not be read
 * stands among `problems`, with JSON Pointers into the input, and line and column (from 1) for bad JSON.
 */
export function parseConversations(input: unknown): ParseResult {
  const collector = createCollector();
  const problems = typeof input === 'string' ? addText(input) : addOther();
  const taken = collector.take(true);
  return {
    conversations: taken.conversations,
    format: collector.format,
    problems: [...problems, ...taken.problems],
  };

  function addText(text: string): Problem[] {
    const read = readDocuments(text);
    for (const { value, index } of read.documents) {
      collector.add(value, read.count === 1 ? '' : `/${index}`);
    }
    return read.problems;
  }

  function addOther(): Problem[] {
    const bytes = bytesOf(input);
    if (bytes !== undefined) return addText(decodeText(bytes));
    const copy = plainJson(input);
    collector.add(copy.value, '');
    return copy.problems;
  }
}

/** The bytes of an array or buffer, of another window's too. */
function bytesOf(input: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(input)) {
    const isBytes = Object.prototype.toString.call(input) === '[object Uint8Array]';
    return isBytes ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength) : undefined;
  }
  try {
    return input instanceof ArrayBuffer ? new Uint8Array(input) : undefined;
  } catch {
    return undefined; // `instanceof` asks a proxy, which may throw
  }
}
