import { describe, expect, test } from 'vitest';
import { filterCount, isFiltered, NOTHING_CHOSEN, toggled } from '../../../src/app/browse/state/browseState';
import { entryFrom } from '../../../src/app/browse/state/historyState';
import { parseLength } from '../../../src/app/browse/state/lengths';
import {
  dayOf,
  filterOf,
  instantAt,
  isEmptyTime,
  periodTime,
  wallText,
  withTyped,
} from '../../../src/app/browse/state/period';
import {
  columnChoiceFrom,
  movedBy,
  narrowed,
  widenedBy,
  withShown,
  withSizes,
} from '../../../src/app/browse/list/useColumns';
import { zoneFor } from '../../../src/ui/zone';
import { SHOWN_FIRST } from '../../../src/app/browse/list/columns';

describe('a length as people type it', () => {
  test.each([
    ['90', 90_000],
    [' 1,5 ', 1500],
    ['1:30', 90_000],
    ['1:02:03', 3_723_000],
    ['90:00', 5_400_000],
    ['2m', 120_000],
    ['1h 5m 10s', 3_910_000],
    ['250 ms', 250],
    ['0:00.250', 250],
    ['2d 3:04:05', 183_845_000],
    ['2d', 172_800_000],
  ])('%s is %d ms', (text, ms) => expect(parseLength(text)).toBe(ms));

  test.each(['', 'soon', '1:99', '-5', '5 days', '1:2:3:4', 'NaN'])('%j is none', (text) =>
    expect(parseLength(text)).toBeUndefined(),
  );
});

describe('a period', () => {
  const HOUR = 3_600_000;

  test('begins and ends at midnight of the zone', () => {
    const now = Date.UTC(2026, 10, 27, 0, 30);
    expect(periodTime('today', now, 'UTC')).toEqual({
      from: Date.UTC(2026, 10, 27),
      to: Date.UTC(2026, 10, 28),
    });
    // In New York it is still the day before.
    expect(periodTime('yesterday', now, 'America/New_York')).toEqual({
      from: Date.UTC(2026, 10, 25, 5),
      to: Date.UTC(2026, 10, 26, 5),
    });
    expect(periodTime('week', now, 'UTC').from).toBe(Date.UTC(2026, 10, 21));
  });

  test('of a day on which clocks change has 23 or 25 hours', () => {
    const lengthOf = ({ from, to }: { from: number; to: number }) => (to - from) / HOUR;
    expect(lengthOf(dayOf(Date.UTC(2026, 2, 29, 12), 'Europe/Berlin'))).toBe(23);
    expect(lengthOf(dayOf(Date.UTC(2026, 9, 25, 12), 'Europe/Berlin'))).toBe(25);
    expect(lengthOf(dayOf(Date.UTC(2026, 9, 26, 12), 'Europe/Berlin'))).toBe(24);
  });
});

describe('a time on the wall', () => {
  const berlin = zoneFor('Europe/Berlin');

  test('that comes twice is the first or the last of them', () => {
    const wall = Date.UTC(2026, 9, 25, 2, 30);
    expect(instantAt(wall, berlin)).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(instantAt(wall, berlin, 'last')).toBe(Date.UTC(2026, 9, 25, 1, 30));
  });

  test.each(['first', 'last'] as const)(
    'that never comes is an hour later, and any other is itself',
    (which) => {
      expect(instantAt(Date.UTC(2026, 2, 29, 2, 30), berlin, which)).toBe(Date.UTC(2026, 2, 29, 1, 30));
      expect(instantAt(Date.UTC(2026, 2, 29, 1, 59), berlin, which)).toBe(Date.UTC(2026, 2, 29, 0, 59));
      expect(instantAt(Date.UTC(2026, 9, 25, 3), berlin, which)).toBe(Date.UTC(2026, 9, 25, 2));
      expect(instantAt(Date.UTC(2026, 9, 25, 1, 59), berlin, which)).toBe(Date.UTC(2026, 9, 24, 23, 59));
      // Clocks are put on at midnight there.
      expect(instantAt(Date.UTC(2026, 2, 29), zoneFor('Asia/Beirut'), which)).toBe(Date.UTC(2026, 2, 28, 22));
    },
  );
});

describe('the ends of a time as they are typed', () => {
  const from = Date.UTC(2026, 10, 27, 9, 7);
  const typed = (end: 'from' | 'to', text: string) => withTyped({ from }, { end, text }, 'Europe/Berlin');

  test('stand on the clock of the zone', () => {
    expect(wallText(from, 'Europe/Berlin')).toBe('2026-11-27T10:07');
    expect(wallText(undefined, 'Europe/Berlin')).toBe('');
    expect(typed('to', '2026-11-27T11:00')).toEqual({ from, to: Date.UTC(2026, 10, 27, 10) });
  });

  test('go when nothing is left of them, and stay as they are where what is typed is no time', () => {
    expect(typed('from', '')).toEqual({});
    expect(typed('from', '2026-11-27T99:99')).toBeUndefined();
  });

  test('mean the whole of an hour that comes twice', () => {
    const twice = '2026-10-25T02:30';
    expect(typed('from', twice)).toEqual({ from: Date.UTC(2026, 9, 25, 0, 30) });
    expect(typed('to', twice)).toEqual({ from, to: Date.UTC(2026, 9, 25, 1, 30) });
  });

  test('leave nothing between them where the last is not after the first', () => {
    expect(isEmptyTime({ from, to: from })).toBe(true);
    expect(isEmptyTime({ from, to: from + 1 })).toBe(false);
    expect(isEmptyTime({ from })).toBe(false);
    expect(isEmptyTime({})).toBe(false);
  });
});

test('what a source is asked for holds only what was chosen', () => {
  expect(filterOf({ ...NOTHING_CHOSEN, text: '  ' }, 0, 'UTC')).toEqual({});
  expect(filterOf({ ...NOTHING_CHOSEN, text: ' ada ', time: { from: 1 } }, 0, 'UTC')).toEqual({
    text: 'ada',
    time: { from: 1 },
  });
});

test.each([
  ['"Maya Okafor"', 'Maya Okafor'],
  ['„Maya“ «Okafor»', 'Maya Okafor'],
  // Within a word they are of the data; who has typed but the first is yet to say what is looked for.
  ['5"x7', '5"x7'],
  ['"', undefined],
])('%j looks for %j', (text, wanted) =>
  expect(filterOf({ ...NOTHING_CHOSEN, text }, 0, 'UTC').text).toBe(wanted),
);

test('filters are counted by what can be taken off', () => {
  const state = toggled(
    toggled({ ...NOTHING_CHOSEN, ranges: { hold: { min: 1 } } }, 'media', 'call'),
    'media',
    'chat',
  );
  expect(filterCount(state)).toBe(3);
  expect(filterCount({ ...state, text: 'x', period: 'today' })).toBe(5);
  expect(isFiltered({ ...NOTHING_CHOSEN, text: ' ', sort: [{ by: 'hold' }] })).toBe(false);
  expect(toggled(state, 'media', 'call').choices).toEqual({ media: ['chat'] });
});

test('an entry of the history is read whatever stands in it', () => {
  expect(entryFrom(null)).toEqual({ chosen: {} });
  expect(entryFrom({ place: { top: 'x', row: 1 }, from: { search: 1 } })).toEqual({ chosen: {} });
  expect(
    entryFrom({ place: { top: 380, row: 10 }, from: { search: 'v=1', row: 4, chosen: { text: 'a' } } }),
  ).toEqual({
    chosen: {},
    place: { top: 380, row: 10 },
    from: { search: 'v=1', row: 4, chosen: { text: 'a' } },
  });
});

describe('the columns', () => {
  test('are as at first where nothing sensible was kept', () => {
    const first = columnChoiceFrom(undefined);
    expect(first.order.filter((id) => first.visibility[id])).toEqual(SHOWN_FIRST);
    expect(
      columnChoiceFrom({ order: 'hold', visibility: 3, sizing: { hold: -4, acw: 99_999, gone: 100 } }),
    ).toEqual(first);
  });

  test('keep their order, width and whether they are shown; the conversation always is', () => {
    const kept = columnChoiceFrom({
      order: ['hold', 'title', 'no such column', 'hold'],
      visibility: { title: false, acw: false, id: true },
      sizing: { hold: 140 },
    });
    expect(kept.order.slice(0, 2)).toEqual(['hold', 'title']);
    expect(new Set(kept.order).size).toBe(kept.order.length);
    expect(kept.visibility).toMatchObject({ title: true, acw: false, id: true });
    expect(kept.sizing).toEqual({ hold: 140 });
  });

  test('move by places, widen by steps but never below what can be used, and hide', () => {
    const first = columnChoiceFrom(undefined);
    expect(first.order.slice(0, 3)).toEqual(['title', 'start', 'preview']);
    expect(movedBy(first, 'title', 1).order.slice(0, 3)).toEqual(['start', 'title', 'preview']);
    expect(movedBy(first, 'preview', -1).order.slice(0, 3)).toEqual(['title', 'preview', 'start']);
    expect(movedBy(first, 'preview', -1).order).toHaveLength(first.order.length);
    expect(widenedBy(first, 'title', 24).sizing).toEqual({ title: 224 });
    expect(widenedBy(widenedBy(first, 'title', 24), 'title', -24).sizing).toEqual({ title: 200 });
    expect(widenedBy({ ...first, sizing: { title: 70 } }, 'title', -24).sizing).toEqual({ title: 60 });
    expect(withShown(first, 'hold', false).visibility).toEqual({ ...first.visibility, hold: false });
  });

  test('are never wider nor narrower than what is kept', () => {
    const first = columnChoiceFrom(undefined);
    const pulled = withSizes(first, { title: 3000, hold: 20, acw: 100 });
    expect(pulled.sizing).toMatchObject({ acw: 100 });
    for (const choice of [pulled, widenedBy(pulled, 'title', 24)]) {
      expect(columnChoiceFrom(structuredClone(choice))).toEqual(choice);
    }
  });

  test('begin with the name and the picture where it is narrow', () => {
    const choice = narrowed(columnChoiceFrom({ order: ['hold'], sizing: { title: 700 } }));
    expect(choice.order.slice(0, 3)).toEqual(['title', 'preview', 'hold']);
    expect(choice.visibility.start).toBe(false);
    expect(choice.sizing.title).toBeLessThan(200);
  });
});
