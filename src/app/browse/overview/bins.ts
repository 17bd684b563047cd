import type { ChartData } from '../../../sources/source';
import { browseWords } from '../../words/browse';
import type { BarLine } from './Bars';

export type Distribution = Extract<ChartData, { kind: 'distribution' }>;
export type Bin = Distribution['bins'][number];
type Bins = readonly Bin[];

/** The bin that a value lies in; the last holds all that is longer. */
function binOf(value: number, bins: Bins): number {
  return bins.findIndex((bin, index) => value < bin.to || index === bins.length - 1);
}

/** Lines at the middle and at the ninth of ten: one for both where they lie in the same bin. */
export function quantileLines({ bins, median, p90 }: Distribution): BarLine[] {
  if (median === undefined || p90 === undefined) return [];
  const { overview } = browseWords;
  const [middle, ninth] = [binOf(median, bins), binOf(p90, bins)];
  if (middle === ninth) return [{ index: middle, name: `${overview.median}, ${overview.p90}` }];
  return [
    { index: middle, name: overview.median },
    { index: ninth, name: overview.p90 },
  ];
}

/**
 * What filters by the bins from one to another. Both ends are included, of bins only the first is, and the last bin has
 * no end. With `some`, never those that have nothing of it.
 */
export function rangeOver(
  bins: Bins,
  [first, last]: readonly [first: number, last: number],
  some: boolean,
): { min: number; max?: number } | undefined {
  const [from, to] = [bins[first], bins[last]];
  if (!from || !to) return undefined;
  const min = some ? Math.max(1, from.from) : from.from;
  return last === bins.length - 1 ? { min } : { min, max: to.to - 1 };
}
