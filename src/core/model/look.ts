import type { Segment, SegmentType } from './timeline';

/** The rule by which an agent's day draws what several conversations had of the agent at once. */
export const CONCURRENT = 'concurrent';

/** How a segment looks: as its type does, but for what is of several conversations, which no type names. */
export type SegmentLook = SegmentType | typeof CONCURRENT;

export function lookOf({ type, evidence }: Pick<Segment, 'type' | 'evidence'>): SegmentLook {
  return type === 'other' && evidence.rule === CONCURRENT ? CONCURRENT : type;
}
