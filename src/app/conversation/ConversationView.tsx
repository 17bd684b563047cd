import { type ReactNode, useMemo, useState } from 'react';
import { buildTimeline, type Conversation, measure, type Timeline } from '../../core/index';
import { isTimed } from '../../core/facts/timed';
import { conversationOf, type Found, type ParseOutcome } from '../../workers/found';
import type { ParseInput } from '../../workers/messages';
import { type RedactionChoice, redactedView } from '../handover/redaction';
import { CrashBoundary } from '../shell/CrashBoundary';
import { useAddressView } from '../view/useAddressView';
import { Drawing } from './Drawing';
import { Figures } from './Figures';
import { FullView } from './FullView';
import { Header } from './Header';

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

/** What a view of a conversation is given: it has been read and built, and may be redacted. */
export type BuiltProps = Omit<ConversationViewProps, 'found' | 'brief'> & {
  conversation: Conversation;
  timeline: Timeline;
  timed: boolean;
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
