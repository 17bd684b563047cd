import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../src/core/view/bounds';
import { clampRange, orderedRange, SHORTEST_SPAN, spanOf } from '../../../src/core/view/range';
import { reduceView, type ViewAction } from '../../../src/core/view/reduce';
import { shownRange } from '../../../src/core/view/view';
import { viewFrom } from '../../../src/core/view/view-from';
import { at, lane, limit, seg, timeline, track, usualCall } from '../../fixtures/timelines';

const bounds = boundsOf(usualCall());

describe('reduceView', () => {
  it('keeps the instant under the cursor in its place while zooming', () => {
    const view = viewFrom();
    const before = shownRange(view, bounds);
    const share = (at('5:00') - before.start) / spanOf(before);
    const after = shownRange(reduceView(view, { type: 'zoomAt', factor: 4, at: at('5:00') }, bounds), bounds);
    expect(spanOf(after)).toBeCloseTo(spanOf(before) / 4, 0);
    expect((at('5:00') - after.start) / spanOf(after)).toBeCloseTo(share, 3);
  });

  it('pans without changing the span by a bit, however often', () => {
    let view = reduceView(viewFrom(), { type: 'zoomBy', factor: 7.3 }, bounds);
    const span = spanOf(shownRange(view, bounds));
    for (let n = 0; n < 100; n++) view = reduceView(view, { type: 'panBy', by: 123.456 * (n % 3) }, bounds);
    expect(spanOf(shownRange(view, bounds))).toBe(span);
  });

  it('stays inside the extent and never gets too short, whatever is asked', () => {
    const number = fc.double({ noNaN: false });
    const action: fc.Arbitrary<ViewAction> = fc.oneof(
      fc.record({ type: fc.constant('zoomAt' as const), factor: number, at: number }),
      fc.record({ type: fc.constant('panBy' as const), by: number }),
      fc.record({ type: fc.constant('panByShare' as const), share: number }),
      fc.record({ type: fc.constant('show' as const), range: fc.record({ start: number, end: number }) }),
      fc.record({ type: fc.constant('zoomBy' as const), factor: fc.double({ min: 0.01, max: 100 }) }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        let view = viewFrom();
        for (const each of actions) view = reduceView(view, each, bounds);
        const shown = shownRange(view, bounds);
        expect(shown.start).toBeGreaterThanOrEqual(bounds.extent.start - 1);
        expect(shown.end).toBeLessThanOrEqual(bounds.extent.end + 1);
        expect(spanOf(shown)).toBeGreaterThanOrEqual(SHORTEST_SPAN - 0.1);
      }),
    );
  });

  it('gives back the same view when nothing changes', () => {
    const view = viewFrom({ selected: 'a' });
    expect(reduceView(view, { type: 'select', id: 'a' }, bounds)).toBe(view);
    expect(reduceView(view, { type: 'fit' }, bounds)).toBe(view);
    const { start, end } = bounds.fit;
    expect(reduceView(view, { type: 'reveal', range: { start: start + 1000, end } }, bounds)).toBe(view);
    const hidden = viewFrom({ hidden: ['a'], filter: 'b' });
    const nothing: ViewAction[] = [
      { type: 'hide', laneIds: ['a'] },
      { type: 'unhide', laneId: 'c' },
      { type: 'moveLane', laneId: 'a', before: 'a' },
      { type: 'restoreOrder' },
      { type: 'filter', text: 'b' },
    ];
    for (const action of nothing) expect(reduceView(hidden, action, bounds)).toBe(hidden);
    const show: ViewAction = { type: 'show', range: { start: at('1:00'), end: at('2:00') } };
    const shown = reduceView(view, show, bounds);
    expect(reduceView(shown, show, bounds)).toBe(shown);
  });

  it('reveals a segment that lies off the screen', () => {
    const view = reduceView(
      viewFrom(),
      { type: 'zoomTo', range: { start: at('0:00'), end: at('1:00') } },
      bounds,
    );
    const range = { start: at('5:00'), end: at('5:30') };
    const shown = shownRange(reduceView(view, { type: 'reveal', range }, bounds), bounds);
    expect(shown.start).toBeLessThan(range.start);
    expect(shown.end).toBeGreaterThan(range.end);
  });

  it('moves the least for it, and not at all where enough can be seen', () => {
    const view = viewFrom({ range: { start: at('4:00'), end: at('5:00') } });
    const revealed = (from: string, to: string) =>
      reduceView(view, { type: 'reveal', range: { start: at(from), end: at(to) } }, bounds);
    expect(revealed('4:45', '8:00')).toBe(view);
    expect(revealed('1:00', '1:10').range).toEqual({ start: at('0:57'), end: at('1:57') });
    expect(revealed('6:00', '6:10').range).toEqual({ start: at('5:13'), end: at('6:13') });
  });

  it('reveals any stretch of the conversation at the same zoom: as much of it as can be seen, with air, or stays', () => {
    const { start, end } = bounds.told;
    const stretch = fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([one, other]) => orderedRange(start + one * (end - start), start + other * (end - start)));
    fc.assert(
      fc.property(stretch, stretch, (seen, wanted) => {
        const view = reduceView(viewFrom(), { type: 'show', range: seen }, bounds);
        const before = shownRange(view, bounds);
        const after = shownRange(reduceView(view, { type: 'reveal', range: wanted }, bounds), bounds);
        const span = spanOf(before);
        const inSight = (shown: typeof before) =>
          Math.min(shown.end, wanted.end) - Math.max(shown.start, wanted.start);
        const enough = Math.min(spanOf(wanted), span * 0.15);
        const stays = inSight(before) >= enough;
        expect(spanOf(after)).toBe(span);
        expect(stays ? after : before).toEqual(before);
        const most = stays ? enough : Math.min(spanOf(wanted), span * 0.95);
        expect(inSight(after)).toBeGreaterThanOrEqual(most - 0.1);
        // What fits moves no farther than it takes, which leaves it a little air.
        const over = Math.max(before.start - wanted.start, wanted.end - before.end);
        const fits = spanOf(wanted) <= span * 0.9 && !stays;
        expect(fits ? Math.abs(after.start - before.start) : 0).toBeLessThanOrEqual(
          Math.abs(over) + span * 0.05 + 0.1,
        );
      }),
    );
  });

  it('zooms around the middle, and moves to later and back', () => {
    const view = reduceView(
      viewFrom(),
      { type: 'show', range: { start: at('3:00'), end: at('5:00') } },
      bounds,
    );
    const shown = (action: ViewAction) => reduceView(view, action, bounds).range;
    expect(shown({ type: 'zoomBy', factor: 2 })).toEqual({ start: at('3:30'), end: at('4:30') });
    expect(shown({ type: 'panBy', by: 60_000 })).toEqual({ start: at('4:00'), end: at('6:00') });
    expect(shown({ type: 'panByShare', share: -0.5 })).toEqual({ start: at('2:00'), end: at('4:00') });
    expect(shown({ type: 'fit' })).toBeUndefined();
  });

  it.each([{ selected: 'a' }, { measured: { start: 1, end: 2 } }, { highlighted: ['hold' as const] }])(
    'clears what is selected, measured and highlighted, any of them (%o)',
    (chosen) => {
      expect(reduceView(viewFrom(chosen), { type: 'clear' }, bounds)).toEqual(viewFrom());
      const view = viewFrom({ folded: ['a'] });
      expect(reduceView(view, { type: 'clear' }, bounds)).toBe(view);
    },
  );

  it('zooms to a range with air at both sides, and keeps the middle of one that is too short', () => {
    const range = { start: at('2:00'), end: at('3:00') };
    const zoomed = shownRange(reduceView(viewFrom(), { type: 'zoomTo', range }, bounds), bounds);
    expect(range.start - zoomed.start).toBeCloseTo(4800, 0);
    expect(zoomed.end - range.end).toBeCloseTo(4800, 0);
    expect(clampRange({ start: 100, end: 102 }, { start: 0, end: 1000 })).toEqual({ start: 96, end: 106 });
    expect(orderedRange(2, 1)).toEqual({ start: 1, end: 2 });
  });

  it('shows more when one zooms out, of millennia, too', () => {
    const ages = boundsOf(
      timeline([
        lane('a', 'A', {
          tracks: [track('t', [{ ...seg('connected', '0:00', '1:00'), start: -6e13, end: 2.5e14 }])],
        }),
      ]),
    );
    const out = shownRange(reduceView(viewFrom(), { type: 'zoomBy', factor: 0.5 }, ages), ages);
    expect(spanOf(out)).toBeGreaterThan(spanOf(ages.fit));
  });

  it('shows what fits in place of a stretch in which there is nothing, wherever it was asked for', () => {
    const year = 365 * 86_400_000;
    const ranges = [-year, year].map((by) => ({ start: at('1:00') + by, end: at('3:00') + by }));
    for (const range of [...ranges, { start: Number.NaN, end: Number.NaN }]) {
      expect(shownRange(viewFrom({ range }), bounds)).toEqual(bounds.fit);
      const replaced = reduceView(viewFrom(), { type: 'replace', view: viewFrom({ range }) }, bounds);
      expect(shownRange(replaced, bounds)).toEqual(bounds.fit);
      const zoomed = shownRange(reduceView(viewFrom(), { type: 'zoomTo', range }, bounds), bounds);
      expect(zoomed.start).toBeLessThan(at('0:10'));
      expect(zoomed.end).toBeGreaterThan(at('8:00'));
      // Hands go on from what is seen.
      const panned = reduceView(viewFrom({ range }), { type: 'panByShare', share: 0.1 }, bounds);
      expect(shownRange(panned, bounds).start).toBeCloseTo(bounds.fit.start + spanOf(bounds.fit) * 0.1, -1);
    }
  });

  it('stays where hands led, though there is nothing but air', () => {
    let view = reduceView(viewFrom(), { type: 'zoomBy', factor: 20 }, bounds);
    for (let n = 0; n < 100; n++) view = reduceView(view, { type: 'panByShare', share: 1 }, bounds);
    expect(shownRange(view, bounds).end).toBeCloseTo(bounds.extent.end, 0);
  });

  it('switches overlays, clock, folds and highlights', () => {
    let view = viewFrom();
    view = reduceView(view, { type: 'toggleOverlay', overlay: 'peers' }, bounds);
    view = reduceView(view, { type: 'toggleClock' }, bounds);
    view = reduceView(view, { type: 'toggleFold', laneIds: ['jonas'] }, bounds);
    view = reduceView(view, { type: 'toggleHighlight', segment: 'hold' }, bounds);
    expect(view).toMatchObject({
      overlays: { peers: true },
      clock: 'elapsed',
      folded: ['jonas'],
      highlighted: ['hold'],
    });
    view = reduceView(view, { type: 'toggleFold', laneIds: ['jonas'] }, bounds);
    expect(view.folded).toEqual([]);
    expect(JSON.parse(JSON.stringify(view))).toEqual(JSON.parse(JSON.stringify(view)));
    view = reduceView(view, { type: 'measure', range: { start: at('1:00'), end: at('2:00') } }, bounds);
    expect(reduceView(view, { type: 'clear' }, bounds)).toMatchObject({
      highlighted: [],
      measured: undefined,
    });
    const part = viewFrom({ range: { start: at('1:00'), end: at('2:00') } });
    expect(reduceView(part, { type: 'toggleIdle' }, bounds)).toMatchObject({
      idle: 'folded',
      range: undefined,
    });
    const plain = viewFrom();
    expect(reduceView(plain, { type: 'clear' }, bounds)).toBe(plain);
    expect(reduceView(plain, { type: 'measure' }, bounds)).toBe(plain);
  });
});

describe('boundsOf', () => {
  it('fits planned stretches unless they would squeeze what has happened', () => {
    const planned = (to: string) =>
      timeline([
        lane('a', 'A', {
          tracks: [
            track('t', [
              seg('connected', '0:00', '10:00'),
              seg('parked', '10:00', to, { certainty: 'planned' }),
            ]),
          ],
        }),
      ]);
    expect(boundsOf(planned('12:00')).fit.end).toBeGreaterThan(at('12:00'));
    expect(boundsOf(planned('600:00')).fit.end).toBeLessThan(at('12:00'));
    expect(boundsOf(planned('600:00')).extent.end).toBeGreaterThan(at('600:00'));
  });

  it.each(['scheduled', 'parked'] as const)(
    'fits all that is planned where nothing but waiting has happened (%s)',
    (type) => {
      const waiting = timeline([
        lane('a', 'A', {
          tracks: [
            track('t', [
              seg(type, '0:00', '0:01', { certainty: 'inferred' }),
              seg(type, '0:01', '120:00', { certainty: 'planned' }),
            ]),
          ],
        }),
      ]);
      expect(boundsOf(waiting).fit.end).toBeGreaterThan(at('120:00'));
    },
  );

  it('lets one pan to a limit that was not reached', () => {
    const tracks = [track('t', [seg('acw', '0:00', '1:00')])];
    const acw = timeline([lane('a', 'A', { tracks, limits: [limit('acw', '10:00')] })]);
    expect(boundsOf(acw).extent.end).toBeGreaterThan(at('10:00'));
  });

  it('gives an empty timeline something to look at', () => {
    const { fit } = boundsOf(timeline([lane('a', 'A')]));
    expect(spanOf(fit)).toBeGreaterThanOrEqual(1000);
    const moment = boundsOf(
      timeline([lane('a', 'A', { tracks: [track('t', [seg('acw', '1:00', '1:00')])] })]),
    );
    expect(moment.extent.start).toBeLessThan(moment.fit.start);
    expect(moment.extent.end).toBeGreaterThan(moment.fit.end);
  });
});
