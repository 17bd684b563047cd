import { saveBlob } from '../../parts/save';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { exportFrom } from '../library/exported';
import { type ExportFormat, useLibrary } from '../library/library';
import { Disclosure } from '../parts/Disclosure';
import type { Tasks } from '../parts/useTask';
import type { Browsing } from '../state/useBrowseState';
import type { Scope } from './useScope';

const FORMATS = ['jsonl', 'csv'] as const satisfies ExportFormat[];

interface ExportMenuProps {
  scope: Scope;
  browsing: Browsing;
  tasks: Tasks;
}

/** Saves what is meant as a file. */
export function ExportMenu({ scope, browsing, tasks: [, start] }: ExportMenuProps) {
  const { state, source } = browsing;
  const library = useLibrary();
  const format = useFormat();
  const words = browseWords.selection;

  function save(kind: ExportFormat) {
    const { sort } = state;
    const { which, count: total } = scope;
    start({
      name: words.exporting,
      total,
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
  return (
    <Disclosure label={words.export}>
      {(close) => (
        <div className="flex w-60 flex-col gap-2">
          <p className="text-muted">{words.exportLead(scope.name)}</p>
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
  );
}
