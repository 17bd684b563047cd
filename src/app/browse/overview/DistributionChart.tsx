import type { SegmentType } from '../../../core/index';
import type { ChartData, Measure } from '../../../sources/source';
import { fillOf } from '../../../timeline/draw/defs';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { cssPaint } from '../../../ui/theme';
import { withRange } from '../state/browseState';
import type { Browsing } from '../state/useBrowseState';
import { Bars } from './Bars';
import { ChartCard } from './ChartCard';
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
  const { data, ...asked } = useChart(browsing.source, browsing.filter, {
    kind: 'distribution',
    measure,
    some,
  });
  const bins = data?.bins ?? [];
  const { overview } = browseWords;
  const name = browseWords.columns[measure];
  const say = (bin: { from: number; to: number }) =>
    `${format.compact(bin.from)} – ${format.compact(bin.to)}`;
  const placeOf = (value: number) =>
    bins.findIndex((bin, index) => value < bin.to || index === bins.length - 1);

  function choose(first: number, last: number) {
    const [from, to] = [bins[first], bins[last]];
    if (!from || !to) return;
    // The last bin holds all that is longer; ends are inclusive, bins are not.
    const max = last === bins.length - 1 ? {} : { max: to.to - 1 };
    browsing.change(
      withRange(browsing.state, measure, { min: some ? Math.max(1, from.from) : from.from, ...max }),
    );
  }
  const lines =
    data?.median === undefined || data.p90 === undefined
      ? []
      : [
          { index: placeOf(data.median), name: overview.median },
          { index: placeOf(data.p90), name: overview.p90 },
        ];
  const sameBar = lines[0]?.index === lines[1]?.index;
  return (
    <ChartCard
      title={some && data ? overview.ofSome(name, format.count(data.count)) : overview.distribution(name)}
      summary={data && <Summary data={data} />}
      columns={[name, overview.conversations]}
      rows={bins.flatMap((bin, index) =>
        bin.count === 0
          ? []
          : [
              {
                key: String(bin.from),
                name: say(bin),
                values: [format.count(bin.count)],
                choose: () => choose(index, index),
              },
            ],
      )}
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
        lines={
          sameBar ? [{ index: lines[0]?.index ?? 0, name: `${overview.median}, ${overview.p90}` }] : lines
        }
        onChoose={choose}
      />
    </ChartCard>
  );
}

/** The middle, the ninth of ten, and how many have nothing of it. */
function Summary({ data }: { data: ChartData & { kind: 'distribution' } }) {
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
