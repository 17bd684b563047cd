import type { Json } from '../model/field';
import { entryTime, type Moment } from './event-time';
import { decodeText } from './json/decode';
import { isObject, type JsonObject } from './read';

/** What one entry of a HAR holds: the text of its body that looks like JSON, or the reason why there is none. */
export type HarEntry = { pointer: string } & (
  | { skipped: string }
  | { text: string; moment: Moment | undefined }
);

/**
 * The JSON bodies of a HAR's responses. Only the body texts and the start times are looked at: headers,
 * cookies and requests are never read, so nothing of them can be kept.
 */
export function* readHarEntries(source: JsonObject, pointer: string): Generator<HarEntry> {
  const entries = (source['log'] as JsonObject)['entries'] as Json[];
  for (const [index, entry] of entries.entries()) yield readEntry(entry, `${pointer}/log/entries/${index}`);
}

// Scripts and pages hold braces, too, which a reader that mends what it reads would take for data.
export const JSON_START = /^[\uFEFF\s]*[{[]/;

function readEntry(entry: Json, pointer: string): HarEntry {
  const text = isObject(entry) ? bodyOf(entry) : undefined;
  if (text === undefined || !JSON_START.test(text)) return { skipped: 'The entry holds no JSON', pointer };
  return { pointer, text, moment: entryTime(entry as JsonObject, pointer) };
}

function bodyOf(entry: JsonObject): string | undefined {
  const content = isObject(entry['response']) ? entry['response']['content'] : undefined;
  if (!isObject(content) || typeof content['text'] !== 'string') return undefined;
  const { text, encoding } = content;
  // Where a HAR was cut off within a body, the encoding that is told behind it is gone.
  const isEncoded = encoding === 'base64' || (encoding === undefined && !JSON_START.test(text));
  return isEncoded ? decodeBase64(text) : text;
}

function decodeBase64(text: string): string | undefined {
  try {
    // In a text that is cut off, half of the padding may be there, and a last letter that gives no byte.
    const letters = text.replace(/\s|={1,2}$/g, '');
    const whole = letters.length % 4 === 1 ? letters.slice(0, -1) : letters;
    return decodeText(Uint8Array.from(atob(whole), (character) => character.charCodeAt(0)));
  } catch {
    // `atob` is the platform's and tells a malformed text by an exception only.
    return undefined;
  }
}
