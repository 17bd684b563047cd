/** All types of core and nothing else, for entries that pass on its types only. */
export type * from './model/conversation';
export type * from './model/durations';
export type * from './model/problem';
export type * from './model/time';
export type * from './model/timeline';
export type { Format } from './parse/collector';
export type { ParseResult } from './parse/parse-input';
export type { StreamOptions } from './parse/stream';
export type { RedactOptions } from './redact/mask';
export type { Redaction } from './redact/redact';
export type { Replacement } from './redact/registry';
