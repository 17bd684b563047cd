import type { Json } from '../model/field';
import { envelopeTime, type Moment } from './event-time';
import { decodeText } from './json/decode';
import { readDocuments } from './json/documents';
import { isObject, type JsonObject } from './read';

export type HarValue =
  | { value: Json; pointer: string; moment?: Moment }
  | { skipped: string; pointer: string };

/**
 * The JSON bodies of a HAR's responses. Only the body texts and the start times are looked at: headers,
 * cookies and requests are never read, so nothing of them can be kept.
 */
export function* readHarEntries(source: JsonObject, pointer: string): Generator<HarValue> {
  const entries = (source['log'] as JsonObject)['entries'] as Json[];
  for (const [index, entry] of entries.entries()) {
    const place = `${pointer}/log/entries/${index}`;
    const text = isObject(entry) ? bodyOf(entry) : undefined;
    if (text === undefined) {
      yield { skipped: 'The entry holds no text', pointer: place };
      continue;
    }
    const moment = isObject(entry) ? envelopeTime(entry, place) : undefined;
    const { documents, count } = readDocuments(text);
    if (documents.length === 0) yield { skipped: 'The entry holds no JSON', pointer: place };
    for (const document of documents) {
      const inside = count === 1 ? '' : `/${document.index}`;
      const value = document.value as Json;
      const at = `${place}/response/content/text#${inside}`;
      yield moment === undefined ? { value, pointer: at } : { value, pointer: at, moment };
    }
  }
}

function bodyOf(entry: JsonObject): string | undefined {
  const content = isObject(entry['response']) ? entry['response']['content'] : undefined;
  if (!isObject(content) || typeof content['text'] !== 'string') return undefined;
  return content['encoding'] === 'base64' ? decodeBase64(content['text']) : content['text'];
}

function decodeBase64(text: string): string | undefined {
  try {
    return decodeText(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    // `atob` is the platform's and tells a malformed text by an exception only.
    return undefined;
  }
}
