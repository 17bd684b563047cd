import type { Problem } from '../../model/problem';
import { invalidJson } from './fault';
import type { Place } from './places';

/** Stands in a text for what could not be read of its bytes; it may as well stand in the bytes themselves. */
const LOST = '\uFFFD';

/**
 * Where the text of some bytes lost the first character, as they are not UTF-8; −1 where it lost none: made bytes
 * again it is then the same bytes, but for a byte order mark.
 *
 *     bytes   7b 22 ef bf bd e9 22          text   {  "  \uFFFD  \uFFFD  "
 *                   └ stands there └ lost
 */
export function lostAt(text: string, bytes: Uint8Array): number {
  if (!text.includes(LOST)) return -1;
  const again = new TextEncoder().encode(text);
  // A byte order mark is not in the text, but where it stands further on in a stream.
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const mark = isMarked && text[0] !== '\uFEFF' ? 3 : 0;
  let at = 0;
  while (at < again.length && again[at] === bytes[at + mark]) at += 1;
  // What stands for it may begin with the same byte: that is no character yet.
  const { length } = new TextDecoder('utf-8', { ignoreBOM: true }).decode(again.subarray(0, at), {
    stream: true,
  });
  // In UTF-16 the two part elsewhere.
  return text[length] === LOST ? length : -1;
}

/** That characters were lost, told once. */
export function lostProblem(place: Place): Problem {
  return invalidJson('Not UTF-8: characters were lost, from here on', place);
}
