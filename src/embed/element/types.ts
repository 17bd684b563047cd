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
  /** The visitor, or a method, changed what is shown. `detail` is the whole new view. Setting `view` fires nothing. */
  viewChange: CustomEvent<View>;
  /** A mark was selected; `null` when the selection was cleared. */
  select: CustomEvent<Mark | null>;
  /** What is wrong with the data: once it was read, and whenever that changes. */
  problems: CustomEvent<Problem[]>;
  /** A visitor chose a link to join a co-browse session. It is offered while somebody listens, and left to you to open. */
  openLink: CustomEvent<OpenableLink>;
  /** The timeline could not be drawn; `detail` is the error. */
  error: CustomEvent<unknown>;
}
