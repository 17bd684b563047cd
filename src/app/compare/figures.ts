import { type ConversationDurations, measure, type Timeline } from '../../core/index';
import type { Measure } from '../../sources/source';

/** What is compared, in the order of the table. */
export const COMPARED = [
  'duration',
  'timeToAnswer',
  'talk',
  'hold',
  'longestHold',
  'acw',
  'handle',
  'parked',
  'cobrowse',
  'controlled',
  'holds',
  'unanswered',
  'transfers',
] as const satisfies Measure[];

export type Compared = (typeof COMPARED)[number];

type Bound = 'atMost' | 'atLeast' | undefined;

export interface FigureRow {
  measure: Compared;
  /** One for each conversation; absent where it has none. */
  values: (number | undefined)[];
  /** Where a value rests on an end that was not recorded: which way the truth may lie. */
  bounds: Bound[];
  /** Against the first; absent where either has none. */
  differences: (number | undefined)[];
}

/** The longest of holds is no surer than all of them. */
function boundOf(measured: Compared, { bounds }: ConversationDurations): Bound {
  const { talk, hold, acw, handle, parked } = bounds;
  const known: { [name in Compared]?: Bound } = { talk, hold, acw, handle, parked, longestHold: hold };
  return known[measured];
}

function valuesOf({ totals, ...durations }: ConversationDurations): { [name in Compared]?: number } {
  const { talk, hold, acw, handle, parked } = totals;
  return { ...durations, talk, hold, acw, handle, parked };
}

/** Figures of several conversations side by side; rows in which all have nothing are left out. */
export function figureRows(timelines: readonly Timeline[]): FigureRow[] {
  const measured = timelines.map((timeline) => measure(timeline).conversation);
  const all = measured.map(valuesOf);
  return COMPARED.map((name): FigureRow => {
    const values = all.map((values) => values[name]);
    const [first] = values;
    const differences = values.map((value) =>
      value === undefined || first === undefined ? undefined : value - first,
    );
    return { measure: name, values, bounds: measured.map((each) => boundOf(name, each)), differences };
  }).filter(({ values }) => values.some((value) => value !== undefined && value !== 0));
}
