import { buildTimeline, type Conversation, type Timeline } from '../core/index';
import { isTimed } from '../core/facts/timed';
import type { Summary } from './messages';

/** The first customer names a conversation best, as its id says nothing to people. */
export function summarise(conversation: Conversation): Summary {
  const timeline = timelineOf(conversation);
  const timed = timeline !== undefined && isTimed(conversation, timeline);
  const named = timeline?.lanes.find(({ purpose }) => purpose === 'customer') ?? timeline?.lanes[0];
  return {
    id: conversation.id,
    title: timeline?.title ?? named?.label ?? conversation.id,
    ...(timed && { start: timeline.start, end: timeline.end }),
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
