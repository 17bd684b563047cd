import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { countQuery } from '../../../sources/queries';
import type { Listing } from '../../../sources/source';
import { HiddenHeading } from '../../parts/Heading';
import { LoadFailed } from '../../parts/LoadFailed';
import { browseWords } from '../../words/browse';
import { KeysMenu } from '../parts/KeysMenu';
import type { Tasks } from '../parts/useTask';
import type { Browsing } from '../state/useBrowseState';
import { ColumnMenu } from './ColumnMenu';
import { ConversationTable } from './ConversationTable';
import { ROW_HEIGHTS, useDensity } from './density';
import { NothingFound } from './NothingFound';
import { SelectedCount } from './SelectedCount';
import { SelectionBar } from './SelectionBar';
import type { ColumnChoice } from './useColumns';
import { useKeptPlace } from './useKeptPlace';
import { type PressedHead, usePressedHead } from './usePressedHead';
import { useRowActions } from './useRowActions';
import { useRowsInSight } from './useRowsInSight';

interface ListedProps extends PressedHead {
  browsing: Browsing;
  listing: Listing;
  /** Else the entry of the history is that of the list to come. */
  isCurrent: boolean;
  tasks: Tasks;
  choice: ColumnChoice;
  onChoice: (choice: ColumnChoice) => void;
}

/** Stands beside the count: what can be done to rows and columns in its line, the rows below. */
export function Listed({ browsing, listing, isCurrent, tasks, ...props }: ListedProps) {
  const { pressed, onPressed, choice, onChoice } = props;
  const { state, source, change } = browsing;
  const counted = useQuery(countQuery(source, listing.filter));
  const { data: count } = counted;
  const kept = useKeptPlace(isCurrent);
  const box = useRef<HTMLDivElement>(null);
  const density = useDensity();
  const twoLines = density === 'two-lines';
  const inSight = useRowsInSight(box, { source, listing, count, kept, height: ROW_HEIGHTS[density] });
  const actions = useRowActions(browsing, listing, { box, inSight, kept, twoLines });
  usePressedHead(box, { pressed, onPressed });
  const { rows } = inSight;
  const error = rows.error ?? counted.error;
  if (error && rows.isEmpty) {
    const retry = () => {
      rows.retry();
      if (counted.error) void counted.refetch();
    };
    return <LoadFailed error={error} onRetry={retry} />;
  }
  if (count && rows.total === 0 && !rows.loading) return <NothingFound browsing={browsing} />;
  const { selection } = actions;
  return (
    <>
      <HiddenHeading level={2}>{browseWords.list.label}</HiddenHeading>
      <SelectedCount selection={selection} />
      {/* Where it is narrow what can be done has a line of its own. */}
      <div className="ms-auto flex min-h-9 items-center gap-2 sm:order-last">
        <KeysMenu label={browseWords.keys.label} keys={browseWords.keys.list} />
        <ColumnMenu choice={choice} onChange={onChoice} />
      </div>
      <SelectionBar selection={selection} filter={listing.filter} browsing={browsing} tasks={tasks} />
      <div className="order-last mt-1.5 w-full">
        <ConversationTable
          {...inSight}
          {...actions}
          box={box}
          sort={state.sort}
          onSort={(sort, column) => {
            onPressed(column);
            change({ ...state, sort });
          }}
          density={density}
          choice={choice}
          onChoice={onChoice}
        />
      </div>
    </>
  );
}
