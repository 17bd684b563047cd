import type { Conversation } from '../model/conversation';
import type { Timeline } from '../model/timeline';
import { placeable } from '../view/placeable';

/** Whether anything says when the conversation was; without, its start and end are those of the epoch. */
export function isTimed(conversation: Conversation, timeline: Timeline): boolean {
  if (placeable(timeline)) return true;
  return conversation.observations.some(({ fields }) => (fields.startTime ?? fields.endTime) !== undefined);
}
