import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeTip } from '../../../src/core/layout/tip';

const screen = { width: 400, height: 300 };
const size = { width: 120, height: 80 };
const box = (left: number, top: number) => ({ left, top, right: left + 20, bottom: top + 20 });

describe('placeTip', () => {
  it('stands under what it speaks of, else over it, else beside it', () => {
    expect(placeTip(box(50, 50), size, screen)).toEqual({ left: 50, top: 80 });
    expect(placeTip(box(50, 250), size, screen)).toEqual({ left: 50, top: 160 });
    expect(placeTip({ left: 50, top: 20, right: 70, bottom: 280 }, size, screen)).toEqual({
      left: 80,
      top: 20,
    });
    expect(placeTip({ left: 350, top: 20, right: 370, bottom: 280 }, size, screen)).toEqual({
      left: 220,
      top: 20,
    });
  });

  it('never leaves the viewport, wherever the mark is', () => {
    const place = fc.integer({ min: -500, max: 900 });
    fc.assert(
      fc.property(place, place, (x, y) => {
        const { left, top } = placeTip(box(x, y), size, screen);
        expect(left).toBeGreaterThanOrEqual(8);
        expect(left + size.width).toBeLessThanOrEqual(392);
        expect(top).toBeGreaterThanOrEqual(8);
        expect(top + size.height).toBeLessThanOrEqual(292);
      }),
    );
  });
});
