import { Link } from 'wouter';
import type { Filter } from '../../../sources/source';
import { compareAddress, MOST_COMPARED } from '../../compare/address';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import type { Task, Tasks } from '../parts/useTask';
import type { Browsing } from '../state/useBrowseState';
import { DeleteMenu } from './DeleteMenu';
import { ExportMenu } from './ExportMenu';
import type { Selection } from './useSelection';
import { useScope } from './useScope';

interface SelectionBarProps {
  selection: Selection;
  filter: Filter;
  browsing: Browsing;
  tasks: Tasks;
}

/** What can be done to the selected rows, else to all that the filter leaves. */
export function SelectionBar({ selection, filter, browsing, tasks }: SelectionBarProps) {
  const scope = useScope(selection, filter, browsing);
  const { size } = selection.ids;
  const words = browseWords.selection;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {size > 0 && (
        <>
          {size >= 2 && size <= MOST_COMPARED && (
            <Link href={compareAddress([...selection.ids])} className="button button-primary">
              {words.compare}
            </Link>
          )}
          <button type="button" aria-label={words.clear} className="button" onClick={selection.clear}>
            {words.clearShort}
          </button>
        </>
      )}
      <ExportMenu scope={scope} browsing={browsing} tasks={tasks} />
      {browsing.source.capabilities.write && <DeleteMenu scope={scope} selection={selection} tasks={tasks} />}
      <TaskLine task={tasks[0]} />
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
