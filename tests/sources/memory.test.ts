// @vitest-environment node
import { createMemoryLibrary } from '../../src/app/browse/library/memory';
import { parseInput } from '../../src/workers/parseInput';
import { factsOf } from '../../src/core/facts/facts';
import { exportConversations } from '../../src/core/index';
import { createMemorySource, type Held } from '../../src/sources/memory/memory';
import { expect, test } from 'vitest';
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
