import { X } from 'lucide-react';
import { NEWEST_FIRST } from '../../../sources/memory/order';
import type { Sort, SortKey } from '../../../sources/source';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { type Density, useDensity } from './density';
import { type ColumnChoice, narrowed } from './useColumns';

interface UnseenOrderProps {
  /** As it was chosen. */
  sort: readonly Sort[];
  choice: ColumnChoice;
  onSort: (sort: Sort[]) => void;
}

/** What a list is sorted by without a head that says so. */
function unseen(sorts: readonly Sort[], choice: ColumnChoice, density: Density): Sort[] {
  const { visibility } = density === 'two-lines' ? narrowed(choice) : choice;
  return sorts.filter(({ by }) => visibility[by] === false);
}

function inWords({ by, descending = false }: Sort): string {
  const { columns, list } = browseWords;
  const own: { readonly [key in SortKey]?: [up: string, down: string] } = list.orders;
  const [up, down] = own[by] ?? list.orders.measure;
  return list.sortedBy(columns[by], descending ? down : up);
}

/** Says by which hidden columns a list is sorted, and takes that back. Heard, as it is there before it speaks. */
export function UnseenOrder({ sort, choice, onSort }: UnseenOrderProps) {
  const format = useFormat();
  const density = useDensity();
  const { list, columns } = browseWords;
  const sorts = sort.length > 0 ? sort : NEWEST_FIRST;
  // Where it is narrow the start stands under each name: that the newest are first is seen there.
  const hidden = sort.length === 0 && density === 'two-lines' ? [] : unseen(sorts, choice, density);
  const say = hidden.length < sorts.length ? list.sortedToo : list.sorted;
  const names = new Intl.ListFormat(format.locale, { type: 'conjunction' });
  const undo = list.unsort(names.format(hidden.map(({ by }) => columns[by])));
  return (
    <div className={hidden.length > 0 ? 'flex min-w-0 items-center' : 'absolute'}>
      <output className="text-sm text-muted">
        {hidden.length > 0 && say(names.format(hidden.map(inWords)))}
      </output>
      {hidden.length > 0 && sort.length > 0 && (
        <button
          type="button"
          className="icon-button"
          aria-label={undo}
          title={undo}
          onClick={() => onSort(sort.filter((one) => !hidden.includes(one)))}
        >
          <X className="size-3.5" aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
