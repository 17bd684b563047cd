import type { Json } from '../model/field';
import type { Problem } from '../model/problem';
import { entryTime, type Moment } from './event-time';
import { decodeText } from './json/decode';
import type { ReadDocuments } from './json/sound';
import { isObject, type JsonObject } from './read';

/** What one entry of a HAR holds: the JSON of its body, or the reason why there is none. */
export type HarEntry = { pointer: string } & (
  | { skipped: string }
  | {
      values: { value: Json; pointer: string }[];
      moment: Moment | undefined;
      /** What had to be mended to read the body; their places are in the body's text. */
      problems: Problem[];
    }
);

/**
 * The JSON bodies of a HAR's responses. Only the body texts and the start times are looked at: headers,
 * cookies and requests are never read, so nothing of them can be kept.
 */
export function* readHarEntries(
  source: JsonObject,
  pointer: string,
  readDocuments: ReadDocuments,
): Generator<HarEntry> {
  const entries = (source['log'] as JsonObject)['entries'] as Json[];
  for (const [index, entry] of entries.entries()) {
    yield readEntry(entry, `${pointer}/log/entries/${index}`, readDocuments);
  }
}

// Scripts and pages hold braces, too, which a reader that mends what it reads would take for data.
const JSON_START = /^[\uFEFF\s]*[{[]/;

function readEntry(entry: Json, pointer: string, readDocuments: ReadDocuments): HarEntry {
  const text = isObject(entry) ? bodyOf(entry) : undefined;
  if (text === undefined || !JSON_START.test(text)) return { skipped: 'The entry holds no JSON', pointer };
  const { documents, count, problems } = readDocuments(text);
  const body = `${pointer}/response/content/text`;
  return {
    pointer,
    moment: entryTime(entry as JsonObject, pointer),
    values: documents.map(({ value, index }) => ({
      value: value as Json,
      pointer: count === 1 ? `${body}#` : `${body}#/${index}`,
    })),
    problems: problems.map((problem) => ({ ...problem, pointers: placesIn(body, problem) })),
  };
}

function placesIn(body: string, { pointers }: Problem): string[] {
  return pointers.length === 0 ? [body] : pointers.map((pointer) => `${body}#${pointer}`);
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
