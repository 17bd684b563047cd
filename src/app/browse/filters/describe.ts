import { isCounted } from '../../../sources/distribution';
import type { Choice, Measure } from '../../../sources/source';
import type { Format } from '../../../ui/format';
import { visible } from '../../../ui/visible';
import { browseWords } from '../../words/browse';
import { type BrowseState, CHOICES, MEASURES, toggled, withRange, withTime } from '../state/browseState';
import { DICTIONARIES } from '../state/publicValues';

/** What a value is called: in our words where it is one of ours, else by its name, else as it stands. */
export function valueName(choice: Choice, value: string, name?: string): string {
  const words = DICTIONARIES[choice];
  if (words && Object.hasOwn(words, value)) return words[value] ?? value;
  return visible(name ?? value);
}

export function rangeText(measure: Measure, range: { min?: number; max?: number }, format: Format): string {
  const say = (value: number) => (isCounted(measure) ? format.count(value) : format.compact(value));
  return browseWords.chips.range(
    browseWords.columns[measure],
    range.min === undefined ? undefined : say(range.min),
    range.max === undefined ? undefined : say(range.max),
  );
}

/** One thing that filters, in words, and the choice without it. */
export interface ActiveFilter {
  key: string;
  text: string;
  without: BrowseState;
}

export type NameOf = (choice: Choice, value: string) => string | undefined;

function timeText({ from, to }: NonNullable<BrowseState['time']>, format: Format): string {
  const say = (instant: number) => `${format.date(instant)}, ${format.clock(instant)}`;
  return browseWords.chips.time(
    from === undefined ? undefined : say(from),
    to === undefined ? undefined : say(to),
  );
}

/** Everything that filters, in words, in the order of the panel. */
export function activeFilters(state: BrowseState, format: Format, nameOf: NameOf): ActiveFilter[] {
  const { period, time, choices, ranges, text, attributes } = state;
  const active: ActiveFilter[] = [];
  if (text.trim() !== '') {
    active.push({
      key: 'text',
      text: browseWords.chips.text(visible(text.trim())),
      without: { ...state, text: '' },
    });
  }
  if (period !== undefined) {
    active.push({ key: 'time', text: browseWords.periods[period], without: withTime(state, undefined) });
  } else if (time) {
    active.push({ key: 'time', text: timeText(time, format), without: withTime(state, undefined) });
  }
  for (const choice of CHOICES) {
    for (const value of choices[choice] ?? []) {
      active.push({
        key: `${choice} ${value}`,
        text: browseWords.chips.choice(
          browseWords.choices[choice],
          valueName(choice, value, nameOf(choice, value)),
        ),
        without: toggled(state, choice, value),
      });
    }
  }
  for (const measure of MEASURES) {
    const range = ranges[measure];
    if (!range) continue;
    active.push({
      key: measure,
      text: rangeText(measure, range, format),
      without: withRange(state, measure, {}),
    });
  }
  for (const attribute of attributes) {
    active.push({
      key: `attribute ${JSON.stringify(attribute)}`,
      text: browseWords.chips.attribute(visible(attribute.name), visible(attribute.value)),
      without: { ...state, attributes: attributes.filter((other) => other !== attribute) },
    });
  }
  return active;
}
