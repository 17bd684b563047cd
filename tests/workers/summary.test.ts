// @vitest-environment node
import { expect, test } from 'vitest';
import { parseConversations } from '../../src/core/index';
import { summarise } from '../../src/workers/summary';
import { agent, iso, party, rest, s } from '../fixtures/payload';

test.each(['customer', 'CUSTOMER', 'external'])('a conversation is called by its first %s', (purpose) => {
  const calls = [{ C: 0, E: 60, state: 'disconnected' }];
  const { conversations } = parseConversations(
    rest([agent({ name: 'Ben', calls }), party(purpose, { name: 'Ada', calls })]),
  );
  expect(conversations.map((one) => summarise(one).title)).toEqual(['Ada']);
});

test('a conversation takes as long as it did, though it was evaluated days later', () => {
  const evaluations = [{ id: 'e', status: 'FINISHED', releaseDate: iso(500_000) }];
  const { conversations } = parseConversations(
    rest([agent({ evaluations, calls: [{ C: 0, E: 60, state: 'disconnected' }] })]),
  );
  expect(conversations.map(summarise)).toMatchObject([{ start: s(0), end: s(60) }]);
});
