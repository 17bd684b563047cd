import type { Duration } from './time';

/** Time per state in ms. `talk` is connected time; `handle` is dialing + contacting + talk + hold + acw. */
export interface Totals {
  dialing: Duration;
  contacting: Duration;
  alerting: Duration;
  ivr: Duration;
  queued: Duration;
  voicemail: Duration;
  talk: Duration;
  hold: Duration;
  parked: Duration;
  acw: Duration;
  handle: Duration;
}

export type TotalName = keyof Totals;

/** Which totals rest on an inferred end, and in which direction the truth may lie. */
export type Bounds = { [name in TotalName]?: 'atMost' | 'atLeast' };

export interface TrackDurations {
  trackId: string;
  totals: Totals;
  bounds: Bounds;
}

export interface LaneDurations {
  laneId: string;
  totals: Totals;
  bounds: Bounds;
  tracks: TrackDurations[];
}

export interface ConversationDurations {
  totals: Totals;
  bounds: Bounds;
  /** End minus start of the conversation, or of the range asked for. */
  duration: Duration;
  /** From first entering a queue to the first agent or user connected from then on. */
  timeToAnswer?: Duration;
  longestHold?: Duration;
  holds: number;
  /** Some data of agents or users keeps only the last hold of a leg, or only the sum: there may have been more. */
  holdsBound?: 'atLeast';
  transfers: number;
  unanswered: number;
  /** Time during which some lane was in a co-browse session. */
  cobrowse: Duration;
  /** Time during which some lane held control over another. */
  controlled: Duration;
}

export interface Durations {
  conversation: ConversationDurations;
  lanes: LaneDurations[];
}
