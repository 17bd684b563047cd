import { expect, test } from 'vitest';
import { previewOf } from '../../../src/core/facts/preview';
import { buildTimeline, parseConversations } from '../../../src/core/index';
import { diagram } from '../../fixtures/diagram';
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

// A step of a preview is a 240th of it: here 10 ms.
const barsOf = (text: string) =>
  previewOf(diagram(`agent: ${text} | alerting 0-2400`)).lanes[0]?.bars.filter(
    ([type]) => type !== 'alerting',
  );

test('one bar stands for those of a type that begin within a step of its end, and as far as two of its start', () => {
  expect(barsOf('hold 100-101 | hold 110-111')).toEqual([['hold', 100, 111, 'recorded']]);
  expect(barsOf('hold 100-101 | hold 111-112')).toHaveLength(2);
  expect(barsOf('hold 100-105 | hold 105-119')).toHaveLength(1);
  expect(barsOf('hold 100-105 | hold 105-120')).toHaveLength(2);
});

test('but for none of another certainty', () => {
  expect(barsOf('hold 100-101 | hold 102-103 inferred')).toHaveLength(2);
});

test('what has no length shows, also where the preview begins', () => {
  expect(barsOf('hold 0-0')).toEqual([['hold', 0, 0, 'recorded']]);
});
