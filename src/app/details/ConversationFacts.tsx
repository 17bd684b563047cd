import type { Conversation, Timeline } from '../../core/index';
import { isTimed } from '../../core/facts/timed';
import { conversationExtent } from '../../core/measure/extent';
import { markId } from '../../core/view/mark-id';
import { dated } from '../../ui/format';
import { nameOf } from '../../ui/speech';
import { directionWord, mediaOf } from '../conversation/about';
import { Heading, type Level } from '../parts/Heading';
import { Value } from '../parts/Value';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { describeConversation } from './describe';
import { type Fact, FactList } from './FactList';
import { aboutLane } from './inShort';
import { Rows } from './Rows';

const { details } = words;
/** A conference has a thousand; the timeline has them all. */
const LISTED = 30;

interface ConversationFactsProps {
  /** Of its headings. */
  level: Level;
  timeline: Timeline;
  conversation: Conversation;
  onSelect: (id: string) => void;
}

/** What is known of the conversation itself, as long as nothing in it is selected. */
export function ConversationFacts({ level, timeline, conversation, onSelect }: ConversationFactsProps) {
  const { live, lanes } = timeline;
  const format = dated(useFormat(), timeline);
  const { start, end } = conversationExtent(timeline);
  const rows = describeConversation(conversation, format);
  const direction = directionWord(timeline);
  const facts: Fact[] = [
    ...(isTimed(conversation, timeline)
      ? ([
          [details.from, format.full(start)],
          [live ? details.lastSeen : details.to, format.full(end)],
          [details.duration, format.spoken(end - start)],
        ] as const)
      : []),
    ...(direction === undefined ? [] : [[details.direction, direction] as const]),
    [details.media, mediaOf(timeline).join(', ') || details.none],
    [details.sources, details.looks(conversation.observations.length)],
  ];
  return (
    <>
      {lanes.length > 0 && (
        <>
          <p className="text-sm text-muted print:hidden">{details.empty}</p>
          <FactList facts={facts} />
        </>
      )}
      <Participants level={level} timeline={timeline} onSelect={onSelect} />
      {rows.length > 0 && (
        <fieldset className="mt-5 min-w-0">
          <legend className="section-title mb-1.5">{details.fromData}</legend>
          <Rows rows={rows} open={false} />
        </fieldset>
      )}
    </>
  );
}

/** Each a way to its own details. */
function Participants({ level, timeline, onSelect }: Omit<ConversationFactsProps, 'conversation'>) {
  const { lanes } = timeline;
  const title = details.participants(lanes.length);
  return (
    <>
      <Heading level={level} className="section-title mt-5">
        {title}
      </Heading>
      <ul aria-label={title} className="-mx-1 mt-1.5 flex flex-col">
        {lanes.slice(0, LISTED).map((lane) => (
          <li key={lane.id}>
            <button
              type="button"
              className="w-full rounded px-1 py-1 text-start text-sm -outline-offset-2 [overflow-wrap:anywhere] hover:bg-hover"
              onClick={() => onSelect(markId({ kind: 'lane', laneId: lane.id }))}
            >
              <span className="sr-only">{details.detailsOf}</span> <Value>{nameOf(lane)}</Value>
              <span className="block text-xs text-muted">
                <Value>{aboutLane(lane, timeline)}</Value>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {lanes.length > LISTED && (
        <p className="text-sm text-muted">{details.moreLanes(lanes.length - LISTED)}</p>
      )}
    </>
  );
}
