import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/core/layout/columns';
import { mergedBars } from '../../../src/core/layout/merge';
import { scaleOf, toPixel } from '../../../src/core/view/scale';
import { lane, START, timeline, track } from '../../fixtures/timelines';

const evidence = { pointers: [], rule: 'fixture' };

/** Segments by start and length in ms after START, made into one column. */
function columnFor(spans: readonly (readonly [start: number, length: number])[]) {
  const segments = spans
    .map(([start, length]) => ({ start: START + start, end: START + start + length }))
    .toSorted((one, other) => one.start - other.start)
    .map((span) => ({ ...span, type: 'hold' as const, certainty: 'recorded' as const, evidence }));
  const column = columnsOf(timeline([lane('a', 'A', { tracks: [track('t', segments)] })])).lanes[0]?.tracks[0]
    ?.columns[0];
  if (!column) throw new Error('no column');
  return column;
}

describe('mergedBars', () => {
  it('never loses a bar, and never makes more than there is room for', () => {
    const spans = fc.array(fc.tuple(fc.nat(100_000), fc.oneof(fc.nat(30), fc.nat(20_000))), {
      minLength: 1,
      maxLength: 400,
    });
    fc.assert(
      fc.property(spans, fc.nat(90_000), fc.integer({ min: 10, max: 100_000 }), (list, from, span) => {
        const column = columnFor(list);
        const range = { start: START + from, end: START + from + span };
        const scale = scaleOf(range, 800);
        const bars = mergedBars(column, scale, range.end);
        for (const [place, start] of column.starts.entries()) {
          const end = column.ends[place] ?? 0;
          if (end < range.start || start > range.end) continue;
          const covering = bars.find(
            (bar) => bar.left <= toPixel(scale, start) + 1e-6 && bar.right >= toPixel(scale, end) - 1e-6,
          );
          expect([place, covering]).not.toContain(undefined);
        }
        for (const bar of bars) expect(bar.right - bar.left).toBeGreaterThanOrEqual(1 - 1e-6);
      }),
    );
  });

  it('draws fifty thousand bars as no more than the pixels', () => {
    const column = columnFor(Array.from({ length: 50_000 }, (_, n) => [n * 10, 4] as const));
    const range = { start: START, end: START + 500_000 };
    const bars = mergedBars(column, scaleOf(range, 1200), range.end);
    expect(bars.length).toBeLessThanOrEqual(1201);
    expect(bars.every((bar) => bar.widened)).toBe(true);
  });

  it('leaves wide neighbours apart', () => {
    // ▕▔▔▔▔▏▔▔▔▔▏
    const column = columnFor([
      [0, 500],
      [500, 500],
    ]);
    const bars = mergedBars(column, scaleOf({ start: START, end: START + 1000 }, 100), START + 1000);
    expect(bars.map(({ left, right }) => [left, right])).toEqual([
      [0, 50],
      [50, 100],
    ]);
  });

  it('makes one of small neighbours, as wide as the widest, and none of what lies on a wide bar', () => {
    const scale = scaleOf({ start: START, end: START + 1000 }, 100);
    const drawn = (...spans: [number, number][]) => mergedBars(columnFor(spans), scale, START + 1000);
    expect(drawn([0, 28], [1, 1])).toMatchObject([
      { left: 0, right: expect.closeTo(2.8), first: 0, last: 1 },
    ]);
    expect(drawn([0, 500], [499, 5])).toMatchObject([
      { first: 0, last: 0 },
      { first: 1, last: 1 },
    ]);
    // Nor any beyond the window.
    expect(drawn([0, 10], [5000, 10])).toMatchObject([{ first: 0, last: 0 }]);
  });

  it('shows a segment without length as two pixels', () => {
    const bars = mergedBars(
      columnFor([[500, 0]]),
      scaleOf({ start: START, end: START + 1000 }, 100),
      START + 1000,
    );
    expect(bars).toMatchObject([{ left: 50, right: 52, widened: true }]);
  });

  it('finds a long bar that began far before the window, behind many short ones', () => {
    const column = columnFor([[0, 100_000], ...Array.from({ length: 50 }, (_, n) => [n + 1, 1] as const)]);
    const range = { start: START + 50_000, end: START + 51_000 };
    expect(mergedBars(column, scaleOf(range, 100), range.end)).toHaveLength(1);
  });
});
