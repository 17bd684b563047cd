import {
  type RefObject,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import { pasteWords } from '../words/paste';
import type { Box, BoxEvents, Caret, Read } from './box';
import type { createRichEditor, RichEditor } from './richEditor';

export type CreateRichEditor = typeof createRichEditor;

interface RichBoxProps {
  ref: RefObject<Box | null>;
  create: CreateRichEditor;
  /** What the box is to hold at first. */
  initial: () => string;
  /** Where the hands were in the plain box that this one takes the place of. */
  caret: RefObject<Caret | undefined>;
  read: Read | undefined;
  className: string;
  events: BoxEvents;
}

/** The rich text box. Its text is its own: React never sees it. */
export function RichBox({ ref, create, initial, caret, read, className, events }: RichBoxProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<RichEditor>(undefined);
  const onInput = useEffectEvent(() => events.onInput());
  const onShow = useEffectEvent(() => events.onShow());
  const onDocument = useEffectEvent(() => events.onDocument());
  const onLarge = useEffectEvent((text: string) => events.onLarge(text));
  const start = useEffectEvent(initial);

  useLayoutEffect(() => {
    if (!host.current) return undefined;
    const made = create({
      host: host.current,
      text: start(),
      caret: caret.current,
      label: pasteWords.label,
      placeholder: pasteWords.placeholder,
      hint: pasteWords.hint,
      events: {
        onInput: () => onInput(),
        onShow: () => onShow(),
        onDocument: () => onDocument(),
        onLarge: (text) => onLarge(text),
      },
    });
    editor.current = made;
    return () => made.destroy();
  }, [create, caret]);
  useImperativeHandle(ref, () => ({
    text: () => editor.current?.text() ?? '',
    setText: (text) => editor.current?.setText(text),
    reveal: (problem) => editor.current?.reveal(problem),
    showProblems: (found) => editor.current?.showProblems(found),
  }));
  useEffect(() => editor.current?.showProblems(read), [read]);
  return <div ref={host} dir="ltr" className={className} />;
}
