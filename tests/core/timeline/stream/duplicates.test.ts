import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eventStream } from '../../../fixtures/generate.mjs';
import { agent, CLOCKS, customer, draw, stream, type Step, withoutPlaces } from '../../../fixtures/stream';

const steps: Step[] = [
  [0, customer({ state: 'connected' })],
  [5, customer({ state: 'connected' }), agent({ state: 'alerting', startAlertingTime: 5 })],
  [9, customer({ state: 'connected' }), agent({ state: 'connected', held: false, controlling: [] })],
  [
    20,
    customer({ state: 'connected' }),
    agent({ state: 'connected', held: true, controlling: ['customer'] }),
  ],
  [30, customer({ state: 'connected' }), agent({ state: 'parked', held: false, controlling: [] })],
  [
    40,
    customer({ state: 'connected' }),
    agent({ state: 'connected', held: false, controlling: ['customer'] }),
  ],
  [60, customer({ state: 'disconnected' }), agent({ state: 'disconnected', startAcwTime: 60 })],
];

const twice = <T>(list: readonly T[]): T[] => list.flatMap((item) => [item, item]);

describe('duplicates change nothing', () => {
  test.each([...CLOCKS, 'none' as const])('each event twice, time in %s', (clock) => {
    const once = draw(stream(clock, steps), { now: 70 });
    expect(withoutPlaces(draw(stream(clock, twice(steps)), { now: 70 }))).toEqual(withoutPlaces(once));
  });

  test.each(CLOCKS)('the whole stream twice, time in %s', (clock) => {
    const once = draw(stream(clock, steps), { now: 70 });
    expect(withoutPlaces(draw(stream(clock, [...steps, ...steps]), { now: 70 }))).toEqual(
      withoutPlaces(once),
    );
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('in the made stream of seed %i', (seed) => {
    const events = eventStream(seed);
    const once = withoutPlaces(draw(events));
    expect(withoutPlaces(draw(twice(events)))).toEqual(once);
    expect(withoutPlaces(draw([...events, ...events]))).toEqual(once);
  });

  test.each(['cobrowse-events.jsonl', 'detail-events.jsonl'])('in the sample %s', (name) => {
    const text = readFileSync(`public/samples/${name}`, 'utf8').trim();
    const events = text.split('\n').map((line) => JSON.parse(line) as unknown);
    expect(withoutPlaces(draw([...events, ...events]))).toEqual(withoutPlaces(draw(events)));
  });
});
