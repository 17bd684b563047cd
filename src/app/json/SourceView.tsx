import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { words } from '../words';
import type { SourceEditor } from './editor';
import type { Span } from './positions';

export interface SourceViewProps {
  text: string;
  spans: readonly Span[];
  /** Whenever this changes the first span comes into sight; `undefined`: the text stays where it is. */
  reveal: unknown;
  onCursor: (offset: number) => void;
  /** Number of the first line, where the text is a part of another. */
  firstLine?: number;
}

/** The text in an editor for reading; as plain text where the editor cannot be had. */
export function SourceView({ text, spans, reveal, onCursor, firstLine = 1 }: SourceViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const { editor, failed } = useEditor(host, { text, firstLine, onCursor });
  /** Where something was brought into sight last: another editor knows nothing of it. */
  const revealed = useRef<{ editor: SourceEditor; what: unknown }>(undefined);
  // As text, since a list made anew is the same only if it says the same.
  const marked = spans.map(({ from, to }) => `${from}-${to}`).join(' ');

  useEffect(() => {
    if (!editor) return;
    const { current: last } = revealed;
    const fresh = reveal !== undefined && (last?.editor !== editor || last.what !== reveal);
    revealed.current = { editor, what: reveal };
    editor.show(spansIn(marked), fresh);
  }, [editor, marked, reveal]);

  if (failed) return <PlainText text={text} spans={spans} />;
  return (
    <>
      <div ref={host} dir="ltr" className="min-h-0 flex-1 overflow-hidden rounded-md border border-line" />
      <button
        type="button"
        className="button-small self-start print:hidden"
        disabled={!editor}
        onClick={() => editor?.find()}
      >
        {words.json.find}
      </button>
    </>
  );
}

/** An editor in `host` for each text, as soon as it is loaded. */
function useEditor(
  host: RefObject<HTMLElement | null>,
  { text, firstLine, onCursor }: { text: string; firstLine: number; onCursor: (offset: number) => void },
): { editor: SourceEditor | undefined; failed: boolean } {
  const [editor, setEditor] = useState<SourceEditor>();
  const [failed, setFailed] = useState(false);
  const moved = useEffectEvent(onCursor);

  useEffect(() => {
    let made: SourceEditor | undefined;
    let wanted = true;
    async function make(element: HTMLElement) {
      const { createEditor } = await import('./editor');
      if (!wanted) return;
      const { label } = words.json;
      made = createEditor({ host: element, text, label, firstLine, onCursor: (at) => moved(at) });
      setEditor(made);
    }
    // A browser that lacks something, or a connection that broke: the text itself is at hand.
    if (host.current) make(host.current).catch(() => setFailed(true));
    return () => {
      wanted = false;
      made?.destroy();
      setEditor(undefined);
    };
  }, [host, text, firstLine]);
  return { editor, failed };
}

function spansIn(marked: string): Span[] {
  return [...marked.matchAll(/(\d+)-(\d+)/g)].map(([, from, to]) => ({ from: Number(from), to: Number(to) }));
}

function PlainText({ text, spans }: Pick<SourceViewProps, 'text' | 'spans'>) {
  const [first] = spans;
  return (
    <>
      <p className="text-sm text-muted">{words.json.plain}</p>
      <pre
        dir="ltr"
        aria-label={words.json.label}
        // Scrolled by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto rounded-md border border-line bg-raised p-2 text-xs"
      >
        {first ? (
          <>
            {text.slice(0, first.from)}
            <mark ref={(mark) => mark?.scrollIntoView?.({ block: 'center' })}>
              {text.slice(first.from, first.to)}
            </mark>
            {text.slice(first.to)}
          </>
        ) : (
          text
        )}
      </pre>
    </>
  );
}
