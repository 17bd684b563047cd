import { useId } from 'react';
import { Bar, BarChart, LabelList, Tooltip, XAxis, YAxis } from 'recharts';
import { Defs } from '../../../timeline/draw/defs';
import { cssPaint } from '../../../ui/theme';
import { AXIS_TICK, CHART, leastSize, NAME_ROOM, shortName, TOOLTIP } from '../../parts/charts';
import { axisWidth, unbroken } from './scale';

interface Entry {
  name: string;
  value: number;
}

interface TopBarsProps {
  entries: Entry[];
  /** What the value is called. */
  measure: string;
  fill: (patterns: string) => string;
  say: (value: number) => string;
  /** The same where there is little room. */
  sayShort: (value: number) => string;
  onChoose: (index: number) => void;
}

/** Lying bars, the longest first. For eyes and pointers only: the table says the same. */
export function TopBars({ entries, measure, fill, say, sayShort, onChoose }: TopBarsProps) {
  const id = useId().replaceAll(/[^\w-]/g, '');
  const data = entries.map(({ name, value }, index) => ({ index, name, value }));
  // Beside the longest bar, for what it says.
  const right = axisWidth(entries.map(({ value }) => sayShort(value)));
  return (
    <div aria-hidden="true" className="h-full text-xs">
      <BarChart
        {...CHART}
        layout="vertical"
        data={data}
        margin={{ top: 0, right, bottom: 0, left: 0 }}
        barCategoryGap={4}
      >
        <Defs id={id} paint={cssPaint} />
        <Names of={entries} />
        <XAxis type="number" hide />
        <Tooltip
          {...TOOLTIP}
          labelFormatter={(index) => data[Number(index)]?.name ?? ''}
          formatter={(value) => (typeof value === 'number' ? say(value) : value)}
        />
        <Bar
          dataKey="value"
          name={measure}
          fill={fill(id)}
          maxBarSize={18}
          minPointSize={leastSize(data, 'value')}
          className="cursor-pointer"
          isAnimationActive={false}
          onClick={(_, index) => onChoose(index)}
        >
          <LabelList
            dataKey="value"
            position="right"
            fill="var(--color-muted)"
            fontSize={11}
            formatter={(value) => (typeof value === 'number' ? unbroken(sayShort(value)) : '')}
          />
        </Bar>
      </BarChart>
    </div>
  );
}

const TICK = { ...AXIS_TICK, fill: 'var(--color-ink)' };

function Names({ of }: { of: Entry[] }) {
  return (
    <YAxis
      type="category"
      dataKey="index"
      width={NAME_ROOM}
      interval={0}
      axisLine={false}
      tickLine={false}
      tick={TICK}
      tickFormatter={(index: number) => shortName(of[index]?.name ?? '', AXIS_TICK.fontSize)}
    />
  );
}
