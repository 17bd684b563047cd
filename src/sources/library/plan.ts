import type { Choice, Filter } from '../source';
import { type Part, partsOf, type Piece } from './parts';
import type { Sql } from './sql';

/** Counting goes on up to so many: beyond, the number matters little, and counting would cost as much as the answer. */
const MOST_COUNTED = 100_000;
const MOST_KEPT = 500;

/** A part of a filter, and of how many rows it holds, about: counted when asked, as one alone is not weighed. */
export interface Weighed extends Part {
  readonly rows: number;
}

export interface Plan {
  /** The rarest first. Empty: all are meant. */
  parts: Weighed[];
  /** Rows there are. */
  total: number;
}

/** Weighs the parts of filters, so that the rarest one does the finding. Holds until something is written. */
export class Planner {
  private readonly weights = new Map<string, number>();

  constructor(
    private readonly sql: Sql,
    private readonly total: () => number,
  ) {}

  forget(): void {
    this.weights.clear();
  }

  plan(filter: Filter, except?: Choice): Plan {
    const parts = partsOf(this.sql, filter, except).map((part) => this.weighed(part));
    parts.sort((one, other) => one.rows - other.rows);
    return { parts, total: this.total() };
  }

  private weighed(part: Part): Weighed {
    let rows: number | undefined;
    const counted = () => (rows ??= this.rowsOf(part));
    return {
      ...part,
      get rows() {
        return counted();
      },
    };
  }

  private rowsOf({ known, about }: Part): number {
    if (known !== undefined) return Math.min(known, this.total());
    const key = JSON.stringify(about);
    const before = this.weights.get(key);
    if (before !== undefined) return before;
    const text = `SELECT count(*) FROM (SELECT 1 FROM (${about.text}) LIMIT ${MOST_COUNTED})`;
    const counted = Number(this.sql.all(text, about.bind)[0]?.[0]);
    // Somewhere between the bound and all.
    const rows = counted < MOST_COUNTED ? counted : Math.sqrt(counted * Math.max(counted, this.total()));
    if (this.weights.size >= MOST_KEPT) this.weights.clear();
    this.weights.set(key, rows);
    return rows;
  }
}

export function both(...pieces: readonly Piece[]): Piece {
  const some = pieces.filter(({ text }) => text !== '');
  return { text: some.map(({ text }) => text).join(' AND '), bind: some.flatMap(({ bind }) => bind) };
}

/** Rows `f` of `figure`: where they come from, and what must hold of them. */
export interface Rows {
  tables: Piece;
  where: Piece;
}

/** What one part finds and of which the others hold. */
export function foundBy(first: Piece, others: readonly Part[]): Rows {
  return {
    tables: { text: `(${first.text}) AS found CROSS JOIN figure AS f ON f.n = found.n`, bind: first.bind },
    where: both(...others.map(({ holds }) => holds)),
  };
}

/** A statement over rows; `more` is what comes after the conditions. */
export function selecting(columns: string, { tables, where }: Rows, more = ''): Piece {
  return {
    text: `SELECT ${columns} FROM ${tables.text} WHERE ${where.text || '1'} ${more}`,
    bind: [...tables.bind, ...where.bind],
  };
}
