import type { Problem } from '../../core/model/problem';
import type { Mark } from '../../core/view/marks';
import type { View } from '../../core/view/view';
import type { ParticipantTimelineProps } from '../../timeline/props';

/** What the component takes as props, without its callbacks, which are events here. */
export type ParticipantTimelineProperties = Partial<
  Omit<ParticipantTimelineProps, 'onViewChange' | 'onSelect' | 'onProblems' | 'onError'>
>;

/** None of them bubbles, and none can be cancelled. */
export interface ParticipantTimelineEventMap {
  /** The visitor, or a method, changed what is shown. Setting `view` tells nobody. */
  viewChange: CustomEvent<View>;
  /** A mark was chosen; `null`: the choice was cleared. */
  select: CustomEvent<Mark | null>;
  problems: CustomEvent<Problem[]>;
  /** The timeline could not be drawn; `detail` says why. */
  error: CustomEvent<unknown>;
}
