import { buildTimeline, type Conversation, type Timeline } from '../core/index';
import { isTimed } from '../core/facts/timed';
import { titleOf } from '../core/facts/title';
import { conversationExtent } from '../core/measure/extent';
import type { Summary } from './messages';

export function summarise(conversation: Conversation): Summary {
  const timeline = timelineOf(conversation);
  const timed = timeline !== undefined && isTimed(conversation, timeline);
  return {
    id: conversation.id,
    title: timeline ? titleOf(timeline) : conversation.id,
    ...(timed && conversationExtent(timeline)),
    live: timeline?.live ?? false,
    participants: timeline?.lanes.length ?? 0,
    problems: timeline?.problems.length ?? 0,
  };
}

/** A fault of ours in one conversation does not hide the other thousands: whoever opens it is told. */
function timelineOf(conversation: Conversation): Timeline | undefined {
  try {
    return buildTimeline(conversation);
  } catch {
    return undefined;
  }
}
