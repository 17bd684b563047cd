import { type ReactNode, useState } from 'react';
import type { Timeline } from '../../core/index';
import { assertNever } from '../../core/model/assert-never';
import { findMark } from '../../core/view/marks';
import { bytesText } from '../paste/bytes';
import type { MarkIndex } from '../panels/marks';
import type { Jump } from '../panels/usePanels';
import { Loading } from '../parts/Loading';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { MarksBehind } from './MarksBehind';
import { LargeView } from './LargeView';
import { placeOf, placesBehind } from './places';
import type { Source, SourceText } from './source';
import { SourceView } from './SourceView';
import { WHOLE_CHARACTERS } from './window';
import type { SourceState } from './useSource';

interface JsonPanelProps {
  state: SourceState;
  timeline: Timeline;
  marks: MarkIndex;
  selected: string | undefined;
  jump: Jump | undefined;
  onSelect: (id: string) => void;
}

/** The text that the conversation was read from, in step with the timeline both ways. */
export function JsonPanel({ state, ...rest }: JsonPanelProps) {
  const { locale } = useFormat();
  switch (state.kind) {
    case 'ready':
      return <ReadyPanel source={state.source} {...rest} />;
    case 'loading':
      return <Loading text={words.json.loading} />;
    case 'large':
      return <Note>{words.json.tooLarge(bytesText(state.size, locale))}</Note>;
    case 'none':
    case 'gone':
      return <Note>{words.json[state.kind]}</Note>;
    default:
      return assertNever(state);
  }
}

function Note({ children }: { children: ReactNode }) {
  return <p className="text-sm text-muted">{children}</p>;
}

type ReadyProps = Omit<JsonPanelProps, 'state'> & { source: Source };

function ReadyPanel({ source, timeline, marks, selected, jump, onSelect }: ReadyProps) {
  const [file, setFile] = useState<{ index: number; for: unknown }>();
  const [cursor, setCursor] = useState<{ ids: readonly string[]; chosen?: string }>();
  const mark = selected === undefined ? undefined : findMark(timeline, selected);
  const places = mark ? placesBehind(mark, source) : [];
  const target = jump && placeOf(jump, source);
  const wanted = jump ?? selected;
  // The file chosen by hand holds until something else is looked for.
  const index = (file && file.for === wanted ? file.index : undefined) ?? (target ?? places[0])?.index ?? 0;
  const shown = source.texts[index] ?? source.texts[0];
  const View = (shown?.text.length ?? 0) > WHOLE_CHARACTERS ? LargeView : SourceView;
  const missing = jump && 'pointer' in jump && !target ? jump.pointer : undefined;
  const byCursor = cursor?.chosen !== undefined && cursor.chosen === selected && !jump;

  function onCursor(offset: number) {
    const ids = marks.first(source.pointersAt(index, offset));
    const chosen = ids.find((id) => id === selected) ?? ids[0];
    setCursor({ ids, chosen });
    // Within what is selected the cursor moves on alone: the picture stays as it was put meanwhile.
    if (chosen !== undefined && (jump || chosen !== selected)) onSelect(chosen);
  }
  return (
    <div className="flex h-[70dvh] min-h-64 flex-col gap-2 wide:h-full">
      <FileChoice texts={source.texts} index={index} onChoose={(at) => setFile({ index: at, for: wanted })} />
      {missing !== undefined && (
        <output className="text-sm text-warning">{words.json.notFound(missing)}</output>
      )}
      {shown && (
        <View
          key={index}
          text={shown.text}
          spans={[...(target ? [target] : []), ...places].filter((place) => place.index === index)}
          /* What the cursor itself chose must not move the text under it. */
          reveal={byCursor ? undefined : (jump ?? selected)}
          onCursor={onCursor}
        />
      )}
      <MarksBehind
        timeline={timeline}
        ids={cursor?.ids}
        selected={selected}
        onSelect={(id) => {
          setCursor((current) => current && { ...current, chosen: id });
          onSelect(id);
        }}
      />
    </div>
  );
}

interface FileChoiceProps {
  texts: readonly SourceText[];
  /** Of the one that is shown. */
  index: number;
  onChoose: (index: number) => void;
}

/** Which of the texts is shown, where there are several. */
function FileChoice({ texts, index, onChoose }: FileChoiceProps) {
  if (texts.length < 2) return null;
  return (
    <select
      aria-label={words.json.file}
      className="field"
      value={index}
      onChange={(event) => onChoose(Number(event.target.value))}
    >
      {texts.map(({ name }, at) => (
        <option key={at} value={at}>
          {name ?? words.json.wholeText}
        </option>
      ))}
    </select>
  );
}
