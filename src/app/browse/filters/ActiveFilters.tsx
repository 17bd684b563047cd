import { X } from 'lucide-react';
import { Link } from 'wouter';
import { visible } from '../../../ui/visible';
import { agentAddress } from '../../address';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { toPrivate, toQuery } from '../state/codec';
import { cleared } from '../state/browseState';
import type { Browsing } from '../state/useBrowseState';
import { isPublic } from '../state/publicValues';
import { activeFilters } from './describe';
import { OF_AGENTS, useNames } from './useNames';

/** What filters, each with a way to take it off. */
export function ActiveFilters({ browsing }: { browsing: Browsing }) {
  const { state, change } = browsing;
  const format = useFormat();
  const nameOf = useNames(browsing);
  const active = activeFilters(state, format, nameOf);
  const chosen = new Set(OF_AGENTS.flatMap((choice) => state.choices[choice] ?? []));
  const agents = [...chosen].filter((value) => isPublic('user', value));
  if (active.length === 0) return null;
  return (
    <ul aria-label={browseWords.chips.label} className="flex flex-wrap items-center gap-1.5">
      {active.map(({ key, text, without }) => (
        <li key={key} className="max-w-[min(28rem,100%)]">
          <button
            type="button"
            aria-label={browseWords.chips.remove(text)}
            className="inline-flex min-h-7 max-w-full items-center gap-1 rounded-full border border-accent/50 bg-accent-soft px-2.5 text-sm hover:border-accent"
            onClick={() => change(without)}
          >
            <bdi className="truncate">{text}</bdi>
            <X className="size-3.5 shrink-0" aria-hidden="true" />
          </button>
        </li>
      ))}
      {/* The page of a day has the id in its address, where no name belongs. */}
      {agents.map((id) => (
        <li key={`day ${id}`}>
          <Link
            href={agentAddress(id, toQuery(state))}
            state={{ chosen: toPrivate(state) }}
            className="link px-1 text-sm"
          >
            {browseWords.chips.day(visible(nameOf('user', id) ?? id))}
          </Link>
        </li>
      ))}
      <li>
        <button type="button" className="link px-1 text-sm" onClick={() => change(cleared(state))}>
          {browseWords.chips.clear}
        </button>
      </li>
    </ul>
  );
}
