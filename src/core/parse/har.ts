import type { Json } from '../model/field';
import { entryTime, messageTime, type Moment } from './event-time';
import { decodeText } from './json/decode';
import { isObject, type JsonObject } from './read';

// Scripts and pages hold braces, too, which a reader that mends what it reads would take for data.
export const JSON_START = /^[\uFEFF\s]*[{[]/;

/** A JSON text that an entry holds, and when it came. */
export interface Body {
  text: string;
  pointer: string;
  moment: Moment | undefined;
}

/**
 * The JSON that an entry of a HAR received: the body of its response, and what came over a WebSocket, as notifications
 * do and browsers of Chromium record it. Only these texts and their times are looked at: headers, cookies, requests and
 * what was sent are never read, so nothing of them can be kept.
 */
export function bodiesOf(entry: Json, pointer: string): Body[] {
  const bodies: Body[] = [];
  const take = (text: Json | undefined, pointer: string, moment: Moment | undefined) => {
    if (typeof text === 'string' && JSON_START.test(text)) bodies.push({ text, pointer, moment });
  };
  if (!isObject(entry)) return bodies;
  take(bodyOf(entry), `${pointer}/response/content/text`, entryTime(entry, pointer));
  const { _webSocketMessages: messages } = entry;
  if (Array.isArray(messages)) {
    messages.forEach((message, index) => {
      if (!isObject(message) || message['type'] !== 'receive') return;
      const place = `${pointer}/_webSocketMessages/${index}`;
      take(message['data'], `${place}/data`, messageTime(message, place));
    });
  }
  return bodies;
}

function bodyOf({ response }: JsonObject): string | undefined {
  const content = isObject(response) ? response['content'] : undefined;
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
