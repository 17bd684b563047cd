import type { Json } from '../model/field';
import { decodeText } from './json/decode';
import { isObject } from './read';

// Scripts and pages hold braces, too, which a reader that mends what it reads would take for data.
export const JSON_START = /^[\uFEFF\s]*[{[]/;

/**
 * The JSON body of the response that an entry of a HAR holds, if it is one. Only the body texts, and the times at
 * which entries began, are looked at: headers, cookies and requests are never read, so nothing of them can be kept.
 */
export function bodyOf(entry: Json): string | undefined {
  const response = isObject(entry) ? entry['response'] : undefined;
  const content = isObject(response) ? response['content'] : undefined;
  if (!isObject(content) || typeof content['text'] !== 'string') return undefined;
  const { text, encoding } = content;
  // Where a HAR was cut off within a body, the encoding that is told behind it is gone.
  const isEncoded = encoding === 'base64' || (encoding === undefined && !JSON_START.test(text));
  const body = isEncoded ? decodeBase64(text) : text;
  return body !== undefined && JSON_START.test(body) ? body : undefined;
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
