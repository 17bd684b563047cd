import type { SegmentType } from '../model/timeline';
import { plainWord } from './purpose';

// By purpose, what a supervisor calls the time in which a leg is connected.
const CONNECTED_AS: ReadonlyMap<string, SegmentType> = new Map([
  ['ivr', 'ivr'],
  ['workflow', 'ivr'],
  ['botflow', 'ivr'],
  ['voicesurveyflow', 'ivr'],
  ['flow', 'ivr'],
  ['inbound', 'ivr'],
  ['outbound', 'ivr'],
  ['inboundflow', 'ivr'],
  ['outboundflow', 'ivr'],
  ['acd', 'queued'],
  ['voicemail', 'voicemail'],
]);

export function connectedAs(purpose: string): SegmentType {
  return CONNECTED_AS.get(plainWord(purpose)) ?? 'connected';
}

/** Words that stand for themselves, as entries of a table. */
function plainly<W extends string>(words: readonly W[]): (readonly [string, W])[] {
  return words.map((word) => [word, word]);
}

// What the vendor's words for segments and states have in common.
const COMMON = plainly([
  'alerting',
  'dialing',
  'contacting',
  'offering',
  'parked',
  'uploading',
  'transmitting',
  'scheduled',
]);

// Recorded segments: the REST words and the analytics words are one list.
const SEGMENT_TYPES: ReadonlyMap<string, SegmentType | 'interact'> = new Map([
  ...COMMON,
  ...plainly([
    'interact',
    'hold',
    'acw',
    'ivr',
    'voicemail',
    'monitoring',
    'coaching',
    'barging',
    'screenmonitoring',
    'sharing',
  ]),
  ['alert', 'alerting'],
  ['held', 'hold'],
  ['wrapup', 'acw'],
  ['aftercallwork', 'acw'],
  ['park', 'parked'],
  ['callback', 'scheduled'],
  ['delay', 'other'],
  ['system', 'other'],
  ['converting', 'other'],
  ['unknown', 'other'],
]);

/** The type of a recorded segment; an unknown word is one of type `other`. */
export function segmentTypeOf(word = '', purpose = ''): SegmentType {
  const type = SEGMENT_TYPES.get(plainWord(word)) ?? 'other';
  return type === 'interact' ? connectedAs(purpose) : type;
}

export function isKnownSegmentWord(word: string): boolean {
  return SEGMENT_TYPES.has(plainWord(word));
}

/** A communication's state as a stretch of track; undefined for states in which nothing goes on. */
const STATES: ReadonlyMap<string, SegmentType | 'ended' | 'none'> = new Map([
  ...COMMON,
  ...plainly(['connected', 'none']),
  ['disconnected', 'ended'],
  ['terminated', 'ended'],
  ['converting', 'other'],
]);

export type Mode = SegmentType | 'ended' | 'none';

/** Before the connection. */
export const OFFERS: readonly Mode[] = ['alerting', 'dialing', 'contacting', 'offering', 'scheduled'];

/** What a leg does before it is connected, and after it is over. */
export function isAside(type: SegmentType): boolean {
  return type === 'acw' || OFFERS.includes(type);
}

/** What a leg does in a state; an unknown word is a stretch of type `other` that keeps the word. */
export function modeOf(state: string): Mode {
  return STATES.get(plainWord(state)) ?? 'other';
}

export function isKnownState(state: string): boolean {
  return STATES.has(plainWord(state));
}

const PURPOSES = new Set(
  [
    'acd agent api botflow campaign customer dialer external fax group inbound ivr manual outbound station user',
    'voicemail voicesurveyflow workflow flow',
  ]
    .join(' ')
    .split(' '),
);

export function isKnownPurpose(purpose: string): boolean {
  return PURPOSES.has(plainWord(purpose));
}

// The media of analytics sessions and detail events, by our names.
const MEDIA: ReadonlyMap<string, string> = new Map([
  ...plainly(['call', 'callback', 'chat', 'cobrowse', 'email', 'message', 'screenshare', 'social', 'video']),
  ['voice', 'call'],
  ['webchat', 'chat'],
  ['internalmessage', 'internal-message'],
  ['screenmonitoring', 'screen-monitoring'],
  ['socialexpression', 'social'],
]);

export function mediaOf(word: string | undefined): string | undefined {
  return word === undefined ? undefined : MEDIA.get(plainWord(word));
}
