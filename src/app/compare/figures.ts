import { boundsOf } from '../../core/facts/bounds';
import { type ConversationDurations, measure, type Timeline } from '../../core/index';
import type { Measure } from '../../sources/source';
import { placeable } from '../../core/view/placeable';
import { boundOf } from '../browse/state/browseState';

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
  /** Where a value rests on an end that was not recorded: which way the truth may lie. */
  bounds: ('atMost' | 'atLeast' | undefined)[];
  /** Against the first; absent where either has none. */
  differences: (number | undefined)[];
}

type Values = { [name in Compared]?: number };

function valuesOf({ totals, ...durations }: ConversationDurations): Values & { duration: number } {
  const { talk, hold, acw, handle, parked } = totals;
  return { ...durations, talk, hold, acw, handle, parked };
}

/** Figures of several conversations side by side; rows in which all have nothing are left out. */
export function figureRows(timelines: readonly Timeline[]): FigureRow[] {
  const measured = timelines.map((timeline) => {
    const { conversation } = measure(timeline);
    const { duration, ...values } = valuesOf(conversation);
    // Where nothing says when it was, nothing says how long.
    const known: Values = placeable(timeline) || duration > 0 ? { ...values, duration } : values;
    return { values: known, bounds: boundsOf(conversation, timeline) };
  });
  return COMPARED.map((name): FigureRow => {
    const values = measured.map(({ values }) => values[name]);
    const [first] = values;
    const differences = values.map((value) =>
      value === undefined || first === undefined ? undefined : value - first,
    );
    return {
      measure: name,
      values,
      bounds: measured.map(({ bounds }) => boundOf(name, bounds)),
      differences,
    };
  }).filter(({ values }) => values.some((value) => value !== undefined && value !== 0));
}
