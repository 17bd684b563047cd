/**
 * The encoding that the first bytes tell. JSON begins with a character of ASCII, so that in UTF-16 one of its first
 * two bytes is zero, byte order mark or not; all else is UTF-8.
 */
export function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (second === 0 || (first === 0xff && second === 0xfe)) return 'utf-16le';
  if (first === 0 || (first === 0xfe && second === 0xff)) return 'utf-16be';
  return 'utf-8';
}

/** Text of UTF-8 or, told by its first bytes, UTF-16. A byte order mark is dropped; malformed bytes become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}
