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
  SourceError,
} from '../source';
import { chartOf } from './charts';
import { facetsOf } from './facets';
import { countOf, pageOf } from './list';
import { unpack } from './prepared';
import type { Sql } from './sql';
import type { Store } from './store';
import { whereOf } from './where';

/** What the library answers to a page, straight from the engine. */
export class Answers {
  constructor(
    private readonly sql: Sql,
    private readonly store: Store,
  ) {}

  list(query: ListQuery): Page {
    return pageOf(this.sql, query);
  }

  count(filter: Filter): Count {
    return { value: countOf(this.sql, whereOf(this.sql, filter)), exact: true };
  }

  facets(filter: Filter, choices: readonly Choice[]): Facets {
    return facetsOf(this.sql, filter, choices);
  }

  chart(filter: Filter, request: ChartRequest): ChartData {
    return chartOf(this.sql, filter, request);
  }

  async get(id: string): Promise<Original> {
    const bytes = this.store.document(id);
    if (!bytes) throw new SourceError('missing');
    return { id, text: exportConversations([await unpack(bytes)]) };
  }

  /** Ids that a filter means, some at a time. */
  ids(filter: Filter, after: string | undefined, limit: number): string[] {
    const where = whereOf(this.sql, filter);
    const from = after === undefined ? '' : 'id > ?';
    const text = [where.text, from].filter((part) => part !== '').join(' AND ');
    return this.sql
      .all(`SELECT id FROM conversation ${text === '' ? '' : `WHERE ${text}`} ORDER BY id LIMIT ?`, [
        ...where.bind,
        ...(after === undefined ? [] : [after]),
        limit,
      ])
      .map(([id]) => String(id));
  }
}
