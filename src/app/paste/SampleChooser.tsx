import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { sampleQuery } from '../../sources/queries';
import type { SourceItem } from '../../sources/source';
import { useSamples } from '../samples';
import { pasteWords } from '../words/paste';

interface SampleChooserProps {
  samples: readonly SourceItem[];
  onText: (text: string) => void;
  onFail: () => void;
}

export function SampleChooser({ samples, onText, onFail }: SampleChooserProps) {
  const source = useSamples();
  const queries = useQueryClient();
  const newest = useRef('');
  const [shown, setShown] = useState('');

  async function choose(id: string) {
    newest.current = id;
    setShown(id);
    const sample = await queries.fetchQuery(sampleQuery(source, id)).catch(() => undefined);
    // Another one was chosen while this one was fetched.
    if (newest.current !== id) return;
    if (sample) onText(sample.text);
    else onFail();
  }
  return (
    <select
      aria-label={pasteWords.sample}
      className="field max-w-full sm:max-w-64"
      // Arrows go on from it, as long as it has the focus: some browsers choose with each of them.
      value={shown}
      onBlur={() => setShown('')}
      onChange={(event) => void choose(event.target.value)}
    >
      <option value="" disabled>
        {pasteWords.samplePrompt}
      </option>
      {samples.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  );
}
