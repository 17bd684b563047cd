import { Database } from 'lucide-react';
import { useState } from 'react';
import { bytesText } from '../../paste/bytes';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { useImports } from '../library/imports';
import { useLibrary, useLibraryState } from '../library/library';
import { useSelected } from '../list/useSelection';
import { Confirm } from '../parts/Confirm';
import { Disclosure } from '../parts/Disclosure';
import { type Task, useTask } from '../parts/useTask';
import { forgetPersonal } from '../state/views';
import { Retention } from './Retention';

/** What is kept here, for how long, and how to be rid of it. */
export function StorageMenu() {
  const words = browseWords.storage;
  return (
    <Disclosure label={words.label} icon={Database} short>
      {(close) => <Storage onDone={close} />}
    </Disclosure>
  );
}

/** Deletes everything, and tells how it goes. */
function useWipe(onDone: () => void): [Task, wipe: () => void] {
  const library = useLibrary();
  const selected = useSelected('library');
  const imports = useImports();
  const [wiping, start] = useTask();
  async function run() {
    // Else it would go on with what was just deleted.
    await imports.stop();
    await library.remove({ filter: {} });
    selected.set(() => new Set());
    imports.forgetAll();
    forgetPersonal();
    onDone();
  }
  return [wiping, () => start({ name: browseWords.selection.deleting, cancellable: false, run })];
}

function Storage({ onDone }: { onDone: () => void }) {
  const { conversations, carrying, persistent } = useLibraryState();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const [wiping, wipe] = useWipe(onDone);
  const words = browseWords.storage;
  if (wiping.kind === 'running') return <output className="text-muted">{wiping.name}</output>;
  if (asking) {
    return (
      <Confirm
        question={
          conversations === undefined || carrying
            ? words.wipeUnknown
            : words.wipeQuestion(format.count(conversations), conversations === 1)
        }
        action={words.wipeNow}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          wipe();
        }}
      >
        {browseWords.selection.deleteLead}
      </Confirm>
    );
  }
  return (
    <div className="w-72 max-w-full">
      <p className="font-medium">{persistent ? words.here : words.memory}</p>
      <p className="mt-1 text-muted">{persistent ? words.hereLead : words.memoryLead}</p>
      <Stored />
      <Retention />
      <button
        type="button"
        className="button mt-3 border-error/60 text-error"
        onClick={() => setAsking(true)}
      >
        {words.wipe}
      </button>
      {wiping.kind === 'failed' && (
        <p role="alert" className="mt-2 text-error">
          {browseWords.selection.failed}
        </p>
      )}
    </div>
  );
}

/** How many conversations there are, and the room they take. */
function Stored() {
  const { conversations, bytes, quota } = useLibraryState();
  const format = useFormat();
  const words = browseWords.storage;
  return (
    <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 tabular-nums">
      <dt className="text-muted">{words.conversations}</dt>
      <dd className="text-end">{conversations === undefined ? '–' : format.count(conversations)}</dd>
      {bytes !== undefined && (
        <>
          <dt className="text-muted">{words.used}</dt>
          <dd className="text-end">
            {quota === undefined
              ? bytesText(bytes, format.locale)
              : words.usedOf(bytesText(bytes, format.locale), bytesText(quota, format.locale))}
          </dd>
        </>
      )}
    </dl>
  );
}
