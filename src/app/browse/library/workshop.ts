import type { Caller } from '../../../sources/library/caller';
import type { Line } from '../../../sources/library/host';
import { parcelOf } from '../../../sources/library/parcel';
import { type Packed, prepare, type WorkedOut, workOut } from '../../../sources/library/prepared';
import { type Steps, withPauses } from '../../../sources/library/steps';
import { breathe } from '../../../sources/library/turns';
import type { Outcome, Put } from '../../../sources/library/wire';
import { SourceError } from '../../../sources/source';

/** Where conversations are worked out and handed to the library. */
export interface Workshop {
  /** Batches that it has at a time: one is worked out while another is being written. */
  most: number;
  /** It is the thread that reads: what is at hand there need not be unpacked to be worked out. */
  isHere: boolean;
  /** As the library's `put`. */
  write: (all: readonly (Packed | WorkedOut)[]) => Promise<Put>;
}

const AT_A_TIME = 2;

/** In this very thread. */
export function ownWorkshop(library: Caller): Workshop {
  const each = oneByOne((one: Packed | WorkedOut) => ('facts' in one ? one : workOut(one)));
  return {
    most: AT_A_TIME,
    isHere: true,
    write: async (all) => library.call('put', [parcelOf(await each(all))]),
  };
}

function* eachOf<A, B>(all: readonly A[], work: (one: A) => B): Steps<B[]> {
  const done: B[] = [];
  for (const one of all) {
    done.push(work(one));
    yield;
  }
  return done;
}

/** With pauses, as a browser ends a worker where that pauses, else after seconds; lists in the order in which they come. */
function oneByOne<A, B>(work: (one: A) => B): (all: readonly A[]) => Promise<B[]> {
  let before: Promise<unknown> = Promise.resolve();
  return (all) => {
    const done = before.then(() => withPauses(eachOf(all, work), breathe));
    before = done.catch(() => undefined); // whoever asked hears of it
    return done;
  };
}

/** To a workshop's worker: conversations as they will be stored, all in one block of memory that is handed over. */
export interface Order {
  id: number;
  all: (Omit<Packed, 'bytes'> & { length: number })[];
  block: Uint8Array<ArrayBuffer>;
}

export interface Delivery {
  id: number;
  outcome: Outcome;
}

function orderOf(id: number, all: readonly Packed[]): Order {
  const block = new Uint8Array(all.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let at = 0;
  for (const { bytes } of all) {
    block.set(bytes, at);
    at += bytes.length;
  }
  return { id, all: all.map(({ bytes, ...one }) => ({ ...one, length: bytes.length })), block };
}

function packedIn({ all, block }: Order): Packed[] {
  let at = 0;
  return all.map(({ length, ...one }) => {
    const bytes = block.slice(at, at + length);
    at += length;
    return { ...one, bytes };
  });
}

/** A line over which memory can be handed over. */
export interface OrderLine {
  send: (order: Order, transfer: ArrayBuffer[]) => void;
  listen: (listener: (delivery: Delivery) => void) => void;
}

class Place {
  private readonly waiting = new Map<number, (outcome: Outcome) => void>();
  private count = 0;

  constructor(private readonly line: OrderLine) {
    line.listen(({ id, outcome }) => {
      this.waiting.get(id)?.(outcome);
      this.waiting.delete(id);
    });
  }

  get busy(): number {
    return this.waiting.size;
  }

  async write(all: readonly Packed[]): Promise<Put> {
    const order = orderOf((this.count += 1), all);
    const outcome = await new Promise<Outcome>((resolve) => {
      this.waiting.set(order.id, resolve);
      this.line.send(order, [order.block.buffer]);
    });
    if (!outcome.ok) throw new SourceError(outcome.kind);
    // Under this name the library answers just that.
    return outcome.value as Put;
  }
}

/** In other workers, each with a line of its own to the library: this thread goes on reading. */
export function workshopOver(lines: readonly OrderLine[]): Workshop {
  const places = lines.map((line) => new Place(line));
  return {
    most: AT_A_TIME * places.length,
    isHere: false,
    write(all) {
      const [least, ...others] = places;
      if (!least) throw new TypeError('A workshop without a place to work');
      return others.reduce((one, other) => (other.busy < one.busy ? other : one), least).write(all);
    },
  };
}

/** The other end: works out what comes, and writes it. */
export function serveWorkshop(line: Line<Order, Delivery>, library: Caller): void {
  const each = oneByOne(prepare);
  const outcomeOf = async (order: Order): Promise<Outcome> => {
    try {
      const all = await each(packedIn(order));
      return { ok: true, value: await library.call('put', [parcelOf(all)]) };
    } catch (error) {
      return { ok: false, kind: error instanceof SourceError ? error.kind : 'broken' };
    }
  };
  line.listen((order) => {
    void outcomeOf(order).then((outcome) => line.send({ id: order.id, outcome }));
  });
}
