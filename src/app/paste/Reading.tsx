import type { Progress } from '../../workers/messages';
import { Loading } from '../parts/Loading';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { bytesText } from './bytes';

interface ReadingProps {
  progress: Progress | undefined;
  stopped?: boolean;
  onCancel: () => void;
}

export function Reading({ progress, stopped = false, onCancel }: ReadingProps) {
  const { locale } = useFormat();
  const { bytesRead = 0, bytesTotal = 0, conversations = 0 } = progress ?? {};
  const text = words.reading.progress(
    bytesText(bytesRead, locale),
    bytesText(bytesTotal, locale),
    conversations,
  );
  if (stopped) return <Loading text={words.reading.stopped} />;
  return (
    <section aria-labelledby="reading" className="card mt-6 p-5">
      <h2 id="reading" className="font-semibold">
        {words.reading.heading}
      </h2>
      <progress
        aria-label={words.reading.label}
        className="progress mt-3"
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
