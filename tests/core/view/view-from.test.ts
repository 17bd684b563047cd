import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ViewInit } from '../../../src/core/view/view';
import { readView, viewFrom } from '../../../src/core/view/view-from';
import { WHOLE_VIEW } from '../../fixtures/views';

describe('a view from elsewhere', () => {
  it('is taken as far as it is sound', () => {
    const view = readView({
      range: { start: 1, end: 2 },
      measured: { start: 2, end: 1 },
      selected: 7,
      overlays: { roles: false, peers: 'yes', nonsense: true },
      highlighted: ['hold', 'constructor', 3],
      folded: ['a', {}, 'b'],
      moved: [{ laneId: 'a', before: 3 }, { before: 'b' }, null],
      opened: [1, Number.NaN, '2'],
      clock: 'sundial',
      idle: 'folded',
      filter: ['x'],
    });
    expect(view).toEqual({
      range: { start: 1, end: 2 },
      measured: undefined,
      selected: undefined,
      overlays: { roles: false },
      highlighted: ['hold'],
      folded: ['a', 'b'],
      hidden: [],
      pinned: [],
      moved: [{ laneId: 'a' }],
      opened: [1],
      clock: 'time',
      idle: 'folded',
      grouped: false,
      joined: [],
      filter: '',
    });
  });

  it('is all there is of one that is sound', () => {
    expect(readView(WHOLE_VIEW)).toEqual(WHOLE_VIEW);
    expect(readView({ ...WHOLE_VIEW, idle: 'shown' })).toEqual({ ...WHOLE_VIEW, idle: 'shown' });
  });

  it('has what was marked, be it a point in time', () => {
    const point = { start: 3, end: 3 };
    const view = viewFrom(readView({ measured: point, range: point }));
    expect([view.measured, view.range]).toEqual([point, undefined]);
  });

  it('has no range backwards, or one that is no number, and no more of a kind than there is use for', () => {
    for (const [start, end] of [
      [2, 1],
      [-1e308, 1e308],
      ['1', 2],
      [1, '2'],
      ['1', '2'],
    ]) {
      expect(readView({ range: { start, end } }).range).toBeUndefined();
    }
    const many = Array.from({ length: 100_001 }, (_, place) => `${place}`);
    const { folded, opened, moved } = readView({
      folded: many,
      opened: many.map(Number),
      moved: many.map((laneId) => ({ laneId })),
    });
    expect([folded?.length, opened?.length, moved?.length]).toEqual([100_000, 100_000, 100_000]);
    expect(viewFrom(readView({ grouped: 'yes', idle: 'perhaps', overlays: [true], moved: 'a' }))).toEqual(
      viewFrom({}),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readView(value)).toBeTypeOf('object');
      }),
    );
  });
});

test.each([
  [5, 5],
  [6, 5],
  [0, Infinity],
  [-Infinity, 0],
  [Number.NaN, 5],
  [0, Number.NaN],
])('a range from %d to %d would show nothing, and is none', (start, end) => {
  expect(viewFrom({ range: { start, end } }).range).toBeUndefined();
});

test('what a host does not have takes its default', () => {
  const init = {
    clock: null,
    filter: undefined,
    folded: ['a'],
    overlays: { roles: null, limits: false, peers: undefined },
  };
  expect(viewFrom(init as unknown as ViewInit)).toEqual({
    ...viewFrom(),
    folded: ['a'],
    overlays: { ...viewFrom().overlays, limits: false },
  });
  expect(viewFrom({ range: { start: 1, end: 2 } }).range).toEqual({ start: 1, end: 2 });
});
