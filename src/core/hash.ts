const HIGH = 0xdeadbeef;
const LOW = 0x41c6ce57;

function mixed(high: number, low: number): number {
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const mixedLow =
    Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909);
  return 4294967296 * (2097151 & mixedLow) + (mixedHigh >>> 0);
}

/**
 * A 53-bit hash of a text (cyrb53): enough to tell pastes apart, and an attribute among all: of ten million, two
 * are the same once in two hundred libraries.
 */
export function hash(text: string): number {
  let high = HIGH;
  let low = LOW;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  return mixed(high, low);
}

/** The same of bytes: to know a look again among those of one conversation. */
export function hashBytes(bytes: Uint8Array): number {
  let high = HIGH;
  let low = LOW;
  for (const byte of bytes) {
    high = Math.imul(high ^ byte, 2654435761);
    low = Math.imul(low ^ byte, 1597334677);
  }
  return mixed(high, low);
}
