import {
  type CompositionEvent,
  type KeyboardEvent,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { pasteWords } from '../words/paste';
import type { Box, BoxEvents, Caret } from './box';
import { placesIn } from './place';
import { useInsertion } from './useInsertion';

interface PlainBoxProps {
  ref: RefObject<Box | null>;
  id: string;
  initial: () => string;
  /** Takes note of where the hands are when another box takes the place of this one. */
  caret: RefObject<Caret | undefined>;
  className: string;
  events: BoxEvents;
}

/** Says of the area that letters are in the making (an input method's), which no other box can go on with. */
const COMPOSING = {
  onCompositionStart({ currentTarget }: CompositionEvent<HTMLElement>) {
    currentTarget.dataset.composing = '';
  },
  onCompositionEnd({ currentTarget }: CompositionEvent<HTMLElement>) {
    delete currentTarget.dataset.composing;
  },
};

/**
 * A text box that is there at once, and stays where the rich one can't be had. The text stays in the
 * textarea: React never sees it, so typing into megabytes costs what it costs the browser.
 */
export function PlainBox({ ref, id, initial, caret, className, events }: PlainBoxProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [text] = useState(initial);
  useInsertion({ box: area, ...events });
  useCaretKept(area, caret);
  useImperativeHandle(ref, () => {
    // The element itself: what was typed is asked for once more when the box is gone.
    const box = area.current;
    return {
      text: () => box?.value ?? '',
      setText(next) {
        if (box) box.value = next;
        events.onInput();
      },
      reveal(problem) {
        const at = placesIn(box?.value ?? '')(problem) ?? 0;
        box?.focus();
        box?.setSelectionRange(at, at);
      },
      // Plain text has no marks; the list of problems names the places.
      showProblems: () => undefined,
    };
  });
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    events.onShow();
  }
  return (
    <textarea
      dir="ltr"
      ref={area}
      id={id}
      aria-label={pasteWords.label}
      aria-describedby={`${id}-hint`}
      defaultValue={text}
      placeholder={pasteWords.placeholder}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      wrap="off"
      className={className}
      onInput={events.onInput}
      {...COMPOSING}
      onKeyDown={onKeyDown}
    />
  );
}

/** Takes note of where the hands are when the area goes. */
function useCaretKept(area: RefObject<HTMLTextAreaElement | null>, caret: RefObject<Caret | undefined>) {
  useLayoutEffect(() => {
    const box = area.current;
    return () => {
      if (!box) return;
      const focused = box.ownerDocument.activeElement === box;
      caret.current = { from: box.selectionStart, to: box.selectionEnd, focused };
    };
  }, [area, caret]);
}
