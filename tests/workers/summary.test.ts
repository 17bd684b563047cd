// @vitest-environment node
import { expect, test } from 'vitest';
import { parseConversations } from '../../src/core/index';
import { summarise } from '../../src/workers/summary';
import { agent, party, rest } from '../fixtures/payload';

test.each(['customer', 'CUSTOMER', 'external'])('a conversation is called by its first %s', (purpose) => {
  const calls = [{ C: 0, E: 60, state: 'disconnected' }];
  const { conversations } = parseConversations(
    rest([agent({ name: 'Ben', calls }), party(purpose, { name: 'Ada', calls })]),
  );
  expect(conversations.map((one) => summarise(one).title)).toEqual(['Ada']);
});
