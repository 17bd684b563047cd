import type { Conversation } from '../core/model/conversation';
import type { Problem } from '../core/model/problem';
import type { Timeline } from '../core/model/timeline';
import type { Sketch } from '../core/timeline/sketch';

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

/** A timeline that was built before: nothing has to be read, nor built. */
export function readBuilt(input: unknown): Reading | undefined {
  return isTimeline(input) ? { timeline: input, problems: input.problems } : undefined;
}
