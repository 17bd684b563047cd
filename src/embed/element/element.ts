/** Defines `<participant-timeline>` when it is loaded; a page may load it twice, and in several versions. */
import { TAG } from './attributes';
import { defineParticipantTimeline } from './define';

export type * from '../../core/types';
export type { Mark } from '../../core/view/marks';
export type { Range } from '../../core/view/range';
export type { ClockMode, OverlayName, Overlays, View, ViewInit } from '../../core/view/view';
export type { OpenableLink, PictureOptions } from '../../timeline/props';
export type { Theme } from '../../ui/palette';
export { defineParticipantTimeline } from './define';
export { ParticipantTimelineElement } from './timeline-element';
export type { ParticipantTimelineEventMap, ParticipantTimelineProperties } from './types';

defineParticipantTimeline(TAG);
