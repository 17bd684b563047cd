import type { Conversation } from '../model/conversation';
import type { Instant } from '../model/time';
import type { Timeline } from '../model/timeline';
import { problemsOf } from './problems';
import { sketchTimeline } from './sketch';

/**
 * Turns a conversation into its timeline: every rule from data to marks, each mark with its evidence.
 *
 * `now` (ms since the epoch) is when the picture is taken: open stretches reach to it. Without it, or when it is no instant, it is
 * the latest one in the data, planned ones left out, for the pipeline has no clock. Never throws on a
 * conversation that `parseConversations` gave; the conversation is not changed.
 */
export function buildTimeline(
  conversation: Conversation,
  options: { now?: Instant | undefined } = {},
): Timeline {
  const { timeline, lanes, context } = sketchTimeline(conversation, options);
  timeline.problems = problemsOf(lanes, context);
  return timeline;
}
