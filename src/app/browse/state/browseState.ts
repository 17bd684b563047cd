import type { Instant } from '../../../core/index';
import type { AllOf } from '../../../core/model/all-of';
import type { FigureBounds } from '../../../core/model/facts';
import { DEEDS } from '../../../sources/choices';
import { SORT_KEYS } from '../../../sources/memory/order';
import type { Choice, Measure, Sort, SortKey } from '../../../sources/source';
import type { SourceName } from './sourceName';

/** Stretches with a name; each begins and ends at midnight of the chosen zone. */
export const PERIODS = ['today', 'yesterday', 'week', 'month', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

/** What a supervisor chose to see. Plain data; `filterOf` makes of it what a source is asked. */
export interface BrowseState {
  source: SourceName;
  period?: Period;
  /** Instead of a period: `[from, to)`. */
  time?: { from?: Instant; to?: Instant };
  choices: { [choice in Choice]?: string[] };
  ranges: { [measure in Measure]?: { min?: number; max?: number } };
  text: string;
  attributes: { name: string; value: string }[];
  sort: Sort[];
}

export const NOTHING_CHOSEN: BrowseState = {
  source: 'library',
  choices: {},
  ranges: {},
  text: '',
  attributes: [],
  sort: [],
};

const choices = [
  'mark',
  'media',
  'direction',
  'queue',
  'user',
  ...DEEDS,
  'team',
  'wrapUp',
  'purpose',
  'cobrowseRole',
  'problem',
  'flag',
] as const;
export const CHOICES: AllOf<Choice, typeof choices> = choices;

const measures = [
  'duration',
  'timeToAnswer',
  'hold',
  'longestHold',
  'talk',
  'acw',
  'handle',
  'parked',
  'cobrowse',
  'controlled',
  'holds',
  'unanswered',
  'transfers',
  'participants',
] as const;
/** Measures people ask for a range of. */
export const MEASURES: AllOf<Measure, typeof measures> = measures;

export function isSortKey(id: string): id is SortKey {
  return SORT_KEYS.some((key) => key === id);
}

/** On which side of a figure the truth may lie; nothing where it is exact. */
export function boundOf(measure: Measure, bounds: FigureBounds = {}): 'atMost' | 'atLeast' | undefined {
  const known: { [measure in Measure]?: 'atMost' | 'atLeast' } = bounds;
  return known[measure];
}

/** Without what filters; the order stays, and where all of it comes from. */
export function cleared(state: BrowseState): BrowseState {
  return { ...NOTHING_CHOSEN, source: state.source, sort: state.sort };
}

export function withChoice(state: BrowseState, choice: Choice, values: string[]): BrowseState {
  const { [choice]: _, ...others } = state.choices;
  return { ...state, choices: values.length > 0 ? { ...others, [choice]: values } : others };
}

export function toggled(state: BrowseState, choice: Choice, value: string): BrowseState {
  const values = state.choices[choice] ?? [];
  const without = values.filter((other) => other !== value);
  return withChoice(state, choice, without.length < values.length ? without : [...values, value]);
}

export function withRange(
  state: BrowseState,
  measure: Measure,
  range: { min?: number; max?: number },
): BrowseState {
  const { [measure]: _, ...others } = state.ranges;
  return {
    ...state,
    ranges: Object.keys(range).length > 0 ? { ...others, [measure]: range } : others,
  };
}

export function withTime(state: BrowseState, time: BrowseState['time'] | Period): BrowseState {
  const { time: _, period: __, ...rest } = state;
  if (typeof time === 'string') return { ...rest, period: time };
  return time?.from === undefined && time?.to === undefined ? rest : { ...rest, time };
}

/** How many things filter; of one choice each value. */
export function filterCount({ period, time, choices, ranges, text, attributes }: BrowseState): number {
  const values = Object.values(choices).reduce((sum, chosen) => sum + chosen.length, 0);
  const others = [period ?? time, text.trim() || undefined].filter((each) => each !== undefined);
  return values + Object.keys(ranges).length + attributes.length + others.length;
}

/** Whether anything is left out. */
export function isFiltered(state: BrowseState): boolean {
  return filterCount(state) > 0;
}
