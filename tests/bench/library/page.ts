import { openLibrary } from '../../../src/app/browse/library/client';
import type { Library } from '../../../src/app/browse/library/library';
import type { ConversationSource } from '../../../src/sources/source';
import type { Filled } from './fill.worker';
import { generate } from './generate';
import { filterAt, rangeAt, sortAt } from './questions';
import type { Rival, RivalReport } from './rival.worker';

/** What the bench script calls. All times in ms. */
export interface Bench {
  open: () => Promise<{ ms: number; conversations: number; bytes: number }>;
  /** Makes the file that is imported next. Answers how long it is. */
  make: (count: number) => number;
  /** Imports it; the second time everything is there already. */
  import: () => Promise<Imported>;
  /** Fills the library up to so many, before it is opened. */
  fill: (count: number) => Promise<Filled>;
  rival: (which: Rival, count: number) => Promise<RivalReport>;
  /** Kinds of questions. */
  kinds: () => string[];
  /** How long each of so many questions of a kind took. */
  ask: (kind: string, rounds: number) => Promise<number[]>;
}

export interface Imported {
  ms: number;
  added: number;
  unchanged: number;
  /** Bytes of the library. */
  stored: number;
  longestTask: number;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

/** Made in pieces, as text of the whole may be more than a string can be. */
const PIECE = 2000;

function file(count: number): File {
  const parts: string[] = [];
  for (let from = 0; from < count; from += PIECE) {
    parts.push(`${generate(Math.min(PIECE, count - from), from + 1, from).join('\n')}\n`);
  }
  return new File(parts, 'bench.jsonl');
}

let library: Library | undefined;
let made = new File([], 'none.jsonl');

async function opened(): Promise<Library> {
  library ??= await openLibrary();
  return library;
}

const NAMES = [
  'weber',
  'ann okafor',
  'invoice',
  'gold',
  '+1555',
  'refund late',
  '00000000-0000-4000-8000-000000000123',
];

function questions(source: ConversationSource): { [kind: string]: (round: number) => Promise<unknown> } {
  return {
    'first page, newest': () => source.list({ filter: {}, limit: 50 }),
    'filter + sort, first page': (round) =>
      source.list({ filter: filterAt(round), sort: [sortAt(round)], limit: 50 }),
    'one range + its sort, first page': (round) =>
      source.list({ filter: rangeAt(round), sort: [sortAt(0)], limit: 50 }),
    'text, first page': (round) =>
      source.list({ filter: { text: NAMES[round % NAMES.length] ?? '' }, limit: 50 }),
    'count of a filter': (round) => source.count(filterAt(round)),
    'facets, no filter': () => source.facets({}, ['media', 'queue', 'user', 'wrapUp', 'mark']),
    'facets of a filter': (round) => source.facets(filterAt(round), ['queue', 'user']),
    'volume, no filter': (round) => source.chart({}, { kind: 'volume', step: 3_600_000 * (24 + round) }),
    'states, no filter': (round) => source.chart({}, { kind: 'states', step: 3_600_000 * (1 + round) }),
    'distribution, no filter': (round) =>
      source.chart({}, { kind: 'distribution', measure: round % 2 === 0 ? 'hold' : 'handle' }),
    'volume of a filter': (round) =>
      source.chart(filterAt(round), { kind: 'volume', step: 3_600_000 * (24 + round) }),
    'states of a filter': (round) =>
      source.chart(filterAt(round), { kind: 'states', step: 3_600_000 * (1 + round) }),
    'distribution of a filter': (round) =>
      source.chart(filterAt(round), { kind: 'distribution', measure: round % 2 === 0 ? 'hold' : 'handle' }),
    'top queues of a filter': (round) =>
      source.chart(filterAt(round), { kind: 'top', of: 'queue', by: 'hold', limit: 10 }),
  };
}

/** Only to be asked for its questions. */
const NOBODY = {} as ConversationSource;

window.bench = {
  async open() {
    const begun = performance.now();
    const { conversations = 0, bytes = 0 } = (await opened()).state();
    return { ms: performance.now() - begun, conversations, bytes };
  },
  make(count) {
    made = file(count);
    return made.size;
  },
  async import() {
    const { import: take } = await opened();
    // Making the file was a long task of its own.
    await new Promise((resolve) => setTimeout(resolve, 500));
    let longestTask = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
    });
    observer.observe({ type: 'longtask' });
    const begun = performance.now();
    const { added, unchanged } = await take({ kind: 'files', files: [made] }, () => undefined).report;
    const ms = performance.now() - begun;
    observer.disconnect();
    const { bytes = 0 } = (await opened()).state();
    return { ms, added, unchanged, stored: bytes, longestTask };
  },
  fill(count) {
    const worker = new Worker(new URL('fill.worker.ts', import.meta.url), { type: 'module' });
    return new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<{ filled?: Filled; size?: number }>) => {
        if (data.size !== undefined) console.log(`${data.size} stored`);
        if (!data.filled) return;
        resolve(data.filled);
        worker.terminate();
      });
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.postMessage(count, []);
    });
  },
  rival(which, count) {
    const worker = new Worker(new URL('rival.worker.ts', import.meta.url), { type: 'module' });
    return new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<RivalReport>) => {
        resolve(data);
        worker.terminate();
      });
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.postMessage({ which, count }, []);
    });
  },
  kinds: () => Object.keys(questions(NOBODY)),
  async ask(kind, rounds) {
    const { source } = await opened();
    const question = questions(source)[kind];
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now();
      await question?.(round);
      times.push(performance.now() - begun);
    }
    return times;
  },
};
