import { ClipboardPaste } from 'lucide-react';
import { type SyntheticEvent, useId, useState } from 'react';
import { readDocument } from '../browse/library/document';
import { Disclosure } from '../browse/parts/Disclosure';
import { problemText } from '../problems/problemText';
import { browseWords } from '../words/browse';
import { usePasted } from './pasted';

interface PasteOneProps {
  /** Ids of what was found in it. */
  onAdd: (ids: string[]) => void;
}

/** A conversation that is in no list: its JSON, pasted here. */
export function PasteOne({ onAdd }: PasteOneProps) {
  return (
    <Disclosure label={browseWords.compare.paste} icon={ClipboardPaste}>
      {(close) => (
        <PasteForm
          onAdd={(ids) => {
            close();
            onAdd(ids);
          }}
        />
      )}
    </Disclosure>
  );
}

function PasteForm({ onAdd }: PasteOneProps) {
  const pasted = usePasted();
  const id = useId();
  const [text, setText] = useState('');
  const [faulty, setFaulty] = useState<{ text: string; why: string }>();
  const wrong = faulty?.text === text ? faulty.why : undefined;
  const words = browseWords.compare;

  async function add() {
    const { outcome } = await readDocument(text);
    const [problem] = outcome.problems;
    if (outcome.found.length === 0) {
      setFaulty({ text, why: problem ? problemText(problem) : words.nothingPasted });
      return;
    }
    pasted.add(outcome.found);
    onAdd(outcome.found.map(({ summary }) => summary.id));
  }
  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    if (text.trim() !== '') void add();
  }
  return (
    <form className="flex w-96 max-w-full flex-col gap-2" onSubmit={onSubmit}>
      <textarea
        aria-label={words.pasteLabel}
        aria-describedby={wrong === undefined ? undefined : id}
        placeholder={words.pasteHint}
        rows={6}
        spellCheck={false}
        className="field font-mono text-xs"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {wrong !== undefined && (
        <p id={id} role="alert" className="text-error">
          {wrong}
        </p>
      )}
      <button type="submit" className="button button-primary self-start" aria-disabled={text.trim() === ''}>
        {words.pasteAdd}
      </button>
    </form>
  );
}
