import { type SyntheticEvent, useId, useState } from 'react';
import type { Measure } from '../../../sources/source';
import { compactDuration } from '../../../ui/durations';
import { browseWords } from '../../words/browse';
import { isCounted, MEASURES, withRange } from '../state/browseState';
import { parseLength } from '../state/lengths';
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
          // What was taken off elsewhere is taken off here too.
          key={`${measure} ${ranges[measure]?.min} ${ranges[measure]?.max}`}
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

function write(measure: Measure, value: number | undefined): string {
  if (value === undefined) return '';
  return isCounted(measure) ? String(value) : compactDuration(value);
}

/** Nothing typed is no bound; `NaN` is what can't be read. */
function read(measure: Measure, text: string): number | undefined {
  if (text.trim() === '') return undefined;
  if (isCounted(measure)) return /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return parseLength(text) ?? Number.NaN;
}

function RangeFields({ measure, range, onChange }: RangeFieldsProps) {
  const id = useId();
  const [min, setMin] = useState(write(measure, range.min));
  const [max, setMax] = useState(write(measure, range.max));
  const name = browseWords.columns[measure];
  const values = { min: read(measure, min), max: read(measure, max) };
  const wrong = Number.isNaN(values.min) || Number.isNaN(values.max);

  function apply(event?: SyntheticEvent) {
    event?.preventDefault();
    if (wrong || (values.min === range.min && values.max === range.max)) return;
    onChange({
      ...(values.min === undefined ? {} : { min: values.min }),
      ...(values.max === undefined ? {} : { max: values.max }),
    });
  }
  const field = (label: string, value: string, set: (text: string) => void) => (
    <input
      aria-label={`${name}, ${label}`}
      aria-invalid={wrong}
      aria-describedby={wrong ? id : undefined}
      placeholder={label}
      inputMode={isCounted(measure) ? 'numeric' : 'text'}
      className={`field min-h-7 w-17 px-1.5 py-0.5 text-xs ${wrong ? 'border-error' : ''}`}
      value={value}
      onChange={({ target }) => set(target.value)}
      onBlur={() => apply()}
    />
  );
  return (
    <form className="flex flex-wrap items-center gap-1.5 px-1 py-0.5" onSubmit={apply}>
      <span className="min-w-0 flex-1 truncate text-sm">{name}</span>
      {field(browseWords.ranges.from, min, setMin)}
      {field(browseWords.ranges.to, max, setMax)}
      <button type="submit" className="sr-only">
        {browseWords.ranges.apply}
      </button>
      {wrong && (
        <p id={id} className="w-full text-xs text-error">
          {browseWords.ranges.wrong}
        </p>
      )}
    </form>
  );
}
