import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { words } from '../words';

const SHOWN_MS = 2000;

/** Refused, or there is none: a page that did not come by https has no clipboard at all. */
async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function CopyButton({ text, label }: { text: string; label: string }) {
  /** A new object each time: said once more, it stays as long once more. */
  const [last, setLast] = useState<{ copied: boolean }>();
  useEffect(() => {
    if (!last) return undefined;
    const timer = setTimeout(() => setLast(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [last]);

  async function copy() {
    setLast({ copied: await writeToClipboard(text) });
  }
  const said = last && (last.copied ? words.conversation.copied : words.conversation.copyFailed);
  const Icon = last?.copied ? Check : Copy;
  return (
    <>
      <button
        type="button"
        aria-label={label}
        title={label}
        className="inline-grid size-7 place-items-center rounded text-muted hover:bg-hover hover:text-ink print:hidden"
        onClick={() => void copy()}
      >
        <Icon className="size-3.5" aria-hidden="true" />
      </button>
      <span aria-live="polite" className="text-sm text-muted">
        {said}
      </span>
    </>
  );
}
