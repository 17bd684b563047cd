const UNITS: readonly (readonly [unit: string, ms: number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/**
 * `1:12`, `1:02:03`, `2d 3:04:05`; with `precise` also thousandths: `1:12.000`. Digits and decimal sign are those of the
 * locale, as of the times beside them.
 */
export function compactDurations(locale: string): (ms: number, precise?: boolean) => string {
  const digits = (minimumIntegerDigits: number, minimumFractionDigits = 0) =>
    // oxlint-disable-next-line typescript/unbound-method -- it is bound by being asked for
    new Intl.NumberFormat(locale, { minimumIntegerDigits, minimumFractionDigits, useGrouping: false }).format;
  const [one, two, exactly] = [digits(1), digits(2), digits(2, 3)];
  return (ms, precise = false) => {
    if (!Number.isFinite(ms)) return '–';
    const whole = Math.round(Math.abs(ms));
    // Under a second only thousandths say anything.
    const exact = precise || (whole > 0 && whole < 1000);
    const shown = exact ? whole : Math.round(whole / 1000) * 1000;
    const days = Math.floor(shown / 86_400_000);
    const hours = Math.floor(shown / 3_600_000) % 24;
    const minutes = Math.floor(shown / 60_000) % 60;
    const seconds = (exact ? exactly : two)((shown % 60_000) / 1000);
    const clock = hours > 0 || days > 0 ? `${one(hours)}:${two(minutes)}` : one(minutes);
    return `${ms < 0 ? '−' : ''}${days > 0 ? `${one(days)}d ` : ''}${clock}:${seconds}`;
  };
}

/** By locale and unit: each segment's words say a length or two, and making one takes longer than saying it. */
const counters = new Map<string, Intl.NumberFormat>();

function counterOf(locale: string, unit: string): Intl.NumberFormat {
  const key = `${locale} ${unit}`;
  const known = counters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 3,
  });
  counters.set(key, made);
  return made;
}

/** `1 minute 12 seconds` in the words of a locale; at most so many units, thousandths under a minute only. */
export function spokenDuration(ms: number, locale: string, units = 3): string {
  const say = (value: number, unit: string) => counterOf(locale, unit).format(value);
  if (!Number.isFinite(ms)) return '–';
  const whole = Math.round(Math.abs(ms));
  if (whole > 0 && whole < 1000) return say(whole, 'millisecond');
  if (whole < 60_000) return say(whole / 1000, 'second');
  let rest = Math.round(whole / 1000) * 1000;
  const parts: string[] = [];
  for (const [unit, length] of UNITS) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0 && parts.length < units) parts.push(say(count, unit));
  }
  return parts.join(' ');
}
