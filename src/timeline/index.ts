'use client';

export type * from '../core/types';
export type { Mark } from '../core/view/marks';
export type { Range } from '../core/view/range';
export type { ClockMode, OverlayName, Overlays, View, ViewInit } from '../core/view/view';
export type { Theme } from '../ui/palette';
export { ParticipantTimeline } from './complete';
export type {
  OpenableLink,
  ParticipantTimelineHandle,
  ParticipantTimelineProps,
  PictureOptions,
} from './props';
