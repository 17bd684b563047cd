import { finish, type Prepared, type WorkedOut } from './prepared';

/**
 * Conversations on their way to the engine's thread. In one text and one block, as objects take twice as long to be
 * posted, and twice as long again to be received.
 */
export interface Parcel {
  /** `WorkedOut[]` as JSON, with lengths in place of bytes. */
  told: string;
  /** The documents and rows of all, one behind another. */
  block: Uint8Array;
}

type Told = Omit<WorkedOut, 'bytes' | 'row'> & { bytes: number; row: number };

export function parcelOf(all: readonly WorkedOut[]): Parcel {
  const block = new Uint8Array(all.reduce((sum, { bytes, row }) => sum + bytes.length + row.length, 0));
  let at = 0;
  const put = (bytes: Uint8Array) => {
    block.set(bytes, at);
    at += bytes.length;
    return bytes.length;
  };
  const told = all.map((one): Told => ({ ...one, bytes: put(one.bytes), row: put(one.row) }));
  return { told: JSON.stringify(told), block };
}

/** Found here is what it can be searched by: who packs a parcel has more to do than who stores what is in it. */
export function inParcel({ told, block }: Parcel): Prepared[] {
  let at = 0;
  const take = (length: number) => block.subarray(at, (at += length));
  // `parcelOf` has told it.
  const all = JSON.parse(told) as Told[];
  return all.map((one) => finish({ ...one, bytes: take(one.bytes), row: take(one.row) }));
}
