import { useId, useState } from 'react';
import { folded } from '../../core/view/folded';
import { type Found, wholeSummary } from '../../workers/found';
import type { Summary } from '../../workers/messages';
import { useMore } from '../parts/useMore';
import { Value } from '../parts/Value';
import { toSecond } from '../instants';
import { useFormat } from '../useFormat';
import { words } from '../words';

interface ConversationListProps {
  found: readonly Found[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** Rows drawn at first, and with each “more”: a file may hold a hundred thousand. */
const PAGE = 50;
/** From here on a filter saves scrolling. */
const WITH_FILTER = 8;

export function ConversationList({ found, chosen, onChoose }: ConversationListProps) {
  const id = useId();
  const [query, setQuery] = useState('');
  const wanted = folded(query.trim());
  const matching = found.filter(({ summary }) => matches(summary, wanted));
  const { shown, rest, showMore } = useMore(matching.length, PAGE);
  return (
    <section aria-labelledby={id} className="pt-4 print:hidden">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id={id} className="font-semibold">
          {words.reading.found(found.length)}
        </h2>
        {found.length > WITH_FILTER && (
          <input
            type="search"
            className="field w-56"
            aria-label={words.list.filter}
            placeholder={words.list.filter}
            onChange={(event) => setQuery(event.target.value)}
          />
        )}
        {matching.length > shown && (
          <p className="text-sm text-muted">{words.list.shown(shown, matching.length)}</p>
        )}
      </div>
      <p aria-live="polite" className={matching.length === 0 ? 'mt-2 text-sm text-muted' : 'sr-only'}>
        {matching.length === 0 && words.list.nothingMatches}
      </p>
      <ul
        aria-label={words.list.label}
        className="card mt-2 max-h-80 overflow-y-auto p-1"
        hidden={matching.length === 0}
      >
        {matching.slice(0, shown).map((entry) => {
          const { id } = entry.summary;
          return <Row key={id} found={entry} chosen={id === chosen} onChoose={() => onChoose(id)} />;
        })}
        {rest > 0 && (
          <li>
            <button type="button" className="button m-1" onClick={showMore}>
              {words.list.more(rest)}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

function matches({ id, title }: Summary, wanted: string): boolean {
  return wanted === '' || folded(id).includes(wanted) || folded(title).includes(wanted);
}

function Row({ found, chosen, onChoose }: { found: Found; chosen: boolean; onChoose: () => void }) {
  const format = useFormat();
  const { title, start, end, participants, problems } = wholeSummary(found);
  const when =
    start === undefined || participants === 0
      ? undefined
      : `${format.date(start)}, ${format.clock(toSecond(start))}`;
  return (
    <li>
      <button
        type="button"
        aria-pressed={chosen}
        className="grid w-full grid-cols-2 gap-x-4 rounded px-2.5 py-1.5 text-start text-sm hover:bg-hover aria-pressed:bg-hover aria-pressed:font-medium sm:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_4.5rem_8rem_6.5rem]"
        onClick={onChoose}
      >
        <span className="order-1 truncate sm:order-none">
          <Value>{title}</Value>
        </span>
        <span className="order-3 col-span-2 truncate text-muted sm:order-none sm:col-span-1">
          {when ?? '–'}
        </span>
        <span className="order-2 text-end text-muted tabular-nums sm:order-none">
          {start === undefined || end === undefined ? '–' : format.compact(end - start)}
        </span>
        <span className="order-4 text-muted sm:order-none">{words.list.participants(participants)}</span>
        <span
          className={`order-5 text-end sm:order-none sm:text-start ${problems > 0 ? 'text-warning' : 'text-muted'}`}
        >
          {words.list.problems(problems)}
        </span>
      </button>
    </li>
  );
}
