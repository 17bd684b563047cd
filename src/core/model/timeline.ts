import type { MergedParticipant } from './conversation';
import type { Problem } from './problem';
import type { Duration, Instant } from './time';

/** What a track was doing over a stretch. `other` keeps the vendor's own word in `Segment.label`. */
export type SegmentType =
  | 'dialing'
  | 'contacting'
  | 'offering'
  | 'alerting'
  | 'ivr'
  | 'queued'
  | 'voicemail'
  | 'connected'
  | 'hold'
  | 'parked'
  | 'acw'
  | 'uploading'
  | 'transmitting'
  | 'scheduled'
  | 'monitoring'
  | 'coaching'
  | 'barging'
  | 'screenmonitoring'
  | 'sharing'
  | 'other';

/**
 * How far a mark can be trusted.
 * `recorded`: both ends stand in the data. `running`: started, and not ended when the data was taken.
 * `inferred`: an end comes from a rule. `planned`: lies after `now`, never counted in totals.
 */
export type Certainty = 'recorded' | 'running' | 'inferred' | 'planned';

/** Which ends of an inferred segment come from a rule, where it is not the last one alone. */
export type Unsure = 'start' | 'both';

/** Why a mark is drawn: the values that produced it, and the rule that used them. */
export interface Evidence {
  /** JSON Pointers (RFC 6901) into the input, down to the very values used. */
  pointers: string[];
  /** Stable name of the rule, e.g. `hold-until-end`; the details of the site have a sentence for it. */
  rule: string;
}

/** A stretch of one track in one state: half-open `[start, end)`, ms since the epoch. */
export interface Segment {
  type: SegmentType;
  start: Instant;
  end: Instant;
  certainty: Certainty;
  /** Inferred, and not (only) for its end. */
  unsure?: Unsure;
  evidence: Evidence;
  /** The vendor's word, where `type` alone does not say it. */
  label?: string;
  /**
   * Inferred, and may only have been longer: a hold or park of unknown end came before it, or it is after-call work
   * of which nothing says when it ended.
   */
  atLeast?: true;
  /** On `alerting`: the offer ended without an answer. */
  unanswered?: true;
  /** On `alerting`: nobody responded in the time allowed, or it ended for want of an answer. */
  notResponding?: true;
  /** On `acw`: the instant at which the time allowed was used up, when that lies inside the segment. */
  overrunFrom?: Instant;
  /** Raw text of why the vendor ended this segment. */
  disconnectType?: string;
}

/** One communication or session of a participant. */
export interface Track {
  id: string;
  /** `call callback chat cobrowse email message internal-message screen-monitoring screenshare social video unknown` */
  media: string;
  /** In order of start. Derived ones never overlap; recorded ones are shown as recorded. */
  segments: Segment[];
  /** The first look at it shows it held, or once held already, and of several holds tells only the last. */
  lastHoldOnly?: true;
  /** Lengths the data states without saying where they lie: counted and listed, never drawn. */
  unplaced?: { type: SegmentType; duration: Duration; evidence: Evidence }[];
}

export type MilestoneKind =
  | 'start'
  | 'alerting'
  | 'connected'
  | 'hold'
  | 'parked'
  | 'resume'
  | 'acw-start'
  | 'acw-end'
  | 'end'
  | 'provider-event'
  | 'wrapup'
  | 'flagged'
  | 'evaluation-assigned'
  | 'evaluation-submitted'
  | 'evaluation-released';

/** An instant on a lane. */
export interface Milestone {
  kind: MilestoneKind;
  at: Instant;
  evidence: Evidence;
  trackId?: string;
  /** On `end`: raw disconnect type. On `wrapup`: code or name, or `skipped`. On `flagged`: the reason. */
  label?: string;
  /** On `end`: the leg ended in an error. */
  error?: { code?: string; message?: string };
}

/** What a client was in a co-browse session: `sharer` or `viewer`, other words kept verbatim. */
export interface RoleSpan {
  role: string;
  sessionId?: string;
  trackId?: string;
  start: Instant;
  end: Instant;
  certainty: Certainty;
  evidence: Evidence;
}

/** The instant by which an offer had to be answered or after-call work had to be done. */
export interface Limit {
  kind: 'alerting' | 'acw';
  at: Instant;
  evidence: Evidence;
  trackId?: string;
}

export type LinkKind = 'controlling' | 'consult' | 'monitor' | 'coach' | 'barge' | 'transfer' | 'peer';

/** A tie between two lanes over a stretch. A `transfer` is an instant: start equals end. */
export interface Link {
  kind: LinkKind;
  /** `false` for consult and peer, whose direction the data does not say. */
  directed: boolean;
  from: { laneId: string; trackId?: string };
  to: { laneId: string; trackId?: string } | { unresolved: string };
  start: Instant;
  end: Instant;
  certainty: Certainty;
  evidence: Evidence;
}

/** One participant. */
export interface Lane {
  /** The participant's id where it is unique in the conversation, else made unique and stable. */
  id: string;
  participant: MergedParticipant;
  /** A name for people: the participant's, its queue's, or its purpose. Never empty. */
  label: string;
  purpose: string;
  /** Legs of one user share it. */
  userId?: string;
  tracks: Track[];
  /** In order of time. */
  milestones: Milestone[];
  roles: RoleSpan[];
  limits: Limit[];
}

/** Everything the picture says about one conversation. Plain data. */
export interface Timeline {
  id: string;
  title?: string;
  /** Encloses every mark but planned ones, and `now` while live. */
  start: Instant;
  end: Instant;
  /** Some leg had not ended when the data was taken. */
  live: boolean;
  /** In order of first instant, then of the document. */
  lanes: Lane[];
  links: Link[];
  /** Problems of meaning; those of reading stand with the parse result. */
  problems: Problem[];
}
