import type { AllOf } from './all-of';
import type { Segment, SegmentType } from './timeline';

/** The rule by which an agent's day draws what several conversations had of the agent at once. */
export const CONCURRENT = 'concurrent';

/** How a segment looks: as its type does, but for what is of several conversations, which no type names. */
export type SegmentLook = SegmentType | typeof CONCURRENT;

const typeOrder = [
  'scheduled',
  'ivr',
  'queued',
  'voicemail',
  'connected',
  'sharing',
  'uploading',
  'transmitting',
  'monitoring',
  'screenmonitoring',
  'coaching',
  'barging',
  'dialing',
  'contacting',
  'offering',
  'alerting',
  'hold',
  'parked',
  'acw',
  'concurrent',
  'other',
] as const;
/** Base states first: what is drawn later lies on top where marks share a pixel. */
export const TYPE_ORDER: AllOf<SegmentLook, typeof typeOrder> = typeOrder;

export function lookOf({ type, evidence }: Pick<Segment, 'type' | 'evidence'>): SegmentLook {
  return type === 'other' && evidence.rule === CONCURRENT ? CONCURRENT : type;
}
