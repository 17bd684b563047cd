import type { SegmentLook } from '../core/model/look';

/**
 * Patterns that lie on bars. Types with the same one differ in colour however one sees colours; a test
 * computes it. The states of a usual call are plain, but for hold and parked.
 */
export type Pattern = 'plain' | 'stripes' | 'dots' | 'pins' | 'rails' | 'hatch' | 'grid' | 'weave';

export const SEGMENT_PATTERNS: { readonly [type in SegmentLook]: Pattern } = {
  queued: 'plain',
  alerting: 'plain',
  connected: 'plain',
  acw: 'plain',
  hold: 'stripes',
  parked: 'dots',
  ivr: 'pins',
  dialing: 'pins',
  contacting: 'rails',
  uploading: 'rails',
  monitoring: 'rails',
  concurrent: 'rails',
  barging: 'hatch',
  offering: 'hatch',
  sharing: 'hatch',
  scheduled: 'grid',
  coaching: 'grid',
  screenmonitoring: 'grid',
  transmitting: 'weave',
  other: 'weave',
  voicemail: 'weave',
};

/** Of the ink of words on a bar, as its pattern. */
export const PATTERN_OPACITY = 0.3;

/** So many co-browse sessions have a look of their own; then they repeat, told apart by their number. */
export const SESSION_LOOKS = 3;
