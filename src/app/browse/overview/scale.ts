const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** An upright axis from nothing to a round value above the greatest. */
export interface Scale {
  ticks: number[];
  top: number;
}

/** Lines across: more are not read in so small a chart. */
const MOST_STEPS = 4;

function scaleOf(max: number, steps: readonly number[]): Scale {
  const step = steps.find((each) => max / each <= MOST_STEPS) ?? Math.max(1, Math.ceil(max / MOST_STEPS));
  const count = Math.max(1, Math.ceil(max / step));
  return { ticks: Array.from({ length: count + 1 }, (_, index) => index * step), top: count * step };
}

function powers(bases: readonly number[], exponents: number): number[] {
  return Array.from({ length: exponents }, (_, exponent) =>
    bases.map((base) => base * 10 ** exponent),
  ).flat();
}

/** Whole numbers only: there is no half conversation. */
export function countScale(max: number): Scale {
  return scaleOf(max, powers([1, 2, 5], 15));
}

/** Round in the units people read: 15 seconds, 10 minutes, 200 hours. */
export function lengthScale(max: number): Scale {
  return scaleOf(max, [
    ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
    ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
    ...powers([1, 2, 5], 9).map((count) => count * HOUR),
  ]);
}

/** `200 h`: an axis has room for one unit, and rounds values have no more. */
export function lengthTick(ms: number, locale: string): string {
  const [unit, size] = ms >= HOUR ? ['hour', HOUR] : ms >= MINUTE ? ['minute', MINUTE] : ['second', SECOND];
  if (ms === 0) return new Intl.NumberFormat(locale).format(0);
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
    notation: ms >= 10_000 * HOUR ? 'compact' : 'standard',
  });
  return format.format(ms / size);
}

/** Whole: a space would be a place to break the line at. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** A letter of an axis, at most, and what lies between it and the bars. */
const LETTER = 6.2;
const BESIDE = 10;
const LEAST_AXIS = 50;

/** Room for what stands beside bars, in pixels: as much as in other charts, unless something is longer. */
export function axisWidth(names: readonly string[]): number {
  const longest = Math.max(0, ...names.map((name) => name.length));
  return Math.max(LEAST_AXIS, Math.ceil(longest * LETTER) + BESIDE);
}
