import { type JsonDocuments, soundDocuments } from './json/sound';
import { type ParseResult, parseInput } from './parse-input';

const NOTHING: JsonDocuments = { documents: [], count: 0, problems: [], sourceOf: () => undefined };

/**
 * What `parseConversations` finds, where all text is sound JSON; undefined where some is not. What mends
 * broken text, and tells what was lost of bytes, weighs a third of all reading: whoever counts loads it only then.
 */
export function parseSound(input: unknown): ParseResult | undefined {
  let broken = false;
  const result = parseInput(input, (text, bytes) => {
    const sound = broken || (bytes && text.includes('\uFFFD')) ? undefined : soundDocuments(text);
    broken ||= sound === undefined;
    return sound ?? NOTHING;
  });
  return broken ? undefined : result;
}
