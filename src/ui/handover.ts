/**
 * Text in the fragment of an address, which browsers never send: `#data1=<base64url of raw deflate of UTF-8>`.
 * The number is the version of this form; without it the first is meant.
 */
const KEY = /^#?data(\d*)=(.*)$/s;
const VERSION = '1';

/** Links longer than this are not made: some browsers cut them off not far beyond. */
export const LINK_CHARACTERS = 64_000;
/** Links longer than this are not read. */
export const READ_CHARACTERS = 1_000_000;
/** A small link may unpack to gigabytes; beyond this many bytes it is not followed. */
export const UNPACKED_BYTES = 16_000_000;

/**
 * `version`: made by a later version. `long`: longer than is read. `large`: unpacks to more than is read.
 * `broken`: cut off or changed on its way. `unsupported`: this browser cannot unpack.
 */
export type HandoverFault = 'version' | 'long' | 'large' | 'broken' | 'unsupported';
export type Handover = { kind: 'none' } | { kind: 'text'; text: string } | { kind: HandoverFault };

/** The fragment that hands the text over, with its `#`. */
export async function handoverFragment(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return `#data${VERSION}=${toBase64(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

/** What a fragment hands over. Never throws, and never unpacks more than the stated limit. */
export async function readHandover(fragment: string): Promise<Handover> {
  const [, version, data = ''] = KEY.exec(fragment) ?? [];
  if (version === undefined) return { kind: 'none' };
  if (version !== '' && version !== VERSION) return { kind: 'version' };
  if (data.length > READ_CHARACTERS) return { kind: 'long' };
  const stream = unpackingStream();
  if (!stream) return { kind: 'unsupported' };
  try {
    return await unpacked(fromBase64(data), stream);
  } catch {
    return { kind: 'broken' };
  }
}

function unpackingStream(): DecompressionStream | undefined {
  try {
    return new DecompressionStream('deflate-raw');
  } catch {
    return undefined; // an older browser
  }
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>, unpacking: DecompressionStream): Promise<Handover> {
  const reader = new Blob([bytes]).stream().pipeThrough(unpacking).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > UNPACKED_BYTES) {
      await reader.cancel();
      return { kind: 'large' };
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  const text = parts.join('') + decoder.decode();
  return text === '' ? { kind: 'broken' } : { kind: 'text', text };
}

/** A call takes only so many arguments. */
const PIECE = 8192;

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  }
  return btoa(parts.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64(data: string): Uint8Array<ArrayBuffer> {
  // Mail and chat programs may escape signs, and break lines.
  const plain = decodeURIComponent(data).replaceAll('-', '+').replaceAll('_', '/').replaceAll(/\s/g, '');
  return Uint8Array.from(atob(plain.replaceAll('=', '')), (character) => character.charCodeAt(0));
}
