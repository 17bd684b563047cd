import type { Sql } from './sql';
import type { Store } from './store';
import { STATES, type WrittenHad } from './sums';

/** Numbers looked at in one go: some 40 ms where the tables have to be read, one where they were. */
const BLOCK = 25_000;
/** Two million conversations; beyond, what was not looked at for longest is read anew. */
const MOST_BLOCKS = 80;
/** What the figures that a page shows of every filter are worked out from, beside values and hours. */
const SHOWN = ['start', 'timeToAnswer', 'hold', 'acw', 'handle'];
/** Beside a value that has a share, which comes next by its place. */
const SHARED = 2 ** 31;

/** What is looked at in memory to see whether a part of a filter holds: a column, or the values that one has. */
export type Look = Within | { values: readonly number[] };

/** What has no value is within nothing. */
export interface Within {
  column: string;
  least: number;
  most: number;
  /** Less than this. */
  below: number;
}

/** Gets each value of a conversation by its number. */
export type AddValue = (v: number, hold: number, unanswered: number) => void;

/** Values of the conversations of a block, one after the other; `from` says where those of each begin. */
interface Values {
  from: Uint32Array;
  entries: Uint32Array;
  /** Time on hold and unanswered offers, in pairs. */
  shares: Float64Array;
}

/** Gets each hour of a conversation; its times in each state begin at a place of all. */
export type AddHour = (hour: number, times: Times, at: number) => void;

/** Half the room where none is longer than seven weeks, which takes a thousand people within an hour. */
type Times = Uint32Array | Float64Array;

/** Time in each state per hour, one hour after the other; `from` says where those of each conversation begin. */
interface Hours {
  from: Uint32Array;
  hours: Float64Array;
  times: Times;
}

/** What has no value is no number. */
interface Column {
  name: string;
  values: Float64Array;
}

interface Block {
  /** Read up to this number. */
  last: number;
  values?: Values;
  hours?: Hours;
  columns: Map<string, Float64Array>;
}

/**
 * What filters of many conversations and their figures look at, by columns, kept in memory once it was looked at: a
 * million is then gone through in some milliseconds. Of what is written, conversations that are new stand at the
 * end, as no number is given twice, and those that are gone are crossed out.
 */
export class Columns {
  private readonly blocks = new Map<number, Block>();
  /** All there are in a block. */
  private readonly places: Uint32Array;

  constructor(
    private readonly sql: Sql,
    private readonly store: Store,
    /** Numbers in a block. */
    readonly size = BLOCK,
  ) {
    this.places = Uint32Array.from({ length: size }, (_, place) => place);
  }

  /** Reads, a piece at each step, what will be looked at when somebody filters: then nobody waits for it. */
  *readAhead(): Generator<void> {
    for (let number = 0; number < MOST_BLOCKS && number * this.size < this.greatest(); number++) {
      const columns = SHOWN.map((name) => ({ name, values: this.nothing() }));
      this.read(columns, number, this.block(number));
      yield;
      this.values(number, this.block(number));
      yield;
      this.hours(number, this.block(number));
      yield;
    }
  }

  /** Numbers within a block of which everything holds, in order. */
  numbersIn(number: number, looks: readonly Look[]): number[] {
    const block = this.block(number);
    const first = number * this.size + 1;
    let left = this.places.slice(0, block.last - first + 1);
    // A column is looked at in no time, and leaves less to be looked at.
    for (const look of looks.toSorted((one, other) => Number('values' in one) - Number('values' in other))) {
      const count =
        'column' in look
          ? within(left, this.column(look.column, number, block), look)
          : having(left, this.values(number, block), look.values);
      left = left.subarray(0, count);
    }
    const found: number[] = [];
    for (const place of left) found.push(first + place);
    return found;
  }

  /** `piece`: of one block. What has no value of the column is left out. */
  valuesOf(piece: readonly number[], column: string): number[] {
    const number = this.blockOf(piece);
    const values = this.column(column, number, this.block(number));
    const found: number[] = [];
    for (const n of piece) {
      const value = values[this.placeOf(n)] ?? Number.NaN;
      if (!Number.isNaN(value)) found.push(value);
    }
    return found;
  }

  /** `piece`: of one block. */
  addValues(piece: readonly number[], add: AddValue): void {
    const number = this.blockOf(piece);
    const { from, entries, shares } = this.values(number, this.block(number));
    this.stretches(piece, from, (begin, end) => {
      for (let entry = begin; entry < end; entry++) {
        const v = entries[entry] ?? 0;
        if (v < SHARED) add(v, 0, 0);
        else {
          const share = 2 * (entries[++entry] ?? 0);
          add(v - SHARED, shares[share] ?? 0, shares[share + 1] ?? 0);
        }
      }
    });
  }

  /** `piece`: of one block. */
  addHours(piece: readonly number[], add: AddHour): void {
    const number = this.blockOf(piece);
    const { from, hours, times } = this.hours(number, this.block(number));
    this.stretches(piece, from, (begin, end) => {
      for (let entry = begin; entry < end; entry++) {
        add(hours[entry] ?? 0, times, entry * STATES.length);
      }
    });
  }

  /** Where what each of them has begins and ends. */
  private stretches(
    piece: readonly number[],
    from: Uint32Array,
    visit: (begin: number, end: number) => void,
  ): void {
    for (const n of piece) {
      const place = this.placeOf(n);
      visit(from[place] ?? 0, from[place + 1] ?? 0);
    }
  }

  /** Of a piece, which is of one. Numbers begin at one. */
  private blockOf([first = 1]: readonly number[]): number {
    return Math.floor((first - 1) / this.size);
  }

  private placeOf(n: number): number {
    return (n - 1) % this.size;
  }

  /** As far as it is filled today. */
  private block(number: number): Block {
    this.crossOut(this.store.takeGone());
    const last = Math.min(Math.max(this.greatest(), number * this.size), (number + 1) * this.size);
    const known = this.blocks.get(number);
    const block = known && known.last >= last ? known : { last, columns: new Map<string, Float64Array>() };
    // The last one that is looked at is the last one to go.
    this.blocks.delete(number);
    this.blocks.set(number, block);
    if (this.blocks.size > MOST_BLOCKS) {
      const [oldest] = this.blocks.keys();
      if (oldest !== undefined) this.blocks.delete(oldest);
    }
    return block;
  }

  private greatest(): number {
    return Number(this.sql.all('SELECT max(n) FROM figure')[0]?.[0] ?? 0);
  }

  private crossOut(gone: readonly number[] | 'all'): void {
    if (gone === 'all') this.blocks.clear();
    else for (const n of gone) crossOut(this.blocks.get(this.blockOf([n])), this.placeOf(n));
  }

  private column(name: string, number: number, block: Block): Float64Array {
    const known = block.columns.get(name);
    if (known) return known;
    const column = { name, values: this.nothing() };
    this.read([column], number, block);
    return column.values;
  }

  private nothing(): Float64Array {
    return new Float64Array(this.size).fill(Number.NaN);
  }

  private read(columns: readonly Column[], number: number, block: Block): void {
    const told = ['n', ...columns.map(({ name }) => `ifnull(${name}, 'null')`)];
    const list = this.listed(told.join(" || ',' || "), number, block);
    // Numbers in turn, of the engine's own making.
    const numbers: (number | null)[] = JSON.parse(`[${list}]`);
    for (let at = 0; at < numbers.length; at += told.length) {
      const place = this.placeOf(numbers[at] ?? 0);
      let next = at;
      for (const { values } of columns) values[place] = numbers[(next += 1)] ?? Number.NaN;
    }
    for (const { name, values } of columns) block.columns.set(name, values);
  }

  private values(number: number, block: Block): Values {
    if (block.values) return block.values;
    const list = this.listed(`n || ',[' || had || ']'`, number, block);
    // As `writeHad` wrote them.
    const rows: (number | readonly WrittenHad[])[] = JSON.parse(`[${list}]`);
    block.values = this.laidOut(rows);
    return block.values;
  }

  /** From numbers of conversations, in order, and their values in turn. */
  private laidOut(rows: readonly (number | readonly WrittenHad[])[]): Values {
    const from = new Uint32Array(this.size + 1);
    const entries: number[] = [];
    const shares: number[] = [];
    let next = 0;
    for (let row = 0; row < rows.length; row += 2) {
      const at = this.placeOf(Number(rows[row]));
      from.fill(entries.length, next, at + 1);
      next = at + 1;
      for (const one of rows[row + 1] as readonly WrittenHad[]) {
        if (typeof one === 'number') entries.push(one);
        else {
          const [v, hold, unanswered] = one;
          entries.push(v + SHARED, shares.length / 2);
          shares.push(hold, unanswered);
        }
      }
    }
    from.fill(entries.length, next);
    return { from, entries: Uint32Array.from(entries), shares: Float64Array.from(shares) };
  }

  private hours(number: number, block: Block): Hours {
    if (block.hours) return block.hours;
    const columns = ['n', 'hour', ...STATES];
    const list = this.listed(columns.join(` || ',' || `), number, { last: block.last, table: 'spread' });
    // Numbers in turn, of the engine's own making.
    const told: number[] = JSON.parse(`[${list}]`);
    const count = told.length / columns.length;
    const from = new Uint32Array(this.size + 1);
    const hours = new Float64Array(count);
    const isLong = (value: number, at: number) => at % columns.length > 1 && value >= 2 ** 32;
    const times = new (told.some(isLong) ? Float64Array : Uint32Array)(count * STATES.length);
    let next = 0;
    for (let entry = 0; entry < count; entry++) {
      const begin = entry * columns.length;
      const at = this.placeOf(told[begin] ?? 0);
      if (at >= next) from.fill(entry, next, at + 1);
      next = at + 1;
      hours[entry] = told[begin + 1] ?? 0;
      for (let state = 0; state < STATES.length; state++) {
        times[entry * STATES.length + state] = told[begin + 2 + state] ?? 0;
      }
    }
    from.fill(count, next);
    block.hours = { from, hours, times };
    return block.hours;
  }

  /** Of all rows of a block, as one text: a row each would cost more than reading them. */
  private listed(
    what: string,
    number: number,
    { last, table = 'figure' }: { last: number; table?: string },
  ): string {
    const text = `SELECT group_concat(${what}) FROM ${table} WHERE n > ? AND n <= ?`;
    return String(this.sql.all(text, [number * this.size, last])[0]?.[0] ?? '');
  }
}

/** Keeps the places whose values are within bounds, in front; answers how many. */
function within(places: Uint32Array, values: Float64Array, { least, most, below }: Within): number {
  let kept = 0;
  for (let next = 0; next < places.length; next++) {
    const place = places[next] ?? 0;
    const value = values[place] ?? Number.NaN;
    if (value >= least && value <= most && value < below) places[kept++] = place;
  }
  return kept;
}

/** The same for those that have one of some values. */
function having(places: Uint32Array, { from, entries }: Values, wanted: readonly number[]): number {
  const [only] = wanted.length === 1 ? wanted : [];
  let kept = 0;
  for (let next = 0; next < places.length; next++) {
    const place = places[next] ?? 0;
    const end = from[place + 1] ?? 0;
    for (let entry = from[place] ?? 0; entry < end; entry++) {
      const told = entries[entry] ?? 0;
      const v = told < SHARED ? told : told - SHARED;
      if (only === undefined ? wanted.includes(v) : v === only) {
        places[kept++] = place;
        break;
      }
      if (told >= SHARED) entry++;
    }
  }
  return kept;
}

/** Nothing holds of it any more. */
function crossOut(block: Block | undefined, at: number): void {
  for (const values of block?.columns.values() ?? []) values[at] = Number.NaN;
  const { from, entries } = block?.values ?? {};
  // No value has this number.
  if (from && entries) entries.fill(0, from[at], from[at + 1]);
}
