import { FilePlus2 } from 'lucide-react';
import { useRef } from 'react';
import { visible } from '../../../ui/visible';
import { useFormat } from '../../useFormat';
import { intakeWords } from '../../words/intake';
import { useImports, useImportState } from '../library/imports';
import { isUsable, useLibraryState } from '../library/library';
import type { ImportRecord } from '../library/records';
import type { TakeFiles } from '../../files/dropped';

/** More names than these make nobody surer. */
const NAMED = 3;

/** The imports whose tab died: what came of them, and how they go on. */
export function Interrupted({ onFiles }: { onFiles: TakeFiles }) {
  const { interrupted } = useImportState();
  const library = useLibraryState();
  // What nothing was kept of cannot go on.
  if (!isUsable(library) || !library.persistent) return null;
  return (
    <ul aria-label={intakeWords.interrupted.label}>
      {interrupted.map((record) => (
        <li key={record.id}>
          <One record={record} onFiles={onFiles} />
        </li>
      ))}
    </ul>
  );
}

function One({ record, onFiles }: { record: ImportRecord; onFiles: TakeFiles }) {
  const imports = useImports();
  const format = useFormat();
  const words = intakeWords.interrupted;
  const { id, names, files, taken, at } = record;
  const shown = names.slice(0, NAMED);
  const rest = files - shown.length;
  return (
    <section aria-labelledby={id} className="card my-3 border-warning/60 p-4">
      <h2 id={id} className="font-semibold">
        {words.heading}
      </h2>
      <p className="mt-1 text-sm [overflow-wrap:anywhere]">
        {shown.length === 0 && words.pasted}
        {shown.map((name, index) => (
          <span key={index}>
            {index > 0 && ', '}
            <bdi className="font-medium">{visible(name)}</bdi>
          </span>
        ))}
        {rest > 0 && words.more(format.count(rest))}
        {words.begun(format.date(at))} {words.taken(taken, format.count(taken))}
      </p>
      <p className="mt-1 text-sm text-muted">{shown.length > 0 ? words.again : words.pasteAgain}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {shown.length > 0 && <ChooseAgain onFiles={onFiles} />}
        <button type="button" className="button" onClick={() => imports.forget(id)}>
          {words.dismiss}
        </button>
      </div>
    </section>
  );
}

/** A page cannot open files by their names: somebody has to give them once more. */
function ChooseAgain({ onFiles }: { onFiles: TakeFiles }) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          target.value = ''; // so that the same may be chosen again
          if (chosen.length > 0) onFiles(chosen, []);
        }}
      />
      <button type="button" className="button" onClick={() => chooser.current?.click()}>
        <FilePlus2 className="size-4" aria-hidden="true" />
        {intakeWords.interrupted.choose}
      </button>
    </>
  );
}
