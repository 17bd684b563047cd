import type { Progress } from '../../workers/messages';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { bytesText } from './bytes';

interface ReadingProps {
  progress: Progress | undefined;
  onCancel: () => void;
}

export function Reading({ progress, onCancel }: ReadingProps) {
  const { locale } = useFormat();
  const { bytesRead = 0, bytesTotal = 0, conversations = 0 } = progress ?? {};
  const text = words.reading.progress(
    bytesText(bytesRead, locale),
    bytesText(bytesTotal, locale),
    conversations,
  );
  return (
    <section aria-labelledby="reading" className="card mt-6 p-5">
      <h2 id="reading" className="font-semibold">
        {words.reading.heading}
      </h2>
      <progress
        aria-label={words.reading.label}
        className="mt-3 block h-2 w-full accent-accent"
        max={bytesTotal || undefined}
        value={bytesTotal > 0 ? bytesRead : undefined}
      />
      <p className="mt-2 text-sm text-muted tabular-nums">{progress ? text : words.reading.label}</p>
      <button type="button" className="button mt-3" onClick={onCancel}>
        {words.reading.cancel}
      </button>
    </section>
  );
}
