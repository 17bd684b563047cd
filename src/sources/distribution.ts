import type { ChartData, Measure } from './source';

type Distribution = Extract<ChartData, { kind: 'distribution' }>;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const LENGTHS = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 4, 8, 24].map((count) => count * HOUR),
];
const COUNTS = [1, 2, 5, 10, 20, 50, 100];
const COUNTED: ReadonlySet<Measure> = new Set(['holds', 'unanswered', 'transfers', 'participants']);

/** Whether a measure is a number of something; else it is a length of time. */
export function isCounted(measure: Measure): boolean {
  return COUNTED.has(measure);
}

/** As many bars as can be told apart in a small chart. */
export const BINS = 24;

/** Width of a bin, so that nine in ten values fall into the chart's first part; the last bin takes the rest. */
export function stepFor(measure: Measure, p90: number): number {
  const steps = isCounted(measure) ? COUNTS : LENGTHS;
  return steps.find((step) => p90 / step <= BINS * 0.75) ?? steps.at(-1) ?? 1;
}

/** Place from 0 of a quantile among `count` values in order: the smallest value with that share up to it. */
export function rankOf(quantile: number, count: number): number {
  return Math.max(0, Math.ceil(quantile * count) - 1);
}

/**
 * Bins of a distribution from the values' counts by bin: `counts` maps the bin's place to how many fall into it,
 * all from the last bin on taken together.
 */
export function binsOf(counts: ReadonlyMap<number, number>, step: number, max: number): Distribution['bins'] {
  const bins: Distribution['bins'] = [];
  const places = [...counts.keys()];
  const last = Math.max(...places);
  for (let place = Math.min(...places); place <= last; place++) {
    const from = place * step;
    const to = place === BINS - 1 ? Math.max(from + step, max) : from + step;
    bins.push({ from, to, count: counts.get(place) ?? 0 });
  }
  return bins;
}

export function binOf(value: number, step: number): number {
  return Math.min(BINS - 1, Math.floor(value / step));
}
