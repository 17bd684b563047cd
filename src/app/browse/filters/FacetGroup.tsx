import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { folded } from '../../../core/view/folded';
import { isDeed } from '../../../sources/choices';
import { facetQuery } from '../../../sources/queries';
import type { Choice, FacetCount } from '../../../sources/source';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { toggled } from '../state/browseState';
import type { Browsing } from '../state/useBrowseState';
import { valueName } from './describe';
import { FilterGroup } from './FilterGroup';

interface FacetGroupProps {
  choice: Choice;
  browsing: Browsing;
}

/** So many are shown before “more”; longer lists can be searched. */
const SHOWN = 8;
const MOST_SHOWN = 200;

/** What is chosen stands there also when nothing has it any more, so that it can be taken off. */
function withChosen(counts: readonly FacetCount[], chosen: readonly string[]): FacetCount[] {
  const missing = chosen.filter((value) => !counts.some((each) => each.value === value));
  return [...counts, ...missing.map((value) => ({ value, count: 0 }))];
}

/** Those whose names have what is looked for. */
function matching(values: readonly FacetCount[], choice: Choice, search: string): FacetCount[] {
  const wanted = folded(search.trim());
  return values.filter(({ value, name }) => folded(valueName(choice, value, name)).includes(wanted));
}

/** The values of one choice with how many conversations have each, were it chosen besides the other filters. */
export function FacetGroup({ choice, browsing }: FacetGroupProps) {
  const chosen = browsing.state.choices[choice] ?? [];
  return (
    <FilterGroup
      label={browseWords.choices[choice]}
      active={chosen.length}
      initiallyOpen={chosen.length > 0 || choice === 'mark' || choice === 'media' || choice === 'queue'}
    >
      <FacetValues choice={choice} browsing={browsing} chosen={chosen} />
    </FilterGroup>
  );
}

function FacetValues({ choice, browsing, chosen }: FacetGroupProps & { chosen: readonly string[] }) {
  const format = useFormat();
  const { data, error, isPlaceholderData } = useQuery(facetQuery(browsing.source, browsing.filter, choice));
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const { facets } = browseWords;
  if (error) return <p className="px-1 text-sm text-error">{facets.failed}</p>;
  if (!data) return <p className="px-1 text-sm text-muted">{facets.counting}</p>;
  const values = withChosen(data, chosen);
  if (values.length === 0) return <p className="px-1 text-sm text-muted">{facets.none}</p>;
  const found = matching(values, choice, search);
  const label = browseWords.choices[choice];
  const more = all ? facets.fewer : facets.more(format.count(found.length - SHOWN));
  return (
    <>
      {values.length > SHOWN && (
        <SearchField label={facets.search(label, isDeed(choice))} value={search} onChange={setSearch} />
      )}
      <ul aria-label={label} aria-busy={isPlaceholderData} data-stale={isPlaceholderData}>
        {found.slice(0, all ? MOST_SHOWN : SHOWN).map((each) => (
          <FacetValue
            key={each.value}
            name={valueName(choice, each.value, each.name)}
            count={each.count}
            checked={chosen.includes(each.value)}
            onChange={() => browsing.change(toggled(browsing.state, choice, each.value))}
          />
        ))}
      </ul>
      {found.length === 0 && <p className="px-1 text-sm text-muted">{facets.noMatch}</p>}
      {found.length > SHOWN && (
        // Of several such buttons each says what it is about.
        <button
          type="button"
          aria-label={`${more}: ${label}`}
          className="link min-h-6 px-1 text-xs"
          onClick={() => setAll(!all)}
        >
          {more}
        </button>
      )}
      {all && found.length > MOST_SHOWN && (
        <p className="px-1 text-xs text-muted">{facets.limited(format.count(MOST_SHOWN))}</p>
      )}
    </>
  );
}

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <input
      type="search"
      className="field mx-1 mb-1 min-h-8 w-[calc(100%-0.5rem)] py-1"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

interface FacetValueProps {
  name: string;
  count: number;
  checked: boolean;
  onChange: () => void;
}

function FacetValue({ name, count, checked, onChange }: FacetValueProps) {
  const format = useFormat();
  return (
    <li>
      <label className="flex min-h-7 items-center gap-2 rounded px-1 text-sm hover:bg-hover">
        <input
          type="checkbox"
          className="size-4 shrink-0 accent-accent"
          checked={checked}
          onChange={onChange}
        />
        <span className="min-w-0 flex-1 truncate">
          <bdi>{name}</bdi>
        </span>
        <span className="text-xs text-muted tabular-nums">{format.count(count)}</span>
      </label>
    </li>
  );
}
