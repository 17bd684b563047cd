import { Database } from 'lucide-react';
import { useState } from 'react';
import { bytesText } from '../../paste/bytes';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { useLibrary, useLibraryState } from '../library/library';
import { Confirm } from '../parts/Confirm';
import { Disclosure } from '../parts/Disclosure';

const RETENTIONS = [7, 30, 90, 180, 365] as const;

/** What is kept here, for how long, and how to be rid of it. */
export function StorageMenu() {
  const words = browseWords.storage;
  return (
    <Disclosure label={words.label} icon={Database}>
      {(close) => <Storage onDone={close} />}
    </Disclosure>
  );
}

function Storage({ onDone }: { onDone: () => void }) {
  const library = useLibrary();
  const { conversations, persistent, bytes, quota, retentionDays } = useLibraryState();
  const format = useFormat();
  const [wiping, setWiping] = useState(false);
  const words = browseWords.storage;
  if (wiping) {
    return (
      <Confirm
        question={words.wipeQuestion(conversations === undefined ? '' : format.count(conversations))}
        action={words.wipeNow}
        onCancel={() => setWiping(false)}
        onConfirm={() => {
          onDone();
          void library.remove({ filter: {} });
        }}
      >
        {browseWords.selection.deleteLead}
      </Confirm>
    );
  }
  return (
    <div className="w-72">
      <p className="font-medium">{persistent ? words.here : words.memory}</p>
      <p className="mt-1 text-muted">{persistent ? words.hereLead : words.memoryLead}</p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 tabular-nums">
        <dt className="text-muted">{words.conversations}</dt>
        <dd className="text-right">{conversations === undefined ? '–' : format.count(conversations)}</dd>
        {bytes !== undefined && (
          <>
            <dt className="text-muted">{words.used}</dt>
            <dd className="text-right">
              {quota === undefined
                ? bytesText(bytes, format.locale)
                : words.usedOf(bytesText(bytes, format.locale), bytesText(quota, format.locale))}
            </dd>
          </>
        )}
      </dl>
      <label className="mt-3 flex flex-col gap-1">
        {words.retention}
        <select
          className="field"
          value={retentionDays ?? ''}
          onChange={({ target }) =>
            void library.setRetention(target.value === '' ? undefined : Number(target.value))
          }
        >
          <option value="">{words.forever}</option>
          {RETENTIONS.map((days) => (
            <option key={days} value={days}>
              {words.days(days)}
            </option>
          ))}
        </select>
      </label>
      <p className="mt-1 text-xs text-muted">{words.retentionLead}</p>
      <button
        type="button"
        className="button mt-3 border-error/60 text-error"
        onClick={() => setWiping(true)}
      >
        {words.wipe}
      </button>
    </div>
  );
}
