import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { countQuery } from '../../../sources/queries';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { useLibrary, useLibraryState } from '../library/library';
import { Confirm } from '../parts/Confirm';
import { useTask } from '../parts/useTask';
import { retainedFrom } from './retained';

const RETENTIONS = [7, 30, 90, 180, 365] as const;

/** How long conversations are kept. A shorter time deletes at once, so it is asked first. */
export function Retention() {
  const library = useLibrary();
  const { retentionDays } = useLibraryState();
  const [asked, setAsked] = useState<{ days: number; before: number }>();
  const [task, start] = useTask();
  const words = browseWords.storage;

  function set(days: number | undefined) {
    setAsked(undefined);
    start({
      name: browseWords.selection.deleting,
      cancellable: false,
      run: () => library.setRetention(days),
    });
  }
  function choose(days: number | undefined) {
    if (task.kind === 'running') return;
    // Longer than before deletes nothing.
    if (days === undefined || days >= (retentionDays ?? Number.POSITIVE_INFINITY)) set(days);
    else setAsked({ days, before: retainedFrom(days) });
  }
  return (
    <>
      <label className="mt-3 flex flex-col gap-1">
        {words.retention}
        <select
          className="field"
          value={asked?.days ?? retentionDays ?? ''}
          aria-disabled={task.kind === 'running'}
          onChange={({ target }) => choose(target.value === '' ? undefined : Number(target.value))}
        >
          <option value="">{words.forever}</option>
          {RETENTIONS.map((days) => (
            <option key={days} value={days}>
              {words.days(days)}
            </option>
          ))}
        </select>
      </label>
      {asked ? (
        <Question
          before={asked.before}
          onConfirm={() => set(asked.days)}
          onCancel={() => setAsked(undefined)}
        />
      ) : (
        <p className="mt-1 text-xs text-muted">{words.retentionLead}</p>
      )}
      {task.kind === 'failed' && (
        <p role="alert" className="mt-2 text-error">
          {browseWords.selection.failed}
        </p>
      )}
    </>
  );
}

interface QuestionProps {
  before: number;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Says how many would be deleted now. */
function Question({ before, onConfirm, onCancel }: QuestionProps) {
  const { source } = useLibrary();
  const format = useFormat();
  const words = browseWords.storage;
  const { data } = useQuery(countQuery(source, { time: { to: before } }));
  return (
    <div className="mt-2 rounded-md border border-line p-2">
      <Confirm
        question={
          data
            ? words.shorten(format.count(data.value), data.value === 1, format.day(before))
            : words.shortenUnknown
        }
        action={words.shortenNow}
        onConfirm={onConfirm}
        onCancel={onCancel}
      >
        {browseWords.selection.deleteLead}
      </Confirm>
    </div>
  );
}
