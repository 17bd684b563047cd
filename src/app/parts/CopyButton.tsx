import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { words } from '../words';

type State = 'idle' | 'copied' | 'refused';
const SHOWN_MS = 2000;

export function CopyButton({ text, label }: { text: string; label: string }) {
  const [state, setState] = useState<State>('idle');

  async function copy() {
    const next = await navigator.clipboard.writeText(text).then(
      () => 'copied' as const,
      () => 'refused' as const,
    );
    setState(next);
    setTimeout(() => setState('idle'), SHOWN_MS);
  }
  const said = { idle: '', copied: words.conversation.copied, refused: words.conversation.copyFailed }[state];
  const Icon = state === 'copied' ? Check : Copy;
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
      <output className="text-sm text-muted">{said}</output>
    </>
  );
}
