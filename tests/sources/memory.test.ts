// @vitest-environment node
import { createMemoryLibrary } from '../../src/app/browse/library/memory';
import { parseInput } from '../../src/workers/parseInput';
import { factsOf } from '../../src/core/facts/facts';
import { exportConversations } from '../../src/core/index';
import { createMemorySource, type Held } from '../../src/sources/memory/memory';
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
