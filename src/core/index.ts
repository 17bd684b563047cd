/** The pure pipeline of participant-timeline: JSON in, timeline out. No DOM, no clock, no locale. */
export { measure } from './measure/measure';
export type * from './model/conversation';
export type * from './model/durations';
export type * from './model/problem';
export type * from './model/time';
export type * from './model/timeline';
export type { Format } from './parse/collector';
export { exportConversations } from './parse/export';
export { type ParseOptions, parseConversations } from './parse/parse-conversations';
export type { ParseResult } from './parse/parse-input';
export { parseConversationStream, type StreamOptions } from './parse/stream';
export type { RedactOptions } from './redact/mask';
export { type Redaction, redact } from './redact/redact';
export type { Replacement } from './redact/registry';
export { buildTimeline } from './timeline/build';
