import { SourceError } from '../../sources/source';
import { words } from '../words';

export function LoadFailed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const text = error instanceof SourceError ? words.failed.source[error.kind] : words.failed.unknown;
  return (
    <div role="alert" className="card my-4 w-full p-6">
      <p>{text}</p>
      <button type="button" className="button mt-4" onClick={onRetry}>
        {words.failed.retry}
      </button>
    </div>
  );
}
