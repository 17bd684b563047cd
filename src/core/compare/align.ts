import type { Instant } from '../model/time';
import type { Timeline } from '../model/timeline';
import { isStaff } from '../timeline/purpose';
import { placeable } from '../view/placeable';
import { renamed, shifted } from './shift';

/** What stands at the same place of the axis: the beginnings, the first answers, or nothing but the clock. */
export const ALIGNMENTS = ['start', 'answer', 'clock'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** `A`, `B` … for the first, second … of those compared. */
export function letterOf(index: number): string {
  return String.fromCodePoint(65 + index);
}

/** When somebody of staff was first connected. */
export function firstAnswer({ lanes }: Timeline): Instant | undefined {
  const answers = lanes
    .filter(({ purpose }) => isStaff(purpose))
    .flatMap(({ tracks }) => tracks.flatMap(({ segments }) => segments))
    .filter(({ type, certainty }) => type === 'connected' && certainty !== 'planned')
    .map(({ start }) => start);
  return answers.length === 0 ? undefined : answers.reduce((least, at) => Math.min(least, at));
}

function anchorOf(timeline: Timeline, align: Alignment): Instant | undefined {
  return align === 'answer' ? firstAnswer(timeline) : timeline.start;
}

/** Those that have a place in time, where any has: of the others the axis would begin where nobody was. */
function placed(timelines: readonly Timeline[]): readonly Timeline[] {
  const some = timelines.filter(placeable);
  return some.length > 0 ? some : timelines;
}

export interface Aligned {
  timeline: Timeline;
  /** Places of those that nobody answered: they stand by their starts. */
  unanswered: number[];
}

/**
 * Several conversations as one timeline, one under the other, on one axis:
 *
 *     A  ├──┼────────┤            start, answer: moved to the first one's
 *     B     ├────────┼──┤         clock: where they were
 */
export function aligned(timelines: readonly Timeline[], align: Alignment): Aligned {
  const [first] = placed(timelines);
  const unanswered = timelines.flatMap((each, index) =>
    align === 'answer' && firstAnswer(each) === undefined ? [index] : [],
  );
  const target = first ? (anchorOf(first, align) ?? first.start) : 0;
  const moved = timelines.map((each, index) => {
    const by = align === 'clock' ? 0 : target - (anchorOf(each, align) ?? each.start);
    return renamed(shifted(each, by), letterOf(index));
  });
  const end = Math.max(...placed(moved).map((each) => each.end));
  return {
    timeline: {
      id: timelines.map(({ id }) => id).join(' '),
      start: Math.min(...placed(moved).map(({ start }) => start)),
      end,
      // Now is where the one that goes on ends, and drawn at the end of all.
      live: moved.some((each) => each.live && each.end === end),
      lanes: moved.flatMap(({ lanes }) => lanes),
      links: moved.flatMap(({ links }) => links),
      problems: [],
    },
    unanswered,
  };
}
