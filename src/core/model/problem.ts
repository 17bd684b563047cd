/** How much a problem matters: something could not be read, the picture may mislead, or a mere remark. */
export type Severity = 'error' | 'warning' | 'info';

/** The stable codes of `Problem`. New ones may come; none changes its meaning. */
export type ProblemCode =
  // of reading: they stand with the parse result
  | 'invalid-json'
  | 'unknown-format'
  | 'unreadable-participant'
  | 'truncated-input'
  | 'invalid-time'
  | 'skipped-input'
  | 'assumed-utc'
  // of meaning: they stand with the timeline
  | 'time-out-of-order'
  | 'outside-conversation'
  | 'missing-start'
  | 'missing-end'
  | 'held-without-start'
  | 'hold-end-unknown'
  | 'park-end-unknown'
  | 'unknown-value'
  | 'duplicate-id'
  | 'dangling-reference'
  | 'two-sharers'
  | 'no-sharer'
  | 'controls-without-cobrowse'
  | 'unsafe-url'
  | 'overlapping-segments'
  | 'gap-in-segments'
  | 'clock-skew'
  | 'metric-mismatch'
  | 'unanswered'
  | 'acw-overrun';

/** Something wrong with, missing from, or remarkable in the data. */
export interface Problem {
  code: ProblemCode;
  severity: Severity;
  /** One plain sentence. It may quote values of the data, so it is never logged. */
  message: string;
  /** JSON Pointers (RFC 6901) into the input, of broken text into what was made of it; empty where no document was. */
  pointers: string[];
  /** From 1. Known for problems of the JSON text itself. */
  line?: number;
  /** From 1, in UTF-16 code units, a byte order mark not counted. */
  column?: number;
}
