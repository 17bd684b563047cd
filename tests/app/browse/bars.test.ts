import { describe, expect, test } from 'vitest';
import { barNames } from '../../../src/app/browse/overview/barNames';
import { type Distribution, quantileLines, rangeOver } from '../../../src/app/browse/overview/bins';
import { bucketsFor } from '../../../src/app/browse/overview/buckets';
import { narrowedRange, narrowedTime } from '../../../src/app/browse/overview/narrowed';
import { barAt } from '../../../src/app/browse/overview/plot';
import { nothingFrom, summed } from '../../../src/app/browse/overview/states';
import { formatFor } from '../../../src/ui/format';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const bins = [
  { from: 0, to: 60, count: 4 },
  { from: 60, to: 120, count: 0 },
  { from: 120, to: 900, count: 1 },
];

describe('the bar at a pointer', () => {
  //   0   50                      250 254
  //   │axis│ 0  │ 1  │ 2  │ 3  │ 4  │
  const plot = { bars: 5, left: 50, right: 4 };

  test.each([
    [50, 0],
    [89, 0],
    [90, 1],
    [249, 4],
  ])('at %d pixels is the one of place %d', (x, place) => expect(barAt(x, 254, plot)).toBe(place));

  test.each([0, 49, 250, 300])('is none at %d pixels, beside them', (x) =>
    expect(barAt(x, 254, plot)).toBeUndefined(),
  );

  test('is none where there are no bars to be seen', () => expect(barAt(10, 40, plot)).toBeUndefined());
});

describe('the bars of a distribution', () => {
  const data: Distribution = { kind: 'distribution', count: 5, none: 0, median: 59, p90: 60, bins };

  test('have a line at the middle and one at the ninth of ten', () => {
    expect(quantileLines(data)).toEqual([
      { index: 0, name: 'median' },
      { index: 1, name: '90%' },
    ]);
  });

  test('have one line where both lie in one bar, and the last has all that is longer', () => {
    expect(quantileLines({ ...data, median: 900, p90: 4000 })).toEqual([{ index: 2, name: 'median, 90%' }]);
  });

  test('have none where nothing was counted', () => {
    expect(quantileLines({ kind: 'distribution', count: 0, none: 3, bins: [] })).toEqual([]);
  });

  test('filter from the first to the last that was chosen; after the last nothing ends', () => {
    expect(rangeOver(bins, [0, 0], false)).toEqual({ min: 0, max: 59 });
    expect(rangeOver(bins, [0, 1], false)).toEqual({ min: 0, max: 119 });
    expect(rangeOver(bins, [1, 2], false)).toEqual({ min: 60 });
    expect(rangeOver(bins, [1, 3], false)).toBeUndefined();
  });

  test('leave out those without any where only some are meant', () => {
    expect(rangeOver(bins, [0, 0], true)).toEqual({ min: 1, max: 59 });
    expect(rangeOver(bins, [1, 1], true)).toEqual({ min: 60, max: 119 });
  });
});

test('what bars choose lies within what was chosen before', () => {
  expect(narrowedRange({ min: 60, max: 119 })).toEqual({ min: 60, max: 119 });
  expect(narrowedRange({ min: 60, max: 119 }, { min: 70 })).toEqual({ min: 70, max: 119 });
  expect(narrowedRange({ min: 60 }, { min: 0, max: 90 })).toEqual({ min: 60, max: 90 });
  // Of a chart that still shows what was chosen before: the bar as it is.
  expect(narrowedRange({ min: 60, max: 119 }, { max: 50 })).toEqual({ min: 60, max: 119 });
  expect(narrowedTime({ from: HOUR, to: DAY }, { from: 0, to: 2 * HOUR })).toEqual({
    from: HOUR,
    to: 2 * HOUR,
  });
  expect(narrowedTime({ from: HOUR, to: DAY }, { from: 2 * HOUR })).toEqual({ from: 2 * HOUR, to: DAY });
  expect(narrowedTime({ from: HOUR, to: DAY }, { to: HOUR })).toEqual({ from: HOUR, to: DAY });
});

describe('a bar over time', () => {
  const format = formatFor({ locale: 'en-GB', timeZone: 'Europe/Berlin' });
  const from = Date.UTC(2026, 10, 26, 23); // midnight there
  const named = (start: number, length: number) =>
    barNames(start, bucketsFor({ from, to: from + length }, 'Europe/Berlin'), format);

  test('says its hour, and where a day begins the day instead', () => {
    expect(named(from + 5 * HOUR, DAY)).toEqual({ label: '27 Nov 2026 05:00', tick: '05:00' });
    expect(named(from + DAY, DAY)).toEqual({ label: '28 Nov 2026 00:00', tick: '28 Nov' });
  });

  test('over many days says nothing but where one begins', () => {
    expect(named(from + 6 * HOUR, 10 * DAY)).toEqual({ label: '27 Nov 2026 06:00', tick: '' });
    expect(named(from + DAY, 10 * DAY)).toEqual({ label: '28 Nov 2026 00:00', tick: '28 Nov' });
  });

  test('of a whole day says the day alone', () => {
    expect(named(from, 60 * DAY)).toEqual({ label: '27 Nov 2026', tick: '27 Nov' });
  });

  test('over more than a year says the year under the bars as well', () => {
    expect(named(from, 365 * DAY).tick).toBe('27 Nov');
    expect(named(from, 400 * DAY).tick).toBe('27 Nov 2026');
    expect(named(from, 3000 * DAY)).toEqual({ label: '27 Nov 2026', tick: '27 Nov 2026' });
  });

  test('adds up state by state', () => {
    const one = { ...nothingFrom(from), talk: 2, hold: 3 };
    expect(summed(one, { ...nothingFrom(from + HOUR), talk: 5, acw: 1 })).toEqual({
      ...nothingFrom(from),
      talk: 7,
      hold: 3,
      acw: 1,
    });
  });
});
