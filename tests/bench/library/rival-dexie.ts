import { Dexie } from 'dexie';
import type { Prepared } from '../../../src/sources/library/prepared';
import type { SqlValue } from '../../../src/sources/library/sql';
import { MEASURES } from '../../../src/sources/memory/match';
import type { Writer } from './rival';

/** The words a conversation is found by the beginning of: Dexie's documented way to search text. */
function wordsOf({ words, mentions }: Prepared): string[] {
  return [...new Set([...words.split(/\s+/), ...mentions.split(' ')])].filter((word) => word !== '');
}

function over(name: string, isSearchable: boolean): Writer {
  const db = new Dexie(name);
  const columns = `id, title, start, ${MEASURES.join(', ')}, *values`;
  db.version(1).stores({ rows: isSearchable ? `${columns}, *words` : columns, documents: 'id' });
  const rows = db.table('rows');
  const documents = db.table('documents');
  return {
    async write(all) {
      await db.transaction('rw', rows, documents, async () => {
        await rows.bulkPut(
          all.map((one) => ({
            id: one.id,
            title: one.title,
            start: one.start ?? undefined,
            ...Object.fromEntries(
              MEASURES.map((measure, place) => [measure, one.figures[place] ?? undefined]),
            ),
            values: one.values.map(({ choice, value }) => `${choice} ${value}`),
            ...(isSearchable ? { words: wordsOf(one) } : {}),
            row: one.row,
          })),
        );
        await documents.bulkPut(all.map(({ id, bytes }) => ({ id, bytes })));
      });
    },
    async query(least) {
      const found: { row: SqlValue }[] = await rows.where('hold').aboveOrEqual(least).limit(50).toArray();
      return found.map(({ row }) => row);
    },
  };
}

/** Rows with an index on each figure and on the values of choices, and documents: what is said can't be searched. */
export const searchless = () => Promise.resolve(over('bench', false));

/** The same with an index of words, ids and attributes, of which the beginnings can be searched. */
export const searchable = () => Promise.resolve(over('bench-searchable', true));
