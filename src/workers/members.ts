import { Gunzip } from 'fflate';

/** A small file may unpack to a thousand times its size: so much is unpacked in one go. */
const PIECE = 1 << 14;

/**
 * What packed files unpack to that stand one after another in one file, as is left by programs that add to one: browsers
 * take all behind the first for damage. So many bytes are passed over, which were unpacked by then. Errors where the file
 * ends too early, and where there is only one in it, for what is wrong with that is known.
 */
export function unpackedMembers(
  packed: ReadableStream<Uint8Array>,
  skip: number,
): ReadableStream<Uint8Array> {
  const reader = packed.getReader();
  let chunk: Uint8Array = new Uint8Array();
  /** The last bytes of the file. */
  let tail = new Uint8Array();
  let at = 0;
  let left = skip;
  let [members, length] = [1, 0];
  let unpacked: Uint8Array[] = [];
  const gunzip = new Gunzip((bytes) => {
    length += bytes.length;
    const own = bytes.subarray(Math.min(left, bytes.length));
    left -= bytes.length - own.length;
    if (own.length > 0) unpacked.push(own);
  });
  gunzip.onmember = () => {
    members += 1;
    length = 0;
  };
  /** Whether there was one more piece. */
  async function unpackMore(): Promise<boolean> {
    if (at >= chunk.length) {
      const { done, value } = await reader.read();
      if (done) {
        gunzip.push(new Uint8Array(), true);
        return false;
      }
      [chunk, at] = [value, 0];
      tail = Uint8Array.of(...tail, ...value.subarray(-4)).subarray(-4);
    }
    gunzip.push(chunk.subarray(at, (at += PIECE)));
    return true;
  }
  return new ReadableStream({
    async pull(controller) {
      let isMore = true;
      while (isMore && unpacked.length === 0) isMore = await unpackMore();
      for (const bytes of unpacked) controller.enqueue(bytes);
      unpacked = [];
      if (isMore) return;
      // Each ends with its length.
      const told = tail.length === 4 ? new DataView(tail.buffer, tail.byteOffset).getUint32(0, true) : -1;
      if (members === 1 || told !== length % 2 ** 32) throw new TypeError('The file is cut off');
      controller.close();
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
