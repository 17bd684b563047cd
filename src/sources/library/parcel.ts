import { finish, type Prepared, type WorkedOut } from './prepared';
import type { Steps } from './steps';

/**
 * Conversations on their way to the engine's thread: in one text and one block, as objects take half as long again to
 * be posted, and twice as long to be received.
 */
export interface Parcel {
  /** `Told[]` as JSON. */
  told: string;
  /** The document of each, and behind it its row where that is packed. */
  block: Uint8Array;
}

/** With lengths in place of bytes. */
type Told = (Omit<WorkedOut, 'bytes'> | Omit<Prepared, 'bytes' | 'row'>) & { lengths: [number, number] };

/** Who has little time sends what is only worked out: it is finished where the parcel is opened. */
export function parcelOf(all: readonly (WorkedOut | Prepared)[]): Parcel {
  const parts: Uint8Array[] = [];
  const told = all.map((one): Told => {
    const row = 'row' in one ? one.row : NOTHING;
    parts.push(one.bytes, row);
    return { ...one, ...WITHOUT_BYTES, lengths: [one.bytes.length, row.length] };
  });
  const block = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    block.set(part, at);
    at += part.length;
  }
  return { told: JSON.stringify(told), block };
}

const NOTHING = new Uint8Array();
/** JSON leaves them out. */
const WITHOUT_BYTES = { bytes: undefined, row: undefined };

export function* inParcel({ told, block }: Parcel): Steps<Prepared[]> {
  let at = 0;
  const take = (length: number) => block.subarray(at, (at += length));
  // Told by `parcelOf`.
  const all = JSON.parse(told) as Told[];
  const prepared: Prepared[] = [];
  for (const { lengths, ...one } of all) {
    const bytes = take(lengths[0]);
    const row = take(lengths[1]);
    prepared.push('facts' in one ? finish({ ...one, bytes }) : { ...one, bytes, row });
    yield;
  }
  return prepared;
}
