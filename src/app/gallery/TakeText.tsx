import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sampleQuery } from '../../sources/queries';
import { useSamples } from '../samples';
import { words } from '../words';
import { pasteWords } from '../words/paste';

interface TakeTextProps {
  id: string;
  title: string;
  onText: (text: string) => void;
}

/** A sample as text, to play with. */
export function TakeText({ id, title, onText }: TakeTextProps) {
  const source = useSamples();
  const queries = useQueryClient();
  const [failed, setFailed] = useState(false);

  async function take() {
    const sample = await queries.fetchQuery(sampleQuery(source, id)).catch(() => undefined);
    setFailed(!sample);
    if (sample) onText(sample.text);
  }
  return (
    <>
      {failed && <span className="text-sm text-warning">{words.failed.unknown}</span>}
      <button
        type="button"
        className="button-small"
        aria-label={pasteWords.takeSample(title)}
        onClick={() => void take()}
      >
        {pasteWords.take}
      </button>
    </>
  );
}
