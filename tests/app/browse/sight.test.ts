// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSight, type Sight } from '../../../src/app/browse/list/sight';

/** A bar that goes by these tops, a frame each, over a source that takes some frames for what is asked for. */
function drag(tops: readonly number[], frames: number): { drawn: number[]; asked: number[] } {
  const there = new Set([0]);
  let sight: Sight = { asked: 0, drawn: 0 };
  let due: { top: number; at: number } | undefined;
  const drawn: number[] = [];
  const asked: number[] = [];
  for (const [frame, top] of tops.entries()) {
    if (due && frame >= due.at) there.add(due.top);
    for (;;) {
      const next = nextSight(sight, top, (place) => there.has(place));
      if (next === sight) break;
      sight = next;
    }
    if (!there.has(sight.asked) && due?.top !== sight.asked) {
      due = { top: sight.asked, at: frame + frames };
      asked.push(sight.asked);
    }
    drawn.push(sight.drawn);
  }
  return { drawn, asked };
}

describe('what is drawn while the bar is dragged', () => {
  const tops = Array.from({ length: 60 }, (_, index) => index * 1000);

  it('is never blank, and comes along as fast as the source can', () => {
    const { drawn, asked } = drag(tops, 3);
    expect(drawn.slice(0, 10)).toEqual([0, 0, 0, 0, 1000, 1000, 1000, 4000, 4000, 4000]);
    expect(asked.slice(0, 4)).toEqual([1000, 4000, 7000, 10_000]);
  });

  it('is where the hands are once they rest and the rows came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1 }), fc.integer({ min: 1, max: 5 }), (moves, frames) => {
        const last = moves.at(-1) ?? 0;
        const rest = Array.from({ length: 2 * frames + 2 }, () => last);
        expect(drag([...moves, ...rest], frames).drawn.at(-1)).toBe(last);
      }),
    );
  });

  it('asks for one place at a time', () => {
    const { asked } = drag(tops, 10);
    expect(asked).toHaveLength(6);
  });

  it('changes nothing where nothing has changed', () => {
    const sight = { asked: 5, drawn: 5 };
    expect(nextSight(sight, 5, () => true)).toBe(sight);
    expect(nextSight(sight, 5, () => false)).toBe(sight);
    expect(nextSight({ asked: 5, drawn: 1 }, 9, () => false)).toEqual({ asked: 5, drawn: 1 });
  });
});
