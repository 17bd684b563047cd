import type { Conversation } from '../model/conversation';
import type { Problem } from '../model/problem';
import { collect, takeComplete } from './collect';
import { type Collector, createCollector, type Format, formatOf } from './collector';
import { decodeText } from './json/decode';
import { placeErrors } from './json/locate';
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
  const told = collectInput(collector, input);
  const { conversations, problems } = takeComplete(collector, true);
  return { conversations, format: formatOf(collector), problems: [...told, ...problems] };
}

/** Collects, and tells the problems of the text or object as such, before anybody asks what it means. */
function collectInput(collector: Collector, input: unknown): Problem[] {
  const bytes = bytesOf(input);
  const text = bytes ? decodeText(bytes) : input;
  if (typeof text !== 'string') {
    const { value, problems } = plainJson(input);
    collect(collector, value, '');
    return problems;
  }
  const { documents, count, problems, sourceOf } = collector.readDocuments(text, bytes);
  for (const [at, { value, index }] of documents.entries()) {
    const pointer = count === 1 ? '' : `/${index}`;
    const told = collector.problems.length;
    collect(collector, value, pointer);
    if (collector.problems.length > told) placeErrors(collector.problems.slice(told), pointer, sourceOf(at));
  }
  return problems;
}

function isBytes(input: unknown): input is Uint8Array {
  return ArrayBuffer.isView(input) && Object.prototype.toString.call(input) === '[object Uint8Array]';
}

/** The bytes of an array or buffer, of another window's too. */
function bytesOf(input: unknown): Uint8Array | undefined {
  if (isBytes(input)) return input;
  try {
    return input instanceof ArrayBuffer ? new Uint8Array(input) : undefined;
  } catch {
    return undefined; // `instanceof` asks a proxy, which may throw
  }
}
