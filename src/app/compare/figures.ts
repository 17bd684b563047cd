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

export interface FigureRow {
  measure: Compared;
  /** One for each conversation; absent where it has none. */
  values: (number | undefined)[];
  /** Against the first; absent where either has none. */
  differences: (number | undefined)[];
}

function valuesOf({ totals, ...durations }: ConversationDurations): { [name in Compared]?: number } {
  const { talk, hold, acw, handle, parked } = totals;
  return { ...durations, talk, hold, acw, handle, parked };
}

/** Figures of several conversations side by side; rows in which all have nothing are left out. */
export function figureRows(timelines: readonly Timeline[]): FigureRow[] {
  const measured = timelines.map((timeline) => valuesOf(measure(timeline).conversation));
  return COMPARED.map((name): FigureRow => {
    const values = measured.map((values) => values[name]);
    const [first] = values;
    const differences = values.map((value) =>
      value === undefined || first === undefined ? undefined : value - first,
    );
    return { measure: name, values, differences };
  }).filter(({ values }) => values.some((value) => value !== undefined && value !== 0));
}
