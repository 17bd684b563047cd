import type { Which } from '../../../sources/library/wire';
import { comparePlaces, NEWEST_FIRST, placeOf } from '../../../sources/memory/order';
import type { ConversationSource, Filter, Row, Sort } from '../../../sources/source';
import { csvHead, csvRow } from './csv';
import type { ExportFormat, ExportRun } from './library';

export const PAGE = 200;
/** Where many are equal in what they are sorted by, each page costs as much as all before it: then these are longer. */
const SORTED_PAGE = 2000;

type Run = Pick<ExportRun, 'sort' | 'signal'>;

/** All rows that a filter means, a page at a time. */
export async function* pagesOf(
  source: ConversationSource,
  filter: Filter,
  { sort = [], signal }: Run = {},
): AsyncGenerator<Row[]> {
  const order = sort.length > 0 ? { limit: SORTED_PAGE, sort: [...sort] } : { limit: PAGE };
  let cursor: string | undefined;
  do {
    const page = await source.list({ filter, ...order, ...(cursor === undefined ? {} : { cursor }) }, signal);
    yield* slices(page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
}

function* slices(rows: Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += PAGE) yield rows.slice(from, from + PAGE);
}

/** The same a page at a time, in the order of a list. */
export function inOrder(rows: readonly Row[], sort: readonly Sort[] = []): Iterable<Row[]> {
  const keys = sort.length > 0 ? sort : NEWEST_FIRST;
  const placed = rows.map((row) => ({ row, place: placeOf(row, keys) }));
  placed.sort((one, other) => comparePlaces(one.place, other.place, keys));
  return slices(placed.map(({ row }) => row));
}

/** Whoever shows each count would be what takes the time. */
const TOLD_MS = 250;

/** The same pages; `onWritten` hears now and then how many rows are done with. */
export async function* counted(
  pages: AsyncIterable<Row[]>,
  onWritten?: ExportRun['onWritten'],
): AsyncGenerator<Row[]> {
  let written = 0;
  let next = 0;
  for await (const rows of pages) {
    yield rows;
    written += rows.length;
    if (performance.now() < next) continue;
    next = performance.now() + TOLD_MS;
    onWritten?.(written);
  }
}

/** So many characters are held at most: what a browser holds as a file it may keep on its disk, not so a page its texts. */
const HELD = 8_000_000;

/** Conversations as a file: a line for each, but for those of which `textsOf` has nothing. */
export async function fileOf(
  { format, onUnread }: { format: ExportFormat } & Pick<ExportRun, 'onUnread'>,
  pages: AsyncIterable<readonly Row[]>,
  textsOf: (ids: readonly string[]) => Promise<readonly string[]>,
): Promise<Blob> {
  let unread = 0;
  let parts: BlobPart[] = [];
  let held = 0;
  const write = (text: string) => {
    parts.push(text);
    held += text.length;
    if (held < HELD) return;
    parts = [new Blob(parts)];
    held = 0;
  };
  if (format === 'csv') write(csvHead());
  for await (const rows of pages) {
    if (format === 'csv') for (const row of rows) write(csvRow(row));
    else {
      const texts = await textsOf(rows.map(({ id }) => id));
      for (const text of texts) write(`${JSON.stringify(JSON.parse(text))}\n`);
      unread += rows.length - texts.length;
    }
  }
  if (unread > 0) onUnread?.(unread);
  return new Blob(parts, { type: format === 'csv' ? 'text/csv' : 'application/jsonl' });
}

async function* meant(source: ConversationSource, which: Which, run: Run): AsyncGenerator<Row[]> {
  if ('filter' in which) {
    yield* pagesOf(source, which.filter, run);
    return;
  }
  const wanted = new Set(which.ids);
  for await (const rows of pagesOf(source, {}, run)) yield rows.filter(({ id }) => wanted.has(id));
}

/**
 * Conversations of a source as a file, asked for one by one: for sources that hold few. The library has a way
 * of its own.
 */
export function exportFrom(
  source: ConversationSource,
  { which, format }: { which: Which; format: ExportFormat },
  { onWritten, ...run }: ExportRun = {},
): Promise<Blob> {
  return fileOf({ format }, counted(meant(source, which, run), onWritten), async (ids) => {
    const texts: string[] = [];
    for (const id of ids) texts.push((await source.get(id, run.signal)).text);
    return texts;
  });
}
