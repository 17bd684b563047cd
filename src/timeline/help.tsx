import { useId, useLayoutEffect, useRef } from 'react';
import { englishHelp } from '../ui/help-words';
import type { Words } from '../ui/words';
import { Icon } from './draw/icon';

/** All gestures and keys, and what the picture's words mean. */
export function Help({ onClose, words }: { onClose: () => void; words: Words }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  // Closed while it still stands on the page: then the focus goes back to where it came from.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    // Not everywhere is there a top layer: then the dialog opens in place.
    if (typeof element.showModal === 'function') element.showModal();
    else element.setAttribute('open', '');
    // Of the button that shuts it screen readers would say nothing but that. It comes first, as Orca passes over what does.
    element.querySelector('h2')?.focus();
    return () => {
      if (typeof element.close === 'function') element.close();
      else element.removeAttribute('open');
    };
  }, []);
  // What is told a moment later of a dialog that is open again: React's strict mode shuts it once.
  const onShut = () => {
    if (!dialog.current?.open) onClose();
  };
  return (
    <dialog ref={dialog} className="pt-help" part="help" aria-labelledby={title} onClose={onShut}>
      <header>
        <button type="button" className="pt-button" aria-label={englishHelp.close} onClick={onClose}>
          <Icon name="x" size={16} />
        </button>
        <h2 id={title} tabIndex={-1}>
          {words.buttons.keys}
        </h2>
      </header>
      <dl>
        {englishHelp.keys.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>{englishHelp.holdHelp}</p>
    </dialog>
  );
}
