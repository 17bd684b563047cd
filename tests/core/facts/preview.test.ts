import { expect, test } from 'vitest';
import { previewOf } from '../../../src/core/facts/preview';
import { buildTimeline, parseConversations } from '../../../src/core/index';
import { agent, customer, rest } from '../../fixtures/payload';

test('of more lanes than fit, those with the most to see are drawn, in their order', () => {
  const missed = Array.from({ length: 6 }, (_, at) =>
    agent({
      id: `missed-${at}`,
      calls: [{ A: 1 + at * 5, E: 5 + at * 5, state: 'disconnected', direction: 'inbound' }],
    }),
  );
  const caller = customer({ calls: [{ S: 0, C: 0, E: 300, state: 'disconnected', direction: 'inbound' }] });
  const taken = agent({
    id: 'took-it',
    calls: [{ A: 35, C: 40, E: 300, state: 'disconnected', direction: 'inbound' }],
  });
  const input = rest([caller, ...missed, taken], { S: 0, E: 300 });
  const [conversation] = parseConversations(input).conversations;
  const { lanes, more } = previewOf(buildTimeline(conversation!));
  expect(lanes).toHaveLength(6);
  expect(more).toBe(2);
  expect(lanes[0]?.purpose).toBe('customer');
  expect(lanes[5]?.bars).toContainEqual(['connected', 40_000, 300_000, 'recorded']);
});
