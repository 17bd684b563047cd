import { useEffect, useId, useRef } from 'react';
import { useSettings } from '../../settings';
import { browseWords } from '../../words/browse';
import { PERIODS, withTime } from '../state/browseState';
import { isEmptyTime, wallText, withTyped } from '../state/period';
import type { Browsing } from '../state/useBrowseState';
import { FilterGroup } from './FilterGroup';

/** The last that any zone has of what an address can say. With it a year has four digits, and whoever types goes on. */
const LAST = '9999-12-28T23:59';

interface TimeFieldProps {
  name: string;
  value: string;
  /** Id of what says what is wrong with it. */
  wrong: string | undefined;
  onTake: (text: string) => void;
}

/**
 * Taken when it is left or by Enter. What is half typed has no value and must stay as it is, so the field keeps it
 * itself; it is told when it should say something else: another view, or the same instant in another zone. What is left
 * half typed is as it was.
 */
function TimeField({ name, value, wrong, onTake }: TimeFieldProps) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.value = value;
  }, [value]);
  function take(field: HTMLInputElement) {
    if (field.value !== value && !field.validity.badInput) onTake(field.value);
  }
  return (
    <input
      ref={ref}
      type="datetime-local"
      max={LAST}
      aria-label={name}
      aria-invalid={wrong !== undefined}
      aria-describedby={wrong}
      className={`field min-h-8 min-w-0 flex-1 px-1.5 py-0.5 text-xs ${wrong ? 'border-error' : ''}`}
      defaultValue={value}
      onBlur={({ target }) => {
        take(target);
        if (target.validity.badInput) target.value = value;
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') take(currentTarget);
      }}
    />
  );
}

/** When conversations began: a stretch with a name, or from and to in the chosen zone. */
export function TimeGroup({ browsing }: { browsing: Browsing }) {
  const { state, change } = browsing;
  const { time = {} } = browsing.filter;
  const { timeZone } = useSettings();
  const wrongId = useId();

  function setEnd(end: 'from' | 'to', text: string) {
    const next = withTyped(time, { end, text }, timeZone);
    if (next) change(withTime(state, next));
  }
  const crossed = isEmptyTime(time);
  return (
    <FilterGroup label={browseWords.time.label} active={browsing.filter.time ? 1 : 0} initiallyOpen>
      <fieldset aria-label={browseWords.time.periods} className="flex flex-wrap gap-1 px-1 pb-2">
        {PERIODS.map((period) => (
          <button
            key={period}
            type="button"
            aria-pressed={state.period === period}
            className="button-small aria-pressed:border-accent aria-pressed:bg-accent-soft"
            onClick={() => change(withTime(state, state.period === period ? undefined : period))}
          >
            {browseWords.periods[period]}
          </button>
        ))}
      </fieldset>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="flex items-center gap-2 px-1 py-0.5 text-sm">
          <span className="w-10">{browseWords.time[end]}</span>
          <TimeField
            name={`${browseWords.time.label}, ${browseWords.time[end]}`}
            value={wallText(time[end], timeZone)}
            wrong={crossed ? wrongId : undefined}
            onTake={(text) => setEnd(end, text)}
          />
        </label>
      ))}
      {crossed && (
        <p id={wrongId} className="px-1 pt-1 text-xs text-error">
          {browseWords.time.crossed}
        </p>
      )}
      <p className="px-1 pt-1 text-xs text-muted">{browseWords.time.zone(timeZone)}</p>
    </FilterGroup>
  );
}
