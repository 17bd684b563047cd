import type { SegmentType } from '../../../core/index';
import { fillOf } from '../../../timeline/draw/defs';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { cssPaint } from '../../../ui/theme';
import { withTime } from '../state/browseState';
import type { Browsing } from '../state/useBrowseState';
import { type BarDatum, Bars } from './Bars';
import { asQuestion, beginningBefore, type Buckets, endOf, filled, placed, within } from './buckets';
import { ChartCard } from './ChartCard';
import { countScale, lengthScale, lengthTick } from './scale';
import { StateLegend } from './StateLegend';
import { type Asking, useChart } from './useChart';

const DAY = 86_400_000;
/** So long a time is told in hours. */
const HOURS_UNTIL = 3 * DAY;
/** Bars over time are many: they get two places where others get one. */
const WIDE = '@5xl:col-span-2';

interface TimeChartProps {
  browsing: Browsing;
  buckets: Buckets;
}

/** What stands under bars over time, and what choosing some of them means. */
function useTimeAxis({ browsing, buckets }: TimeChartProps) {
  const format = useFormat();
  const { step, span } = buckets;
  const dayOf = (instant: number) => Math.floor((instant + format.zone.offset(instant)) / DAY);
  const sayHours = step < DAY && span.to - span.from <= HOURS_UNTIL;
  return {
    label: (start: number) => {
      const day = format.tick({ at: start, day: true, strong: false }, DAY);
      return step < DAY ? `${day} ${format.tick({ at: start, day: false, strong: false }, step)}` : day;
    },
    // Hours stand without their day, but where a day begins: so that more of them can be read. Over many days an hour
    // alone would say nothing, so only days are named.
    tick: (start: number) => {
      if (dayOf(start) !== dayOf(beginningBefore(start, buckets)))
        return format.tick({ at: start, day: true, strong: false }, DAY);
      return sayHours ? format.tick({ at: start, day: false, strong: false }, step) : '';
    },
    choose: (from: number, to: number) =>
      browsing.change(withTime(browsing.state, { from, to: endOf(to, buckets) })),
  };
}

/** Holds their place until it is known how wide their bars are: what comes later must not push others aside. */
export function TimeChartsToCome(asked: Asking) {
  const { volume, states } = browseWords.overview;
  return [volume, states('hour')].map((title) => (
    <ChartCard key={title} title={title} columns={[]} rows={[]} className={WIDE} {...asked}>
      {null}
    </ChartCard>
  ));
}

export function VolumeChart(props: TimeChartProps) {
  const { browsing, buckets } = props;
  const format = useFormat();
  const axis = useTimeAxis(props);
  const { data, ...asked } = useChart(browsing.source, browsing.filter, {
    kind: 'volume',
    ...asQuestion(buckets),
  });
  const found = placed(data?.buckets ?? [], buckets, ({ start, count }, more) => ({
    start,
    count: count + more.count,
  }));
  const shown = within(found, buckets);
  const bars = filled(shown, buckets, (start) => ({ start, count: 0 }));
  const sum = (counts: readonly { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
  const strays = sum(found) - sum(shown);
  const { overview } = browseWords;
  return (
    <ChartCard
      title={overview.volume}
      summary={`${overview.per(format.spoken(buckets.step))}${strays > 0 ? overview.strays(format.count(strays)) : ''}`}
      className={WIDE}
      columns={[overview.from, overview.conversations]}
      rows={bars
        .filter(({ count }) => count > 0)
        .map(({ start, count }) => ({
          key: String(start),
          name: axis.label(start),
          values: [format.count(count)],
          choose: () => axis.choose(start, start),
        }))}
      {...asked}
    >
      <Bars
        data={bars.map(
          ({ start, count }): BarDatum => ({ label: axis.label(start), tick: axis.tick(start), count }),
        )}
        series={[{ key: 'count', name: overview.conversations, fill: () => 'var(--color-accent)' }]}
        scale={countScale}
        say={(value) => format.count(value)}
        onChoose={(first, last) => axis.choose(bars[first]?.start ?? 0, bars[last]?.start ?? 0)}
      />
    </ChartCard>
  );
}

const STATES = ['talk', 'hold', 'parked', 'acw', 'alerting', 'queued'] as const;

type StateBar = { start: number } & { [state in (typeof STATES)[number]]: number };

function nothingFrom(start: number): StateBar {
  return { start, alerting: 0, queued: 0, talk: 0, hold: 0, parked: 0, acw: 0 };
}

function summed(one: StateBar, more: StateBar): StateBar {
  const all = { ...one };
  for (const state of STATES) all[state] += more[state];
  return all;
}

function typeOf(state: (typeof STATES)[number]): SegmentType {
  return state === 'talk' ? 'connected' : state;
}

export function StatesChart(props: TimeChartProps) {
  const { browsing, buckets } = props;
  const format = useFormat();
  const axis = useTimeAxis(props);
  const { data, ...asked } = useChart(browsing.source, browsing.filter, {
    kind: 'states',
    ...asQuestion(buckets),
  });
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
        name: axis.label(bar.start),
        values: used.map((state) => format.compact(bar[state])),
        choose: () => axis.choose(bar.start, bar.start),
      }))}
      {...asked}
    >
      <Bars
        data={bars.map(
          ({ start, ...states }): BarDatum => ({
            ...states,
            label: axis.label(start),
            tick: axis.tick(start),
          }),
        )}
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
