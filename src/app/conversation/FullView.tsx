import { type Conversation, measure } from '../../core/index';
import type { FoundProblem } from '../../workers/messages';
import type { RedactionChoice } from '../handover/redaction';
import { below, HiddenHeading } from '../parts/Heading';
import { lazy } from '../parts/lazy';
import { Loading } from '../parts/Loading';
import { NothingHere } from '../parts/NextSteps';
import { Part } from '../shell/Part';
import { words } from '../words';
import { Actions } from './Actions';
import type { BuiltProps } from './ConversationView';
import { Drawing } from './Drawing';
import { EventsSection } from './EventsSection';
import { Figures } from './Figures';
import { Header } from './Header';
import { RedactedNote } from './RedactedNote';
import { type InStep, useInStep } from './useInStep';

/** The first page has none. */
const PanelArea = lazy(async () => ({ default: (await import('../panels/PanelArea')).PanelArea }));

type FullProps = BuiltProps & {
  original: Conversation;
  redacted: boolean;
  undone: boolean;
  onRedact: (choice: RedactionChoice | undefined) => void;
};

type PartProps = FullProps & {
  inStep: InStep;
  /** Of the input and of the conversation. */
  problems: readonly FoundProblem[];
  /** May be more than could be kept. */
  problemCount: number;
};

/** A conversation with all that can be done with it, and its panels beside it or below. */
export function FullView(props: FullProps) {
  const { timeline, reading, level, inAddress = false, redacted, onRedact } = props;
  const errors = reading.problems.filter(({ problem }) => problem.severity === 'error').length;
  const inStep = useInStep(timeline, { inAddress, redacted, panel: errors > 0 ? 'problems' : 'details' });
  const { view, setView, drawing, panels } = inStep;
  const problems = [...reading.problems, ...timeline.problems.map((problem) => ({ problem }))];
  const problemCount = reading.problemCount + timeline.problems.length;
  const parts: PartProps = { ...props, inStep, problems, problemCount };

  return (
    <article className="wide:grid wide:grid-cols-[minmax(0,1fr)_clamp(21rem,25vw,36rem)] wide:gap-x-6 print:block">
      <div className="min-w-0">
        <HeaderWithActions {...parts} />
        {redacted && <RedactedNote onUndo={() => onRedact(undefined)} />}
        <HiddenHeading level={below(level)}>{words.figures.label}</HiddenHeading>
        <LeadingFigures {...parts} />
        {errors > 0 && (
          <p className="mb-3 rounded-md border border-error/40 bg-error-soft px-3 py-2 text-sm">
            {words.problems.unread(errors)}
          </p>
        )}
        <HiddenHeading level={below(level)}>{words.conversation.timeline}</HiddenHeading>
        <Drawing
          ref={drawing}
          timeline={timeline}
          view={view}
          onViewChange={setView}
          onSelect={panels.onChosen}
        />
        {timeline.lanes.length === 0 && <NothingHere />}
        <EventsSection
          level={below(level)}
          timeline={timeline}
          selected={view.selected}
          onSelect={(id) => {
            panels.select(id);
            panels.onChosen(id);
          }}
        />
      </div>
      <PanelColumn {...parts} />
    </article>
  );
}

function HeaderWithActions({ timeline, timed, conversation, title, level, aside, ...props }: PartProps) {
  const { original, undone, onRedact, inStep } = props;
  const { handle } = inStep;
  return (
    <Header
      timeline={timeline}
      timed={timed}
      title={title}
      level={level}
      aside={
        <>
          {aside}
          <Actions
            original={original}
            exported={() => ({ timeline, conversation, drawing: handle() })}
            onRedact={onRedact}
            undone={undone}
          />
        </>
      }
    />
  );
}

/** The figures as ways to the marks, the panels and the whole of the picture. */
function LeadingFigures({ timeline, timed, problems, problemCount, inStep }: PartProps) {
  const { view, handle, panels, show } = inStep;
  const areRemarks = problems.every(({ problem }) => problem.severity === 'info');
  return (
    <Figures
      timeline={timeline}
      timed={timed}
      durations={measure(timeline).conversation}
      problems={{ count: problemCount, areRemarks }}
      highlighted={view.highlighted}
      onProblems={() => panels.open('problems')}
      onWhole={() => handle()?.fit()}
      onShow={({ mark, types }) => {
        show(mark, types);
        panels.onChosen(mark);
      }}
    />
  );
}

function PanelColumn({ timeline, conversation, input, level, problems, problemCount, inStep }: PartProps) {
  const { view, setView, panels, show } = inStep;
  return (
    <aside
      aria-label={words.panels.label}
      className={`mt-4 flex min-w-0 flex-col wide:sticky wide:top-0 wide:mt-0 wide:h-[calc(100dvh-3.5rem)] wide:border-s wide:border-line wide:pt-2 wide:ps-4 print:static print:h-auto print:border-0 print:p-0 ${view.selected === undefined ? 'print:hidden' : ''}`}
    >
      <Part fallback={<Loading text={words.panels.loading} />}>
        <PanelArea
          panels={panels}
          timeline={timeline}
          conversation={conversation}
          input={input}
          view={view}
          problems={problems}
          problemCount={problemCount}
          level={level}
          onShow={show}
          onMeasure={(measured) => setView((current) => ({ ...current, measured }))}
        />
      </Part>
    </aside>
  );
}
