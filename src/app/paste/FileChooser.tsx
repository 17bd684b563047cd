import { useRef } from 'react';
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
        accept=".json,.jsonl,.ndjson,.har,.txt,.gz,application/json,application/gzip,text/plain"
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
