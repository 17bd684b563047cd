// @vitest-environment node
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { importSources } from '../../src/app/browse/library/importing';
import { createMemoryLibrary } from '../../src/app/browse/library/memory';
import { rangeOver } from '../../src/app/browse/overview/bins';
import { assertNever } from '../../src/core/model/assert-never';
import { parseConversations } from '../../src/core/index';
import type { Facts } from '../../src/core/model/facts';
import { sourceOver } from '../../src/sources/library/source';
import { type Caller, createCaller } from '../../src/sources/library/caller';
import { Engine } from '../../src/sources/library/engine';
import { Host } from '../../src/sources/library/host';
import { startEngine } from '../../src/sources/library/open';
import { lineOver } from '../../src/sources/library/port';
import { sqlOver } from '../../src/sources/library/sql';
import type { Info, Which } from '../../src/sources/library/wire';
import type {
  ChartRequest,
  Choice,
  ConversationSource,
  Filter,
  ListQuery,
  Row,
  Sort,
} from '../../src/sources/source';
import { parseInput } from '../../src/workers/parseInput';
import { file } from './made-files';
import { counts, distribution, keyOf, Naive, states, STATES, top, volume } from './naive';
import { type Question, questionOf } from './questions';

const sqlite = await startEngine();
const NEWEST_FIRST: Sort[] = [{ by: 'start', descending: true }];
/** A few at each run, others every time; many hundred have been tried. */
const RUNS = 10;
const QUESTIONS = 3;

/** What is imported into, asked and deleted from; the libraries may be closed and opened anew besides. */
interface Kept {
  name: string;
  source: () => ConversationSource;
  /** `until`: cancelled when so many conversations are acknowledged. */
  take: (texts: readonly string[], batch: number, until?: number) => Promise<string>;
  remove: (which: Which) => Promise<number>;
  openAnew: () => void;
}

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A tab that has the library to itself. */
function tabOver(open: (onChange: (info: Info) => void) => Promise<Engine>) {
  const host = new Host({
    name: 'only',
    channel: { send: () => undefined, listen: () => undefined },
    whenFree: (work) => void work(),
    open,
  });
  return {
    line(partyId?: string): Caller {
      const { port1, port2 } = new MessageChannel();
      host.serve(lineOver(port1), { partyId });
      ends.push(() => port1.close());
      return createCaller(lineOver(port2));
    },
    hangUp: (partyId: string) => host.hangUp(partyId),
  };
}

/** `few`: see the engine's. */
function library(name: string, few = 20_000): Kept {
  const sql = sqlOver(sqlite, new sqlite.oo1.DB(':memory:'));
  const open = () =>
    tabOver(
      async (onChange) => new Engine(sql, { persistent: false, clock: () => 0, onChange, few, slice: 0 }),
    );
  let tab = open();
  let caller = tab.line();
  let imports = 0;
  ends.push(() => sql.close());
  return {
    name,
    source: () => sourceOver(caller),
    take: async (texts, batch, until = Number.POSITIVE_INFINITY) => {
      const partyId = `import ${(imports += 1)}`;
      let cancel: (() => void) | undefined;
      const cancelled = new Promise<void>((resolve) => {
        cancel = resolve;
      });
      const sources = texts.map((text, index) => ({ blob: new Blob([text]), file: `${index}`, index }));
      const done = importSources(sources, tab.line(partyId), {
        onProgress: () => undefined,
        going: () => undefined,
        onTaken: (taken) => taken >= until && cancel?.(),
        batch,
      });
      const ending = await Promise.race([done, cancelled]);
      await tab.hangUp(partyId);
      return ending?.ending ?? 'cancelled';
    },
    remove: (which) => caller.call('remove', [which]),
    openAnew: () => {
      tab = open();
      caller = tab.line();
    },
  };
}

function inMemory(): Kept {
  const own = createMemoryLibrary(parseInput);
  return {
    name: 'memory',
    source: () => own.source,
    take: async (texts) => {
      const files = texts.map((text, at) => new File([text], `${at}.json`));
      return (await own.import({ kind: 'files', files }, () => undefined).report).ending;
    },
    remove: own.remove,
    openAnew: () => undefined,
  };
}

/** All pages, one after the other; `between` happens between any two. */
async function pagesOf(
  source: ConversationSource,
  query: ListQuery,
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await source.list({ ...query, ...(cursor === undefined ? {} : { cursor }) });
    ids.push(...page.rows.map(({ id }) => id));
    ({ cursor } = page);
    if (cursor === undefined) return ids;
    await between();
  }
}

function rowOf({ text: _text, ids: _ids, hours: _hours, attributes: _attributes, ...row }: Facts): Row {
  return row;
}

async function isListed(source: ConversationSource, model: Naive, question: Question): Promise<void> {
  const { filter, sort, limit, offset } = question;
  const query = { filter, ...(sort.length > 0 ? { sort } : {}), limit };
  const order = sort.length > 0 ? sort : NEWEST_FIRST;
  const wanted = model.listed(filter, order);
  const { rows, cursor } = await source.list({ ...query, limit: 1000 });
  const ids = rows.map(({ id }) => id);
  const found = ids.flatMap((id) => wanted.find((one) => one.id === id) ?? []);
  expect(cursor).toBeUndefined();
  expect(rows).toEqual(found.map(rowOf));
  expect(new Set(found)).toEqual(new Set(wanted));
  // Equals may stand in any order.
  const keys = (all: typeof found) => all.map((one) => order.map(({ by }) => keyOf(one, by)));
  expect(keys(found)).toEqual(keys(wanted));
  expect(await counted(source, filter)).toBe(wanted.length);
  expect(await pagesOf(source, query)).toEqual(ids);
  const page = await source.list({ ...query, offset });
  expect(page.rows.map(({ id }) => id)).toEqual(ids.slice(offset, offset + limit));
  expect(page.cursor === undefined).toBe(offset + limit >= ids.length);
  for (const { id } of model.all) {
    const place = ids.indexOf(id);
    expect([id, await source.place(query, id)]).toEqual([id, place < 0 ? undefined : place]);
  }
}

async function counted(source: ConversationSource, filter: Filter): Promise<number> {
  return (await source.count(filter)).value;
}

/** Each bar of a distribution chooses what it counts. */
async function barsChoose(
  source: ConversationSource,
  filter: Filter,
  request: Extract<ChartRequest, { kind: 'distribution' }>,
): Promise<void> {
  const { measure, some = false } = request;
  // What was chosen of the same measure is narrowed where bars are chosen.
  if (filter.ranges?.[measure]) return;
  const data = await source.chart(filter, request);
  const bins = data.kind === 'distribution' ? data.bins : [];
  for (const [at, { count }] of bins.entries()) {
    const range = rangeOver(bins, [at, at], some) ?? {};
    const chosen = await counted(source, { ...filter, ranges: { ...filter.ranges, [measure]: range } });
    expect([measure, at, chosen]).toEqual([measure, at, count]);
  }
}

async function isDrawn(source: ConversationSource, model: Naive, { filter, chart }: Question): Promise<void> {
  const meant = model.meant(filter);
  const data = await source.chart(filter, chart);
  if (chart.kind === 'volume')
    expect(data).toEqual({
      kind: 'volume',
      buckets: volume(meant, chart).map(([start, count]) => ({ start, count })),
      undated: meant.filter(({ start }) => start === undefined).length,
    });
  else if (chart.kind === 'top') {
    const entries = top(meant, chart);
    expect(data).toMatchObject({ entries: entries.map((entry) => expect.objectContaining(entry)) });
    // So is what one of these chooses, but for others of its kind that were chosen.
    if ((filter.choices?.[chart.of] ?? []).length > 0) return;
    for (const { id, conversations } of entries) {
      const chosen = { ...filter, choices: { ...filter.choices, [chart.of]: [id] } };
      expect([id, await counted(source, chosen)]).toEqual([id, conversations]);
    }
  } else if (chart.kind === 'distribution') {
    const { median, p90, ...sums } = distribution(meant, chart);
    expect(data).toMatchObject({ ...sums, ...(median === undefined ? {} : { median, p90 }) });
    await barsChoose(source, filter, chart);
  } else if (data.kind === 'states') {
    const drawn = STATES.map((state) =>
      data.buckets.filter((each) => each[state] > 0).map((each) => [each.start, each[state]]),
    );
    expect(drawn).toEqual(states(meant, chart));
  }
}

/** Values of a choice with the names that conversations give them. */
function namesOf(all: Naive['all'], choice: Choice): string[] {
  return all.flatMap(({ facts }) => {
    const { queues, users, teams, wrapUps } = facts;
    const lists: { [choice in Choice]?: { id?: string; name?: string }[] } = {
      queue: queues,
      user: users,
      unansweredBy: users.filter(({ unanswered }) => unanswered > 0),
      acwOverrunBy: users.filter(({ acwOverrun }) => acwOverrun),
      controlledBy: users.filter(({ controlled }) => controlled),
      team: teams,
      wrapUp: wrapUps,
    };
    return (lists[choice] ?? []).map(({ id, name }) => `${id ?? name} ${name}`);
  });
}

async function isCounted(
  source: ConversationSource,
  model: Naive,
  { filter, choice }: Question,
): Promise<void> {
  const found = (await source.facets(filter, [choice]))[choice] ?? [];
  const wanted = counts(model.meant(filter, choice), choice);
  expect(new Map(found.map(({ value, count }) => [value, count]))).toEqual(
    new Map(wanted as [string, number][]),
  );
  // A name is one that somebody still gives.
  const named = found.filter(({ name }) => name !== undefined).map(({ value, name }) => `${value} ${name}`);
  expect(namesOf(model.all, choice)).toEqual(expect.arrayContaining(named));
  const numbers = found.map(({ count }) => count);
  expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
}

type Step =
  | { do: 'take'; texts: string[]; batch: number }
  | { do: 'take again'; place: number; until: number }
  | { do: 'take between pages'; texts: string[]; seed: number }
  | { do: 'remove'; places: number[] }
  | { do: 'remove meant'; seed: number }
  | { do: 'remove all' }
  | { do: 'open anew' }
  | { do: 'ask'; seed: number };

const texts = fc.array(file, { minLength: 1, maxLength: 3 });
const is = <Name extends Step['do']>(name: Name) => fc.constant(name);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: is('take'), texts, batch: fc.integer({ min: 1, max: 5 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: is('take again'), place: fc.nat(9), until: fc.integer({ min: 1, max: 5 }) }),
    },
    { weight: 2, arbitrary: fc.record({ do: is('take between pages'), texts, seed: fc.nat() }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: is('remove'), places: fc.uniqueArray(fc.nat(9), { maxLength: 3 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: is('remove meant'), seed: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ do: is('remove all') }) },
    { weight: 1, arbitrary: fc.record({ do: is('open anew') }) },
    { weight: 9, arbitrary: fc.record({ do: is('ask'), seed: fc.nat() }) },
  ),
  { minLength: 3, maxLength: 14 },
);

interface History {
  model: Naive;
  kept: readonly [Kept, ...Kept[]];
  /** What was imported so far. */
  taken: string[][];
}

function question({ model }: History, seed: number): Question {
  return questionOf(
    model.all.map(({ facts }) => facts),
    seed,
  );
}

async function take({ model, kept, taken }: History, all: string[], batch: number): Promise<void> {
  taken.push(all);
  for (const text of all) model.take(parseConversations(text).conversations);
  for (const each of kept) expect(await each.take(all, batch)).toBe('done');
}

/** Cancelled, and then to its end: what was taken before it was cancelled is there already. */
async function takeAgain(history: History, place: number, until: number): Promise<void> {
  const { taken, kept } = history;
  const all = taken[place % taken.length] ?? [];
  for (const each of kept) await each.take(all, 1, until);
  await take(history, all, 2);
}

/** No row comes twice but one that changed meanwhile, and none that stayed as it was is passed over. */
async function takeBetweenPages(history: History, all: string[], seed: number): Promise<void> {
  const { model, kept } = history;
  const [one] = kept;
  const { filter, sort, limit } = question(history, seed);
  const before = model.meant(filter);
  const left = [...all];
  const between = () => one.take(left.splice(0, 1), 1);
  const ids = await pagesOf(one.source(), { filter, sort, limit }, between);
  await take(history, all, 3);
  const after = new Set(model.meant(filter));
  const stayed = before.filter((facts) => after.has(facts)).map(({ id }) => id);
  expect(ids.filter((id) => stayed.includes(id)).toSorted()).toEqual(stayed.toSorted());
}

async function remove({ model, kept }: History, which: Which): Promise<void> {
  const ids = 'ids' in which ? which.ids : model.meant(which.filter).map(({ id }) => id);
  const rest = model.without(ids);
  for (const each of kept) expect(await each.remove(which)).toBe(model.all.length - rest.length);
  model.all = rest;
}

async function ask({ model, kept }: History, asked: Question): Promise<void> {
  for (const { name, source } of kept) {
    try {
      await isListed(source(), model, asked);
      await isCounted(source(), model, asked);
      await isDrawn(source(), model, asked);
    } catch (error) {
      throw new Error(`The ${name} answered otherwise: ${JSON.stringify(asked)}`, { cause: error });
    }
  }
}

async function go(history: History, step: Step): Promise<void> {
  const { model, kept } = history;
  switch (step.do) {
    case 'take':
      return take(history, step.texts, step.batch);
    case 'take again':
      return takeAgain(history, step.place, step.until);
    case 'take between pages':
      return takeBetweenPages(history, step.texts, step.seed);
    case 'remove':
      return remove(history, { ids: step.places.map((place) => model.all[place]?.id ?? `none ${place}`) });
    case 'remove meant':
      return remove(history, { filter: question(history, step.seed).filter });
    case 'remove all':
      return remove(history, { filter: {} });
    case 'open anew':
      return kept.forEach(({ openAnew }) => openAnew());
    case 'ask':
      for (let at = 0; at < QUESTIONS; at++) await ask(history, question(history, step.seed + at));
      return undefined;
    default:
      return assertNever(step);
  }
}

test('a library answers as an array of all its conversations would, whatever became of it before', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const kept = [library('library'), library('library of many', 0), inMemory()] as const;
      const history: History = { model: new Naive(), kept, taken: [] };
      for (const step of all) await go(history, step);
      for (const { source } of kept) expect(await counted(source(), {})).toBe(history.model.all.length);
      for (const end of ends.splice(0)) end();
    }),
    // What fails is made smaller for so long only, to be told of before the test is out of time.
    { numRuns: RUNS, interruptAfterTimeLimit: 40_000 },
  );
}, 60_000);
