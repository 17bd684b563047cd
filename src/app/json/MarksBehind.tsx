import type { Timeline } from '../../core/index';
import { findMark } from '../../core/view/marks';
import { distinctNames } from '../../ui/distinct-names';
import { english } from '../../ui/words';
import { headingOf } from '../details/facts';
import { Value } from '../parts/Value';
import { words } from '../words';

interface MarksBehindProps {
  timeline: Timeline;
  /** Absent: the cursor has not been put anywhere yet. */
  ids: readonly string[] | undefined;
  selected: string | undefined;
  onSelect: (id: string) => void;
}

/** More than these are not to be told apart by name. */
const SHOWN = 8;

/** What rests on the value under the cursor: a time may begin one segment and end another. */
export function MarksBehind({ timeline, ids, selected, onSelect }: MarksBehindProps) {
  if (!ids) return <p className="text-xs text-muted print:hidden">{words.json.hint}</p>;
  if (ids.length === 0) return <p className="text-xs text-muted">{words.json.nothingBehind}</p>;
  const named = distinctNames(timeline, english);
  const marks = ids.slice(0, SHOWN).flatMap((id) => findMark(named, id) ?? []);
  return (
    <ul aria-label={words.json.behind} className="flex flex-wrap gap-1.5 print:hidden">
      {marks.map((mark) => (
        <li key={mark.id}>
          <button
            type="button"
            className="button-small text-start aria-pressed:border-accent aria-pressed:bg-accent-soft"
            aria-pressed={mark.id === selected}
            onClick={() => onSelect(mark.id)}
          >
            <Value>{headingOf(mark)}</Value>
          </button>
        </li>
      ))}
    </ul>
  );
}
