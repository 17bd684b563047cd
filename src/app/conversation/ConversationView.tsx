import { type ReactNode, useMemo, useRef, useState } from 'react';
import { lazy } from '../parts/lazy';
import type { ParticipantTimelineHandle } from '../../timeline/index';
import { buildTimeline, type Conversation, measure, type SegmentType, type Timeline } from '../../core/index';
import { isTimed } from '../../core/facts/timed';
import { conversationOf, type Found, type ParseOutcome } from '../../workers/found';
import type { ParseInput } from '../../workers/messages';
import { type RedactionChoice, redactedView } from '../handover/redaction';
import { below, HiddenHeading } from '../parts/Heading';
import { Loading } from '../parts/Loading';
import { usePanels } from '../panels/usePanels';
import { CrashBoundary } from '../shell/CrashBoundary';
import { Part } from '../shell/Part';
import { selectedShown } from '../view/selectedShown';
import { useAddressView } from '../view/useAddressView';
import { words } from '../words';
import { Actions } from './Actions';
import { Drawing } from './Drawing';
import { EventsSection } from './EventsSection';
import { Figures } from './Figures';
import { Header } from './Header';
import { RedactedNote } from './RedactedNote';

/** The first page has none. */
const PanelArea = lazy(async () => ({ default: (await import('../panels/PanelArea')).PanelArea }));

interface ConversationViewProps {
  found: Found;
  /** What reading the input brought besides. */
  reading: Pick<ParseOutcome, 'problems' | 'problemCount'>;
  /** The input itself, to be shown beside what was read from it. */
  input?: ParseInput;
  title?: string;
  /** Of the heading. */
  level: 1 | 2;
  /** Without panels and events. */
  brief?: boolean;
  aside?: ReactNode;
  /** The view stands in the page's address. */
  inAddress?: boolean;
}

/** One conversation: what it is, its figures, its timeline, and what stands behind them. */
export function ConversationView(props: ConversationViewProps) {
  return (
    <CrashBoundary key={props.found.summary.id} part>
      <BuiltView {...props} />
    </CrashBoundary>
  );
}

/** What was read of the input says nothing about a redacted text, and might name what was replaced. */
const NO_READING: ConversationViewProps['reading'] = { problems: [], problemCount: 0 };

function BuiltView({ found, brief = false, ...rest }: ConversationViewProps) {
  const original = conversationOf(found);
  const [redaction, setRedaction] = useState<RedactionChoice>();
  const [undone, setUndone] = useState(false);
  const masked = useMemo(() => redaction && redactedView(original, redaction), [original, redaction]);
  const conversation = masked?.conversation ?? original;
  const timeline = buildTimeline(conversation);
  const props = {
    ...rest,
    ...(masked && { input: masked.input, reading: NO_READING }),
    conversation,
    timeline,
    timed: isTimed(conversation, timeline),
  };
  // The selection is of this conversation: another one starts without.
  if (brief) return <BriefView key={timeline.id} {...props} />;
  return (
    <FullView
      key={`${timeline.id} ${masked === undefined}`}
      {...props}
      original={original}
      redacted={masked !== undefined}
      undone={undone}
      onRedact={(choice) => {
        setRedaction(choice);
        setUndone(choice === undefined);
      }}
    />
  );
}

type BuiltProps = Omit<ConversationViewProps, 'found' | 'brief'> & {
  conversation: Conversation;
  timeline: Timeline;
  timed: boolean;
};

type FullProps = BuiltProps & {
  original: Conversation;
  redacted: boolean;
  undone: boolean;
  onRedact: (choice: RedactionChoice | undefined) => void;
};

function BriefView({ timeline, timed, title, level, aside, inAddress = false }: BuiltProps) {
  const [view, setView] = useAddressView(inAddress);
  return (
    <article>
      <Header timeline={timeline} timed={timed} title={title} level={level} aside={aside} />
      <Figures timeline={timeline} timed={timed} durations={measure(timeline).conversation} />
      <Drawing timeline={timeline} view={view} onViewChange={setView} />
    </article>
  );
}

function FullView({ timeline, timed, conversation, reading, input, ...props }: FullProps) {
  const { title, level, aside, inAddress, original, redacted, undone, onRedact } = props;
  const [view, setView] = useAddressView(inAddress ?? false);
  const drawing = useRef<ParticipantTimelineHandle>(null);
  const errors = reading.problems.filter(({ problem }) => problem.severity === 'error').length;
  const panels = usePanels(errors > 0 ? 'problems' : 'details', drawing, (id) =>
    setView((current) => selectedShown(timeline, id, current)),
  );
  const problems = [...reading.problems, ...timeline.problems.map((problem) => ({ problem }))];
  const count = reading.problemCount + timeline.problems.length;

  function show(mark: string | undefined, types: SegmentType[]) {
    panels.select(mark);
    // After the selection, which the timeline makes of the view it has.
    setView((current) => ({ ...current, highlighted: types }));
  }

  return (
    <article className="wide:grid wide:grid-cols-[minmax(0,1fr)_clamp(21rem,29vw,36rem)] wide:gap-x-6 print:block">
      <div className="min-w-0">
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
                exported={() => ({ timeline, conversation, drawing: drawing.current })}
                onRedact={onRedact}
                undone={undone}
              />
            </>
          }
        />
        {redacted && <RedactedNote onUndo={() => onRedact(undefined)} />}
        <HiddenHeading level={below(level)}>{words.figures.label}</HiddenHeading>
        <Figures
          timeline={timeline}
          timed={timed}
          durations={measure(timeline).conversation}
          problems={count}
          highlighted={view.highlighted}
          onProblems={() => panels.open('problems')}
          onWhole={() => drawing.current?.fit()}
          onShow={({ mark, types }) => {
            show(mark, types);
            panels.onChosen(mark);
          }}
        />
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
            problemCount={count}
            level={level}
            onShow={show}
            onMeasure={(measured) => setView((current) => ({ ...current, measured }))}
          />
        </Part>
      </aside>
    </article>
  );
}
