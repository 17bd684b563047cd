import { ClipboardPaste } from 'lucide-react';
import { type SyntheticEvent, useId, useState } from 'react';
import type { ParseOutcome } from '../../workers/found';
import { readDocument } from '../browse/library/document';
import { Disclosure } from '../browse/parts/Disclosure';
import { problemText } from '../problems/problemText';
import { browseWords } from '../words/browse';
import { MOST_COMPARED } from './address';
import { usePasted } from './pasted';

interface PasteOneProps {
  /** What is compared already. */
  ids: readonly string[];
  /** Ids of what was found in it. */
  onAdd: (ids: string[]) => void;
}

/** A conversation that is in no list: its JSON, pasted here. */
export function PasteOne({ ids, onAdd }: PasteOneProps) {
  return (
    <Disclosure label={browseWords.compare.paste} icon={ClipboardPaste}>
      {(close) => (
        <PasteForm
          ids={ids}
          onAdd={(more) => {
            close();
            onAdd(more);
          }}
        />
      )}
    </Disclosure>
  );
}

/** Why what was pasted is not compared; nothing where it can be. */
function refusal({ found, problems }: ParseOutcome, more: number, room: number): string | undefined {
  const { nothingPasted, tooMany } = browseWords.compare;
  const [problem] = problems;
  if (found.length === 0) return problem ? problemText(problem) : nothingPasted;
  return more > room ? tooMany(more, room) : undefined;
}

function PasteForm({ ids, onAdd }: PasteOneProps) {
  const pasted = usePasted();
  const id = useId();
  const [text, setText] = useState('');
  const [faulty, setFaulty] = useState<{ text: string; why: string }>();
  const wrong = faulty?.text === text ? faulty.why : undefined;
  const words = browseWords.compare;

  async function add() {
    const { outcome } = await readDocument(text);
    const more = outcome.found.map(({ summary }) => summary.id).filter((each) => !ids.includes(each));
    const why = refusal(outcome, more.length, MOST_COMPARED - ids.length);
    if (why === undefined) {
      pasted.add(outcome.found);
      onAdd(more);
    } else setFaulty({ text, why });
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
