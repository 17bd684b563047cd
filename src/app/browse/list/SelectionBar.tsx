import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { countQuery } from '../../../sources/queries';
import type { Filter } from '../../../sources/source';
import { compareAddress, MOST_COMPARED } from '../../compare/address';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { exportFrom } from '../library/exported';
import { type ExportFormat, useLibrary, type Which } from '../library/library';
import { saveBlob } from '../../parts/save';
import { Confirm } from '../parts/Confirm';
import { Disclosure } from '../parts/Disclosure';
import type { Task, Tasks } from '../parts/useTask';
import { isFiltered } from '../state/browseState';
import type { Browsing } from '../state/useBrowseState';
import type { Selection } from './useSelection';

interface SelectionBarProps {
  selection: Selection;
  filter: Filter;
  browsing: Browsing;
  tasks: Tasks;
}

const FORMATS = ['jsonl', 'csv'] as const satisfies ExportFormat[];

/** What can be done to the selected rows, else to all that the filter leaves. */
export function SelectionBar({ selection, filter, browsing, tasks }: SelectionBarProps) {
  const { state, source } = browsing;
  const library = useLibrary();
  const format = useFormat();
  const [task, start] = tasks;
  const { size } = selection.ids;
  const ids = [...selection.ids];
  const words = browseWords.selection;
  const which: Which = size > 0 ? { ids } : { filter };
  const { data: count } = useQuery(countQuery(source, filter));
  // With nothing selected all that is found is meant: how many that are has to be known before they are gone.
  const many = count?.exact ? count.value : undefined;
  const all = many === undefined ? undefined : format.count(many);
  const scope =
    size > 0
      ? words.these(format.count(size), size === 1)
      : (isFiltered(state) ? words.found : words.all)(all, many === 1);

  function save(kind: ExportFormat) {
    const { sort } = state;
    start({
      name: words.exporting,
      total: size > 0 ? size : many,
      cancellable: true,
      run: async (signal, onWritten, note) => {
        const onUnread = (many: number) => note(words.unread(format.count(many), many === 1));
        const run = { sort, signal, onWritten, onUnread };
        const file =
          state.source === 'library'
            ? library.export(which, kind, run)
            : exportFrom(source, { which, format: kind }, run);
        saveBlob(await file, `conversations.${kind}`);
      },
    });
  }
  function remove() {
    start({
      name: words.deleting,
      cancellable: false,
      run: async () => {
        await library.remove(which);
        selection.clear();
      },
    });
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      {size > 0 && (
        <>
          {size >= 2 && size <= MOST_COMPARED && (
            <Link href={compareAddress(ids)} className="button button-primary">
              {words.compare}
            </Link>
          )}
          <button type="button" aria-label={words.clear} className="button" onClick={selection.clear}>
            {words.clearShort}
          </button>
        </>
      )}
      <Disclosure label={words.export}>
        {(close) => (
          <div className="flex w-60 flex-col gap-2">
            <p className="text-muted">{words.exportLead(scope)}</p>
            {FORMATS.map((kind) => (
              <button
                key={kind}
                type="button"
                className="button"
                onClick={() => {
                  close();
                  save(kind);
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
                remove();
              }}
            >
              {words.deleteLead}
            </Confirm>
          )}
        </Disclosure>
      )}
      <TaskLine task={task} />
    </div>
  );
}

function TaskLine({ task }: { task: Task }) {
  const format = useFormat();
  const words = browseWords.selection;
  if (task.kind === 'idle') {
    if (task.note === undefined) return null;
    return (
      <p role="alert" className="text-sm text-warning">
        {task.note}
      </p>
    );
  }
  if (task.kind === 'failed') {
    return (
      <p role="alert" className="text-sm text-error">
        {words.failed}
      </p>
    );
  }
  return (
    <>
      <output className="text-sm text-muted">{task.name}</output>
      {/* Not heard each time it goes up. */}
      {task.done !== undefined && (
        <span className="text-sm text-muted tabular-nums">
          {task.total === undefined
            ? words.done(format.count(task.done))
            : words.doneOf(format.count(task.done), format.count(task.total))}
        </span>
      )}
      {task.cancel && (
        <button type="button" className="button-small" onClick={task.cancel}>
          {words.cancel}
        </button>
      )}
    </>
  );
}
