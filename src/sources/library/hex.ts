/** Two hexadecimal digits per byte; of an odd one the last digit is left out. */
export function bytesOfHex(digits: string): Uint8Array {
  const bytes = new Uint8Array(digits.length >> 1);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = FIRST.replaceAll('0', 'f');

/** First and last of the UUIDs that begin so, as bytes; nothing where none does. */
export function uuidsFrom(word: string): [from: Uint8Array, to: Uint8Array] | undefined {
  const from = word + FIRST.slice(word.length);
  if (!UUID.test(from)) return undefined;
  const to = word + LAST.slice(word.length);
  return [bytesOfHex(from.replaceAll('-', '')), bytesOfHex(to.replaceAll('-', ''))];
}
