import { ChartColumn, type LucideIcon, SlidersHorizontal } from 'lucide-react';
import { browseWords } from '../words/browse';
import { SearchBox } from './filters/SearchBox';
import { ViewMenu } from './filters/ViewMenu';
import type { TakeFiles } from '../files/dropped';
import { ImportMenu } from './intake/ImportMenu';
import { StorageMenu } from './intake/StorageMenu';
import { SourceChoice } from './SourceChoice';
import { filterCount } from './state/browseState';
import type { Browsing } from './state/useBrowseState';

interface ToolbarProps {
  browsing: Browsing;
  filters: boolean;
  onFilters: () => void;
  overview: boolean;
  onOverview: () => void;
  onFiles: TakeFiles;
}

/** What stands over the list. Where it is narrow, icons speak for what needs no word to be found again. */
export function Toolbar({ browsing, onFiles, ...shown }: ToolbarProps) {
  const { capabilities } = browsing.source;
  // But for words: these stand beside it.
  const active = filterCount({ ...browsing.state, text: '' });
  return (
    <div className="flex flex-wrap items-start gap-2 pb-2 print:hidden">
      <div className="flex min-w-0 flex-1 basis-80 items-start gap-2">
        <Toggle
          label={browseWords.filters.label}
          icon={SlidersHorizontal}
          pressed={shown.filters}
          onClick={shown.onFilters}
          count={active}
        />
        {capabilities.text && <SearchBox browsing={browsing} />}
      </div>
      <div className="flex flex-wrap gap-2 max-sm:w-full">
        <SourceChoice name={browsing.state.source} />
        <ViewMenu browsing={browsing} />
        {capabilities.charts && (
          <Toggle
            label={browseWords.overview.label}
            icon={ChartColumn}
            pressed={shown.overview}
            onClick={shown.onOverview}
          />
        )}
        {capabilities.write && <StorageMenu />}
        <ImportMenu onFiles={onFiles} />
      </div>
    </div>
  );
}

interface ToggleProps {
  label: string;
  icon: LucideIcon;
  pressed: boolean;
  onClick: () => void;
  count?: number;
}

function Toggle({ label, icon: Icon, pressed, onClick, count = 0 }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={label}
      className="button shrink-0 aria-pressed:border-accent aria-pressed:bg-accent-soft"
      onClick={onClick}
    >
      <Icon className="size-4" aria-hidden="true" />
      <span className="max-sm:hidden">{label}</span>
      {count > 0 && (
        <span
          aria-hidden="true"
          className="rounded-full bg-accent px-1.5 text-xs text-on-accent tabular-nums"
        >
          {count}
        </span>
      )}
    </button>
  );
}
