import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import { browseWords } from '../../words/browse';

interface RenameFormProps {
  name: string;
  /** What others are called. */
  taken: readonly string[];
  onRename: (name: string) => void;
  onCancel: () => void;
}

/** A field that has the focus at once, with all that it says selected: whoever types, types over it. */
function useTypedOver() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return input;
}

/** Another name for a saved view: Enter takes it, Escape leaves the old one. */
export function RenameForm({ name, taken, onRename, onCancel }: RenameFormProps) {
  const [text, setText] = useState(name);
  const words = browseWords.views;
  const id = useId();
  const wanted = text.trim();
  const input = useTypedOver();
  const clash = taken.includes(wanted);

  function rename(event: SyntheticEvent) {
    event.preventDefault();
    if (wanted !== '' && !clash) onRename(wanted);
  }
  return (
    // Escape is heard from whatever has the focus within.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5"
      onSubmit={rename}
      onKeyDown={(event) => {
        // While a word is being put together, it takes back that.
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation(); // the list of views stays open
        onCancel();
      }}
    >
      <input
        ref={input}
        aria-label={words.newName}
        aria-invalid={clash}
        aria-describedby={id}
        maxLength={80}
        className="field min-h-8 min-w-0 flex-1 py-1"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="button min-h-8 py-1" aria-disabled={wanted === '' || clash}>
        {words.doRename}
      </button>
      <button type="button" className="button min-h-8 py-1" onClick={onCancel}>
        {words.cancel}
      </button>
      <output id={id} className="w-full text-xs text-warning">
        {clash && words.taken}
      </output>
    </form>
  );
}
