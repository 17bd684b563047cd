import { FilePlus2, FolderPlus } from 'lucide-react';
import { useRef } from 'react';
import { intakeWords } from '../../words/intake';
import { ACCEPTED, readableFiles } from '../../files/readable';
import type { TakeFiles } from '../../files/dropped';

interface ChooseButtonsProps {
  onFiles: TakeFiles;
  /** The first button is what the page is about. */
  primary?: boolean;
}

/** Files, or a folder with all that lies in it. */
export function ChooseButtons({ onFiles, primary = false }: ChooseButtonsProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  function taken(input: HTMLInputElement, isFolder: boolean) {
    const all = [...(input.files ?? [])];
    input.value = ''; // so that the same may be chosen again
    const chosen = isFolder ? readableFiles(all) : { files: all, leftOut: [] };
    if (chosen.files.length > 0) onFiles(chosen.files, chosen.leftOut);
  }
  return (
    <>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        onChange={({ target }) => taken(target, false)}
      />
      <input
        ref={(input) => {
          // React has no attribute of this name.
          if (input) input.webkitdirectory = true;
          folder.current = input;
        }}
        type="file"
        hidden
        onChange={({ target }) => taken(target, true)}
      />
      <button
        type="button"
        className={`button ${primary ? 'button-primary' : ''}`}
        onClick={() => files.current?.click()}
      >
        <FilePlus2 className="size-4" aria-hidden="true" />
        {intakeWords.files}
      </button>
      <button type="button" className="button" onClick={() => folder.current?.click()}>
        <FolderPlus className="size-4" aria-hidden="true" />
        {intakeWords.folder}
      </button>
    </>
  );
}
