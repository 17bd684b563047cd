import type { Choice, Filter } from '../source';
import type { Columns } from './columns';
import { type Piece } from './parts';
import { foundBy, type Plan, type Planner, type Rows, selecting } from './plan';
import type { Sql } from './sql';
import { parseHad } from './sums';
import type { Turn } from './turns';

/** What conversations have of a value, summed. */
export interface Tally {
  count: number;
  hold: number;
  unanswered: number;
}

/** Sums of values by their numbers, which begin at one and have few gaps: millions are added in a go. */
export class Tallies {
  private sums = new Float64Array(3 * 1024);

  add(v: number, hold: number, unanswered: number): void {
    const at = 3 * v;
    if (at >= this.sums.length) this.grow(at);
    const { sums } = this;
    sums[at] = (sums[at] ?? 0) + 1;
    sums[at + 1] = (sums[at + 1] ?? 0) + hold;
    sums[at + 2] = (sums[at + 2] ?? 0) + unanswered;
  }

  /** Nothing of a value that nobody has. */
  get(v: number): Tally | undefined {
    const [count = 0, hold = 0, unanswered = 0] = this.sums.subarray(3 * v, 3 * v + 3);
    return count > 0 ? { count, hold, unanswered } : undefined;
  }

  private grow(at: number): void {
    const { sums } = this;
    this.sums = new Float64Array(Math.max(at + 3, 2 * sums.length));
    this.sums.set(sums);
  }
}

/** The conversations that a filter means, by their numbers, in pieces that are each looked at in one go. */
export interface Meant {
  count: number;
  /** There are many: each piece is of one block, whose columns are kept. */
  many: boolean;
  pieces: readonly (readonly number[])[];
  /** Worked out when first asked for. */
  tally?: Tallies;
}

/** Up to so many rows are found in one go. */
export const FEW = 20_000;
/** Sets of a filter and of the same without one of its choices, for a few filters back. */
const MOST_KEPT = 24;

/** Finds out what filters mean, once for all figures of a page, until something is written. */
export class Meanings {
  private readonly kept = new Map<string, Meant>();
  readonly columns: Columns;
  private readonly few: number;
  private version = 0;

  constructor(
    private readonly sql: Sql,
    private readonly planner: Planner,
    { columns, few = FEW }: { columns: Columns; few?: number },
  ) {
    this.columns = columns;
    this.few = few;
  }

  forget(): void {
    this.version += 1;
    this.kept.clear();
  }

  /** What filters that mean many look at is read in steps; nothing where all are few. */
  *readAhead(total: number): Generator<void> {
    if (total > this.few) yield* this.columns.readAhead();
  }

  /** Nothing where a filter leaves nothing out. */
  async of(filter: Filter, { turn, except }: { turn: Turn; except?: Choice }): Promise<Meant | undefined> {
    const plan = this.planner.plan(filter, except);
    if (plan.parts.length === 0) return undefined;
    const key = JSON.stringify(plan.parts.map(({ holds }) => holds));
    const known = this.kept.get(key);
    if (known) return known;
    const { version } = this;
    const meant = await this.find(plan, turn);
    // What was written meanwhile may not be in it.
    if (version === this.version) this.keep(key, meant);
    return meant;
  }

  async tallyOf(meant: Meant, turn: Turn): Promise<Tallies> {
    if (meant.tally) return meant.tally;
    const tally = new Tallies();
    for (const piece of meant.pieces) {
      await turn();
      if (meant.many) this.columns.addValues(piece, (v, hold, unanswered) => tally.add(v, hold, unanswered));
      else {
        const { text, bind } = selecting("group_concat(nullif(f.had, ''), ',')", rowsOf(piece));
        addTo(tally, String(this.sql.all(text, bind)[0]?.[0] ?? ''));
      }
    }
    meant.tally = tally;
    return tally;
  }

  private keep(key: string, meant: Meant): void {
    if (this.kept.size >= MOST_KEPT) {
      const [oldest] = this.kept.keys();
      if (oldest !== undefined) this.kept.delete(oldest);
    }
    this.kept.set(key, meant);
  }

  private async find({ parts }: Plan, turn: Turn): Promise<Meant> {
    const [first, ...others] = parts;
    if (!first || first.rows === 0) return meantOf([], false);
    if (first.rows <= this.few) return meantOf([this.numbers(foundBy(first.finds, others))], false);
    const pieces: number[][] = [];
    const looks = parts.flatMap(({ look = [] }) => look);
    const last = Number(this.sql.all('SELECT max(n) FROM figure')[0]?.[0] ?? 0);
    const { size } = this.columns;
    for (let from = 0; from < last; from += size) {
      await turn();
      if (looks.length === parts.length) {
        pieces.push(this.columns.numbersIn(from / size, looks));
        continue;
      }
      const within = [from, from + size];
      const { findsWithin } = first;
      const rows = findsWithin
        ? foundBy({ text: findsWithin.text, bind: [...findsWithin.bind, ...within] }, others)
        : foundBy({ text: 'SELECT n FROM figure WHERE n > ? AND n <= ?', bind: within }, parts);
      pieces.push(this.numbers(rows));
    }
    return meantOf(pieces, true);
  }

  /** As one text: a row each would cost more than finding them. */
  private numbers(rows: Rows): number[] {
    const { text, bind } = selecting('f.n', rows);
    const list = this.sql.all(`SELECT group_concat(n) FROM (${text})`, bind)[0]?.[0];
    // A list of numbers, of the engine's own making.
    const numbers: number[] = JSON.parse(`[${String(list ?? '')}]`);
    return numbers;
  }
}

function meantOf(pieces: readonly number[][], many: boolean): Meant {
  const some = pieces.filter(({ length }) => length > 0);
  return { count: some.reduce((sum, { length }) => sum + length, 0), pieces: some, many };
}

/** The rows of a piece. */
export function rowsOf(piece: readonly number[]): Rows {
  const numbers: Piece = { text: 'SELECT value AS n FROM json_each(?)', bind: [JSON.stringify(piece)] };
  return foundBy(numbers, []);
}

function addTo(tally: Tallies, lists: string): void {
  for (const one of parseHad(lists)) {
    if (typeof one === 'number') tally.add(one, 0, 0);
    else tally.add(...one);
  }
}
