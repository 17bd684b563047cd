import { type SyntheticEvent, useId, useState } from 'react';
import { isCounted } from '../../../sources/distribution';
import type { Measure } from '../../../sources/source';
import { browseWords } from '../../words/browse';
import { MEASURES, withRange } from '../state/browseState';
import { areCrossed, boundFrom, boundText } from '../state/bounds';
import type { Browsing } from '../state/useBrowseState';
import { FilterGroup } from './FilterGroup';

/** Lengths and counts, from and to. */
export function RangeGroup({ browsing }: { browsing: Browsing }) {
  const { ranges } = browsing.state;
  return (
    <FilterGroup label={browseWords.ranges.label} active={Object.keys(ranges).length}>
      <p className="px-1 pb-1 text-xs text-muted">{browseWords.ranges.hint}</p>
      {MEASURES.map((measure) => (
        <RangeFields
          key={measure}
          measure={measure}
          range={ranges[measure] ?? {}}
          onChange={(range) => browsing.change(withRange(browsing.state, measure, range))}
        />
      ))}
    </FilterGroup>
  );
}

interface RangeFieldsProps {
  measure: Measure;
  range: { min?: number; max?: number };
  onChange: (range: { min?: number; max?: number }) => void;
}

/**
 * What stands in a field: as it was typed, until the filter says something else (it was taken off, or another view
 * was opened). The field itself stays: whoever goes on to the next one types there already.
 */
function useBound(measure: Measure, bound: number | undefined) {
  const [text, setText] = useState(boundText(measure, bound));
  const [seen, setSeen] = useState(bound);
  if (seen !== bound) {
    setSeen(bound);
    if (boundFrom(measure, text) !== bound) setText(boundText(measure, bound));
  }
  // Written to the second, a bound may be finer than it looks: only what was typed is read.
  const value = text === boundText(measure, bound) ? bound : boundFrom(measure, text);
  return { text, setText, value, wrong: Number.isNaN(value) };
}

function RangeFields({ measure, range, onChange }: RangeFieldsProps) {
  const id = useId();
  const min = useBound(measure, range.min);
  const max = useBound(measure, range.max);
  const name = browseWords.columns[measure];
  const wrong = min.wrong || max.wrong;
  // Nothing can be both: said, and looked for all the same, as it is what was asked for.
  const crossed = !wrong && areCrossed(min.value, max.value);

  function apply(event?: SyntheticEvent) {
    event?.preventDefault();
    if (wrong || (min.value === range.min && max.value === range.max)) return;
    onChange({
      ...(min.value === undefined ? {} : { min: min.value }),
      ...(max.value === undefined ? {} : { max: max.value }),
    });
  }
  const field = (label: string, bound: ReturnType<typeof useBound>) => (
    <input
      aria-label={`${name}, ${label}`}
      aria-invalid={bound.wrong || crossed}
      aria-describedby={bound.wrong || crossed ? id : undefined}
      placeholder={label}
      inputMode={isCounted(measure) ? 'numeric' : 'text'}
      className={`field min-h-7 w-17 px-1.5 py-0.5 text-xs ${bound.wrong || crossed ? 'border-error' : ''}`}
      value={bound.text}
      onChange={({ target }) => bound.setText(target.value)}
      onBlur={() => apply()}
    />
  );
  return (
    <form className="flex flex-wrap items-center gap-1.5 px-1 py-0.5" onSubmit={apply}>
      <span className="min-w-0 flex-1 truncate text-sm">{name}</span>
      {field(browseWords.ranges.from, min)}
      {field(browseWords.ranges.to, max)}
      <button type="submit" className="sr-only">
        {browseWords.ranges.apply}
      </button>
      {(wrong || crossed) && (
        <p id={id} className="w-full text-xs text-error">
          {wrong && (isCounted(measure) ? browseWords.ranges.wrongCount : browseWords.ranges.wrong)}
          {crossed && browseWords.ranges.crossed}
        </p>
      )}
    </form>
  );
}
