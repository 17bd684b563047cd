import { useState } from 'react';
import type { Instant } from '../../../core/index';
import { useQuery } from '@tanstack/react-query';
import { countQuery } from '../../../sources/queries';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { useLibrary, useLibraryState } from '../library/library';
import { Confirm } from '../parts/Confirm';
import { useTask } from '../parts/useTask';
import { isShorter, retainedFrom } from './retained';

const RETENTIONS = [7, 30, 90, 180, 365] as const;

/** A time that was chosen but deletes at once: `before` is what it would leave. */
interface Asked {
  days: number;
  before: Instant;
}

/** The time conversations are kept, and a way to choose another one: a shorter time is `asked` about first. */
function useRetention() {
  const library = useLibrary();
  const { retentionDays } = useLibraryState();
  const [asked, setAsked] = useState<Asked>();
  const [task, start] = useTask();

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
    if (isShorter(days, retentionDays)) setAsked({ days, before: retainedFrom(days) });
    else set(days);
  }
  return { days: asked?.days ?? retentionDays, asked, task, choose, set, leave: () => setAsked(undefined) };
}

/** How long conversations are kept. A shorter time deletes at once, so it is asked first. */
export function Retention() {
  const { days: chosen, asked, task, choose, set, leave } = useRetention();
  const words = browseWords.storage;
  return (
    <>
      <label className="mt-3 flex flex-col gap-1">
        {words.retention}
        <select
          className="field"
          value={chosen ?? ''}
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
        <Question before={asked.before} onConfirm={() => set(asked.days)} onCancel={leave} />
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
  before: Instant;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Says how many would be deleted now. */
function Question({ before, onConfirm, onCancel }: QuestionProps) {
  const library = useLibrary();
  const { source } = library;
  const format = useFormat();
  const words = browseWords.storage;
  const { data } = useQuery(countQuery(source, { time: { to: before } }));
  const { data: undated = 0 } = useQuery({
    queryKey: ['undated', before],
    queryFn: () => library.undated(before),
    // What is stored here answers without a network.
    networkMode: 'always',
  });
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
        {undated > 0 && `${words.shortenUndated(format.count(undated), undated === 1)} `}
        {browseWords.selection.deleteLead}
      </Confirm>
    </div>
  );
}
