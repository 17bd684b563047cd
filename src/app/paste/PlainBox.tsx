import {
  type KeyboardEvent,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { words } from '../words';
import type { Box, BoxEvents, Caret } from './box';
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

/** Index of a line and column, both from 1. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  return Math.min(start + column - 1, text.length);
}

/**
 * A text box that is there at once, and stays where the rich one can't be had. The text stays in the
 * textarea: React never sees it, so typing into megabytes costs what it costs the browser.
 */
export function PlainBox({ ref, id, initial, caret, className, events }: PlainBoxProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [text] = useState(initial);
  useInsertion({ box: area, ...events });
  useLayoutEffect(() => {
    const box = area.current;
    return () => {
      if (!box) return;
      const focused = box.ownerDocument.activeElement === box;
      caret.current = { from: box.selectionStart, to: box.selectionEnd, focused };
    };
  }, [caret]);
  useImperativeHandle(ref, () => {
    // The element itself: what was typed is asked for once more when the box is gone.
    const box = area.current;
    return {
      text: () => box?.value ?? '',
      setText(next) {
        if (box) box.value = next;
        events.onInput();
      },
      reveal({ line, column }) {
        const at = offsetOf(box?.value ?? '', line, column);
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
      ref={area}
      id={id}
      aria-label={words.paste.label}
      aria-describedby={`${id}-hint`}
      defaultValue={text}
      placeholder={words.paste.placeholder}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      wrap="off"
      className={className}
      onInput={events.onInput}
      onCompositionStart={({ currentTarget }) => {
        currentTarget.dataset.composing = '';
      }}
      onCompositionEnd={({ currentTarget }) => {
        delete currentTarget.dataset.composing;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
