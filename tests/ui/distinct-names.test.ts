import { describe, expect, test } from 'vitest';
import { distinctNames } from '../../src/ui/distinct-names';
import { english } from '../../src/ui/words';
import { agent, customer, party, rest, timelineOf } from '../fixtures/payload';

const call = (from: number) => [{ C: from, E: from + 10, state: 'disconnected' }];

function namesOf(...participants: unknown[]): string[] {
  const timeline = timelineOf(rest(participants as Parameters<typeof rest>[0]));
  const named = distinctNames(timeline, english);
  expect(named.lanes.map(({ id }) => id)).toEqual(timeline.lanes.map(({ id }) => id));
  return named.lanes.map(({ label }) => label);
}

const ann = (at: number, more: object = {}) =>
  agent({
    id: `ann-${at}`,
    userId: `7f3a21b${at}-0000-4000-8000-000000000001`,
    name: 'Ann',
    calls: call(at),
    ...more,
  });

describe('names in lists', () => {
  test('stay as they are where each is one’s own', () => {
    const timeline = timelineOf(rest([ann(0), customer({ id: 'c', name: 'Bo', calls: call(0) })]));
    expect(distinctNames(timeline, english)).toBe(timeline);
  });

  test('say what each is, where that tells them apart', () => {
    expect(namesOf(ann(0), party('workflow', { id: 'w', name: 'Ann', calls: call(1) }))).toEqual([
      'Ann · Agent',
      'Ann · Workflow',
    ]);
  });

  test('of one purpose say the second thing that their rows say', () => {
    expect(namesOf(ann(0, { queueName: 'Billing' }), ann(1, { queueName: 'Sales' }))).toEqual([
      'Ann · Billing',
      'Ann · Sales',
    ]);
    expect(namesOf(ann(0, { queueName: 'Billing' }), ann(1))).toEqual(['Ann · Billing', 'Ann']);
    const caller = (at: number) =>
      customer({ id: `c${at}`, name: 'Bo', ani: `tel:+155501${at}`, calls: call(at) });
    expect(namesOf(caller(0), caller(1))).toEqual(['Bo · +1555010', 'Bo · +1555011']);
  });

  test('of one queue say whose id it is, by its beginning or its end', () => {
    expect(namesOf(ann(0), ann(1))).toEqual(['Ann · 7f3a21b0', 'Ann · 7f3a21b1']);
    const alike = (at: number) => ann(at, { userId: `00000000-0000-4000-8000-00000000000${at}` });
    expect(namesOf(alike(1), alike(2))).toEqual(['Ann · …00000001', 'Ann · …00000002']);
  });

  test('of one who came twice say which time it was', () => {
    const again = (at: number) => ann(at, { userId: 'u' });
    expect(namesOf(again(0), again(1))).toEqual(['Ann · leg 1 of 2', 'Ann · leg 2 of 2']);
    const caller = (at: number) => customer({ id: `c${at}`, name: 'Bo', calls: call(at) });
    expect(namesOf(caller(0), caller(1), caller(2))).toEqual(['Bo (1)', 'Bo (2)', 'Bo (3)']);
  });

  test('of thousands are told apart at once', () => {
    const timeline = timelineOf(rest([ann(0, { userId: 'u' })]));
    const [lane] = timeline.lanes;
    if (!lane) throw new Error('no lane');
    const lanes = Array.from({ length: 20_000 }, (_, at) => ({ ...lane, id: `ann-${at}` }));
    const begun = performance.now();
    const named = distinctNames({ ...timeline, lanes }, english);
    expect(performance.now() - begun).toBeLessThan(1500);
    expect(named.lanes[19_999]?.label).toBe('Ann · leg 20000 of 20000');
  });

  test('say no more than it takes, each of those that share one', () => {
    expect(
      namesOf(
        ann(0, { queueName: 'Billing', userId: 'u' }),
        ann(1, { queueName: 'Billing', userId: 'u' }),
        ann(2, { queueName: 'Sales' }),
        party('workflow', { id: 'w', name: 'Ann', calls: call(3) }),
        customer({ id: 'c', name: 'Bo', calls: call(4) }),
      ),
    ).toEqual([
      'Ann · Agent · Billing · leg 1 of 2',
      'Ann · Agent · Billing · leg 2 of 2',
      'Ann · Agent · Sales',
      'Ann · Workflow',
      'Bo',
    ]);
  });
});
