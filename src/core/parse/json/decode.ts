/** The encoding that the first bytes tell; text without a byte order mark is UTF-8. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Text of UTF-8 or, told by its byte order mark, UTF-16. The mark is dropped; malformed bytes become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** `decodeText` for bytes that come piece by piece, cut anywhere. Without bytes it gives what is left. */
export function createDecoder(): (bytes?: Uint8Array) => string {
  let decoder: TextDecoder | undefined;
  let first = new Uint8Array(0);
  return (bytes) => {
    if (decoder) return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    if (!bytes) return decodeText(first);
    // Two bytes are needed to tell the encoding, and they may come one by one.
    const known = new Uint8Array(first.length + bytes.length);
    known.set(first);
    known.set(bytes, first.length);
    first = known;
    if (known.length < 2) return '';
    decoder = new TextDecoder(encodingOf(known));
    return decoder.decode(known, { stream: true });
  };
}
