import { type ReactNode, useEffect, useId, useRef } from 'react';
import { browseWords } from '../../words/browse';

interface ConfirmProps {
  question: string;
  children: ReactNode;
  action: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before what cannot be taken back; the harmless answer has the focus. */
export function Confirm({ question, children, action, onConfirm, onCancel }: ConfirmProps) {
  const lead = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <div role="alertdialog" aria-label={question} aria-describedby={lead} className="max-w-md">
      <p className="font-medium">{question}</p>
      <div id={lead} className="mt-1 text-muted">
        {children}
      </div>
      <div className="mt-3 flex gap-2">
        <button type="button" className="button border-error/60 text-error" onClick={onConfirm}>
          {action}
        </button>
        <button ref={cancel} type="button" className="button" onClick={onCancel}>
          {browseWords.keep}
        </button>
      </div>
    </div>
  );
}
