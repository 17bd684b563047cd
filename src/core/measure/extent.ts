import type { Instant } from '../model/time';
import type { Lane, Link, Milestone, Timeline } from '../model/timeline';
import type { Interval } from './intervals';

/** Around all that was taken into it; without any, from infinity to before all times. */
export function noExtent(): Interval {
  return { start: Number.POSITIVE_INFINITY, end: Number.NEGATIVE_INFINITY };
}

export function takeInstant(extent: Interval, at: Instant | undefined): void {
  if (at === undefined) return;
  if (at < extent.start) extent.start = at;
  if (at > extent.end) extent.end = at;
}

function takeStretch(extent: Interval, { start, end, certainty }: Interval & { certainty: string }): void {
  if (certainty === 'planned') return;
  takeInstant(extent, start);
  takeInstant(extent, end);
}

/** Encloses every mark but planned ones and limits, which lie ahead of what they limit, and what milestones do not count. */
export function extentOf(
  lanes: readonly Lane[],
  links: readonly Link[],
  counts: (milestone: Milestone) => boolean,
): Interval {
  const extent = noExtent();
  for (const { tracks, milestones, roles } of lanes) {
    for (const { segments } of tracks) for (const segment of segments) takeStretch(extent, segment);
    for (const milestone of milestones) if (counts(milestone)) takeInstant(extent, milestone.at);
    for (const role of roles) takeStretch(extent, role);
  }
  for (const link of links) takeStretch(extent, link);
  return extent;
}

/** Only speaks of the conversation. */
function isForeign({ kind }: Milestone): boolean {
  return kind.startsWith('evaluation-');
}

/** When the conversation began and ended: the timeline's start and end, without what only evaluations, days later, have added. */
export function conversationExtent({ lanes, links, live, start, end }: Timeline): Interval {
  const foreign = noExtent();
  for (const { milestones } of lanes) {
    for (const milestone of milestones) if (isForeign(milestone)) takeInstant(foreign, milestone.at);
  }
  const isFirst = foreign.start <= start;
  const isLast = foreign.end >= end && !live;
  // Most were not evaluated.
  const own = isFirst || isLast ? extentOf(lanes, links, (milestone) => !isForeign(milestone)) : foreign;
  if (own.start > own.end) return { start, end };
  return { start: isFirst ? own.start : start, end: isLast ? own.end : end };
}
