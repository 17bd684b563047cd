import { describe, expect, test } from 'vitest';
import { columns, idOf } from '../../../src/app/browse/list/columns';
import { chosenSort, sortingOf, sortOf } from '../../../src/app/browse/list/sorting';
import { heldAround, placesOf, withActive } from '../../../src/app/browse/list/span';
import { onPaper, onScreen } from '../../../src/app/browse/list/tableLayout';
import { pageOf } from '../../../src/app/browse/list/track';
import { SORT_KEYS } from '../../../src/sources/memory/order';
import type { Sort } from '../../../src/sources/source';

describe('the rows that are drawn', () => {
  test('are those in sight, and the one that has the focus', () => {
    expect(placesOf({ first: 4, last: 6 })).toEqual([4, 5, 6]);
    expect(placesOf({ first: 0, last: -1 })).toEqual([]);
    expect(withActive([4, 5, 6], 90, 100)).toEqual([4, 5, 6, 90]);
    expect(withActive([4, 5, 6], 5, 100)).toEqual([4, 5, 6]);
    expect(withActive([4, 5, 6], 100, 100)).toEqual([4, 5, 6]);
    expect(withActive([4, 5, 6], -1, 100)).toEqual([4, 5, 6]);
  });

  test('are on paper all that are held around them, up to the first that is not', () => {
    // held  ·123456·8·
    // sight    34
    const held = new Set([1, 2, 3, 4, 5, 6, 8]);
    const row = { id: '' } as never; // what it says is not looked at
    const rows = { total: 10, rowAt: (at: number) => (held.has(at) ? row : undefined) };
    expect(heldAround({ first: 3, last: 4 }, rows)).toEqual({ first: 1, last: 6 });
  });
});

describe('the order', () => {
  const sort: Sort[] = [{ by: 'hold', descending: true }, { by: 'title' }];

  test('is the same to the list and to the heads of its columns', () => {
    expect(sortOf(sortingOf(sort))).toEqual(sort);
  });

  test('is of columns a source sorts by alone', () => {
    expect(sortOf([{ id: 'preview', desc: false }])).toEqual([]);
  });

  test('is offered by the heads of all columns that a source sorts by, and by no other', () => {
    const offered = columns.filter((one) => 'accessorFn' in one || 'accessorKey' in one);
    const ids = offered.filter((one) => one.enableSorting !== false).map((one) => idOf(one));
    expect(ids.toSorted()).toEqual(SORT_KEYS.toSorted());
  });

  test('has no start before a column that was chosen, unless it was chosen too', () => {
    const both: Sort[] = [{ by: 'start', descending: true }, { by: 'hold' }];
    expect(chosenSort(both, [])).toEqual([{ by: 'hold' }]);
    expect(chosenSort(both, [{ by: 'start', descending: true }])).toEqual(both);
    expect(chosenSort([{ by: 'start' }], [])).toEqual([{ by: 'start' }]);
  });
});

describe('the layout of the table', () => {
  const two = [
    { id: 'title', size: 200 },
    { id: 'hold', size: 104 },
  ];
  const tracked = {
    top: 380,
    track: { rows: 100, row: 38, window: 500 },
    height: 3800,
    onScroll: () => undefined,
    reveal: () => undefined,
    stay: () => 0,
  };

  test('places rows in a window on the screen, and gives what is left to the title', () => {
    const layout = onScreen(two, tracked, 380);
    expect(layout.template).toBe('40px minmax(200px, 1fr) 104px');
    expect(layout.head).toEqual({ minWidth: 344 });
    expect(layout.body).toEqual({ height: 3800, minWidth: 344 });
    expect(layout.window).toEqual({ top: 36, height: 500 });
    expect(layout.row(12)).toEqual({
      gridTemplateColumns: layout.template,
      height: 38,
      transform: 'translateY(76px)',
    });
  });

  test('has a window no higher than the rows', () => {
    const few = { ...tracked, track: { ...tracked.track, rows: 2 } };
    expect(onScreen(two, few, 0).window.height).toBe(76);
  });

  test('shares a sheet among the columns, without the boxes', () => {
    const layout = onPaper(two);
    expect(layout.template).toBe('0px minmax(0, 200fr) minmax(0, 104fr)');
    expect(layout.row(12)).toEqual({ gridTemplateColumns: layout.template });
  });

  test('goes by a page less one row, and by one at least', () => {
    expect(pageOf({ rows: 100, row: 38, window: 500 })).toBe(12);
    expect(pageOf({ rows: 100, row: 38, window: 20 })).toBe(1);
  });
});
