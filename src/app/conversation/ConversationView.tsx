import { type ReactNode, useRef } from 'react';
import type { ParticipantTimelineHandle } from '../../timeline/index';
import { buildTimeline, measure, type Timeline } from '../../core/index';
import { conversationOf, type Found, type ParseOutcome } from '../../workers/found';
import { ProblemSection } from '../problems/ProblemSection';
import { Details } from './Details';
import { Drawing } from './Drawing';
import { EventsSection } from './EventsSection';
import { Figures } from './Figures';
import { Header } from './Header';
import { CrashBoundary } from '../shell/CrashBoundary';
import { useAddressView } from '../view/useAddressView';

interface ConversationViewProps {
  found: Found;
  /** What reading the input brought besides. */
  reading: Pick<ParseOutcome, 'problems' | 'problemCount'>;
  title?: string;
  /** Of the heading. */
  level: 1 | 2;
  /** Without details, events and problems. */
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

function BuiltView({ found, ...rest }: ConversationViewProps) {
  const timeline = buildTimeline(conversationOf(found));
  // The selection is of this conversation: another one starts without.
  return <TimelineView key={timeline.id} timeline={timeline} {...rest} />;
}

type TimelineViewProps = Omit<ConversationViewProps, 'found'> & { timeline: Timeline };

function TimelineView({
  timeline,
  reading,
  title,
  level,
  brief = false,
  aside,
  inAddress = false,
}: TimelineViewProps) {
  const [view, setView] = useAddressView(inAddress);
  const { selected } = view;
  const drawing = useRef<ParticipantTimelineHandle>(null);
  // Through the timeline, which brings it into sight too.
  const select = (id: string | undefined) => drawing.current?.select(id);
  const { conversation } = measure(timeline);
  const problems = [...reading.problems, ...timeline.problems.map((problem) => ({ problem }))];
  const count = reading.problemCount + timeline.problems.length;
  const unread = reading.problems.some(({ problem }) => problem.severity === 'error');
  const problemSection = !brief && <ProblemSection problems={problems} count={count} level={level} />;

  return (
    <article className={brief ? '' : 'gap-x-6 wide:grid wide:grid-cols-[minmax(0,1fr)_21rem] print:block'}>
      <div className="min-w-0">
        <Header timeline={timeline} title={title} level={level} aside={aside} />
        <Figures durations={conversation} problems={brief ? undefined : count} />
        {unread && problemSection}
        <Drawing ref={drawing} timeline={timeline} view={view} onViewChange={setView} />
        {!unread && problemSection}
        {!brief && <EventsSection timeline={timeline} selected={selected} onSelect={select} />}
      </div>
      {!brief && (
        <div
          className={`mt-6 wide:mt-0 wide:border-l wide:border-line wide:pl-5 print:border-0 print:p-0 ${selected === undefined ? 'print:hidden' : ''}`}
        >
          <Details timeline={timeline} selected={selected} level={level} onClear={() => select(undefined)} />
        </div>
      )}
    </article>
  );
}
