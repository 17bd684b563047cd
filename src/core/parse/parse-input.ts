import type { Conversation } from '../model/conversation';
import type { Problem } from '../model/problem';
import { createCollector, type Format } from './collect';
import { decodeText } from './json/decode';
import type { ReadDocuments } from './json/sound';
import { plainJson } from './plain';

/** What `parseConversations` found. */
export interface ParseResult {
  /** In order of first appearance; several documents of one conversation are one. */
  conversations: Conversation[];
  format: Format;
  /** Problems of reading; those of meaning come with the timeline. */
  problems: Problem[];
}

/** Reads whatever comes, its texts by `readDocuments`. Never throws if that does not. */
export function parseInput(input: unknown, readDocuments: ReadDocuments): ParseResult {
  const collector = createCollector(readDocuments);
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
