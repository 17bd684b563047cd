import { decodeText, encodingOf } from './decode';
import { lostAt } from './lost';

/** How many bytes at the end belong to a character whose rest is still to come. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/**
 * `decodeText` for bytes that come piece by piece, cut anywhere. Without bytes it gives what is left. When the first
 * character is lost, as the bytes are not UTF-8, `onLost` hears where in the text of that piece.
 */
export function createDecoder(onLost?: (at: number) => void): (bytes?: Uint8Array) => string {
  let decoder: TextDecoder | undefined;
  /** Bytes that no text was given for yet, though a decoder may have them. */
  let open = new Uint8Array(0);
  let isWatched = onLost !== undefined;

  function watch(text: string, bytes: Uint8Array): void {
    const at = lostAt(text, bytes);
    isWatched = at < 0;
    if (at >= 0) onLost?.(at);
    open = isWatched ? bytes.slice(bytes.length - unfinished(bytes)) : new Uint8Array(0);
  }
  return (bytes) => {
    if (!bytes) {
      const rest = decoder ? decoder.decode() : decodeText(open);
      // The bytes end within a character.
      if (isWatched && decoder && rest !== '') onLost?.(0);
      return rest;
    }
    const known = joined(open, bytes);
    let fresh = bytes;
    if (!decoder) {
      // Two bytes are needed to tell the encoding, and they may come one by one.
      open = known.slice(0, 2);
      if (known.length < 2) return '';
      fresh = known;
      decoder = new TextDecoder(encodingOf(known));
      isWatched &&= decoder.encoding === 'utf-8';
      open = new Uint8Array(0);
    }
    const text = decoder.decode(fresh, { stream: true });
    if (isWatched) watch(text, known);
    return text;
  };
}
