import { useId } from 'react';
import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts';
import { Defs } from '../../../timeline/draw/defs';
import { cssPaint } from '../../../ui/theme';

interface TopBarsProps {
  entries: { name: string; value: number }[];
  /** What the value is called. */
  measure: string;
  fill: (patterns: string) => string;
  say: (value: number) => string;
  onChoose: (index: number) => void;
}

const NAME = 112;
const NAME_CHARACTERS = 17;
const TICK = { fill: 'var(--color-ink)', fontSize: 11 };

function short(name: string): string {
  return name.length > NAME_CHARACTERS ? `${name.slice(0, NAME_CHARACTERS - 1)}…` : name;
}

/** Lying bars, the longest first. For eyes and pointers only: the table says the same. */
export function TopBars({ entries, measure, fill, say, onChoose }: TopBarsProps) {
  const id = useId().replaceAll(/[^\w-]/g, '');
  const data = entries.map(({ name, value }, index) => ({ index, name, value }));
  return (
    <div aria-hidden="true" className="h-full text-xs">
      <BarChart
        responsive
        layout="vertical"
        data={data}
        margin={{ top: 0, right: 8, bottom: 0, left: 0 }}
        barCategoryGap={4}
        accessibilityLayer={false}
        style={{ width: '100%', height: '100%' }}
      >
        <Defs id={id} paint={cssPaint} />
        <YAxis
          type="category"
          dataKey="index"
          width={NAME}
          interval={0}
          axisLine={false}
          tickLine={false}
          tick={TICK}
          tickFormatter={(index: number) => short(data[index]?.name ?? '')}
        />
        <XAxis type="number" hide />
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
          labelFormatter={(index) => data[Number(index)]?.name ?? ''}
          formatter={(value) => (typeof value === 'number' ? say(value) : value)}
          isAnimationActive={false}
        />
        <Bar
          dataKey="value"
          name={measure}
          fill={fill(id)}
          maxBarSize={18}
          className="cursor-pointer"
          isAnimationActive={false}
          onClick={(_, index) => onChoose(index)}
        />
      </BarChart>
    </div>
  );
}
