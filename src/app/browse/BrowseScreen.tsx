import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { lazy } from '../parts/lazy';
import { countQuery } from '../../sources/queries';
import { useFormat } from '../useFormat';
import { browseWords } from '../words/browse';
import { ActiveFilters } from './filters/ActiveFilters';
import { FilterPanel } from './filters/FilterPanel';
import { FilterSheet } from './filters/FilterSheet';
import { useFiltersShown } from './filters/useFiltersShown';
import type { TakeFiles } from '../files/dropped';
import { ListSection } from './list/ListSection';
import { Part } from '../shell/Part';
import { SkipLink } from '../shell/SkipLink';
import { fetchAhead } from './ahead';
import { useImportState } from './library/imports';
import { useShown } from './parts/useShown';
import { type Browsing, useBrowseState } from './state/useBrowseState';
import { Toolbar } from './Toolbar';
import { useAskedAnew } from './useAskedAnew';

const Overview = lazy(async () => ({ default: (await import('./overview/Overview')).Overview }));

const OVERVIEW = 'participant-timeline:overview';

/** Where the list with all that is above it begins. */
const FOUND = 'found';

/** The conversations of a source as a list, with all they can be found by. */
export function BrowseScreen({ onFiles }: { onFiles: TakeFiles }) {
  const browsing = useBrowseState();
  const { state, source, filter } = browsing;
  const [overview, toggleOverview] = useShown(OVERVIEW, false);
  const { filters, toggleFilters, shutFilters } = useFiltersShown();
  const { data: count } = useQuery(countQuery(source, filter));
  useAskedAnew(source);
  useAhead();
  const beside = filters === 'beside';
  return (
    <div className={`-mb-8 ${beside ? 'wide:grid wide:grid-cols-[16.5rem_minmax(0,1fr)] wide:gap-x-5' : ''}`}>
      {beside && <Beside browsing={browsing} />}
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
          filters={filters !== undefined}
          onFilters={toggleFilters}
          overview={overview}
          onOverview={toggleOverview}
          onFiles={onFiles}
        />
        {state.source === 'samples' && (
          <p className="pb-2 text-sm text-muted">{browseWords.source.samplesLead}</p>
        )}
        {filters === 'over' && <Sheet browsing={browsing} count={count?.value} onClose={shutFilters} />}
        <div className="pb-2 empty:hidden">
          <ActiveFilters browsing={browsing} />
        </div>
        {/* Charts of nothing would push away the one sentence that helps. */}
        {overview && count?.value !== 0 && <Charts browsing={browsing} />}
        <ListSection browsing={browsing} />
      </div>
    </div>
  );
}

function useAhead(): void {
  // An import has better use for the time.
  const busy = useImportState().running !== undefined;
  useEffect(() => (busy ? undefined : fetchAhead()), [busy]);
}

function Beside({ browsing }: { browsing: Browsing }) {
  return (
    <div
      // Else what scrolls is a stop of Tab by itself in Firefox, and one that says nothing.
      tabIndex={-1}
      className="sticky top-0 -ms-1 max-h-dvh scroll-py-1 overflow-y-auto px-1 pt-2 pb-4 outline-none print:hidden"
    >
      <SkipLink to={FOUND}>{browseWords.filters.skip}</SkipLink>
      <FilterPanel browsing={browsing} />
    </div>
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

function Charts({ browsing }: { browsing: Browsing }) {
  const { label, counting } = browseWords.overview;
  return (
    <section aria-label={label}>
      <h2 className="sr-only">{label}</h2>
      <Part fallback={<p className="py-6 text-muted">{counting}</p>}>
        <Overview browsing={browsing} />
      </Part>
    </section>
  );
}
