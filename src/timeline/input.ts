import { buildTimeline, parseConversations, type Problem, type Timeline } from '../core';

/** What the component draws, and what is to be said about how it was read. */
export interface Resolved {
  timeline?: Timeline;
  problems: Problem[];
}

function isTimeline(input: unknown): input is Timeline {
  if (typeof input !== 'object' || input === null) return false;
  return 'lanes' in input && Array.isArray(input.lanes) && 'links' in input && Array.isArray(input.links);
}

/** A timeline as it is; anything else is read as a conversation, the first one if there are several. */
export function resolve(input: unknown, now?: number): Resolved {
  if (isTimeline(input)) return { timeline: input, problems: input.problems };
  const { conversations, problems } = parseConversations(input);
  const first = conversations[0];
  if (!first) return { problems };
  const timeline = buildTimeline(first, { now });
  return { timeline, problems: [...problems, ...timeline.problems] };
}
