import { describe, expect, test } from 'vitest';
import { dateText, dayNamed, isDate } from '../../../../src/app/compare/day/dates';

const HOUR = 3_600_000;

describe('the day that a date names', () => {
  test('lasts from midnight to midnight in the zone', () => {
    expect(dayNamed('2026-11-24', 'UTC')).toEqual({
      from: Date.UTC(2026, 10, 24),
      to: Date.UTC(2026, 10, 25),
    });
    expect(dayNamed('2026-11-24', 'Asia/Kolkata')).toEqual({
      from: Date.UTC(2026, 10, 23, 18, 30),
      to: Date.UTC(2026, 10, 24, 18, 30),
    });
  });

  test.each([
    { date: '2026-03-29', hours: 23 },
    { date: '2026-10-25', hours: 25 },
  ])('has $hours hours on $date in Berlin, where the clocks change', ({ date, hours }) => {
    const { from, to } = dayNamed(date, 'Europe/Berlin') ?? { from: 0, to: 0 };
    expect((to - from) / HOUR).toBe(hours);
  });

  test.each(['', '2026', '0202-11-24', '2026-13-01', '2026-02-31', '2026-11-24T09:00', 'today'])(
    'is none of %j',
    (text) => {
      expect(dayNamed(text, 'UTC')).toBeUndefined();
    },
  );

  test.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'])(
    'begins and ends on the date in %s',
    (timeZone) => {
      const day = dayNamed('2026-10-25', timeZone) ?? { from: 0, to: 0 };
      expect([day.from, day.to - 1, day.from - 1, day.to].map((at) => dateText(at, timeZone))).toEqual([
        '2026-10-25',
        '2026-10-25',
        '2026-10-24',
        '2026-10-26',
      ]);
    },
  );
});

test('a year whose digits are being typed is no date yet', () => {
  expect(['0002-11-24', '0020-11-24', '0202-11-24', '2026-11-24'].map(isDate)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});
