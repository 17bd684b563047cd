import { useId } from 'react';
import { Bar, BarChart, ReferenceArea, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { Defs } from '../../../timeline/draw/defs';
import { cssPaint } from '../../../ui/theme';
import { AXIS_TICK, CHART, leastSize, TOOLTIP } from '../../parts/charts';
import { LineName } from './LineName';
import { axisWidth, type Scale, unbroken } from './scale';
import { useBarDrag } from './useBarDrag';

export interface BarDatum {
  /** Of the bar, in full. */
  label: string;
  /** What stands under it: the same where it is absent, nothing where it is empty. */
  tick?: string;
  /** Heights by series. */
  [series: string]: number | string | undefined;
}

export interface Series {
  key: string;
  name: string;
  /** Makes its colour, or its pattern where it has one, of the id of the patterns. */
  fill: (patterns: string) => string;
}

/** A line across, at the bar with an index. */
export interface BarLine {
  index: number;
  name: string;
}

interface BarsProps {
  data: BarDatum[];
  series: Series[];
  scale: (max: number) => Scale;
  /** A height in full. */
  say: (value: number) => string;
  /** The same where there is little room. */
  sayTick?: (value: number) => string;
  lines?: BarLine[];
  /** Bars from one to another were chosen: by a click the same twice, by dragging over them several. */
  onChoose: (first: number, last: number) => void;
}

/** Of the row of names over the bars. */
const NAME_ROW = 13;

/** Behind the bars. */
const REST = 14;

function heightOf(datum: BarDatum, series: readonly Series[]): number {
  return series.reduce((sum, { key }) => sum + Number(datum[key] ?? 0), 0);
}

/** Upright bars, to be clicked or dragged over. For eyes and pointers only: the table says the same. */
export function Bars({ data, series, scale, say, sayTick = say, lines = [], onChoose }: BarsProps) {
  const id = useId().replaceAll(/[^\w-]/g, '');
  const { ticks, top } = scale(Math.max(0, ...data.map((datum) => heightOf(datum, series))));
  const heightAt = (value: number) => unbroken(sayTick(value));
  const left = axisWidth(ticks.map(heightAt));
  const { over, handlers } = useBarDrag(
    { names: data.map(({ label }) => label), left, right: REST },
    onChoose,
  );
  return (
    // For pointers only: the table filters by keys.
    <div aria-hidden="true" className="h-full text-xs select-none" {...handlers}>
      <BarChart
        {...CHART}
        // Names may be equal (an hour that comes twice when clocks change): places never are.
        data={data.map((datum, index) => ({ ...datum, index }))}
        margin={{ top: 6 + lines.length * NAME_ROW, right: REST, bottom: 0, left: 0 }}
        barCategoryGap={1}
        className="cursor-pointer"
      >
        <Defs id={id} paint={cssPaint} />
        <Ground data={data} />
        <YAxis
          width={left}
          domain={[0, top]}
          ticks={ticks}
          interval={0}
          axisLine={false}
          tickLine={false}
          tick={AXIS_TICK}
          tickFormatter={heightAt}
        />
        <Tooltip
          {...TOOLTIP}
          labelFormatter={(index) => data[Number(index)]?.label ?? ''}
          formatter={(value) => (typeof value === 'number' ? say(value) : value)}
        />
        {series.map(({ key, name, fill }) => (
          <Bar
            key={key}
            dataKey={key}
            name={name}
            stackId="all"
            fill={fill(id)}
            minPointSize={leastSize(data, key)}
            isAnimationActive={false}
          />
        ))}
        <Lines lines={lines} bars={data.length} />
        {over && over.first !== over.last && (
          <ReferenceArea x1={over.first} x2={over.last} fill="var(--color-accent)" fillOpacity={0.15} />
        )}
      </BarChart>
    </div>
  );
}

/** What the bars stand on, with their names as far as there is room. */
function Ground({ data }: { data: BarDatum[] }) {
  return (
    <XAxis
      dataKey="index"
      ticks={data.flatMap(({ tick }, index) => (tick === '' ? [] : [index]))}
      height={18}
      minTickGap={14}
      axisLine={{ stroke: 'var(--color-line)' }}
      tickLine={false}
      tick={AXIS_TICK}
      tickFormatter={(index: number) => data[index]?.tick ?? data[index]?.label ?? ''}
    />
  );
}

function Lines({ lines, bars }: { lines: BarLine[]; bars: number }) {
  return lines.map(({ index, name }, row) => (
    <ReferenceLine
      key={name}
      x={index}
      stroke="var(--color-ink)"
      strokeDasharray="3 3"
      label={
        <LineName
          name={name}
          above={(lines.length - row) * NAME_ROW - NAME_ROW / 2}
          side={index > bars * 0.6 ? 'before' : 'after'}
        />
      }
    />
  ));
}
