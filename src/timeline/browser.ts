'use client';

/** What bundlers for browsers take: as `index.ts`, but what reads and builds comes with the first conversation. */
import { timelineWith } from './participant-timeline';
import { onArrival } from './pipeline-source';

export type * from './index';

/** One conversation as lanes over time. Needs `participant-timeline/style.css`. */
export const ParticipantTimeline = timelineWith(onArrival(() => import('./pipeline')));
