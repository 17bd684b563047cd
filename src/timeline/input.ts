import type { Conversation } from '../core/model/conversation';
import type { Problem } from '../core/model/problem';
import type { Timeline } from '../core/model/timeline';
import { parseSound } from '../core/parse/parse-sound';
import { type Sketch, sketchTimeline } from '../core/timeline/sketch';

/** What the host gave, read; a timeline that was built before is taken as it is. */
export interface Reading {
  conversation?: Conversation;
  timeline?: Timeline;
  problems: Problem[];
}

/** What the component draws. */
export interface Built {
  timeline?: Timeline;
  /** What it takes to judge a timeline that is not judged yet. */
  sketch?: Sketch;
}

function isTimeline(input: unknown): input is Timeline {
  if (typeof input !== 'object' || input === null) return false;
  return 'lanes' in input && Array.isArray(input.lanes) && 'links' in input && Array.isArray(input.links);
}

/**
 * What can be read at once: a timeline as it is; of conversations the first, if there are several. Undefined for
 * text that is to be mended, see `read-any.ts`.
 */
export function readSound(input: unknown): Reading | undefined {
  if (isTimeline(input)) return { timeline: input, problems: input.problems };
  const parsed = parseSound(input);
  return parsed && { conversation: parsed.conversations[0], problems: parsed.problems };
}

export function build({ conversation, timeline }: Reading, now?: number): Built {
  if (timeline || !conversation) return { timeline };
  const sketch = sketchTimeline(conversation, { now });
  return { timeline: sketch.timeline, sketch };
}
