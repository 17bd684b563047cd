import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useModal } from '../parts/useModal';
import { handoverWords as texts } from '../words/handover';

interface DialogProps {
  heading: string;
  lead: string;
  onClose: () => void;
  children: ReactNode;
}

/** A question over the page; Escape shuts it. */
export function Dialog({ heading, lead, onClose, children }: DialogProps) {
  const { dialog, onShut } = useModal(onClose);
  const title = useId();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={title}
      className="m-auto max-h-[90dvh] w-[min(40rem,calc(100vw-1.5rem))] overflow-y-auto rounded-lg border border-edge bg-surface p-5 text-ink backdrop:bg-black/40"
      onClose={onShut}
    >
      <div className="flex flex-row-reverse items-start justify-between gap-3">
        <button type="button" className="icon-button" aria-label={texts.close} onClick={onClose}>
          <X className="size-4" aria-hidden="true" />
        </button>
        <h2 id={title} tabIndex={-1} className="text-lg font-semibold outline-none">
          {heading}
        </h2>
      </div>
      <p className="mt-1 text-sm text-pretty">{lead}</p>
      {children}
    </dialog>
  );
}
