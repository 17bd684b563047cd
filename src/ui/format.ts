import type { Range } from '../core/view/range';
import type { Tick } from '../core/view/ticks';
import { compactDurations, spokenDuration } from './durations';
import { type Zone, zoneFor } from './zone';

/** Instants and durations in words and figures of a locale and zone. Never throws, whatever the number. */
export interface Format {
  locale: string;
  zone: Zone;
  /** `10:07:00`, with `.250` if it is not a whole second. */
  clock(instant: number): string;
  /** `10:07:00.000` */
  exact(instant: number): string;
  /** `Thu 19 Nov 2026` */
  date(instant: number): string;
  /** `19 Nov 2026` */
  day(instant: number): string;
  /** `19 Nov` */
  dayOfYear(instant: number): string;
  /** Date and exact time. */
  full(instant: number): string;
  /** `CET`, at an instant. */
  zoneName(instant: number): string;
  /** What stands at a tick of the axis, given the distance of ticks. */
  tick(tick: Tick, step: number): string;
  /** `1:12` */
  compact(duration: number, precise?: boolean): string;
  /** `1 minute 12 seconds` */
  spoken(duration: number): string;
  /** `61 days 2 hours`: the same, but not to the second. */
  rough(duration: number): string;
  count(value: number): string;
}

function usableLocale(locale: string | undefined): string {
  try {
    return new Intl.DateTimeFormat(locale).resolvedOptions().locale;
  } catch {
    return 'en';
  }
}

type Style = Intl.DateTimeFormatOptions;
const MINUTES: Style = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const SECONDS: Style = { ...MINUTES, second: '2-digit' };
const EXACT: Style = { ...SECONDS, fractionalSecondDigits: 3 };
const DAY: Style = { day: 'numeric', month: 'short' };
const DAY_OF_SHORT_YEAR: Style = { ...DAY, year: '2-digit' };
const DAY_OF_YEAR: Style = { ...DAY, year: 'numeric' };
const YEAR: Style = { year: 'numeric' };
const DATE: Style = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };

const ZONE: Style = { timeZoneName: 'short' };

/** Formatters are costly to make, so each is made once per format. */
function formatters(locale: string, timeZone: string): (instant: number, style: Style) => string {
  const byStyle = new Map<Style, Intl.DateTimeFormat>();
  return (instant, style) => {
    if (!Number.isFinite(instant) || Math.abs(instant) > 8.64e15) return '–';
    const known = byStyle.get(style);
    const formatter = known ?? new Intl.DateTimeFormat(locale, { ...style, timeZone });
    if (!known) byStyle.set(style, formatter);
    if (style !== ZONE) return formatter.format(instant);
    // With it comes a date.
    return formatter.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  };
}

function tickStyle(tick: Tick, step: number): Style {
  // Where a date stands for none (the year 1), centuries are drawn: two digits would be those of any of them.
  if (tick.day && step >= 3640 * 86_400_000) return YEAR;
  if (tick.day) return step >= 28 * 86_400_000 ? DAY_OF_SHORT_YEAR : DAY;
  if (step < 1000) return EXACT;
  return step < 60_000 ? SECONDS : MINUTES;
}

interface Place {
  locale?: string | undefined;
  timeZone?: string | undefined;
}

/** By locale and zone. There are some hundred zones, so that nobody comes to the bound by choosing. */
const made = new Map<string, Format>();
const MOST = 100;

/**
 * The format of a locale and zone, one for all who ask: a list has a hundred cells with a time in each, and to
 * make a format takes longer than to draw a row.
 */
export function formatFor(place: Place): Format {
  const key = JSON.stringify([place.locale, place.timeZone]);
  const known = made.get(key);
  if (known) return known;
  const format = makeFormat(place);
  if (made.size >= MOST) made.clear();
  made.set(key, format);
  return format;
}

function makeFormat(place: Place): Format {
  const locale = usableLocale(place.locale);
  const zone = zoneFor(place.timeZone);
  const say = formatters(locale, zone.name);
  const clock = (instant: number) => say(instant, instant % 1000 === 0 ? SECONDS : EXACT);
  return {
    locale,
    zone,
    clock,
    exact: (instant) => say(instant, EXACT),
    date: (instant) => say(instant, DATE),
    day: (instant) => say(instant, DAY_OF_YEAR),
    dayOfYear: (instant) => say(instant, DAY),
    full: (instant) => `${say(instant, DATE)}, ${say(instant, EXACT)}`,
    zoneName: (instant) => say(instant, ZONE),
    tick: (tick, step) => say(tick.at, tickStyle(tick, step)),
    compact: compactDurations(locale),
    spoken: (duration) => spokenDuration(duration, locale),
    rough: (duration) => spokenDuration(duration, locale, 2),
    // oxlint-disable-next-line typescript/unbound-method -- it is bound by being asked for
    count: new Intl.NumberFormat(locale).format,
  };
}

/** The same where time is counted from a start: times of day are said as lengths, and no day has a name. */
export function sinceStart(format: Format, start: number): Format {
  return {
    ...format,
    clock: (instant) => format.compact(instant - start, (instant - start) % 1000 !== 0),
    exact: (instant) => format.compact(instant - start, true),
    date: () => '',
    tick: (tick, step) => elapsedTick(tick.at - start, step, format),
  };
}

/**
 * The same where times name their day, too, unless a range lies on one, with an instant that may be planned beyond it;
 * and their zone, where clocks are changed meanwhile: an hour is there twice, or not at all.
 */
export function dated(format: Format, { start, end }: Range, at = end): Format {
  const first = Math.min(start, end, at);
  const last = Math.max(start, end, at);
  const day = format.date(first);
  const ofDays = day !== format.date(last);
  // Time since a start has neither.
  const ofZones = day !== '' && format.zone.offset(first) !== format.zone.offset(last);
  if (!ofDays && !ofZones) return format;
  const dayed = (instant: number, time: string) => (ofDays ? `${format.date(instant)}, ${time}` : time);
  const zoned = (instant: number, text: string) => (ofZones ? `${text} ${format.zoneName(instant)}` : text);
  return {
    ...format,
    clock: (instant) => zoned(instant, dayed(instant, format.clock(instant))),
    exact: (instant) => zoned(instant, dayed(instant, format.exact(instant))),
    full: (instant) => zoned(instant, format.full(instant)),
  };
}

/** What stands at a tick that counts from the start. */
export function elapsedTick(elapsed: number, step: number, format: Format): string {
  if (step >= 86_400_000) return `${format.count(Math.round(elapsed / 86_400_000))}d`;
  return format.compact(Math.round(elapsed), step < 1000);
}
