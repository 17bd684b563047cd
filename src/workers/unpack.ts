import { createDecoder } from '../core/parse/json/decoder';

/**
 * `damaged`: cut off or changed. `large`: unpacks to more than is read. What came before stands. `zip`: a ZIP file, which
 * is opened before it comes here, so that this one could not be.
 */
export type PackFault = 'damaged' | 'large' | 'zip';

/** A small file may unpack to terabytes. */
export const UNPACKED_BYTES = 2_000_000_000;

interface Unpacking {
  /** Bytes, unpacked, after which it ends. */
  most?: number | undefined;
  /** The same from its beginning. */
  anew?: () => ReadableStream<Uint8Array>;
  onFault?: (fault: PackFault) => void;
}

const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b, 3, 4];

function beginsWith(bytes: Uint8Array | undefined, start: readonly number[]): boolean {
  return bytes !== undefined && start.every((byte, at) => bytes[at] === byte);
}

/** The bytes of a gzip file as they were before it was packed; any other stream as it is. */
export async function unpackedStream(
  stream: ReadableStream<Uint8Array>,
  unpacking: Unpacking = {},
): Promise<ReadableStream<Uint8Array>> {
  const reader = stream.getReader();
  const first = await reader.read();
  const whole = rejoined(first.value, reader);
  // By its first bytes: names lie.
  if (beginsWith(first.value, ZIP)) {
    unpacking.onFault?.('zip');
    void reader.cancel().catch(() => undefined);
    return new Blob().stream();
  }
  if (!beginsWith(first.value, GZIP)) return whole;
  const gzip: ReadableWritablePair<Uint8Array, BufferSource> = new DecompressionStream('gzip');
  return bounded(whole.pipeThrough(gzip), unpacking);
}

function rejoined(
  first: Uint8Array | undefined,
  reader: ReadableStreamDefaultReader<Uint8Array>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => (first ? controller.enqueue(new Uint8Array(first)) : controller.close()),
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** Ends where the packing does, be it by a fault. */
function bounded(
  stream: ReadableStream<Uint8Array>,
  { most = UNPACKED_BYTES, anew, onFault }: Unpacking,
): ReadableStream<Uint8Array> {
  let reader = stream.getReader();
  let size = 0;
  let again = anew;
  async function next(): Promise<ReadableStreamReadResult<Uint8Array>> {
    try {
      return await reader.read();
    } catch (error) {
      if (!again) throw error;
      // What seems to be damaged may be more than one file.
      const { unpackedMembers } = await import('./members');
      reader = unpackedMembers(again(), size).getReader();
      again = undefined;
      return reader.read();
    }
  }
  return new ReadableStream({
    async pull(controller) {
      const piece = await next().catch(() => undefined);
      if (!piece) onFault?.('damaged');
      size += piece?.value?.length ?? 0;
      if (size > most) {
        onFault?.('large');
        void reader.cancel().catch(() => undefined);
      }
      if (!piece || piece.done || size > most) controller.close();
      else controller.enqueue(piece.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/**
 * The text of a file, unpacked; nothing where it is more than so many bytes.
 *
 * @throws where the file cannot be read any more
 */
export async function textWithin(file: Blob, most: number): Promise<string | undefined> {
  if (file.size > most) return undefined;
  let fits = true;
  const stream = await unpackedStream(file.stream(), {
    most,
    anew: () => file.stream(),
    onFault: (fault) => {
      if (fault === 'large') fits = false;
    },
  });
  const decode = createDecoder();
  const parts: string[] = [];
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    parts.push(decode(piece.value));
  }
  parts.push(decode());
  return fits ? parts.join('') : undefined;
}
