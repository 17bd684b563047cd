import { fillOf } from '../../../timeline/draw/defs';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { cssPaint } from '../../../ui/theme';
import { withTime } from '../state/browseState';
import type { Browsing } from '../state/useBrowseState';
import { barNames } from './barNames';
import { type BarDatum, Bars } from './Bars';
import { asQuestion, type Buckets, endOf, filled, placed, within } from './buckets';
import { ChartCard } from './ChartCard';
import { narrowedTime } from './narrowed';
import { countScale, lengthScale, lengthTick } from './scale';
import { StateLegend } from './StateLegend';
import { nothingFrom, STATES, summed, typeOf } from './states';
import { type Asking, useChart } from './useChart';

/** Bars over time are many: they get two places where others get one. */
const WIDE = '@5xl:col-span-2';

interface TimeChartProps {
  browsing: Browsing;
  buckets: Buckets;
  /**
   * What became of asking how wide bars are, until that is known. The charts hold their place: what comes later must
   * not push others aside, nor take from them that somebody wanted a table, and the focus with it.
   */
  toCome?: Asking;
}

/** What bars over time are called, and what choosing some of them means. */
function useTimeAxis({ browsing, buckets }: TimeChartProps) {
  const format = useFormat();
  const chosen = browsing.filter.time;
  return {
    names: (start: number) => barNames(start, buckets, format),
    choose: (from: number, to: number) =>
      browsing.change(withTime(browsing.state, narrowedTime({ from, to: endOf(to, buckets) }, chosen))),
  };
}

/** `onlyUndated`: so many are found of which nobody knows when they began, and no others. */
export function VolumeChart({ onlyUndated = 0, ...props }: TimeChartProps & { onlyUndated?: number }) {
  const { browsing, buckets, toCome } = props;
  const format = useFormat();
  const { data, ...asked } = useChart(browsing, { kind: 'volume', ...asQuestion(buckets) }, toCome);
  const axis = useTimeAxis(props);
  const found = placed(data?.buckets ?? [], buckets, ({ start, count }, more) => ({
    start,
    count: count + more.count,
  }));
  const shown = within(found, buckets);
  const bars = filled(shown, buckets, (start) => ({ start, count: 0 }));
  const sum = (counts: readonly { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
  const strays = sum(found) - sum(shown);
  const undated = data?.undated ?? 0;
  const { overview } = browseWords;
  const summary = [
    overview.per(format.spoken(buckets.step)),
    strays > 0 ? overview.strays(format.count(strays)) : '',
    undated > 0 ? overview.undated(format.count(undated)) : '',
  ];
  return (
    <ChartCard
      title={overview.volume}
      summary={toCome ? onlyUndated > 0 && overview.onlyUndated(format.count(onlyUndated)) : summary.join('')}
      className={WIDE}
      columns={[overview.from, overview.conversations]}
      rows={bars
        .filter(({ count }) => count > 0)
        .map(({ start, count }) => ({
          key: String(start),
          name: axis.names(start).label,
          values: [format.count(count)],
          choose: () => axis.choose(start, start),
        }))}
      {...asked}
    >
      <Bars
        data={bars.map(({ start, count }): BarDatum => ({ ...axis.names(start), count }))}
        series={[{ key: 'count', name: overview.conversations, fill: () => 'var(--color-accent)' }]}
        scale={countScale}
        say={(value) => format.count(value)}
        onChoose={(first, last) => axis.choose(bars[first]?.start ?? 0, bars[last]?.start ?? 0)}
      />
    </ChartCard>
  );
}

export function StatesChart(props: TimeChartProps) {
  const { browsing, buckets, toCome } = props;
  const format = useFormat();
  const { data, ...asked } = useChart(browsing, { kind: 'states', ...asQuestion(buckets) }, toCome);
  const axis = useTimeAxis(props);
  const found = placed(data?.buckets ?? [], buckets, summed);
  const bars = filled(within(found, buckets), buckets, nothingFrom);
  const used = STATES.filter((state) => bars.some((bar) => bar[state] > 0));
  const { overview } = browseWords;
  return (
    <ChartCard
      title={overview.states(format.spoken(buckets.step))}
      summary={
        <StateLegend
          states={used.map((state) => ({ type: typeOf(state), name: overview.stateNames[state] }))}
        />
      }
      className={WIDE}
      columns={[overview.from, ...used.map((state) => overview.stateNames[state])]}
      rows={(used.length === 0 ? [] : bars).map((bar) => ({
        key: String(bar.start),
        name: axis.names(bar.start).label,
        values: used.map((state) => format.compact(bar[state])),
        choose: () => axis.choose(bar.start, bar.start),
      }))}
      {...asked}
    >
      <Bars
        data={bars.map(({ start, ...states }): BarDatum => ({ ...axis.names(start), ...states }))}
        series={used.map((state) => ({
          key: state,
          name: overview.stateNames[state],
          fill: (patterns) => fillOf(typeOf(state), patterns, cssPaint),
        }))}
        scale={lengthScale}
        say={(value) => format.compact(value)}
        sayTick={(value) => lengthTick(value, format.locale)}
        onChoose={(first, last) => axis.choose(bars[first]?.start ?? 0, bars[last]?.start ?? 0)}
      />
    </ChartCard>
  );
}
