import type { ProblemCode, Severity } from './problem';
import type { Certainty, SegmentType } from './timeline';
import type { Duration, Instant } from './time';

/** Somebody or something that the data names by an id, a name or both. */
export interface Named {
  id?: string;
  name?: string;
}

/** What one queue or user had of a conversation, summed over its lanes. Times in ms. */
export interface Share extends Named {
  /** Lanes of agents and users; a queue in which nobody was offered the conversation has none. */
  legs: number;
  talk: Duration;
  hold: Duration;
  acw: Duration;
  /** Offers that ended without an answer. */
  unanswered: number;
}

/** What one user had of a conversation, and did in it. */
export interface UserShare extends Share {
  /** After-call work took longer than it may. */
  acwOverrun?: true;
  /** Had control over another's browser. */
  controlled?: true;
}

/** Time in each state that fell into one hour, in ms, summed over all lanes. */
export interface HourShare {
  /** The hour's beginning, a multiple of 3,600,000 ms since the epoch. */
  hour: Instant;
  alerting: Duration;
  queued: Duration;
  talk: Duration;
  hold: Duration;
  parked: Duration;
  acw: Duration;
}

/** One bar of a preview; ends are ms after the preview's start. */
export type PreviewBar = [type: SegmentType, from: Duration, to: Duration, certainty: Certainty];

/** A conversation at the size of a table row: few lanes, merged bars, no names. */
export interface Preview {
  start: Instant;
  end: Instant;
  lanes: { purpose: string; bars: PreviewBar[] }[];
  /** Lanes left out for want of room. */
  more: number;
}

/** Figures whose truth lies on one side of them, as an end was inferred or holds left no trace. */
export type FigureBounds = {
  [name in
    | 'talk'
    | 'hold'
    | 'longestHold'
    | 'holds'
    | 'acw'
    | 'parked'
    | 'handle'
    | 'cobrowse'
    | 'controlled']?: 'atMost' | 'atLeast';
};

/**
 * What people search, sort and count a conversation by: computed once, when it comes in. Plain data.
 * Times are ms since the epoch, lengths ms. What the data does not say is absent, not zero.
 */
export interface Facts {
  id: string;
  /** The conversation's name, else the first customer's, else the first lane's. */
  title: string;
  start?: Instant;
  /** Absent while live. */
  end?: Instant;
  live: boolean;
  duration?: Duration;
  /** `call`, `cobrowse` …; without `unknown`. */
  media: string[];
  /** `inbound` or `outbound` as the customer's side tells, other words kept. */
  direction?: string;
  participants: number;
  purposes: string[];
  queues: Share[];
  users: UserShare[];
  teams: Named[];
  wrapUps: Named[];
  /** Raw reasons for which participants were flagged. */
  flags: string[];
  timeToAnswer?: Duration;
  talk: Duration;
  hold: Duration;
  longestHold?: Duration;
  holds: number;
  acw: Duration;
  parked: Duration;
  handle: Duration;
  /** Of the figures above; absent where all are exact. */
  bounds?: FigureBounds;
  unanswered: number;
  /** It waited in a queue, and ended without any agent or user who was ever connected. */
  neverAnswered: boolean;
  transfers: number;
  acwOverrun: boolean;
  /** Roles seen in co-browse sessions. */
  cobrowseRoles: string[];
  cobrowse: Duration;
  /** Time during which somebody controlled another's browser. */
  controlled: Duration;
  problems: { code: ProblemCode; severity: Severity; count: number }[];
  attributes: { name: string; value: string }[];
  hours: HourShare[];
  /** Names, addresses, ids, notes and attribute values, a line each, for searching. Personal data: never logged, never in a URL. */
  text: string;
  /** The ids among these that are UUIDs, in lower case: found by how they begin, not by what they contain. */
  ids: string[];
  preview: Preview;
}
