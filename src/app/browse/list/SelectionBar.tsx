import { Link } from 'wouter';
import type { Filter } from '../../../sources/source';
import { compareAddress, MOST_COMPARED } from '../../compare/address';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { useLibrary } from '../library/library';
import { saveBlob } from '../../parts/save';
import { Confirm } from '../parts/Confirm';
import { Disclosure } from '../parts/Disclosure';
import type { Selection } from './useSelection';

interface SelectionBarProps {
  selection: Selection;
  filter: Filter;
  /** Whether the filter leaves anything out. */
  filtered: boolean;
}

/** What can be done to the selected rows, else to all that the filter leaves. */
export function SelectionBar({ selection, filter, filtered }: SelectionBarProps) {
  const library = useLibrary();
  const format = useFormat();
  const { source } = library;
  const { size } = selection.ids;
  const ids = [...selection.ids];
  const words = browseWords.selection;
  const which = size > 0 ? { ids } : { filter };
  const scope = size > 0 ? words.these(format.count(size)) : filtered ? words.found : words.all;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {size > 0 && (
        <>
          <output className="text-sm font-medium">{words.count(format.count(size))}</output>
          {size >= 2 && size <= MOST_COMPARED && (
            <Link href={compareAddress(ids)} className="button button-primary min-h-8 py-1">
              {words.compare}
            </Link>
          )}
          <button type="button" className="button min-h-8 py-1" onClick={selection.clear}>
            {words.clear}
          </button>
        </>
      )}
      <Disclosure label={words.export}>
        {(close) => (
          <div className="flex w-60 flex-col gap-2">
            <p className="text-muted">{words.exportLead(scope)}</p>
            {(['jsonl', 'csv'] as const).map((kind) => (
              <button
                key={kind}
                type="button"
                className="button"
                onClick={() => {
                  close();
                  void library.export(which, kind).then((blob) => saveBlob(blob, `conversations.${kind}`));
                }}
              >
                {words.formats[kind]}
              </button>
            ))}
          </div>
        )}
      </Disclosure>
      {source.capabilities.write && (
        <Disclosure label={words.delete}>
          {(close) => (
            <Confirm
              question={words.deleteQuestion(scope)}
              action={words.deleteNow}
              onCancel={close}
              onConfirm={() => {
                close();
                void library.remove(which).then(selection.clear);
              }}
            >
              {words.deleteLead}
            </Confirm>
          )}
        </Disclosure>
      )}
    </div>
  );
}
