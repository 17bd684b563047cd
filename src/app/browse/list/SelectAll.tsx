// oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one are no table to a browser
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import type { Rows } from './useRows';
import { MOST_SELECTED, type Selection } from './useSelection';

/** Selects all rows of the list, or none; of a very long list all are meant when none is selected. */
export function SelectAll({ selection, rows }: { selection: Selection; rows: Rows }) {
  const format = useFormat();
  const { list } = browseWords;
  const { size } = selection.ids;
  const many = rows.total > MOST_SELECTED;
  // What is selected may be of another filter: so many are not yet these.
  const whole =
    size > 0 &&
    size >= rows.total &&
    Array.from({ length: rows.total }, (_, place) => rows.rowAt(place)).every(
      (row) => !row || selection.has(row.id),
    );
  return (
    <div role="columnheader" className="grid place-items-center print:invisible">
      <input
        type="checkbox"
        className="size-4 accent-accent disabled:opacity-40 pointer-coarse:size-6"
        aria-label={list.selectAll}
        title={many ? list.tooMany(format.count(MOST_SELECTED)) : list.selectAll}
        disabled={many && size === 0}
        checked={whole}
        ref={(box) => {
          // React has no attribute for it.
          if (box) box.indeterminate = size > 0 && !whole;
        }}
        onChange={() => (size > 0 ? selection.clear() : selection.all(rows.total))}
      />
    </div>
  );
}
