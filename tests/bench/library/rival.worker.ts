import { parseConversations } from '../../../src/core/index';
import { unpackRow } from '../../../src/sources/library/pack';
import { bytesOf } from '../../../src/sources/library/sql';
import { examine, type Prepared, prepare } from '../../../src/sources/library/prepared';
import { generate } from './generate';
import type { Writer } from './rival';
import { searchable, searchless } from './rival-dexie';
import { allTables, oneTable } from './rival-engine';

const RIVALS = { allTables, oneTable, searchable, searchless } satisfies {
  [name: string]: () => Promise<Writer>;
};
export type Rival = keyof typeof RIVALS;

export interface RivalReport {
  /** Time spent writing; making what is written is left out. */
  ms: number;
  /** Of the query “one range, sorted, first 50 rows”. */
  queries: number[];
}

const BATCH = 1000;

function batchFrom(from: number, count: number): Prepared[] {
  return generate(count, from + 1, from).flatMap((text) => {
    const [conversation] = parseConversations(text).conversations;
    return conversation ? [prepare(examine(conversation))] : [];
  });
}

self.addEventListener(
  'message',
  ({ data: { which, count } }: MessageEvent<{ which: Rival; count: number }>) => {
    void run(which, count).then((report) => self.postMessage(report, {}));
  },
);

async function run(which: Rival, count: number): Promise<RivalReport> {
  const { write, query } = await RIVALS[which]();
  let ms = 0;
  for (let from = 0; from < count; from += BATCH) {
    const batch = batchFrom(from, Math.min(BATCH, count - from));
    const begun = performance.now();
    await write(batch);
    ms += performance.now() - begun;
  }
  const queries: number[] = [];
  for (let round = 0; round < 40; round++) {
    const begun = performance.now();
    // What is found is of use when it is unpacked.
    for (const row of await query(1000 + round)) unpackRow(bytesOf(row));
    queries.push(performance.now() - begun);
  }
  return { ms, queries };
}
