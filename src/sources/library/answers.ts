import { exportConversations } from '../../core/index';
import {
  type ChartData,
  type ChartRequest,
  type Choice,
  type Count,
  type Facets,
  type Filter,
  type ListQuery,
  type Original,
  type Page,
  type Row,
  SourceError,
} from '../source';
import { chartOf } from './charts';
import { FEW, facetsOf } from './facets';
import { countOf, pageOf } from './list';
import { unpackConversation, unpackRow } from './pack';
import type { Sql } from './sql';
import type { Store } from './store';
import { clauseOf, whereOf } from './where';
import type { Which } from './wire';

/** Figures that many ask for again, until something is written. */
const MOST_KEPT = 100;

/** What the library answers to a page, straight from the engine. */
export class Answers {
  private readonly kept = new Map<string, unknown>();

  constructor(
    private readonly sql: Sql,
    private readonly store: Store,
    private readonly few = FEW,
  ) {}

  list(query: ListQuery): Page {
    return pageOf(this.sql, query);
  }

  /** Whether a filter leaves nothing out. */
  isAll(filter: Filter): boolean {
    return whereOf(this.sql, filter).text === '';
  }

  /** `whole`: how many there are. */
  count(filter: Filter, whole: number): Count {
    const where = whereOf(this.sql, filter);
    const value = where.text === '' ? whole : this.keep(['count', filter], () => countOf(this.sql, where));
    return { value, exact: true };
  }

  facets(filter: Filter, choices: readonly Choice[]): Facets {
    return this.keep(['facets', filter, choices], () =>
      facetsOf(this.sql, { filter, choices, few: this.few }),
    );
  }

  chart(filter: Filter, request: ChartRequest): ChartData {
    return this.keep(['chart', filter, request], () => chartOf(this.sql, { filter, request, few: this.few }));
  }

  /** Something was written: what was worked out no longer holds. */
  forget(): void {
    this.kept.clear();
  }

  get(id: string): Original {
    const bytes = this.store.document(id);
    if (!bytes) throw new SourceError('missing');
    return { id, text: textOf(bytes) };
  }

  /** Ids that are meant, some at a time, behind one of them. */
  ids(which: Which, after: string | undefined, limit: number): string[] {
    if ('ids' in which) {
      const from = after === undefined ? 0 : which.ids.indexOf(after) + 1;
      return which.ids.slice(from, from + limit);
    }
    const where = whereOf(this.sql, which.filter);
    const behind = after === undefined ? '' : 'id > ?';
    const text = [where.text, behind].filter((part) => part !== '').join(' AND ');
    return this.sql
      .all(`SELECT id FROM conversation ${clauseOf({ ...where, text })} ORDER BY id LIMIT ?`, [
        ...where.bind,
        ...(after === undefined ? [] : [after]),
        limit,
      ])
      .map(([id]) => String(id));
  }

  rows(ids: readonly string[]): Row[] {
    return ids.flatMap((id) => {
      const [found] = this.sql.all('SELECT row FROM conversation WHERE id = ?', [id]);
      return found ? [unpackRow(found[0])] : [];
    });
  }

  texts(ids: readonly string[]): string[] {
    const documents = ids.map((id) => this.store.document(id));
    return documents.flatMap((bytes) => (bytes ? [textOf(bytes)] : []));
  }

  private keep<T>(question: unknown, work: () => T): T {
    const key = JSON.stringify(question);
    // Under a question stands its own kind of answer.
    if (this.kept.has(key)) return this.kept.get(key) as T;
    const answer = work();
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(key, answer);
    return answer;
  }
}

function textOf(bytes: Uint8Array): string {
  return exportConversations([unpackConversation(bytes)]);
}
