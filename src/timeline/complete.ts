import { timelineWith } from './participant-timeline';
import * as pipeline from './pipeline';
import { atHand } from './pipeline-source';

/** One conversation as lanes over time. Needs `participant-timeline/style.css`. */
export const ParticipantTimeline = timelineWith(atHand(pipeline));
