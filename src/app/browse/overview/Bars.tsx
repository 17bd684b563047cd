import { type MouseEvent, useId, useState } from 'react';
import { Bar, BarChart, ReferenceArea, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { Defs } from '../../../timeline/draw/defs';
import { cssPaint } from '../../../ui/theme';
import { AXIS_TICK, TOOLTIP } from '../../parts/charts';
import { LineName } from './LineName';
import { axisWidth, type Scale } from './scale';

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

interface BarsProps {
  data: BarDatum[];
  series: Series[];
  scale: (max: number) => Scale;
  /** A height in full. */
  say: (value: number) => string;
  /** The same where there is little room. */
  sayTick?: (value: number) => string;
  /** Lines across, at the bar with an index. */
  lines?: { index: number; name: string }[];
  /** Bars from one to another were chosen: by a click the same twice, by dragging over them several. */
  onChoose: (first: number, last: number) => void;
}

/** Of the row of names over the bars. */
const NAME_ROW = 13;

/** Behind the bars. */
const REST = 4;

/**
 * The bar at a pointer, by where it is: the chart library comes to know of a pointer a frame after it moved, which
 * is too late for a tap.
 */
function indexAt(event: MouseEvent<HTMLElement>, { bars, axis }: { bars: number; axis: number }) {
  const box = event.currentTarget.getBoundingClientRect();
  const share = (event.clientX - box.left - axis) / (box.width - axis - REST);
  return share >= 0 && share < 1 ? Math.floor(share * bars) : undefined;
}

function heightOf(datum: BarDatum, series: readonly Series[]): number {
  return series.reduce((sum, { key }) => sum + Number(datum[key] ?? 0), 0);
}

/** Upright bars, to be clicked or dragged over. For eyes and pointers only: the table says the same. */
export function Bars({ data, series, scale, say, sayTick = say, lines = [], onChoose }: BarsProps) {
  const id = useId().replaceAll(/[^\w-]/g, '');
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const first = drag && Math.min(drag.from, drag.to);
  const last = drag && Math.max(drag.from, drag.to);
  const { ticks, top } = scale(Math.max(0, ...data.map((datum) => heightOf(datum, series))));
  // Whole: a space would be a place to break the line at.
  const heightAt = (value: number) => sayTick(value).replaceAll(' ', '\u00a0');
  const axis = axisWidth(ticks.map(heightAt));
  const named = data.flatMap(({ tick }, index) => (tick === '' ? [] : [index]));
  return (
    // For pointers only: the table filters by keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      aria-hidden="true"
      className="h-full text-xs select-none"
      onMouseDown={(event) => {
        const index = indexAt(event, { bars: data.length, axis });
        if (index !== undefined && event.button === 0) setDrag({ from: index, to: index });
      }}
      onMouseMove={(event) => {
        const index = indexAt(event, { bars: data.length, axis });
        if (drag && index !== undefined && index !== drag.to) setDrag({ ...drag, to: index });
      }}
      onMouseUp={() => {
        if (first !== undefined && last !== undefined) onChoose(first, last);
        setDrag(undefined);
      }}
      onMouseLeave={() => setDrag(undefined)}
    >
      <BarChart
        responsive
        // Names may be equal (an hour that comes twice when clocks change): places never are.
        data={data.map((datum, index) => ({ ...datum, index }))}
        margin={{ top: 6 + lines.length * NAME_ROW, right: REST, bottom: 0, left: 0 }}
        barCategoryGap={1}
        accessibilityLayer={false}
        className="cursor-pointer"
        style={{ width: '100%', height: '100%' }}
      >
        <Defs id={id} paint={cssPaint} />
        <XAxis
          dataKey="index"
          ticks={named}
          height={18}
          minTickGap={14}
          axisLine={{ stroke: 'var(--color-line)' }}
          tickLine={false}
          tick={AXIS_TICK}
          tickFormatter={(index: number) => data[index]?.tick ?? data[index]?.label ?? ''}
        />
        <YAxis
          width={axis}
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
          <Bar key={key} dataKey={key} name={name} stackId="all" fill={fill(id)} isAnimationActive={false} />
        ))}
        {lines.map(({ index, name }, row) => (
          <ReferenceLine
            key={name}
            x={index}
            stroke="var(--color-ink)"
            strokeDasharray="3 3"
            label={
              <LineName
                name={name}
                above={(lines.length - row) * NAME_ROW - NAME_ROW / 2}
                side={index > data.length * 0.6 ? 'before' : 'after'}
              />
            }
          />
        ))}
        {drag && first !== last && (
          <ReferenceArea x1={first} x2={last} fill="var(--color-accent)" fillOpacity={0.15} />
        )}
      </BarChart>
    </div>
  );
}
