import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useModal } from '../../parts/useModal';
import { browseWords } from '../../words/browse';

interface FilterSheetProps {
  /** On the button that shuts it: what is found by now. */
  found: string;
  onClose: () => void;
  children: ReactNode;
}

/** The filters where there is no room beside the list: over the page, until what they leave is to be seen. */
export function FilterSheet({ found, onClose, children }: FilterSheetProps) {
  const { dialog, onShut } = useModal(onClose);
  return (
    <dialog
      ref={dialog}
      aria-label={browseWords.filters.label}
      className="m-0 h-dvh max-h-none w-[min(21rem,100%)] max-w-none border-0 border-e border-line bg-surface p-0 text-ink backdrop:bg-black/40 open:flex open:flex-col"
      onClose={onShut}
    >
      <div className="flex min-h-13 flex-row-reverse items-center justify-between border-b border-line px-4">
        <button
          type="button"
          className="icon-button size-9"
          aria-label={browseWords.filters.close}
          onClick={onClose}
        >
          <X className="size-4" aria-hidden="true" />
        </button>
        <h2 tabIndex={-1} className="font-semibold outline-none">
          {browseWords.filters.label}
        </h2>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-3 pb-4">{children}</div>
      <div className="border-t border-line p-3">
        <button type="button" className="button button-primary w-full justify-center" onClick={onClose}>
          {found}
        </button>
      </div>
    </dialog>
  );
}
