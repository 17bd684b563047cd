import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aligned, ALIGNMENTS } from '../../../src/core/compare/align';
import { agentDay } from '../../../src/core/compare/day';
import { shifted } from '../../../src/core/compare/shift';
import { measure } from '../../../src/core/measure/measure';
import type { Segment, Timeline } from '../../../src/core/model/timeline';

const SPAN = 300;
const evidence = { pointers: [], rule: 'arbitrary' };

const segment = fc
  .record({
    start: fc.nat(SPAN),
    length: fc.nat(100),
    type: fc.constantFrom('alerting' as const, 'connected' as const, 'hold' as const, 'acw' as const),
    certainty: fc.constantFrom('recorded' as const, 'inferred' as const, 'planned' as const),
  })
  .map(({ start, length, ...rest }): Segment => ({ ...rest, start, end: start + length, evidence }));

const legs = fc.array(fc.array(segment, { maxLength: 4 }), { minLength: 1, maxLength: 3 });

function conversation(id: string, tracks: readonly Segment[][]): Timeline {
  const lanes = tracks.map((segments, n) => ({
    id: `${id}${n}`,
    participant: { pointer: '' },
    label: 'Mia',
    purpose: 'agent',
    userId: 'mia',
    tracks: [{ id: `t${n}`, media: 'call', segments: segments.toSorted((a, b) => a.start - b.start) }],
    milestones: [],
    roles: [],
    limits: [],
  }));
  return { id, start: 0, end: SPAN + 100, live: false, lanes, links: [], problems: [] };
}

const timelines = fc
  .array(legs, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((tracks, n) => conversation(`c${n}`, tracks)));

/** In how many conversations somebody works in the millisecond from an instant on. */
function atWork(all: readonly Timeline[], at: number): number {
  return all.filter(({ lanes }) =>
    lanes
      .flatMap(({ tracks }) => tracks.flatMap(({ segments }) => segments))
      .some(
        ({ type, certainty, start, end }) =>
          type !== 'alerting' && certainty !== 'planned' && start <= at && at < end,
      ),
  ).length;
}

describe('the day of an agent, of any conversations', () => {
  test('counts each millisecond as one who looks at each would', () => {
    fc.assert(
      fc.property(timelines, fc.nat(SPAN), fc.nat(SPAN), (all, from, length) => {
        const to = from + length;
        const counts = Array.from({ length }, (_, at) => atWork(all, from + at));
        const day = agentDay(all, { userId: 'mia', from, to, label: 'at once' });
        expect(day.busy).toBe(counts.filter((count) => count > 0).length);
        expect(day.shared).toBe(counts.filter((count) => count > 1).length);
        expect(day.most).toBe(Math.max(0, ...counts));
      }),
    );
  });

  test('is, with the day after it, both days', () => {
    fc.assert(
      fc.property(timelines, fc.nat(SPAN), (all, midnight) => {
        const day = (from: number, to: number) => agentDay(all, { userId: 'mia', from, to, label: '' });
        const [before, after, both] = [day(0, midnight), day(midnight, 1000), day(0, 1000)];
        expect(before.busy + after.busy).toBe(both.busy);
        expect(before.shared + after.shared).toBe(both.shared);
      }),
    );
  });
});

describe('conversations side by side', () => {
  test('stand where they stand, however much later one of them was', () => {
    fc.assert(
      fc.property(legs, fc.nat(100_000), fc.constantFrom(...ALIGNMENTS), (tracks, by, align) => {
        const one = conversation('c', tracks);
        const two = align === 'clock' ? one : shifted(one, by);
        const { timeline } = aligned([one, two], align);
        expect(timeline).toEqual(aligned([one, one], align).timeline);
        expect(measure(timeline).conversation.totals.talk).toBe(2 * measure(one).conversation.totals.talk);
      }),
    );
  });
});
