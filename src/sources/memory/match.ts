import type { AllOf } from '../../core/model/all-of';
import type { Facts } from '../../core/model/facts';
import { ALL_CHOICES, needsAll, valuesOf } from '../choices';
import { folded, needlesOf } from '../../core/view/folded';
import type { Choice, Filter, Measure, Range } from '../source';

const measures = [
  'duration',
  'timeToAnswer',
  'talk',
  'hold',
  'longestHold',
  'holds',
  'acw',
  'parked',
  'handle',
  'cobrowse',
  'controlled',
  'unanswered',
  'transfers',
  'participants',
] as const;
/**
 * Also columns of the library, in this order. Those of databases that stand in browsers are these: before one is added
 * here, the steps of `library/schema.ts` need a list of their own, and a step that works the new one out.
 */
export const MEASURES: AllOf<Measure, typeof measures> = measures;

function inTime({ start }: Facts, time: Filter['time']): boolean {
  if (time?.from === undefined && time?.to === undefined) return true;
  if (start === undefined) return false;
  return start >= (time.from ?? Number.NEGATIVE_INFINITY) && start < (time.to ?? Number.POSITIVE_INFINITY);
}

function inRange(value: number | undefined, range: Range | undefined): boolean {
  if (range?.min === undefined && range?.max === undefined) return true;
  if (value === undefined) return false;
  return value >= (range.min ?? Number.NEGATIVE_INFINITY) && value <= (range.max ?? Number.POSITIVE_INFINITY);
}

function isChosen(facts: Facts, choice: Choice, chosen: readonly string[] | undefined): boolean {
  if (!chosen || chosen.length === 0) return true;
  const values = new Set(valuesOf(facts, choice).map(({ value }) => value));
  return needsAll(choice)
    ? chosen.every((value) => values.has(value))
    : chosen.some((value) => values.has(value));
}

/** Fewer letters begin nearly every id there is. */
export const LEAST_OF_ID = 3;

function beginsId({ ids }: Facts, word: string): boolean {
  return word.length >= LEAST_OF_ID && ids.some((id) => id.startsWith(word));
}

/** Whether a conversation is meant by a filter; `except` is a choice of which any value could be chosen besides. */
export function matches(facts: Facts, filter: Filter, except?: Choice): boolean {
  const { time, choices = {}, ranges = {}, text, attributes = [] } = filter;
  if (!inTime(facts, time)) return false;
  if (!MEASURES.every((measure) => inRange(facts[measure], ranges[measure]))) return false;
  const isOpen = (choice: Choice) => choice === except && !needsAll(choice);
  if (!ALL_CHOICES.every((choice) => isOpen(choice) || isChosen(facts, choice, choices[choice])))
    return false;
  const has = attributes.every((wanted) =>
    facts.attributes.some(({ name, value }) => name === wanted.name && value === wanted.value),
  );
  if (!has) return false;
  const words = needlesOf(text ?? '');
  if (words.length === 0) return true;
  const searched = folded(facts.text);
  return words.every((word) => searched.includes(word) || beginsId(facts, word));
}
