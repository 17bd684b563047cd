// @vitest-environment node
import { createMemoryLibrary } from '../../src/app/browse/library/memory';
import { parseInput } from '../../src/workers/parseInput';
import { factsOf } from '../../src/core/facts/facts';
import type { Facts } from '../../src/core/model/facts';
import { exportConversations } from '../../src/core/index';
import { createMemorySource, type Held } from '../../src/sources/memory/memory';
import { chartOf } from '../../src/sources/memory/chart';
import { expect, test } from 'vitest';
import { conversations } from './generated';
import { customer, rest } from '../fixtures/payload';
import { describeSource } from './contract';

describeSource('memory', (all) => {
  const held = new Map(
    all.map((conversation): [string, Held] => [
      conversation.id,
      { facts: factsOf(conversation), original: () => Promise.resolve(exportConversations([conversation])) },
    ]),
  );
  return Promise.resolve(createMemorySource('memory', () => Promise.resolve(held)));
});

describeSource('the library in memory', async (all) => {
  const library = createMemoryLibrary(parseInput);
  const text = exportConversations(all);
  await library.import({ kind: 'text', text }, () => undefined).report;
  return library.source;
});

test('what is there already is left alone, wherever in a file it stands', async () => {
  const library = createMemoryLibrary(parseInput);
  const one = rest([customer({ calls: [{ C: 0, E: 10 }] })]);
  const more = { ...one, externalTag: 'more' };
  const taken = async (input: unknown) => {
    const text = JSON.stringify(input);
    const { added, updated, unchanged } = await library.import({ kind: 'text', text }, () => undefined)
      .report;
    return { added, updated, unchanged };
  };
  expect(await taken(one)).toEqual({ added: 1, updated: 0, unchanged: 0 });
  expect(await taken([{ ...one, id: 'other' }, one])).toEqual({ added: 1, updated: 0, unchanged: 1 });
  expect(await taken([more])).toEqual({ added: 0, updated: 1, unchanged: 0 });
  expect(await taken([one, more])).toEqual({ added: 0, updated: 0, unchanged: 1 });
});

test('how long work takes is asked of those that had some, and how many had none is told', () => {
  const [facts] = conversations(1).map((one) => factsOf(one));
  const rows = [0, 0, 0, 60_000, 120_000].map((acw) => ({ ...facts, acw }) as Facts);
  const request = { kind: 'distribution', measure: 'acw' } as const;
  expect(chartOf(rows, request)).toMatchObject({ count: 5, none: 0, median: 0, p90: 120_000 });
  const some = chartOf(rows, { ...request, some: true });
  expect(some).toMatchObject({ count: 2, none: 3, median: 60_000, p90: 120_000 });
  expect(chartOf(rows.slice(0, 3), { ...request, some: true })).toEqual({
    kind: 'distribution',
    count: 0,
    none: 3,
    bins: [],
  });
});
