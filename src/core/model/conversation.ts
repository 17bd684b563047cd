import type { Of } from './field';
import type { Instant } from './time';
import type * as vendor from './vendor';

export type EntityRef = Of<typeof vendor.entityRef>;
export type ErrorInfo = Of<typeof vendor.errorInfo>;
export type Wrapup = Of<typeof vendor.wrapup>;
export type AfterCallWork = Of<typeof vendor.afterCallWork>;
export type ConversationRoutingData = Of<typeof vendor.routingData>;
export type JourneyContext = Of<typeof vendor.journeyContext>;
export type Evaluation = Of<typeof vendor.evaluation>;
export type RecordedSegment = Of<typeof vendor.recordedSegment>;
export type Metric = Of<typeof vendor.metric>;
export type Communication = Of<typeof vendor.communication>;
export type Participant = Of<typeof vendor.participant>;
export type RecentTransfer = Of<typeof vendor.transfer>;
export type ConversationFields = Of<typeof vendor.conversation>;
export type DetailEvent = Of<typeof vendor.detailEvent>;

/** A participant as the lane shows it: the newest value of each field over all observations. */
export type MergedParticipant = Participant;

/**
 * One look at a conversation, as the input gave it.
 * `document`: a conversation or bare participants. `event`: a notification, one of many looks in time.
 * `analytics`: a detail record, which holds the full recorded history. `fact`: a detail event.
 */
export interface Observation {
  form: 'document' | 'event' | 'analytics' | 'fact';
  /** JSON Pointer of the conversation, participant or event body. */
  pointer: string;
  /** When the look was taken, where the data says so; its place in the input is `atPointer`. */
  at?: Instant;
  atPointer?: string;
  /** The event's topic, verbatim. */
  topic?: string;
  /** The medium of flat participants, where topic, address or fields tell it. */
  media?: string;
  fields: ConversationFields;
  participants: Participant[];
  /** Only of a detail event: its body, and the fact that its topic names (`customer.start`, `acw`). */
  fact?: DetailEvent;
  factName?: string;
}

/** One conversation: every look at it, in the order of the input. Plain data. */
export interface Conversation {
  /** The vendor's id, or one derived from the participants' ids where the input had none. */
  id: string;
  observations: Observation[];
}
