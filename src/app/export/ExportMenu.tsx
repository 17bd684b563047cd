import { Download } from 'lucide-react';
import { Disclosure } from '../browse/parts/Disclosure';
import { useTask } from '../browse/parts/useTask';
import { saveBlob } from '../parts/save';
import { unless } from '../parts/unless';
import { exportWords as texts } from '../words/export';
import { type Exported, FILE_KINDS, fileName, type FileKind, fileOf } from './files';

interface ExportMenuProps {
  /** Asked for when something is exported. */
  exported: () => Exported;
}

/** Files of what is shown, and paper. */
export function ExportMenu({ exported }: ExportMenuProps) {
  const [task, start] = useTask();

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
  return (
    <Disclosure label={texts.export} icon={Download}>
      {(close) => (
        <div className="flex w-60 flex-col gap-0.5">
          <p className="px-2 pb-1 text-xs text-muted">{texts.lead}</p>
          {FILE_KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              className="min-h-8 rounded px-2 text-start hover:bg-hover aria-disabled:opacity-60"
              {...unless(task.kind === 'running', () => save(kind))}
            >
              {texts.kinds[kind]}
            </button>
          ))}
          <button
            type="button"
            className="min-h-8 rounded px-2 text-start hover:bg-hover"
            onClick={() => {
              close();
              window.print();
            }}
          >
            {texts.kinds.print}
          </button>
          <output className={task.kind === 'failed' ? 'px-2 text-warning' : 'px-2 text-muted'}>
            {task.kind === 'running' && task.name}
            {task.kind === 'failed' && texts.failed}
          </output>
        </div>
      )}
    </Disclosure>
  );
}
