import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useSettings } from '../../settings';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { dateText, type Day, isDate } from './dates';

/** The day before, the day after, or any other. `search`: the query of the address, of which only the day changes. */
export function DayChoice({ day, search }: { day: Day; search: string }) {
  const { timeZone } = useSettings();
  const [path, navigate] = useLocation();
  const format = useFormat();
  const words = browseWords.day;
  /** What is no day yet, and over which it is typed. */
  const [typed, setTyped] = useState<{ over: number; text: string }>();
  const go = (text: string) => {
    const query = new URLSearchParams(search);
    query.set('day', text);
    navigate(`${path}?${query}`, { state: history.state });
  };
  return (
    <div className="flex flex-wrap items-center gap-2 py-3">
      <button
        type="button"
        aria-label={words.previous}
        className="button px-2"
        onClick={() => go(dateText(day.from - 1, timeZone))}
      >
        <ChevronLeft className="size-4 rtl:-scale-x-100" aria-hidden="true" />
      </button>
      <input
        type="date"
        aria-label={words.date}
        className="field"
        value={typed?.over === day.from ? typed.text : dateText(day.from, timeZone)}
        onChange={({ target: { value } }) => {
          const whole = isDate(value);
          setTyped(whole ? undefined : { over: day.from, text: value });
          if (whole) go(value);
        }}
        onBlur={() => setTyped(undefined)}
      />
      <button
        type="button"
        aria-label={words.next}
        className="button px-2"
        onClick={() => go(dateText(day.to, timeZone))}
      >
        <ChevronRight className="size-4 rtl:-scale-x-100" aria-hidden="true" />
      </button>
      <span className="text-sm text-muted">
        {format.date(day.from)}, {timeZone}
      </span>
    </div>
  );
}
