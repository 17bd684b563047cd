import { buildTimeline, type Conversation, parseConversations, type Problem, type Timeline } from '../core';

/** What the host gave, read; a timeline that was built before is taken as it is. */
export interface Reading {
  conversation?: Conversation;
  timeline?: Timeline;
  problems: Problem[];
}

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
export function read(input: unknown): Reading {
  if (isTimeline(input)) return { timeline: input, problems: input.problems };
  const { conversations, problems } = parseConversations(input);
  return { conversation: conversations[0], problems };
}

export function build({ conversation, timeline, problems }: Reading, now?: number): Resolved {
  if (timeline || !conversation) return { timeline, problems };
  const built = buildTimeline(conversation, { now });
  return { timeline: built, problems: [...problems, ...built.problems] };
}
