import type { SegmentType } from '../../../core/index';
import type { Measure } from '../../../sources/source';
import { fillOf } from '../../../timeline/draw/defs';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { cssPaint } from '../../../ui/theme';
import { withRange } from '../state/browseState';
import type { Browsing } from '../state/useBrowseState';
import { Bars } from './Bars';
import { type Bin, type Distribution, quantileLines, rangeOver } from './bins';
import { ChartCard, type TwinRow } from './ChartCard';
import { narrowedRange } from './narrowed';
import { countScale } from './scale';
import { useChart } from './useChart';

interface DistributionChartProps {
  browsing: Browsing;
  measure: Measure;
  /** Whose colour the bars have. */
  type: SegmentType;
  /** Leaves out those that had nothing of it: how long a hold is asks for holds. */
  some?: boolean;
}

/** How long something took: from the shortest to the longest, with the middle and the ninth of ten. */
export function DistributionChart({ browsing, measure, type, some = false }: DistributionChartProps) {
  const format = useFormat();
  const { data, ...asked } = useChart(browsing, {
    kind: 'distribution',
    measure,
    some,
  });
  const bins = data?.bins ?? [];
  const { overview } = browseWords;
  const name = browseWords.columns[measure];
  const say = ({ from, to }: Bin) => `${format.compact(from)} – ${format.compact(to)}`;

  function choose(first: number, last: number) {
    const range = rangeOver(bins, [first, last], some);
    const chosen = browsing.filter.ranges?.[measure];
    if (range) browsing.change(withRange(browsing.state, measure, narrowedRange(range, chosen)));
  }
  const rowOf = (bin: Bin, index: number): TwinRow => ({
    key: String(bin.from),
    name: say(bin),
    values: [format.count(bin.count)],
    choose: () => choose(index, index),
  });
  return (
    <ChartCard
      title={some && data ? overview.ofSome(name, format.count(data.count)) : overview.distribution(name)}
      summary={data && <Summary data={data} />}
      columns={[name, overview.conversations]}
      rows={bins.flatMap((bin, index) => (bin.count === 0 ? [] : [rowOf(bin, index)]))}
      {...asked}
    >
      <Bars
        data={bins.map((bin) => ({ label: say(bin), tick: format.compact(bin.from), count: bin.count }))}
        series={[
          {
            key: 'count',
            name: overview.conversations,
            fill: (patterns) => fillOf(type, patterns, cssPaint),
          },
        ]}
        scale={countScale}
        say={(value) => format.count(value)}
        lines={data && quantileLines(data)}
        onChoose={choose}
      />
    </ChartCard>
  );
}

/** The middle, the ninth of ten, and how many have nothing of it. */
function Summary({ data }: { data: Distribution }) {
  const format = useFormat();
  const { overview } = browseWords;
  const { count, none, median, p90 } = data;
  const share = new Intl.NumberFormat(format.locale, { style: 'percent', maximumSignificantDigits: 2 });
  return (
    <>
      {median !== undefined && p90 !== undefined && (
        <span>{overview.quantiles(format.compact(median), format.compact(p90))}</span>
      )}
      {none > 0 && <span className="block">{overview.none(share.format(none / (count + none)))}</span>}
    </>
  );
}
