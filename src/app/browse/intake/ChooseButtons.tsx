import { FilePlus2, FolderPlus } from 'lucide-react';
import { useRef } from 'react';
import { intakeWords } from '../../words/intake';
import { readableFiles } from './dropped';

interface ChooseButtonsProps {
  onFiles: (files: File[]) => void;
  /** The first button is what the page is about. */
  primary?: boolean;
}

/** Files, or a folder with all that lies in it. */
export function ChooseButtons({ onFiles, primary = false }: ChooseButtonsProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  function taken(input: HTMLInputElement, chosen: File[]) {
    input.value = ''; // so that the same may be chosen again
    if (chosen.length > 0) onFiles(chosen);
  }
  return (
    <>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept=".json,.jsonl,.ndjson,.har,.txt,.gz,application/json,text/plain"
        onChange={({ target }) => taken(target, [...(target.files ?? [])])}
      />
      <input
        ref={(input) => {
          // React has no attribute of this name.
          if (input) input.webkitdirectory = true;
          folder.current = input;
        }}
        type="file"
        hidden
        onChange={({ target }) => taken(target, readableFiles([...(target.files ?? [])]))}
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
