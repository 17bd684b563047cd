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
