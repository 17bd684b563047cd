export type * from '../core';
export type { Mark } from '../core/view/marks';
export type { Range } from '../core/view/range';
export type { ClockMode, OverlayName, Overlays, View, ViewInit } from '../core/view/view';
export {
  ParticipantTimeline,
  type ParticipantTimelineHandle,
  type ParticipantTimelineProps,
  type PictureOptions,
} from './participant-timeline';
