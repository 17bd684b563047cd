import { useId } from 'react';
import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts';
import { nameOf } from '../../ui/speech';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { colourOf } from './colours';
import { ticksTo } from './ticks';
import { type RowGroup, type StateName, STATES, type StateTime } from './times';

interface ChartProps {
  groups: readonly RowGroup[];
  onSelect: (time: StateTime) => void;
}

const ROW = 30;
const AXIS = 26;
const NAME = 104;
/** Of a name beside its bar. */
const NAME_CHARACTERS = 15;

type Datum = { id: string } & { [state in StateName]?: number };

function datumOf({ id, times }: RowGroup): Datum {
  const datum: Datum = { id };
  for (const { total, time } of times) if (total !== 'handle') datum[total] = time;
  return datum;
}

function lengthOf({ times }: RowGroup): number {
  return times.reduce((sum, { total, time }) => (total === 'handle' ? sum : sum + time), 0);
}

function shortName(group: RowGroup | undefined): string {
  const name = group?.lane ? nameOf(group.lane) : words.durations.conversation;
  return name.length > NAME_CHARACTERS ? `${name.slice(0, NAME_CHARACTERS - 1)}…` : name;
}

/** Stacked bars, one per participant. For eyes and pointers only: the table below says the same. */
export function Chart({ groups, onSelect }: ChartProps) {
  const format = useFormat();
  const id = useId().replaceAll(/[^\w-]/g, '');
  const used = STATES.filter((state) =>
    groups.some(({ times }) => times.some(({ total }) => total === state)),
  );
  const ticks = ticksTo(Math.max(...groups.map(lengthOf)));
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
        layout="vertical"
        data={groups.map(datumOf)}
        margin={{ top: 0, right: 20, bottom: 0, left: 0 }}
        barCategoryGap={6}
        accessibilityLayer={false}
        style={{ width: '100%', height: groups.length * ROW + AXIS }}
      >
        <defs>
          <Stripes id={id} />
          <Dots id={id} />
        </defs>
        <YAxis
          type="category"
          dataKey="id"
          width={NAME}
          interval={0}
          axisLine={false}
          tickLine={false}
          tick={{ fill: 'var(--color-ink)', fontSize: 12 }}
          tickFormatter={(laneId: string) => shortName(byId.get(laneId))}
        />
        <XAxis
          type="number"
          height={AXIS}
          domain={[0, ticks.at(-1) ?? 0]}
          ticks={ticks}
          axisLine={{ stroke: 'var(--color-line)' }}
          tickLine={{ stroke: 'var(--color-line)' }}
          tick={{ fill: 'var(--color-muted)', fontSize: 11 }}
          tickFormatter={(ms: number) => format.compact(ms)}
        />
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
          labelFormatter={(laneId) => (typeof laneId === 'string' ? shortName(byId.get(laneId)) : '')}
          formatter={(ms) => (typeof ms === 'number' ? format.compact(ms) : ms)}
          isAnimationActive={false}
        />
        {used.map((state) => (
          <Bar
            key={state}
            dataKey={state}
            name={words.durations.totals[state]}
            stackId="states"
            fill={fillOf(state, id)}
            stroke="var(--color-surface)"
            strokeWidth={1}
            className="cursor-pointer"
            isAnimationActive={false}
            onClick={({ payload }: { payload?: Partial<Datum> }) => select(state, payload?.id)}
          />
        ))}
      </BarChart>
    </div>
  );
}

/** Hold is striped and parked dotted here too: never told by colour alone. */
function fillOf(state: StateName, id: string): string {
  if (state === 'hold') return `url(#${id}-hold)`;
  return state === 'parked' ? `url(#${id}-parked)` : colourOf(state);
}

function Stripes({ id }: { id: string }) {
  return (
    <pattern
      id={`${id}-hold`}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="6" height="6" fill={colourOf('hold')} />
      <rect width="2" height="6" fill="var(--pt-hold-ink)" fillOpacity="0.45" />
    </pattern>
  );
}

function Dots({ id }: { id: string }) {
  return (
    <pattern id={`${id}-parked`} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill={colourOf('parked')} />
      <circle cx="3" cy="3" r="1" fill="var(--pt-parked-ink)" fillOpacity="0.7" />
    </pattern>
  );
}
