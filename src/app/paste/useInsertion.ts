import { type RefObject, useEffect, useEffectEvent } from 'react';
import { HELD_FROM } from '../session/session';

/** From here on browsers take seconds, later minutes, to insert text as if it were typed. */
const FAST_FROM = 20_000;

interface Insertion {
  box: RefObject<HTMLTextAreaElement | null>;
  /** The box now holds a pasted document and nothing else. */
  onDocument: () => void;
  /** A document too large for the box has come; it is not in the box. */
  onLarge: (text: string) => void;
}

/**
 * Pasting into a text box without freezing the page. Measured with 1 MB of indented JSON: inserted by the
 * browser, over a minute; by `setRangeText`, 0.3 s, at the price of the box's own undo.
 */
export function useInsertion({ box, onDocument, onLarge }: Insertion): void {
  const insert = useEffectEvent((event: InputEvent) => {
    const area = box.current;
    const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    if (!area || !event.inputType.startsWith('insert') || text === '') return;
    const { selectionStart, selectionEnd } = area;
    const whole = selectionEnd - selectionStart === area.value.length;
    if (whole && text.length >= HELD_FROM) {
      event.preventDefault();
      onLarge(text);
      return;
    }
    if (text.length >= FAST_FROM) {
      event.preventDefault();
      area.setRangeText(text, selectionStart, selectionEnd, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
    // A whole document has come, not a piece of one being edited: to be drawn at once, when it is in the box.
    if (whole && event.inputType === 'insertFromPaste') setTimeout(onDocument);
  });

  useEffect(() => {
    const area = box.current;
    // React's own `onBeforeInput` is another event of the same name.
    const listener = (event: InputEvent) => insert(event);
    area?.addEventListener('beforeinput', listener);
    return () => area?.removeEventListener('beforeinput', listener);
  }, [box]);
}
