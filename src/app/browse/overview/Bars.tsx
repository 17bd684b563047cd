import { useId, useState } from 'react';
import { Bar, BarChart, ReferenceArea, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { Defs } from '../../../timeline/draw/defs';
import { cssPaint } from '../../../ui/theme';

export interface BarDatum {
  /** Of the bar, and what stands under it. */
  label: string;
  [series: string]: number | string;
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
  say: (value: number) => string;
  /** Lines across, at the bar with an index. */
  lines?: { index: number; name: string }[];
  /** Bars from one to another were chosen: by a click the same twice, by dragging over them several. */
  onChoose: (first: number, last: number) => void;
}

const TICK = { fill: 'var(--color-muted)', fontSize: 11 };

function indexOf(event: { activeTooltipIndex?: number | string | null }): number | undefined {
  const index = Number(event.activeTooltipIndex ?? Number.NaN);
  return Number.isInteger(index) ? index : undefined;
}

/** Upright bars, to be clicked or dragged over. For eyes and pointers only: the table says the same. */
export function Bars({ data, series, say, lines = [], onChoose }: BarsProps) {
  const id = useId().replaceAll(/[^\w-]/g, '');
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const first = drag && Math.min(drag.from, drag.to);
  const last = drag && Math.max(drag.from, drag.to);
  return (
    <div aria-hidden="true" className="h-full text-xs select-none">
      <BarChart
        responsive
        data={data}
        margin={{ top: 4, right: 4, bottom: 0, left: 0 }}
        barCategoryGap={1}
        accessibilityLayer={false}
        className="cursor-pointer"
        style={{ width: '100%', height: '100%' }}
        onMouseDown={(event) => {
          const index = indexOf(event);
          if (index !== undefined) setDrag({ from: index, to: index });
        }}
        onMouseMove={(event) => {
          const index = indexOf(event);
          if (drag && index !== undefined && index !== drag.to) setDrag({ ...drag, to: index });
        }}
        onMouseUp={() => {
          if (first !== undefined && last !== undefined) onChoose(first, last);
          setDrag(undefined);
        }}
        onMouseLeave={() => setDrag(undefined)}
      >
        <Defs id={id} paint={cssPaint} />
        <XAxis
          dataKey="label"
          height={20}
          minTickGap={24}
          axisLine={{ stroke: 'var(--color-line)' }}
          tickLine={false}
          tick={TICK}
        />
        <YAxis width={44} tickCount={4} axisLine={false} tickLine={false} tick={TICK} tickFormatter={say} />
        <Tooltip
          cursor={{ fill: 'var(--color-hover)' }}
          contentStyle={{
            background: 'var(--color-surface)',
            border: '1px solid var(--color-line)',
            borderRadius: 6,
            fontSize: 12,
          }}
          labelStyle={{ color: 'var(--color-ink)', fontWeight: 600 }}
          itemStyle={{ color: 'var(--color-ink)', padding: 0 }}
          formatter={(value) => (typeof value === 'number' ? say(value) : value)}
          isAnimationActive={false}
        />
        {series.map(({ key, name, fill }) => (
          <Bar key={key} dataKey={key} name={name} stackId="all" fill={fill(id)} isAnimationActive={false} />
        ))}
        {lines.map(({ index, name }) => (
          <ReferenceLine
            key={name}
            x={data[index]?.label}
            stroke="var(--color-ink)"
            strokeDasharray="3 3"
            label={{ value: name, position: 'insideTop', fill: 'var(--color-ink)', fontSize: 11 }}
          />
        ))}
        {drag && first !== last && (
          <ReferenceArea
            x1={data[first ?? 0]?.label}
            x2={data[last ?? 0]?.label}
            fill="var(--color-accent)"
            fillOpacity={0.15}
          />
        )}
      </BarChart>
    </div>
  );
}
