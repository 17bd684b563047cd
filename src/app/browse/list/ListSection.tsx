import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { countQuery, pageQuery } from '../../../sources/queries';
import type { Listing } from '../../../sources/source';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { useTask } from '../parts/useTask';
import { isFiltered } from '../state/browseState';
import type { Browsing } from '../state/useBrowseState';
import { Listed } from './Listed';
import { UnseenOrder } from './UnseenOrder';
import { useColumnChoice } from './useColumns';
import { useStillThere } from './useStillThere';

/** The list with its count, columns and what can be done to a selection. */
export function ListSection({ browsing }: { browsing: Browsing }) {
  const { state, source, filter, change } = browsing;
  const wanted: Listing = { filter, ...(state.sort.length > 0 ? { sort: state.sort } : {}) };
  const first = useQuery(pageQuery(source, wanted, { page: 0 }));
  // What was shown stays until the next can be: nothing flickers while somebody types or chooses.
  const [shown, setShown] = useState({ browsing, listing: wanted });
  const ready = first.data !== undefined || first.error !== null;
  if (ready && shown.browsing !== browsing) setShown({ browsing, listing: wanted });
  const [choice, setChoice] = useColumnChoice();
  const [pressed, setPressed] = useState<string>();
  useStillThere();
  // What is being done goes on when the list becomes another one.
  const tasks = useTask();
  return (
    <section aria-label={browseWords.list.label} className="flex flex-wrap items-center gap-x-3">
      <Count
        {...shown}
        known={
          first.data && first.data.rows.length > 0
            ? { value: first.data.rows.length, exact: false }
            : undefined
        }
      />
      <UnseenOrder
        sort={shown.browsing.state.sort}
        choice={choice}
        onSort={(sort) => change({ ...state, sort })}
      />
      {/* Another filter or order is another list: it starts at its top. */}
      <Listed
        key={JSON.stringify(shown.listing)}
        {...shown}
        isCurrent={shown.browsing === browsing}
        tasks={tasks}
        choice={choice}
        onChoice={setChoice}
        pressed={pressed}
        onPressed={setPressed}
      />
    </section>
  );
}

/** Heard whenever it changes, for which it has to be there before, whichever list is. */
function Count({
  browsing,
  listing,
  known,
}: ListProps & { known: { value: number; exact: boolean } | undefined }) {
  const format = useFormat();
  const { data: count = known, isPlaceholderData } = useQuery(countQuery(browsing.source, listing.filter));
  const { list, nothing, overview } = browseWords;
  if (count?.value === 0) {
    return <output className="sr-only">{isFiltered(browsing.state) ? nothing.heading : list.none}</output>;
  }
  return (
    <output className="text-sm text-muted tabular-nums" data-stale={isPlaceholderData}>
      {count ? list.count(format.count(count.value), count.value === 1, count.exact) : overview.counting}
    </output>
  );
}

interface ListProps {
  browsing: Browsing;
  listing: Listing;
}
