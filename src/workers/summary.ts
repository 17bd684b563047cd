import { buildTimeline, type Conversation } from '../core/index';
import type { Summary } from './messages';

/** The first customer names a conversation best, as its id says nothing to people. */
export function summarise(conversation: Conversation): Summary {
  const timeline = buildTimeline(conversation);
  const named = timeline.lanes.find(({ purpose }) => purpose === 'customer') ?? timeline.lanes[0];
  return {
    id: timeline.id,
    title: timeline.title ?? named?.label ?? timeline.id,
    start: timeline.start,
    end: timeline.end,
    live: timeline.live,
    participants: timeline.lanes.length,
    problems: timeline.problems.length,
  };
}
