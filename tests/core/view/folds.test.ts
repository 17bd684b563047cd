import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldsFrom, foldWidth, fromDrawn, openParts, toDrawn } from '../../../src/core/view/folds';
import { boundsIn, foldsOf, gapsOf } from '../../../src/core/view/gaps';
import { boundsOf } from '../../../src/core/view/bounds';
import { type Range, spanOf } from '../../../src/core/view/range';
import { reduceView } from '../../../src/core/view/reduce';
import { scaleOf, toInstant, toPixel } from '../../../src/core/view/scale';
import { shownRange } from '../../../src/core/view/view';
import { viewFrom } from '../../../src/core/view/view-from';
import { panOf, windowOf } from '../../../src/core/layout/window';
import {
  at,
  lane,
  link,
  milestone,
  role,
  seg,
  START,
  timeline,
  track,
  usualCall,
} from '../../fixtures/timelines';

/** Gaps in order, none touching, after some instant of this year. */
const gaps = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 1e8 }), fc.integer({ min: 100, max: 5e9 })), { maxLength: 8 })
  .map((pairs) => {
    let at = START;
    return pairs.map(([before, length]): Range => {
      const start = at + before;
      at = start + length;
      return { start, end: at };
    });
  });
const instant = fc.integer({ min: -1e9, max: 5e10 }).map((ms) => START + ms);

function foldsOfAll(ranges: readonly Range[]) {
  return foldsFrom(ranges, ranges.length === 0 ? 0 : foldWidth(ranges, 6e10));
}

describe('a scale with folds', () => {
  it('never runs backwards, and never stands still', () => {
    fc.assert(
      fc.property(gaps, instant, instant, (ranges, one, other) => {
        const folds = foldsOfAll(ranges);
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        if (late - early < 10_000_000) return;
        expect(toDrawn(folds, late)).toBeGreaterThan(toDrawn(folds, early));
      }),
    );
  });

  it('has an exact inverse', () => {
    fc.assert(
      fc.property(gaps, instant, (ranges, at) => {
        const folds = foldsOfAll(ranges);
        const back = fromDrawn(folds, toDrawn(folds, at));
        const inFold = folds.find(({ start, end }) => at > start && at < end);
        // Inside a fold a pixel is much time: exact to what a double can tell there.
        const slack = inFold ? (spanOf(inFold) / inFold.shown) * 0.001 : 0.001;
        expect(Math.abs(back - at)).toBeLessThanOrEqual(slack);
      }),
    );
  });

  it('is as wide as what is open plus the folds', () => {
    fc.assert(
      fc.property(gaps, instant, (ranges, start) => {
        const folds = foldsOfAll(ranges);
        const end = START + 6e10;
        const inside = folds.filter((fold) => fold.start >= start && fold.end <= end);
        const cut = folds.some((fold) => fold.start < start && fold.end > start);
        if (cut) return;
        const open = openParts(folds, { start, end }).reduce((sum, part) => sum + spanOf(part), 0);
        const folded = inside.reduce((sum, { shown }) => sum + shown, 0);
        expect(toDrawn(folds, end) - toDrawn(folds, start)).toBeCloseTo(open + folded, 2);
        const scale = scaleOf({ start, end }, 800, folds);
        expect(toPixel(scale, end)).toBeCloseTo(800, 6);
        expect(toPixel(scale, start)).toBeCloseTo(0, 6);
      }),
    );
  });

  it('is the plain scale outside, whatever is folded elsewhere', () => {
    const folds = foldsFrom([{ start: at('10:00'), end: at('60:00') }], 20_000);
    const scale = scaleOf({ start: at('0:00'), end: at('70:00') }, 1000, folds);
    const minute = toPixel(scale, at('1:00')) - toPixel(scale, at('0:00'));
    expect(toPixel(scale, at('66:00')) - toPixel(scale, at('65:00'))).toBeCloseTo(minute, 6);
    expect(toPixel(scale, at('60:00')) - toPixel(scale, at('10:00'))).toBeCloseTo(minute / 3, 6);
    expect(toInstant(scale, toPixel(scale, at('65:00')))).toBeCloseTo(at('65:00'), 3);
  });

  it('lays out the same window from either side of a fold', () => {
    const folds = foldsFrom([{ start: at('10:00'), end: at('60:00') }], 20_000);
    const range = { start: at('9:00'), end: at('61:00') };
    const window = windowOf(range, 600, folds);
    expect(panOf(window, range) + toPixel(window, range.start)).toBeCloseTo(0, 6);
    expect(panOf(window, range) + toPixel(window, range.end)).toBeCloseTo(600, 3);
  });
});

/** Two minutes, seven and a half hours in which the customer waits, then a call; and a leg stuck for months. */
function idle() {
  return timeline([
    lane('c', 'Customer', {
      purpose: 'customer',
      tracks: [track('c1', [seg('connected', '0:00', '460:00')])],
    }),
    lane('f', 'Flow', { purpose: 'ivr', tracks: [track('f1', [seg('ivr', '0:00', '2:00')])] }),
    lane('q', 'Queue', { purpose: 'acd', tracks: [track('q1', [seg('queued', '2:00', '450:00')])] }),
    lane('a', 'Agent', { tracks: [track('a1', [seg('connected', '450:00', '460:00')])] }),
    lane('b', 'Stuck', { tracks: [track('b1', [seg('connected', '455:00', '87840:00')])] }),
  ]);
}

describe('gapsOf', () => {
  const told = (of: ReturnType<typeof timeline>) => boundsOf(of).told;

  it('finds where somebody only waits, and where nobody can still be talking', () => {
    expect(gapsOf(idle(), told(idle()))).toEqual([
      { start: at('2:00'), end: at('450:00') },
      { start: at('460:00'), end: at('87840:00') },
    ]);
  });

  it('finds none in a usual call, nor in an hour of talk', () => {
    expect(gapsOf(usualCall(), told(usualCall()))).toEqual([]);
    const long = timeline([
      lane('c', 'C', { purpose: 'customer', tracks: [track('c1', [seg('connected', '0:00', '90:00')])] }),
      lane('a', 'A', { tracks: [track('a1', [seg('connected', '0:10', '90:00')])] }),
    ]);
    expect(gapsOf(long, told(long))).toEqual([]);
  });

  it.each(['customer', 'External'])('finds where a %s is left on hold', (purpose) => {
    const held = timeline([
      lane('c', 'C', {
        purpose,
        tracks: [track('c1', [seg('connected', '0:00', '1:00'), seg('hold', '1:00', '90:00')])],
        roles: [role('sharer', '0:30', '90:00')],
      }),
      lane('a', 'A', { tracks: [track('a1', [seg('connected', '0:10', '1:00')])] }),
      lane('b', 'B', { tracks: [track('b1', [seg('connected', '90:00', '92:00')])] }),
    ]);
    expect(gapsOf(held, told(held))).toEqual([{ start: at('1:00'), end: at('90:00') }]);
  });

  it('finds a stretch of minutes in which there is nothing at all', () => {
    const two = timeline([
      lane('a', 'A', {
        tracks: [track('a1', [seg('connected', '0:00', '5:00'), seg('connected', '20:00', '25:00')])],
      }),
    ]);
    expect(gapsOf(two, told(two))).toEqual([{ start: at('5:00'), end: at('20:00') }]);
  });

  it('ends where anything happens, if only for an instant', () => {
    const talks = [track('a1', [seg('connected', '0:00', '5:00'), seg('connected', '40:00', '45:00')])];
    const told = { start: at('0:00'), end: at('45:00') };
    const parts = (...inside: string[]) =>
      ['5:00', ...inside, '40:00'].slice(1).map((end, place) => ({
        start: at(['5:00', ...inside][place] ?? ''),
        end: at(end),
      }));
    const marked = timeline([lane('a', 'A', { tracks: talks, milestones: [milestone('wrapup', '20:00')] })]);
    expect(gapsOf(marked, told)).toEqual(parts('20:00'));
    const links = [link('monitor', 'a', 'a', ['15:00', '25:00'])];
    expect(gapsOf(timeline([lane('a', 'A', { tracks: talks })], { links }), told)).toEqual(
      parts('15:00', '25:00'),
    );
  });

  it('finds none where a machine speaks, where little is to be won, and none behind what fits', () => {
    const speaks = timeline([
      lane('c', 'C', { purpose: 'customer', tracks: [track('c1', [seg('connected', '0:00', '92:00')])] }),
      lane('f', 'F', { purpose: 'ivr', tracks: [track('f1', [seg('ivr', '0:00', '90:00')])] }),
      lane('a', 'A', { tracks: [track('a1', [seg('connected', '90:00', '92:00')])] }),
    ]);
    expect(gapsOf(speaks, told(speaks))).toEqual([]);
    const pause = timeline([
      lane('a', 'A', {
        tracks: [track('a1', [seg('connected', '0:00', '30:00'), seg('connected', '32:00', '60:00')])],
      }),
    ]);
    expect(gapsOf(pause, told(pause))).toEqual([]);
    const planned = timeline([
      lane('a', 'A', {
        tracks: [
          track('a1', [
            seg('connected', '0:00', '5:00'),
            seg('parked', '5:00', '600:00', { certainty: 'planned' }),
          ]),
        ],
      }),
    ]);
    expect(gapsOf(planned, told(planned))).toEqual([]);
  });
});

describe('folding in a view', () => {
  const bounds = boundsOf(idle());

  it('brings all of it into sight, readable', () => {
    const view = reduceView(viewFrom(), { type: 'toggleIdle' }, bounds);
    const folds = foldsOf(bounds, view);
    const range = shownRange(view, bounds);
    expect(range.start).toBeLessThanOrEqual(at('0:00'));
    expect(range.end).toBeGreaterThanOrEqual(at('87840:00'));
    const scale = scaleOf(range, 1000, folds);
    expect(toPixel(scale, at('2:00')) - toPixel(scale, at('0:00'))).toBeGreaterThan(100);
    expect(toPixel(scale, at('450:00')) - toPixel(scale, at('2:00'))).toBeLessThan(60);
  });

  it('opens one gap and folds it again', () => {
    let view = reduceView(viewFrom(), { type: 'toggleIdle' }, bounds);
    view = reduceView(view, { type: 'toggleGap', start: at('2:00') }, bounds);
    const left = foldsOf(bounds, view);
    expect(left.map(({ start }) => start)).toEqual([at('460:00')]);
    view = reduceView(view, { type: 'toggleGap', start: at('2:00') }, bounds);
    expect(foldsOf(bounds, view)).toHaveLength(2);
    // As wide as before, whatever else is open.
    expect(foldsOf(bounds, view)[1]?.shown).toBe(left[0]?.shown);
    const one = reduceView(viewFrom(), { type: 'toggleGap', start: at('2:00') }, bounds);
    expect(foldsOf(bounds, one).map(({ start }) => start)).toEqual([at('2:00')]);
  });

  it('has a picture also where one is so near in a gap that is folded then that nothing is left of it', () => {
    const range = { start: at('1000:00'), end: at('1000:00') + 10 };
    const view = reduceView(viewFrom({ range }), { type: 'toggleGap', start: at('460:00') }, bounds);
    const folds = foldsOf(bounds, view);
    const window = windowOf(shownRange(view, bounds), 1000, folds);
    for (const value of [window.start, window.end, window.pixelsPerMs, panOf(window, range)])
      expect(value).toSatisfy(Number.isFinite);
  });

  it('keeps the instant under the cursor and the drawn span while zooming and panning', () => {
    let view = reduceView(viewFrom(), { type: 'toggleIdle' }, bounds);
    const folds = foldsOf(bounds, view);
    const x = (instant: number) => toPixel(scaleOf(shownRange(view, bounds), 1000, folds), instant);
    const before = x(at('455:00'));
    view = reduceView(view, { type: 'zoomAt', factor: 3, at: at('455:00') }, bounds);
    expect(x(at('455:00'))).toBeCloseTo(before, 1);
    const width = x(at('456:00')) - x(at('455:00'));
    view = reduceView(view, { type: 'panBy', by: -60_000 }, bounds);
    expect(x(at('456:00')) - x(at('455:00'))).toBeCloseTo(width, 1);
    expect(x(at('455:00'))).toBeCloseTo(before + width, 0);
  });

  it('never leaves what one may see, whatever is asked', () => {
    const number = fc.double({ noNaN: false });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { maxLength: 12 }), (steps) => {
        let view = reduceView(viewFrom(), { type: 'toggleIdle' }, bounds);
        const { extent } = boundsIn(bounds, foldsOf(bounds, view));
        for (const [factor, by] of steps) {
          view = reduceView(view, { type: 'zoomBy', factor }, bounds);
          view = reduceView(view, { type: 'panBy', by }, bounds);
        }
        const { start, end } = shownRange(view, bounds);
        expect(end).toBeGreaterThan(start);
        expect(start).toBeGreaterThanOrEqual(extent.start - 1);
        expect(end).toBeLessThanOrEqual(extent.end + 1);
      }),
    );
  });
});
