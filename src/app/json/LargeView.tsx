import { ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { unless } from '../parts/unless';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { SourceView, type SourceViewProps } from './SourceView';
import { PART_CHARACTERS, spansWithin, windowAround } from './window';

/** A text too large to be laid out: the part around what is looked for, and the way to the parts beside it. */
export function LargeView({ text, spans, reveal, onCursor }: SourceViewProps) {
  const format = useFormat();
  const [seen, setSeen] = useState({ reveal, at: spans[0]?.from ?? 0 });
  // Something else is looked for; what the cursor itself chose leaves the text where it is.
  if (reveal !== undefined && reveal !== seen.reveal) setSeen({ reveal, at: spans[0]?.from ?? seen.at });
  const part = useMemo(() => windowAround(text, seen.at), [text, seen.at]);
  const { from, to, firstLine, lastLine } = part;
  const shown = useMemo(() => text.slice(from, to), [text, from, to]);
  // Parts of a single line are told apart only by their characters.
  const place =
    firstLine === lastLine
      ? words.json.characters(format.count(from + 1), format.count(to))
      : words.json.lines(format.count(firstLine), format.count(lastLine));
  const turn = (by: 1 | -1) => setSeen({ reveal, at: (from + to) / 2 + by * PART_CHARACTERS });
  return (
    <>
      <div className="flex flex-wrap items-center gap-1.5 text-xs text-muted">
        <p className="min-w-0 grow">{words.json.part(format.count(text.length), place)}</p>
        <button
          type="button"
          className="icon-button print:hidden"
          aria-label={words.json.earlier}
          title={words.json.earlier}
          {...unless(from === 0, () => turn(-1))}
        >
          <ChevronUp className="size-4" aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-button print:hidden"
          aria-label={words.json.later}
          title={words.json.later}
          {...unless(to === text.length, () => turn(1))}
        >
          <ChevronDown className="size-4" aria-hidden="true" />
        </button>
      </div>
      <SourceView
        text={shown}
        firstLine={firstLine}
        spans={spansWithin(part, spans)}
        reveal={reveal}
        onCursor={(offset) => onCursor(offset + from)}
      />
    </>
  );
}
