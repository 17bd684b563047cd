// @vitest-environment node
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { Answers } from '../../src/sources/library/answers';
import { startEngine } from '../../src/sources/library/open';
import { examine, prepare } from '../../src/sources/library/prepared';
import { migrate } from '../../src/sources/library/schema';
import { sqlOver } from '../../src/sources/library/sql';
import { Store } from '../../src/sources/library/store';
import type { ChartRequest, Filter } from '../../src/sources/source';
import { conversations, factsOfAll, filters } from './generated';

const sqlite = await startEngine();
const all = conversations(40);
const ready = all.map((one) => prepare(examine(one)));
const facts = factsOfAll(all);
const turn = () => Promise.resolve();

const CHARTS: readonly ChartRequest[] = [
  { kind: 'volume', step: 3_600_000, origin: 1_234_567 },
  { kind: 'states', step: 3_600_000 },
  { kind: 'distribution', measure: 'hold' },
  { kind: 'distribution', measure: 'timeToAnswer' },
  { kind: 'top', of: 'queue', by: 'hold', limit: 5 },
  { kind: 'top', of: 'unansweredBy', by: 'unanswered', limit: 5 },
];

/** A library whose questions are answered by what is kept in memory, and beside it by the tables alone. */
function open() {
  const sql = sqlOver(sqlite, new sqlite.oo1.DB(':memory:'));
  migrate(sql);
  const store = new Store(sql);
  const total = () => store.size();
  return {
    sql,
    store,
    kept: new Answers(sql, store, { total, few: 0, block: 7 }),
    tables: () => new Answers(sql, store, { total }),
  };
}

async function figuresOf(answers: Answers, filter: Filter): Promise<unknown[]> {
  return [
    await answers.count(filter, turn),
    await answers.facets(filter, ['media', 'queue', 'user', 'unansweredBy', 'wrapUp', 'mark'], turn),
    ...(await Promise.all(CHARTS.map((request) => answers.chart(filter, request, turn)))),
  ];
}

type Step = { put: number[] } | { remove: number[] } | { clear: true } | { ahead: number } | { ask: Filter };

/** Of what is read ahead, so many. */
function takeSteps(answers: Answers, count: number): void {
  let left = count;
  for (const _ of answers.readAhead()) if (left-- === 0) return;
}

/** Such as many conversations are meant by. */
const wide = fc.constantFrom<Filter>(
  { ranges: { participants: { min: 1 } } },
  { time: { from: 0 } },
  { choices: { media: ['call', 'chat', 'message'] } },
  { choices: { queue: ['q-1'] }, ranges: { participants: { min: 1 } } },
  { choices: { user: ['u-1', 'u-9'] }, ranges: { hold: { max: 1_000_000 } } },
);
const places = fc.uniqueArray(fc.nat(all.length - 1), { minLength: 1, maxLength: 12 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ put: places }) },
    { weight: 3, arbitrary: fc.record({ remove: places }) },
    { weight: 1, arbitrary: fc.constant<Step>({ clear: true }) },
    { weight: 2, arbitrary: fc.record({ ahead: fc.nat(24) }) },
    { weight: 8, arbitrary: fc.record({ ask: fc.oneof(wide, filters(facts)) }) },
  ),
  { minLength: 2, maxLength: 14 },
);

test('figures from memory are those of the tables, whatever is written between the questions', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const { store, kept, tables } = open();
      store.put(ready);
      const answered: unknown[] = [];
      const right: unknown[] = [];
      for (const step of steps) {
        if ('put' in step) store.put(step.put.flatMap((place) => ready[place] ?? []));
        else if ('remove' in step) store.delete(step.remove.flatMap((place) => all[place]?.id ?? []));
        else if ('clear' in step) store.clear();
        else if ('ahead' in step) takeSteps(kept, step.ahead);
        else {
          answered.push(await figuresOf(kept, step.ask));
          right.push(await figuresOf(tables(), step.ask));
        }
        if (!('ask' in step)) kept.forget();
      }
      expect(answered).toEqual(right);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('a write that fails takes nothing from what is kept', async () => {
  const { store, kept } = open();
  store.put(ready);
  const filter: Filter = {
    ranges: { participants: { min: 0 } },
    choices: { media: ['call', 'chat', 'message'] },
  };
  const before = await kept.count(filter, turn);
  expect(before.value).toBeGreaterThan(0);
  const fails = () => {
    throw new Error('no room');
  };
  expect(() => store.put(ready.slice(0, 9), fails)).toThrow('no room');
  kept.forget();
  expect(await kept.count(filter, turn)).toEqual(before);
});

test('time per hour is exact, however many people spent it', async () => {
  const { store, kept, tables } = open();
  const [first, ...others] = ready;
  const [share] = first?.hours ?? [];
  if (!first || !share) throw new Error('too few');
  store.put([...others, { ...first, hours: [{ ...share, talk: 2 ** 40 + 1 }] }]);
  const filter: Filter = { ranges: { participants: { min: 1 } } };
  const request: ChartRequest = { kind: 'states', step: 3_600_000 };
  const chart = await kept.chart(filter, request, turn);
  expect(chart).toEqual(await tables().chart(filter, request, turn));
  expect(JSON.stringify(chart)).toContain(String(2 ** 40 + 1).slice(0, 6));
});

test('what was read ahead is not read again by the first filter', async () => {
  const { sql, store, kept, tables } = open();
  store.put(ready);
  const filter: Filter = { time: { from: 0 }, choices: { media: ['call', 'chat', 'message'] } };
  const right = await figuresOf(tables(), filter);
  takeSteps(kept, Number.POSITIVE_INFINITY);
  const asked = vi.spyOn(sql, 'all');
  expect(await figuresOf(kept, filter)).toEqual(right);
  expect(asked.mock.calls.filter(([text]) => /group_concat|json_each/.test(text))).toEqual([]);
});

test('nothing is read ahead where all are few', () => {
  const { sql, store } = open();
  store.put(ready);
  const answers = new Answers(sql, store, { total: () => store.size() });
  expect([...answers.readAhead()]).toEqual([]);
});
