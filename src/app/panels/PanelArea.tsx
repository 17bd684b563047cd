import { useState } from 'react';
import { lazy } from '../parts/lazy';
import { assertNever } from '../../core/model/assert-never';
import type { Conversation, SegmentType, Timeline } from '../../core/index';
import { findMark } from '../../core/view/marks';
import type { Range, View } from '../../timeline/index';
import type { FoundProblem, ParseInput } from '../../workers/messages';
import { Details } from '../details/Details';
import { headingOf } from '../details/facts';
import { type SourceState, useSource } from '../json/useSource';
import { below, HiddenHeading } from '../parts/Heading';
import { Loading } from '../parts/Loading';
import { indexProblems } from '../problems/ofMark';
import { ProblemPanel } from '../problems/ProblemPanel';
import { Part } from '../shell/Part';
import { words } from '../words';
import { indexMarks, type MarkIndex } from './marks';
import { type PanelName, Tabs } from './Tabs';
import type { Panels } from './usePanels';

/** Recharts and CodeMirror are fetched when somebody wants them. */
const DurationsPanel = lazy(async () => ({
  default: (await import('../durations/DurationsPanel')).DurationsPanel,
}));
const JsonPanel = lazy(async () => ({ default: (await import('../json/JsonPanel')).JsonPanel }));

interface PanelAreaProps {
  panels: Panels;
  timeline: Timeline;
  conversation: Conversation;
  input: ParseInput | undefined;
  view: View;
  problems: readonly FoundProblem[];
  problemCount: number;
  level: 1 | 2;
  onMeasure: (range: Range | undefined) => void;
  /** Selects a mark and lets segments of its types stand out. */
  onShow: (mark: string | undefined, types: SegmentType[]) => void;
}

/** What stands behind the picture: to its right where there is room, else below it. */
export function PanelArea(props: PanelAreaProps) {
  const { panels, problemCount, level } = props;
  const { names, counted } = words.panels;
  const titles: { [name in PanelName]: string } = {
    ...names,
    problems: counted(names.problems, problemCount),
  };
  return (
    <>
      <ChosenSaid {...props} />
      <Tabs chosen={panels.tab} onChoose={panels.open} titles={titles}>
        <HiddenHeading level={below(level)}>{names[panels.tab]}</HiddenHeading>
        <Part key={panels.tab} fallback={<Loading text={words.panels.loading} />}>
          <Panel {...props} />
        </Part>
      </Tabs>
    </>
  );
}

/** The focus stays where something was chosen: that a panel here shows it now is said. */
function ChosenSaid({ panels: { chosen }, timeline }: PanelAreaProps) {
  const [said, setSaid] = useState({ chosen, turn: 0 });
  if (said.chosen !== chosen) setSaid({ chosen, turn: said.turn + 1 });
  const mark = chosen?.id === undefined ? undefined : findMark(timeline, chosen.id);
  return (
    <p aria-live="polite" className="sr-only">
      {/* Another one may be called the same. */}
      <span key={said.turn}>
        {mark && chosen && `${words.panels.names[chosen.tab]}: ${headingOf(mark)}`}
        {chosen && !mark && words.details.cleared}
      </span>
    </p>
  );
}

function Panel(props: PanelAreaProps) {
  const { panels, timeline, conversation, view, level, problems } = props;
  const { selected } = view;
  const state = useSource(props.input);
  const marks = indexMarks(timeline, conversation);
  switch (panels.tab) {
    case 'details':
      return <DetailsPanel {...props} state={state} marks={marks} />;
    case 'durations':
      return (
        <DurationsPanel
          level={below(below(level))}
          timeline={timeline}
          range={view.measured}
          selected={selected}
          highlighted={view.highlighted}
          onShow={props.onShow}
          onWhole={() => props.onMeasure(undefined)}
          onPointer={panels.showPointer}
        />
      );
    case 'json':
      return (
        <JsonPanel
          state={state}
          timeline={timeline}
          marks={marks}
          selected={selected}
          jump={panels.jump}
          onSelect={panels.select}
        />
      );
    case 'problems':
      return (
        <ProblemPanel
          problems={problems}
          count={props.problemCount}
          marks={marks}
          onMark={panels.select}
          onPlace={panels.showProblem}
        />
      );
    default:
      return assertNever(panels.tab);
  }
}

type DetailsPanelProps = PanelAreaProps & { state: SourceState; marks: MarkIndex };

function DetailsPanel({ panels, timeline, conversation, view, state, marks, ...props }: DetailsPanelProps) {
  return (
    <Details
      timeline={timeline}
      conversation={conversation}
      source={state.kind === 'ready' ? state.source : undefined}
      wrong={indexProblems(props.problems, marks)}
      selected={view.selected}
      level={below(below(props.level))}
      onClear={() => panels.select(undefined)}
      onSelect={panels.select}
      onPointer={panels.showPointer}
      onProblem={panels.showProblem}
    />
  );
}
