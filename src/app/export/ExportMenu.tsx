import { Download } from 'lucide-react';
import { useEffect } from 'react';
import { Disclosure } from '../browse/parts/Disclosure';
import { type Task, useTask } from '../browse/parts/useTask';
import { saveBlob } from '../parts/save';
import { unless } from '../parts/unless';
import { exportWords as texts } from '../words/export';
import { type Exported, FILE_KINDS, fileName, type FileKind, fileOf } from './files';

interface ExportMenuProps {
  /** Asked for when something is exported. */
  exported: () => Exported;
}

const ITEM = 'min-h-8 rounded px-2 text-start hover:bg-hover aria-disabled:opacity-60';

/**
 * Puts a picture on the clipboard and says what came of it. It is handed over as a promise: browsers want to be asked
 * while they still know of the click.
 *
 * @throws what drawing it throws
 */
async function copied(picture: Promise<Blob>): Promise<string> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return texts.copied;
  } catch {
    await picture;
    return texts.refused;
  }
}

/** What is being made, and what came of it, as long as that is looked at. */
function Outcome({ task, onGone }: { task: Task; onGone: () => void }) {
  useEffect(() => onGone, [onGone]);
  return (
    <output className={task.kind === 'failed' ? 'px-2 text-warning' : 'px-2 text-muted'}>
      {task.kind === 'running' && task.name}
      {task.kind === 'idle' && task.note}
      {task.kind === 'failed' && texts.failed}
    </output>
  );
}

/** Files of what is shown, the clipboard, and paper. */
export function ExportMenu({ exported }: ExportMenuProps) {
  const [task, start, forget] = useTask();

  function save(kind: FileKind) {
    start({
      name: texts.making,
      cancellable: false,
      run: async () => {
        const what = exported();
        saveBlob(await fileOf(kind, what), fileName(what.timeline.id, kind));
      },
    });
  }
  function copy() {
    start({
      name: texts.copying,
      cancellable: false,
      run: async (_signal, _tell, note) => {
        const picture = fileOf('png', exported());
        note(await copied(picture));
      },
    });
  }
  const unlessBusy = (act: () => void) => unless(task.kind === 'running', act);
  return (
    <Disclosure label={texts.export} icon={Download}>
      {(close) => (
        <div className="flex w-60 flex-col gap-0.5">
          <p className="px-2 pb-1 text-xs text-muted">{texts.lead}</p>
          <button type="button" className={ITEM} {...unlessBusy(copy)}>
            {texts.copy}
          </button>
          {FILE_KINDS.map((kind) => (
            <button key={kind} type="button" className={ITEM} {...unlessBusy(() => save(kind))}>
              {texts.kinds[kind]}
            </button>
          ))}
          <button
            type="button"
            className={ITEM}
            onClick={() => {
              close();
              window.print();
            }}
          >
            {texts.kinds.print}
          </button>
          <Outcome task={task} onGone={forget} />
        </div>
      )}
    </Disclosure>
  );
}
