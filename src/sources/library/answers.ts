import { exportConversations } from '../../core/index';
import {
  type ChartData,
  type ChartRequest,
  type Choice,
  type Count,
  type Facets,
  type Filter,
  type Listing,
  type ListQuery,
  type Original,
  SourceError,
} from '../source';
import { chartOf } from './charts';
import { Columns } from './columns';
import { idOf, mendedRow, unlessDamaged } from './damaged';
import { facetsOf } from './facets';
import { pageOf, placeOf } from './list';
import { Meanings } from './meant';
import { unpackConversation } from './pack';
import { partsOf } from './parts';
import { foundBy, Planner, selecting } from './plan';
import { bytesOf, type Sql } from './sql';
import type { Store } from './store';
import type { PackedPage, Which } from './wire';
import type { Turn } from './turns';

/** Figures that many ask for again, until something is written. */
const MOST_KEPT = 100;

export interface AnswersOptions {
  /** Conversations there are. */
  total: () => number;
  /** Up to so many are found in one go. */
  few?: number;
  /** Conversations that are looked at in one go where there are more. */
  block?: number;
}

/** What the library answers to a page, straight from the engine. What takes long lets others have their turn. */
export class Answers {
  private readonly kept = new Map<string, unknown>();
  private readonly planner: Planner;
  private readonly meanings: Meanings;
  private readonly total: () => number;
  private version = 0;

  constructor(
    private readonly sql: Sql,
    private readonly store: Store,
    { total, few, block }: AnswersOptions,
  ) {
    this.total = total;
    this.planner = new Planner(sql, total);
    this.meanings = new Meanings(sql, this.planner, { columns: new Columns(sql, store, block), few });
  }

  /** What is looked at when somebody filters is read ahead, in steps of some ten milliseconds. */
  readAhead(): Generator<void> {
    return this.meanings.readAhead(this.total());
  }

  list(query: ListQuery, mended?: boolean): PackedPage {
    return pageOf(this.sql, query, { plan: this.planner.plan(query.filter), mended });
  }

  place(listing: Listing, id: string): number | undefined {
    return placeOf(this.sql, listing, { plan: this.planner.plan(listing.filter), id });
  }

  /** Whether a filter leaves nothing out. */
  isAll(filter: Filter): boolean {
    return partsOf(this.sql, filter).length === 0;
  }

  async count(filter: Filter, turn: Turn): Promise<Count> {
    const { parts } = this.planner.plan(filter);
    const [first, ...others] = parts;
    if (!first) return { value: this.total(), exact: true };
    const value = await this.keep(['count', filter], async () => {
      // An index counts what it holds faster than anybody could look at it.
      if (others.length > 0 || !first.column) return (await this.meanings.of(filter, { turn }))?.count ?? 0;
      const { text, bind } = first.finds;
      return Number(this.sql.all(`SELECT count(*) FROM (${text})`, bind)[0]?.[0]);
    });
    return { value, exact: true };
  }

  facets(filter: Filter, choices: readonly Choice[], turn: Turn): Promise<Facets> {
    return this.keep(['facets', filter, choices], () =>
      facetsOf(this.sql, this.meanings, { filter, choices, turn }),
    );
  }

  chart(filter: Filter, request: ChartRequest, turn: Turn): Promise<ChartData> {
    return this.keep(['chart', filter, request], () =>
      chartOf(this.sql, this.meanings, { filter, request, turn }),
    );
  }

  /** Something was written: what was worked out no longer holds. */
  forget(): void {
    this.version += 1;
    this.kept.clear();
    this.planner.forget();
    this.meanings.forget();
  }

  get(id: string): Original {
    const bytes = this.store.document(id);
    if (!bytes) throw new SourceError('missing');
    return { id, text: textOf(bytes) };
  }

  /** Ids that are meant, so many of them. */
  ids(which: Which, limit: number): string[] {
    if ('ids' in which) return which.ids.slice(0, limit);
    const [first, ...others] = this.planner.plan(which.filter).parts;
    const rows = foundBy(first?.finds ?? { text: 'SELECT n FROM figure', bind: [] }, others);
    const { text, bind } = selecting(
      'c.n, c.row',
      {
        tables: { ...rows.tables, text: `${rows.tables.text} CROSS JOIN conversation AS c ON c.n = f.n` },
        where: rows.where,
      },
      'LIMIT ?',
    );
    return this.sql.all(text, [...bind, limit]).map(([n, row]) => idOf(this.sql, Number(n), bytesOf(row)));
  }

  rows(ids: readonly string[], mended = false): Uint8Array[] {
    return ids.flatMap((id) => {
      const [found] = this.sql.all('SELECT n, row FROM conversation JOIN identity USING (n) WHERE id = ?', [
        id,
      ]);
      if (!found) return [];
      const row = bytesOf(found[1]);
      return [mended ? mendedRow(this.sql, Number(found[0]), row) : row];
    });
  }

  texts(ids: readonly string[]): string[] {
    const documents = ids.map((id) => this.store.document(id));
    return documents.flatMap((bytes) => (bytes ? unlessDamaged(() => textOf(bytes)) : []));
  }

  private async keep<T>(question: unknown, work: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    // Under a question stands its own kind of answer.
    if (this.kept.has(key)) return this.kept.get(key) as T;
    const { version } = this;
    const answer = await work();
    // What was written meanwhile may not be in it.
    if (version !== this.version) return answer;
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(key, answer);
    return answer;
  }
}

function textOf(bytes: Uint8Array): string {
  return exportConversations([unpackConversation(bytes)]);
}
