import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { MOST_SELECTED, type Selection } from './useSelection';

/** How many rows are selected, and when more were asked for than can be. Heard as both are there before they speak. */
export function SelectedCount({ selection }: { selection: Selection }) {
  const format = useFormat();
  return (
    <>
      <output className="text-sm font-medium tabular-nums empty:absolute">
        {selection.ids.size > 0 && browseWords.selection.count(format.count(selection.ids.size))}
      </output>
      <output className="text-sm text-warning empty:absolute">
        {selection.tooMany && browseWords.list.tooMany(format.count(MOST_SELECTED))}
      </output>
    </>
  );
}
