import { readDocuments } from './json/documents';
import { type ParseResult, parseInput } from './parse-input';

/** How to read. There is nothing to choose yet: every shape is told by what is inside. */
export type ParseOptions = Readonly<Record<string, unknown>>;

/**
 * Reads conversations from anything the vendor produces: text, UTF-8 bytes, or an object that JSON could
 * hold. The shape is told by what is inside: participants, conversations, analytics details, listings,
 * notification and detail events, HAR, JSON Lines, our own export. Never throws: what could not be read
 * stands among `problems`, with JSON Pointers into the input, and line and column (from 1) for bad JSON.
 */
export function parseConversations(input: unknown, options?: ParseOptions): ParseResult;
export function parseConversations(input: unknown): ParseResult {
  return parseInput(input, readDocuments);
}
