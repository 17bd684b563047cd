const UNITS: readonly (readonly [unit: string, ms: number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `1:12`, `1:02:03`, `2d 3:04:05`; with `precise` also thousandths: `1:12.000`. */
export function compactDuration(ms: number, precise = false): string {
  if (!Number.isFinite(ms)) return '–';
  const sign = ms < 0 ? '−' : '';
  const whole = Math.round(Math.abs(ms));
  // Under a second only thousandths say anything.
  const exact = precise || (whole > 0 && whole < 1000);
  const shown = exact ? whole : Math.round(whole / 1000) * 1000;
  const days = Math.floor(shown / 86_400_000);
  const hours = Math.floor(shown / 3_600_000) % 24;
  const minutes = Math.floor(shown / 60_000) % 60;
  const seconds = Math.floor(shown / 1000) % 60;
  const clock =
    hours > 0 || days > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
  const thousandths = exact ? `.${String(shown % 1000).padStart(3, '0')}` : '';
  return `${sign}${days > 0 ? `${days}d ` : ''}${clock}${thousandths}`;
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
  if (whole === 0) return say(0, 'second');
  if (whole < 1000) return say(whole, 'millisecond');
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
