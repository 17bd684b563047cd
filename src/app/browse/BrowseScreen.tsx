import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { lazy } from '../parts/lazy';
import { countQuery, forgetConversations } from '../../sources/queries';
import { useFormat } from '../useFormat';
import { browseWords } from '../words/browse';
import { ActiveFilters } from './filters/ActiveFilters';
import { FilterPanel } from './filters/FilterPanel';
import { FilterSheet } from './filters/FilterSheet';
import { OpenGroups } from './filters/open-groups';
import type { TakeFiles } from '../files/dropped';
import { ListSection } from './list/ListSection';
import { Part } from '../shell/Part';
import { SkipLink } from '../shell/SkipLink';
import { fetchAhead } from './ahead';
import { useImportState } from './library/imports';
import { useMedia } from './parts/useMedia';
import { filterCount } from './state/browseState';
import { localStore } from './state/storage';
import { type Browsing, useBrowseState } from './state/useBrowseState';
import { Toolbar } from './Toolbar';

const Overview = lazy(async () => ({ default: (await import('./overview/Overview')).Overview }));

const OVERVIEW = 'participant-timeline:overview';
const FILTERS = 'participant-timeline:filters';

/** Where the list with all that is above it begins. */
const FOUND = 'found';

/** A part of the page that is shown or not, as it was left. */
function useShown(key: string, first: boolean): [boolean, () => void] {
  const [shown, setShown] = useState(() => {
    const stored = localStore.read(key);
    return typeof stored === 'boolean' ? stored : first;
  });
  return [
    shown,
    () => {
      setShown(!shown);
      localStore.write(key, !shown);
    },
  ];
}

/** The conversations of a source as a list, with all they can be found by. */
export function BrowseScreen({ onFiles }: { onFiles: TakeFiles }) {
  const queries = useQueryClient();
  const browsing = useBrowseState();
  const { source } = browsing;
  const [overview, toggleOverview] = useShown(OVERVIEW, false);
  // Beside the list where there is room, and there until somebody shuts them; else opened over it for a while.
  const roomy = useMedia('(min-width: 68.75rem)', true);
  const [beside, toggleBeside] = useShown(FILTERS, true);
  const [over, setOver] = useState(false);
  const [groups] = useState(() => new Map<string, boolean>());
  const filters = roomy ? beside : over;
  const { data: count } = useQuery(countQuery(source, browsing.filter));
  useEffect(() => source.onChange?.(() => void forgetConversations(queries, source)), [source, queries]);

  // An import has better use for the time.
  const busy = useImportState().running !== undefined;
  useEffect(() => (busy ? undefined : fetchAhead()), [busy]);

  return (
    <OpenGroups value={groups}>
      <div
        className={`-mb-8 ${roomy && beside ? 'wide:grid wide:grid-cols-[16.5rem_minmax(0,1fr)] wide:gap-x-5' : ''}`}
      >
        {roomy && beside && (
          <div
            // Else what scrolls is a stop of Tab by itself in Firefox, and one that says nothing.
            tabIndex={-1}
            className="sticky top-0 max-h-dvh overflow-y-auto pt-2 pr-1 pb-4 outline-none print:hidden"
          >
            <SkipLink to={FOUND}>{browseWords.filters.skip}</SkipLink>
            <FilterPanel browsing={browsing} />
          </div>
        )}
        <div
          id={FOUND}
          // Named, as the focus goes on here from a filter that is taken off.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is laid out in a way of its own
          role="group"
          aria-label={browseWords.heading}
          tabIndex={-1}
          className="min-w-0 pt-3 outline-none"
        >
          <h1 className="sr-only">{browseWords.heading}</h1>
          <Toolbar
            browsing={browsing}
            active={filterCount({ ...browsing.state, text: '' })}
            filters={filters}
            onFilters={roomy ? toggleBeside : () => setOver(!over)}
            overview={overview}
            onOverview={toggleOverview}
            onFiles={onFiles}
          />
          {browsing.state.source === 'samples' && (
            <p className="pb-2 text-sm text-muted">{browseWords.source.samplesLead}</p>
          )}
          {!roomy && over && (
            <Sheet browsing={browsing} count={count?.value} onClose={() => setOver(false)} />
          )}
          <div className="pb-2 empty:hidden">
            <ActiveFilters browsing={browsing} />
          </div>
          {/* Charts of nothing would push away the one sentence that helps. */}
          {overview && count?.value !== 0 && (
            <section aria-label={browseWords.overview.label}>
              <h2 className="sr-only">{browseWords.overview.label}</h2>
              <Part fallback={<p className="py-6 text-muted">{browseWords.overview.counting}</p>}>
                <Overview browsing={browsing} />
              </Part>
            </section>
          )}
          <ListSection browsing={browsing} />
        </div>
      </div>
    </OpenGroups>
  );
}

interface SheetProps {
  browsing: Browsing;
  count: number | undefined;
  onClose: () => void;
}

function Sheet({ browsing, count, onClose }: SheetProps) {
  const format = useFormat();
  const { show, showAll } = browseWords.filters;
  return (
    <FilterSheet
      found={count === undefined ? showAll : show(format.count(count), count === 1)}
      onClose={onClose}
    >
      <FilterPanel browsing={browsing} />
    </FilterSheet>
  );
}
