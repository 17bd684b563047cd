import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  moved,
  revealing,
  type Scroll,
  settled,
  type Track,
  trackHeight,
  windowOf,
} from '../../../src/app/browse/list/track';

const million: Track = { rows: 1_000_000, row: 38, window: 600 };
const few: Track = { rows: 50, row: 38, window: 600 };

function endOf(track: Track): number {
  return track.rows * track.row - track.window;
}

describe('a list that is longer than a browser can be high', () => {
  test('has a bar that is short enough', () => {
    expect(trackHeight(million)).toBeLessThan(17_000_000);
    expect(trackHeight(few)).toBe(50 * 38);
  });

  test('is reached to its very end by dragging the bar', () => {
    const end = trackHeight(million) - million.window;
    const { top } = moved({ bar: 0, top: 0 }, end, million);
    expect(top).toBe(endOf(million));
    expect(windowOf(top, million, 6).last).toBe(999_999);
    expect(moved({ bar: end, top }, 0, million)).toEqual({ bar: 0, top: 0 });
  });

  test('moves by rows, not by leaps, under the wheel', () => {
    const from: Scroll = settled(19_000_000, million);
    expect(moved(from, from.bar + 100, million).top).toBe(19_000_100);
  });

  test('is walked from end to end by the wheel: no row is left out', () => {
    let scroll = settled(endOf(million) - 5000, million);
    for (let turn = 0; turn < 100 && scroll.top < endOf(million); turn++) {
      const bar = Math.min(scroll.bar + 120, trackHeight(million) - million.window);
      const next = moved(scroll, bar, million);
      // Whatever was below the window is in it, or still below it.
      expect(next.top - scroll.top).toBeLessThanOrEqual(million.window);
      scroll = settled(next.top, million);
    }
    expect(scroll.top).toBe(endOf(million));
  });
});

test('what is drawn always covers the window, wherever it stands', () => {
  assert(
    property(integer({ min: 0, max: endOf(million) }), (top) => {
      const { first, last } = windowOf(top, million, 6);
      expect(first * million.row).toBeLessThanOrEqual(top);
      expect((last + 1) * million.row).toBeGreaterThanOrEqual(
        Math.min(top + million.window, million.rows * million.row),
      );
      expect(settled(top, million).top).toBe(top);
    }),
  );
});

test('a short list moves as its bar does', () => {
  expect(moved({ bar: 0, top: 0 }, 250, few)).toEqual({ bar: 250, top: 250 });
  expect(settled(99_999, few)).toEqual({ bar: endOf(few), top: endOf(few) });
});

test('a row is brought into the window by the least move', () => {
  expect(revealing(0, 3, few)).toBe(0);
  expect(revealing(380, 3, few)).toBe(3 * 38);
  expect(revealing(0, 20, few)).toBe(21 * 38 - 600);
});
