import { browseWords } from '../../words/browse';
import { useLibrary, useLibraryState } from '../library/library';
import { Confirm } from '../parts/Confirm';
import { Disclosure } from '../parts/Disclosure';
import type { Tasks } from '../parts/useTask';
import type { Scope } from './useScope';
import type { Selection } from './useSelection';

interface DeleteMenuProps {
  scope: Scope;
  selection: Selection;
  tasks: Tasks;
}

/** Deletes what is meant, of which nothing stays selected. */
export function DeleteMenu({ scope, selection, tasks: [, start] }: DeleteMenuProps) {
  const library = useLibrary();
  const { carrying } = useLibraryState();
  const words = browseWords.selection;

  function remove() {
    start({
      name: words.deleting,
      cancellable: false,
      run: async () => {
        await library.remove(scope.which);
        selection.clear();
      },
    });
  }
  return (
    <Disclosure label={words.delete}>
      {(close) => (
        <Confirm
          question={
            carrying && scope.isAll ? browseWords.storage.wipeUnknown : words.deleteQuestion(scope.name)
          }
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
  );
}
