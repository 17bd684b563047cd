import { assert, constantFrom, integer, property, record } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dayOf, instantAt, periodTime } from '../../src/app/browse/state/period';
import { dateText, dayNamed } from '../../src/app/compare/day/dates';
import { DAY, HOUR, MINUTE } from '../../src/core/view/steps';
import { instantOf, ticksIn } from '../../src/core/view/ticks';
import { zoneFor } from '../../src/ui/zone';

/** Each has a way of its own to change its clocks, or never does. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  // By half an hour.
  'Australia/Lord_Howe',
  // At midnight: a day begins at one, or has two midnights, or ends with an hour that comes twice.
  'America/Santiago',
  'America/Havana',
  'Asia/Beirut',
  'Africa/Cairo',
  'Atlantic/Azores',
  // Around Ramadan.
  'Africa/Casablanca',
];

function zoned(instant: number, timeZone: string) {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
}

/** The changes of clocks since 2024, or what stands for them where there are none. */
function changesOf(timeZone: string): number[] {
  const changes: number[] = [];
  let at = zoned(Date.UTC(2024, 0), timeZone);
  for (let i = 0; i < 20; i++) {
    const next = at.getTimeZoneTransition('next');
    if (!next) break;
    changes.push(next.epochMilliseconds);
    at = next;
  }
  return changes.length > 0 ? changes : [Date.UTC(2026, 2, 29, 1)];
}

const changes = new Map(ZONES.map((zone) => [zone, changesOf(zone)]));

/** Instants of whole minutes, most within two days of a change of clocks. */
const places = record({
  timeZone: constantFrom(...ZONES),
  nth: integer({ min: 0, max: 19 }),
  minutes: integer({ min: -2880, max: 2880 }),
}).map(({ timeZone, nth, minutes }) => {
  const all = changes.get(timeZone) as number[];
  return { timeZone, at: (all[nth % all.length] as number) + minutes * MINUTE };
});

function begins(day: Temporal.PlainDate, timeZone: string): number {
  return day.toZonedDateTime(timeZone).epochMilliseconds;
}

/** The time of day that clocks show. */
function onWall(instant: number, timeZone: string): number {
  const { hour, minute } = zoned(instant, timeZone);
  return hour * HOUR + minute * MINUTE;
}

function isMidnight(instant: number, timeZone: string): boolean {
  return onWall(instant, timeZone) === 0;
}

describe('around changes of clocks, as Temporal has it', () => {
  test('an instant has its wall time, and a wall time its instants', () => {
    assert(
      property(places, integer({ min: -240, max: 240 }), ({ timeZone, at }, minutes) => {
        const zone = zoneFor(timeZone);
        expect(zone.offset(at)).toBe(zoned(at, timeZone).offsetNanoseconds / 1e6);
        const wall = at + zone.offset(at) + minutes * MINUTE;
        const plain = zoned(wall, 'UTC').toPlainDateTime();
        const said = (disambiguation: 'compatible' | 'later') =>
          plain.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds;
        expect(instantAt(wall, zone)).toBe(said('compatible'));
        expect(instantAt(wall, zone, 'last')).toBe(said('later'));
        expect(instantOf(zone, wall)).toBe(said('compatible'));
      }),
    );
  });

  test('days and periods begin with the first instant of a date', () => {
    assert(
      property(places, ({ timeZone, at }) => {
        const date = zoned(at, timeZone).toPlainDate();
        const days = (from: number, to: number) => ({
          from: begins(date.add({ days: from }), timeZone),
          to: begins(date.add({ days: to }), timeZone),
        });
        expect(dayOf(at, timeZone)).toEqual(days(0, 1));
        expect(dateText(at, timeZone)).toBe(date.toString());
        expect(dayNamed(date.toString(), timeZone)).toEqual(days(0, 1));
        expect(periodTime('yesterday', at, timeZone)).toEqual(days(-1, 0));
        expect(periodTime('week', at, timeZone)).toEqual(days(-6, 1));
        expect(periodTime('quarter', at, timeZone)).toEqual(days(-89, 1));
      }),
    );
  });

  test('ticks by the day stand where days begin, and those by the hour say where', () => {
    assert(
      property(places, constantFrom(HOUR, 2 * HOUR, 6 * HOUR, DAY), ({ timeZone, at }, step) => {
        const range = { start: at - 2 * DAY, end: at + 2 * DAY };
        const ticks = ticksIn(range, step, zoneFor(timeZone));
        const first = zoned(range.start, timeZone).toPlainDate();
        const days = Array.from({ length: 7 }, (_, n) => begins(first.add({ days: n }), timeZone));
        const within = days.filter((day) => day >= range.start && day <= range.end);
        const said = ticks.filter(({ day }) => day).map((tick) => tick.at);
        // Where midnight is skipped, longer steps than an hour have no tick when the day begins.
        const has =
          step === HOUR || step === DAY ? within : within.filter((day) => isMidnight(day, timeZone));
        expect(said).toEqual(has);
        const beside = ticks.filter((tick) => step < DAY && onWall(tick.at, timeZone) % step !== 0);
        expect(beside).toEqual([]);
      }),
    );
  });
});
