import { useRef } from 'react';
import { ACCEPTED } from '../files/readable';
import { pasteWords } from '../words/paste';

export function FileChooser({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = ''; // so that the same file may be chosen again
          if (files.length > 0) onFiles(files);
        }}
      />
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {pasteWords.choose}
      </button>
    </>
  );
}
