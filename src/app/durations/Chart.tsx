import { useId } from 'react';
import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts';
import { Defs, fillOf } from '../../timeline/draw/defs';
import { nameOf } from '../../ui/speech';
import { cssPaint } from '../../ui/theme';
import { AXIS_TICK, leastSize, NAME_ROOM, shortName, TOOLTIP } from '../parts/charts';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { ticksTo } from './ticks';
import { type RowGroup, type StateName, STATES, type StateTime, typeOf } from './times';

interface ChartProps {
  groups: readonly RowGroup[];
  onSelect: (time: StateTime) => void;
}

const ROW = 30;
const AXIS = 26;
const ROWS = {
  layout: 'vertical',
  margin: { top: 0, right: 20, bottom: 0, left: 0 },
  barCategoryGap: 6,
  accessibilityLayer: false,
} as const;
const NAME_SIZE = 12;
const NAME_AXIS = {
  type: 'category',
  dataKey: 'row',
  width: NAME_ROOM,
  interval: 0,
  axisLine: false,
  tickLine: false,
  tick: { ...AXIS_TICK, fill: 'var(--color-ink)', fontSize: NAME_SIZE },
} as const;
const LINE = { stroke: 'var(--color-line)' };
const TIME_AXIS = { type: 'number', height: AXIS, axisLine: LINE, tickLine: LINE, tick: AXIS_TICK } as const;
/** The gap between two states is a line in the colour of the ground. */
const BAR = { stackId: 'states', stroke: 'var(--color-surface)', strokeWidth: 1, isAnimationActive: false };

/** Not `id`: a bar takes what it can from its datum, and ids of the data would be ids of the page. */
type Datum = { row: string } & { [state in StateName]?: number };

function datumOf({ id, times }: RowGroup): Datum {
  const datum: Datum = { row: id };
  for (const { total, time } of times) if (total !== 'handle') datum[total] = time;
  return datum;
}

function usedIn(groups: readonly RowGroup[]): StateName[] {
  return STATES.filter((state) => groups.some(({ times }) => times.some(({ total }) => total === state)));
}

function nameIn(group: RowGroup | undefined): string {
  return shortName(group?.lane ? nameOf(group.lane) : words.durations.conversation, NAME_SIZE);
}

/** Stacked bars, one per participant. For eyes and pointers only: the table below says the same. */
export function Chart({ groups, onSelect }: ChartProps) {
  const format = useFormat();
  const id = useId().replaceAll(/[^\w-]/g, '');
  const used = usedIn(groups);
  const data = groups.map(datumOf);
  const ticks = ticksTo(Math.max(...groups.map(({ sum }) => sum)));
  const byId = new Map(groups.map((group) => [group.id, group]));

  function select(state: StateName, laneId = '') {
    const time = byId.get(laneId)?.times.find(({ total }) => total === state);
    if (time?.longest !== undefined) onSelect(time);
  }
  return (
    <div aria-hidden="true" dir="ltr" className="mt-2 text-xs print:hidden">
      {/* Bars stand in the order in which they came: where others are needed, all come anew. */}
      <BarChart
        key={used.join()}
        responsive
        {...ROWS}
        data={data}
        style={{ width: '100%', height: groups.length * ROW + AXIS }}
      >
        <Defs id={id} paint={cssPaint} />
        <YAxis {...NAME_AXIS} tickFormatter={(laneId: string) => nameIn(byId.get(laneId))} />
        <XAxis
          {...TIME_AXIS}
          domain={[0, ticks.at(-1) ?? 0]}
          ticks={ticks}
          tickFormatter={(ms: number) => format.compact(ms)}
        />
        <Tooltip
          {...TOOLTIP}
          labelFormatter={(laneId) => (typeof laneId === 'string' ? nameIn(byId.get(laneId)) : '')}
          formatter={(ms) => (typeof ms === 'number' ? format.compact(ms) : ms)}
        />
        {used.map((state) => (
          <Bar
            key={state}
            {...BAR}
            dataKey={state}
            minPointSize={leastSize(data, state)}
            name={words.durations.totals[state]}
            fill={fillOf(typeOf(state), id, cssPaint)}
            className="cursor-pointer"
            onClick={({ payload }: { payload?: Partial<Datum> }) => select(state, payload?.row)}
          />
        ))}
      </BarChart>
    </div>
  );
}
