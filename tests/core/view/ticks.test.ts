import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, stepFor, WEEK } from '../../../src/core/view/steps';
import { elapsedClock, instantOf, ticksIn } from '../../../src/core/view/ticks';
import { zoneFor } from '../../../src/ui/zone';

/** What the wall shows, by Intl directly: the ticks under test use offsets. */
function wall(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const get = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${get('year')}-${get('month')}-${get('day')} ${get('hour')}:${get('minute')}:${get('second')}`;
}

/** The first minute of every day in a range, found by walking through all minutes. */
function daysByWalking(start: number, end: number, timeZone: string): number[] {
  const days: number[] = [];
  let before = wall(start - MINUTE, timeZone).slice(0, 10);
  for (let at = start; at <= end; at += MINUTE) {
    const day = wall(at, timeZone).slice(0, 10);
    if (day !== before) days.push(at);
    before = day;
  }
  return days;
}

const at = (iso: string) => Date.parse(iso);

describe('stepFor', () => {
  it.each([
    ['of dates that stand for none', at('0001-01-01T00:00:00Z'), at('9999-12-31T00:00:00Z')],
    ['that a host asks for', at('2026-01-01T00:00:00Z'), 8.64e15],
  ])('keeps labels apart on ranges of millennia, %s', (_, start, end) => {
    const step = stepFor((end - start) / 10);
    const ticks = ticksIn({ start, end }, step, zoneFor('UTC'));
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThanOrEqual(11);
  });
});

describe('ticksIn', () => {
  it.each([
    ['Europe/Berlin', '2026-03-28T00:00:00Z', '2026-03-31T00:00:00Z'], // 23-hour day
    ['Europe/Berlin', '2026-10-24T00:00:00Z', '2026-10-27T00:00:00Z'], // 25-hour day
    ['America/New_York', '2026-11-01T00:00:00Z', '2026-11-03T12:00:00Z'],
    ['Asia/Beirut', '2026-03-27T00:00:00Z', '2026-03-31T00:00:00Z'], // midnight itself is skipped
    ['Australia/Lord_Howe', '2026-04-03T00:00:00Z', '2026-04-07T00:00:00Z'], // shifts by half an hour
    ['Asia/Kathmandu', '2026-05-01T00:00:00Z', '2026-05-04T00:00:00Z'], // +05:45
    ['Pacific/Apia', '2011-12-28T00:00:00Z', '2012-01-02T00:00:00Z'], // a day is skipped
  ])('begins days at local midnight in %s from %s', (timeZone, from, to) => {
    const range = { start: at(from), end: at(to) };
    const ticks = ticksIn(range, DAY, zoneFor(timeZone));
    expect(ticks.map((tick) => tick.at)).toEqual(daysByWalking(range.start, range.end, timeZone));
    expect(ticks.every((tick) => tick.day)).toBe(true);
  });

  it('goes on by the hour through an hour that comes twice, and over one that is skipped', () => {
    const twice = { start: at('2026-10-24T23:30:00Z'), end: at('2026-10-25T02:30:00Z') };
    const zone = zoneFor('Europe/Berlin');
    const shown = (ticks: { at: number }[]) =>
      ticks.map((tick) => wall(tick.at, 'Europe/Berlin').slice(11, 16));
    expect(shown(ticksIn(twice, HOUR, zone))).toEqual(['02:00', '02:00', '03:00']);
    const skipped = { start: at('2026-03-28T23:30:00Z'), end: at('2026-03-29T02:30:00Z') };
    expect(shown(ticksIn(skipped, HOUR, zone))).toEqual(['01:00', '03:00', '04:00']);
    expect(shown(ticksIn({ start: skipped.start, end: at('2026-03-29T10:00:00Z') }, 3 * HOUR, zone))).toEqual(
      ['03:00', '06:00', '09:00', '12:00'],
    );
  });

  it('keeps to round wall times at every step', () => {
    const zone = zoneFor('Australia/Lord_Howe');
    for (const step of [5, 500, 30_000, 15 * MINUTE, HOUR, 6 * HOUR]) {
      const start = at('2026-04-04T11:11:11Z');
      const ticks = ticksIn({ start, end: start + 20 * step }, step, zone);
      expect(ticks.length).toBeGreaterThan(15);
      for (const tick of ticks) {
        const offset = zone.offset(tick.at);
        expect((((tick.at + offset) % step) + step) % step).toBe(0);
      }
    }
  });

  it('begins weeks on Monday, and stays in order without doubles', () => {
    const start = at('2026-01-01T00:00:00Z');
    const ticks = ticksIn({ start, end: start + 40 * WEEK }, WEEK, zoneFor('America/Santiago'));
    for (const [index, tick] of ticks.entries()) {
      expect(
        new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'America/Santiago' }).format(tick.at),
      ).toBe('Mon');
      expect(tick.at).toBeGreaterThan(ticks[index - 1]?.at ?? 0);
    }
  });

  it('are strong where a coarser step has one, too, and say where days begin', () => {
    const start = at('2026-11-18T22:00:00Z');
    const zone = zoneFor('Europe/Berlin');
    const shown = (ticks: { at: number }[], from: number, to: number) =>
      ticks.map((tick) => wall(tick.at, 'Europe/Berlin').slice(from, to));
    const hours = ticksIn({ start, end: start + DAY }, HOUR, zone);
    const strong = hours.filter((tick) => tick.strong);
    expect(shown(strong, 11, 16)).toEqual(['00:00', '06:00', '12:00', '18:00']);
    const day = hours.filter((tick) => tick.day);
    expect(shown(day, 11, 16)).toEqual(['00:00']);
    const days = ticksIn({ start, end: start + 3 * WEEK }, DAY, zone).filter((tick) => tick.strong);
    expect(shown(days, 0, 10)).toEqual(['2026-11-23', '2026-11-30', '2026-12-07']);
    const longest = ticksIn({ start: 0, end: 5000 * WEEK }, 520 * WEEK, zone);
    expect(longest.some((tick) => tick.strong)).toBe(false);
  });

  it.each([
    ['America/Santiago', '2026-09-06T04:00:00Z'], // midnight is skipped: the day begins at one
    ['America/Havana', '2026-11-01T04:00:00Z'], // midnight comes twice: it begins with the first
  ])('say where a day of %s begins whose clocks change at midnight', (timeZone, midnight) => {
    const start = at(midnight) - 12 * HOUR;
    const hours = ticksIn({ start, end: start + DAY }, HOUR, zoneFor(timeZone));
    expect(hours.filter((tick) => tick.day).map((tick) => tick.at)).toEqual([at(midnight)]);
  });

  it('counts from the start for elapsed time', () => {
    const start = at('2026-11-19T09:02:00.250Z');
    const ticks = ticksIn({ start, end: start + 3 * MINUTE }, MINUTE, elapsedClock(start));
    expect(ticks.map((tick) => tick.at - start)).toEqual([0, MINUTE, 2 * MINUTE, 3 * MINUTE]);
  });
});

describe('instantOf', () => {
  it('maps a skipped wall time to the instant after the jump, a double one to its first', () => {
    const zone = zoneFor('Europe/Berlin');
    expect(instantOf(zone, Date.UTC(2026, 2, 29, 2, 30))).toBe(at('2026-03-29T01:30:00Z'));
    expect(instantOf(zone, Date.UTC(2026, 9, 25, 2, 30))).toBe(at('2026-10-25T00:30:00Z'));
  });
});

describe('stepFor', () => {
  it('goes from milliseconds to years', () => {
    expect(stepFor(0.1)).toBe(1);
    expect(stepFor(60_000)).toBe(MINUTE);
    expect(stepFor(61_000)).toBe(2 * MINUTE);
    expect(stepFor(3 * DAY)).toBe(WEEK);
    expect(stepFor(1e15)).toBeGreaterThan(52 * WEEK);
  });
});
