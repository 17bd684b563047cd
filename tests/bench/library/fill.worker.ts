import { parseConversations } from '../../../src/core/index';
import { migrate } from '../../../src/sources/library/schema';
import { openFiles, startEngine } from '../../../src/sources/library/open';
import { packRow, unpackRow } from '../../../src/sources/library/pack';
import type { Piece } from '../../../src/sources/library/parts';
import { examine, type Prepared, prepare } from '../../../src/sources/library/prepared';
import { bytesOf, type Sql, type SqlValue } from '../../../src/sources/library/sql';
import type { Filter, Sort } from '../../../src/sources/source';
import { Store } from '../../../src/sources/library/store';
import { generate } from './generate';
import { filterAt, rangeAt, sortAt } from './questions';

/**
 * Fills the library with more conversations than there is time to read: so many are worked out as in any import,
 * and stand for all others, which differ from them in ids, numbers, times and lengths. What is stored, and how,
 * is the same; how long it takes says nothing.
 */
const MODELS = 4000;
const BATCH = 2000;
const HOUR = 3_600_000;

export interface Filled {
  conversations: number;
  jsonBytes: number;
  /** How long the bare engine took for first pages over the same rows, unpacked; ms. */
  bare: { what: string; times: number[] }[];
}

/** What anybody would write, and the engine's own plan for it. */
function plainly(
  { choices = {}, ranges = {} }: Filter,
  { by, descending = false }: Sort,
): [string, SqlValue[]] {
  const chosen = Object.entries(choices).map(
    ([choice, [value = '']]): Piece => ({
      text: 'n IN (SELECT n FROM has JOIN value USING (v) WHERE choice = ? AND value = ?)',
      bind: [choice, value],
    }),
  );
  const ranged = Object.entries(ranges).map(
    ([measure, { min = 0 }]): Piece => ({
      text: `${measure} >= ?`,
      bind: [min],
    }),
  );
  const all = [...ranged, ...chosen];
  const way = descending ? 'DESC' : 'ASC';
  const text = `SELECT row FROM figure JOIN conversation USING (n)
    WHERE ${all.map((one) => one.text).join(' AND ')} ORDER BY ${by} ${way}, n ${way} LIMIT 50`;
  return [text, all.flatMap(({ bind }) => bind)];
}

function timesOf(sql: Sql, filterOf: (round: number) => Filter, sortOf: (round: number) => Sort): number[] {
  return Array.from({ length: 40 }, (_, round) => {
    const begun = performance.now();
    for (const [row] of sql.all(...plainly(filterOf(round), sortOf(round)))) unpackRow(bytesOf(row));
    return performance.now() - begun;
  });
}

function models(): { prepared: Prepared[]; jsonBytes: number } {
  const texts = generate(MODELS);
  const prepared = texts.flatMap((text) => {
    const [conversation] = parseConversations(text).conversations;
    return conversation ? [prepare(examine(conversation))] : [];
  });
  return { prepared, jsonBytes: texts.reduce((sum, { length }) => sum + length, 0) / texts.length };
}

function anotherId(id: string): string {
  // Those of queues, users and codes are told again and again.
  return /^[0-3]0{7}-/.test(id) || !id.includes('-') ? id : crypto.randomUUID();
}

function anotherNumber(digits: string): string {
  return String(Math.floor(Math.random() * 1e7)).padStart(7, '0') + digits.slice(7);
}

function variant(model: Prepared): Prepared {
  const id = crypto.randomUUID();
  const later = Math.floor(Math.random() * 300 * 24) * HOUR;
  return {
    ...model,
    id,
    row: packRow({ ...unpackRow(model.row), id }),
    start: model.start === null ? null : model.start + later + Math.floor(Math.random() * 60) * 60_000,
    figures: model.figures.map((figure) =>
      figure !== null && figure > 1000 ? figure + Math.floor(Math.random() * 100) * 1000 : figure,
    ),
    words: model.words.replace(/\d{7}/g, anotherNumber),
    mentions: model.mentions.split(' ').map(anotherId).join(' '),
    hours: model.hours.map((share) => ({ ...share, hour: share.hour + later })),
  };
}

async function fill(wanted: number): Promise<Filled> {
  const sql = await openFiles(await startEngine());
  migrate(sql);
  const store = new Store(sql);
  const { prepared, jsonBytes } = models();
  for (let size = store.size(); size < wanted; size += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, wanted - size) }, (_, place) => {
      const model = prepared[(size + place) % prepared.length];
      if (!model) throw new Error('No models');
      return variant(model);
    });
    store.put(batch);
    if (size % 50_000 === 0) self.postMessage({ size }, {});
  }
  const conversations = store.size();
  const bare = [
    { what: 'one range + its sort, first page', times: timesOf(sql, rangeAt, () => sortAt(0)) },
    { what: 'filter + sort, first page', times: timesOf(sql, filterAt, sortAt) },
  ];
  sql.close();
  return { conversations, jsonBytes: jsonBytes * conversations, bare };
}

self.addEventListener('message', ({ data }: MessageEvent<number>) => {
  void fill(data).then((filled) => self.postMessage({ filled }, {}));
});
