import { ChartColumn, SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { forgetConversations } from '../../sources/queries';
import { browseWords } from '../words/browse';
import { ActiveFilters } from './filters/ActiveFilters';
import { FilterPanel } from './filters/FilterPanel';
import { SearchBox } from './filters/SearchBox';
import { ViewMenu } from './filters/ViewMenu';
import { ImportMenu } from './intake/ImportMenu';
import { StorageMenu } from './intake/StorageMenu';
import { useLibrary } from './library/library';
import { ListSection } from './list/ListSection';
import { useSelected } from './list/useSelection';
import { localStore } from './state/storage';
import { useBrowseState } from './state/useBrowseState';

const Overview = lazy(async () => ({ default: (await import('./overview/Overview')).Overview }));

const OVERVIEW = 'participant-timeline:overview';

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

/** The library as a list, with all it can be found by. */
export function BrowseScreen({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { source } = useLibrary();
  const queries = useQueryClient();
  const browsing = useBrowseState();
  const selected = useSelected();
  const [overview, toggleOverview] = useShown(OVERVIEW, false);
  // Beside the list where there is room, else opened over it.
  const [filters, setFilters] = useState(() => window.matchMedia?.('(min-width: 68.75rem)').matches ?? true);
  useEffect(() => source.onChange?.(() => void forgetConversations(queries, source)), [source, queries]);

  return (
    <div className={filters ? 'wide:grid wide:grid-cols-[16.5rem_minmax(0,1fr)] wide:gap-x-5' : ''}>
      {filters && (
        <div className="mb-3 wide:sticky wide:top-0 wide:max-h-dvh wide:overflow-y-auto wide:pt-3 wide:pr-1">
          <FilterPanel browsing={browsing} />
        </div>
      )}
      <div className="min-w-0 pt-3">
        <h1 className="sr-only">{browseWords.heading}</h1>
        <div className="flex flex-wrap items-center gap-2 pb-2">
          <button
            type="button"
            aria-pressed={filters}
            className="button"
            onClick={() => setFilters(!filters)}
          >
            <SlidersHorizontal className="size-4" aria-hidden="true" />
            {browseWords.filters.label}
          </button>
          {source.capabilities.text && <SearchBox browsing={browsing} />}
          <ViewMenu browsing={browsing} />
          {source.capabilities.charts && (
            <button
              type="button"
              aria-pressed={overview}
              className="button min-h-8 py-1"
              onClick={toggleOverview}
            >
              <ChartColumn className="size-4" aria-hidden="true" />
              {browseWords.overview.label}
            </button>
          )}
          <StorageMenu />
          <ImportMenu onFiles={onFiles} />
        </div>
        <div className="pb-2 empty:hidden">
          <ActiveFilters browsing={browsing} />
        </div>
        {overview && (
          <section aria-label={browseWords.overview.label}>
            <Suspense fallback={<p className="py-6 text-muted">{browseWords.overview.counting}</p>}>
              <Overview browsing={browsing} />
            </Suspense>
          </section>
        )}
        <ListSection source={source} browsing={browsing} selected={selected} />
      </div>
    </div>
  );
}
