import type { Problem } from '../../core/model/problem';
import type { Mark } from '../../core/view/marks';
import type { View } from '../../core/view/view';
import type { OpenableLink, ParticipantTimelineProps } from '../../timeline/props';

/** What the component takes as props, without its callbacks, which are events here. */
export type ParticipantTimelineProperties = Partial<
  Omit<ParticipantTimelineProps, 'onViewChange' | 'onSelect' | 'onProblems' | 'onOpenLink' | 'onError'>
>;

/** None of them bubbles, and none can be cancelled. */
export interface ParticipantTimelineEventMap {
  /** The visitor, or a method, changed what is shown. Setting `view` tells nobody. */
  viewChange: CustomEvent<View>;
  /** A mark was chosen; `null`: the choice was cleared. */
  select: CustomEvent<Mark | null>;
  problems: CustomEvent<Problem[]>;
  /** A link of the data was chosen; it is offered once somebody listens. Nothing is opened without you. */
  openLink: CustomEvent<OpenableLink>;
  /** The timeline could not be drawn; `detail` says why. */
  error: CustomEvent<unknown>;
}
