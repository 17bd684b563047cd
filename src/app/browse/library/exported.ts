import type { Which } from '../../../sources/library/wire';
import type { ConversationSource, Row } from '../../../sources/source';
import { csvHead, csvRow } from './csv';
import type { ExportFormat } from './library';

const PAGE = 500;

async function* rowsOf(source: ConversationSource, which: Which, signal?: AbortSignal): AsyncGenerator<Row> {
  const wanted = 'ids' in which ? new Set(which.ids) : undefined;
  const filter = 'ids' in which ? {} : which.filter;
  let cursor: string | undefined;
  do {
    const page = await source.list({ filter, limit: PAGE, ...(cursor ? { cursor } : {}) }, signal);
    for (const row of page.rows) if (wanted?.has(row.id) ?? true) yield row;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/**
 * Conversations of a source as a file, asked for one by one: for sources that hold few. The library has a way
 * of its own.
 */
export async function exportFrom(
  source: ConversationSource,
  { which, format }: { which: Which; format: ExportFormat },
  signal?: AbortSignal,
): Promise<Blob> {
  const parts: string[] = format === 'csv' ? [csvHead()] : [];
  for await (const row of rowsOf(source, which, signal)) {
    if (format === 'csv') parts.push(csvRow(row));
    // One line each.
    else parts.push(`${JSON.stringify(JSON.parse((await source.get(row.id, signal)).text))}\n`);
  }
  return new Blob(parts, { type: format === 'csv' ? 'text/csv' : 'application/jsonl' });
}
