import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asQuestion,
  bucketsFor,
  endOf,
  filled,
  LONG,
  mainPart,
  PIECE,
  placed,
  within,
} from '../../../src/app/browse/overview/buckets';
import { axisWidth, countScale, lengthScale, lengthTick } from '../../../src/app/browse/overview/scale';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('an upright axis', () => {
  test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [21, [0, 10, 20, 30]],
    [13_500, [0, 5000, 10_000, 15_000]],
  ])('of up to %d has the lines %j', (max, ticks) => expect(countScale(max).ticks).toEqual(ticks));

  test('of times has lines people say', () => {
    expect(lengthScale(50_000).ticks).toEqual([0, 15_000, 30_000, 45_000, 60_000]);
    expect(lengthScale(700 * HOUR).ticks).toEqual([0, 200, 400, 600, 800].map((hours) => hours * HOUR));
    expect(lengthScale(800 * HOUR).ticks.map((ms) => lengthTick(ms, 'en-GB'))).toEqual([
      '0',
      '200 hrs',
      '400 hrs',
      '600 hrs',
      '800 hrs',
    ]);
  });

  test('reaches over the greatest, with few lines and one label each', () => {
    assert(
      property(integer({ min: 0, max: 2 ** 45 }), (max) => {
        for (const { ticks, top } of [countScale(max), lengthScale(max)]) {
          expect(top).toBeGreaterThanOrEqual(max);
          expect(ticks.length).toBeLessThanOrEqual(5);
          expect(ticks.at(-1)).toBe(top);
        }
        // Only lines of lengths are labelled as lengths: other numbers are not round in hours.
        const labels = lengthScale(max).ticks.map((ms) => lengthTick(ms, 'en'));
        expect(labels.every((label) => label.length <= 9)).toBe(true);
      }),
    );
  });

  test('has room for the longest of its names, and is as wide as others where they are short', () => {
    const names = lengthScale(3000 * HOUR).ticks.map((ms) => lengthTick(ms, 'de'));
    expect(names.at(-1)).toBe('3.000 Std.');
    // Some six pixels a letter, and what lies between them and the bars.
    expect(axisWidth(names)).toBeGreaterThanOrEqual(10 * 6 + 8);
    expect(axisWidth(['0', '5'])).toBe(axisWidth(['0', '5000']));
  });
});

describe('bars over time', () => {
  test('are hours for some days, and days for some weeks, from midnight of the zone', () => {
    const from = Date.UTC(2026, 10, 24, 9, 17);
    expect(bucketsFor({ from, to: from + 2 * DAY }, 'Europe/Berlin')).toMatchObject({
      step: HOUR,
      origin: Date.UTC(2026, 10, 23, 23),
    });
    expect(bucketsFor({ from, to: from + 28 * DAY }, 'UTC').step).toBe(DAY);
    expect(bucketsFor({ from, to: from + 3000 * DAY }, 'UTC').step % (7 * DAY)).toBe(0);
  });

  test('have gaps where nothing was', () => {
    const empty = (start: number) => ({ start, count: 0 });
    expect(
      filled(
        [
          { start: 0, count: 2 },
          { start: 3, count: 1 },
        ],
        { step: 1, origin: 0, span: { from: 0, to: 3 } },
        empty,
      ),
    ).toEqual([
      { start: 0, count: 2 },
      { start: 1, count: 0 },
      { start: 2, count: 0 },
      { start: 3, count: 1 },
    ]);
    // One stray far away is no reason for a million bars.
    expect(
      filled([empty(0), empty(1e9)], { step: 1, origin: 0, span: { from: 0, to: 1e9 } }, empty).length,
    ).toBeLessThan(1000);
  });
});

describe('bars over a change of clocks', () => {
  /** As a source counts: one conversation in each hour. */
  function hourly(from: number, to: number, step: number, origin: number) {
    const counts = new Map<number, number>();
    for (let at = from; at <= to; at += HOUR) {
      const start = Math.floor((at - origin) / step) * step + origin;
      counts.set(start, (counts.get(start) ?? 0) + 1);
    }
    return [...counts].map(([start, count]) => ({ start, count }));
  }
  function barsOf(from: number, to: number, timeZone: string) {
    const buckets = bucketsFor({ from, to }, timeZone);
    const { step, origin } = asQuestion(buckets);
    const empty = (start: number) => ({ start, count: 0 });
    const found = placed(hourly(from, to, step, origin), buckets, (one, more) => ({
      start: one.start,
      count: one.count + more.count,
    }));
    return { buckets, bars: filled(within(found, buckets), buckets, empty) };
  }
  const clock = (at: number, timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', day: 'numeric' }).format(
      at,
    );

  test('begin at the same hours on both sides of it, so that one is four hours long', () => {
    const { buckets, bars } = barsOf(Date.UTC(2026, 9, 21, 22), Date.UTC(2026, 9, 30, 22), 'Europe/Berlin');
    expect(buckets.step).toBe(3 * HOUR);
    expect(
      bars.every(({ start }) => /(00|03|06|09|12|15|18|21):00$/.test(clock(start, 'Europe/Berlin'))),
    ).toBe(true);
    expect(bars.filter(({ count }) => count === 4)).toEqual([{ start: Date.UTC(2026, 9, 24, 22), count: 4 }]);
    expect(endOf(Date.UTC(2026, 9, 24, 22), buckets)).toBe(Date.UTC(2026, 9, 25, 2));
  });

  test.each([
    ['Europe/Berlin', Date.UTC(2026, 8, 30, 22), 25],
    ['Europe/Berlin', Date.UTC(2026, 2, 9, 23), 23],
    ['America/New_York', Date.UTC(2026, 9, 20, 4), 25],
    // Where clocks change at midnight, the day begins at one.
    ['Asia/Beirut', Date.UTC(2026, 2, 9, 22), 23],
    // Also the very first.
    ['America/Santiago', Date.UTC(2026, 8, 6, 4), 23],
  ])('are days of %s, each from its own midnight', (timeZone, from, hours) => {
    const { buckets, bars } = barsOf(from, from + 40 * DAY, timeZone);
    expect(buckets.step).toBe(DAY);
    const days = bars.map(({ start }) => clock(start, timeZone).slice(0, 2));
    expect(new Set(days.slice(0, 27)).size).toBe(27);
    // The last has but begun.
    const whole = bars.slice(0, -1);
    expect(whole.filter(({ count }) => count !== 24).map(({ count }) => count)).toEqual([hours]);
    expect(whole.every(({ start, count }) => endOf(start, buckets) - start === count * HOUR)).toBe(true);
  });

  test('are none of a day that was left out', () => {
    // In Samoa the 29 December 2011 was followed by the 31.
    for (const [days, longest] of [
      [6, 2 * HOUR],
      [40, DAY],
    ] as const) {
      const from = Date.UTC(2011, 11, 27, 10);
      const { buckets, bars } = barsOf(from, from + days * DAY, 'Pacific/Apia');
      expect(buckets.step).toBe(longest);
      expect(bars.every(({ start }) => endOf(start, buckets) - start === longest)).toBe(true);
      expect(bars.filter(({ count }) => count === 0)).toEqual([]);
      expect(bars.slice(0, -1).every(({ start }, at) => endOf(start, buckets) === bars[at + 1]?.start)).toBe(
        true,
      );
    }
  });

  test('have gaps where nothing was, also there', () => {
    const from = Date.UTC(2026, 8, 30, 22);
    const buckets = bucketsFor({ from, to: from + 40 * DAY }, 'Europe/Berlin');
    const empty = (start: number) => ({ start, count: 0 });
    const bars = filled([empty(from), empty(Date.UTC(2026, 9, 31, 23))], buckets, empty);
    expect(bars).toHaveLength(32);
  });
});

describe('a stray years away', () => {
  const at = (piece: number, count: number) => ({ start: piece * PIECE, count });

  test('does not make one bar of all others', () => {
    const pieces = [at(0, 1), at(340, 512), at(341, 730), at(342, 698), at(390, 2)];
    expect(mainPart(pieces)).toEqual({ from: 340 * PIECE, to: 343 * PIECE });
    expect(PIECE * 340).toBeGreaterThan(LONG);
  });

  test('counts where it is one of few, or where all are spread', () => {
    expect(mainPart([at(0, 1), at(340, 1)])).toBeUndefined();
    expect(mainPart(Array.from({ length: 60 }, (_, piece) => at(piece, 40)))).toBeUndefined();
    expect(mainPart([])).toBeUndefined();
  });

  test('is left out of the bars, whose ends are kept', () => {
    const buckets = { step: 10, origin: 0, span: { from: 25, to: 50 } };
    const starts = within(
      [0, 10, 20, 30, 50, 60].map((start) => ({ start })),
      buckets,
    );
    expect(starts.map(({ start }) => start)).toEqual([20, 30, 50]);
  });
});
