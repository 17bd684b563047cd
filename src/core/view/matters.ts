import type { Duration, Instant } from '../model/time';
import type { Timeline } from '../model/timeline';
import { isStaff } from '../timeline/purpose';
import { type Range, spanOf } from './range';
import { DAY, MINUTE } from './steps';

interface Span extends Range {
  laneId: string;
  /** Of someone at work, not of a customer or a machine. */
  staff: boolean;
}

const HALF_AN_HOUR: Duration = 30 * MINUTE;
const MONTH: Duration = 30 * DAY;
/** A quiet stretch is cut off only if it takes so much of the picture that the rest cannot be read. */
const SQUEEZING = 0.85;
/** What is kept must be a story: fewer segments may well be a call whose long part is the point of it. */
const STORY = 4;
/** Beside one end of a leg that is months away, which is no time of that call. */
const LEAST_STORY = 2;

interface Gap {
  /** Last change before it, first change after it. */
  from: Instant;
  to: Instant;
}

function widestGap(edges: readonly Instant[], within: Range): Gap | undefined {
  let widest: Gap | undefined;
  let previous: Instant | undefined;
  for (const edge of edges) {
    if (edge < within.start || edge > within.end) continue;
    if (previous !== undefined && edge - previous > (widest ? widest.to - widest.from : 0))
      widest = { from: previous, to: edge };
    previous = edge;
  }
  return widest;
}

/**
 * The side of a gap in which the conversation happens, if one may be left out:
 *
 *     stuck    ▐▌▐█▌█████████████████████████████   one leg alone never ended: what is before it
 *     idle     ▐████████████████████████████▐█▌▐▌   nobody is at work in the gap: the richer side
 *     usual    ▐▌▐██████████████████████████████▌   two people talk for hours: both, it is the call
 */
function richerSide(spans: readonly Span[], gap: Gap, share: number): 'before' | 'after' | undefined {
  const before = spans.filter(({ end }) => end <= gap.from).length;
  const after = spans.filter(({ start }) => start >= gap.to).length;
  const across = spans.filter(({ start, end }) => start < gap.to && end > gap.from);
  if (before === after) return undefined;
  const richer = before > after ? 'before' : 'after';
  const story = Math.min(before, after) === 0 && gap.to - gap.from > MONTH ? LEAST_STORY : STORY;
  if (Math.max(before, after) < story) return undefined;
  const idle = across.every(({ staff }) => !staff);
  const stuck = before > after && new Set(across.map(({ laneId }) => laneId)).size <= 1;
  // Nobody talks for days: such a gap is cut off whoever it looks to be.
  const absurd = gap.to - gap.from > DAY && share > 0.98;
  return idle || stuck || absurd ? richer : undefined;
}

/** What has a length, if instants on its sides, as evaluations of days later, squeeze it. */
function withoutInstants(edges: readonly Instant[], whole: Range): Range {
  const start = Math.max(edges[0] ?? whole.start, whole.start);
  const end = Math.min(edges.at(-1) ?? whole.end, whole.end);
  const beyond = spanOf(whole) - (end - start);
  const squeezed = beyond >= HALF_AN_HOUR && beyond >= spanOf(whole) * SQUEEZING;
  // Three edges are of two segments: one point alone is no story.
  return squeezed && edges.length > LEAST_STORY ? { start, end } : whole;
}

function spansOf(timeline: Timeline): Span[] {
  return timeline.lanes.flatMap(({ id, purpose, tracks }) => {
    const staff = isStaff(purpose);
    return tracks.flatMap(({ segments }) =>
      segments.map(({ start, end }) => ({ laneId: id, staff, start, end })),
    );
  });
}

/**
 * The stretch in which most of a conversation happens: all of it, but for far ends that would squeeze the rest
 * to nothing (a leg that was never ended, hours of waiting for a first answer, an evaluation of days later).
 */
export function mattersOf(timeline: Timeline, whole: Range): Range {
  const spans = spansOf(timeline);
  const edges = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b);
  let range = withoutInstants(edges, whole);
  // Each turn cuts off at least one change, and more than a few far ends have not been seen.
  for (let turn = 0; turn < 6; turn++) {
    const gap = widestGap(edges, range);
    const length = gap ? gap.to - gap.from : 0;
    const share = length / (range.end - range.start);
    if (!gap || length < HALF_AN_HOUR || share < SQUEEZING) break;
    const { start, end } = range;
    const inside = spans.filter((span) => span.end >= start && span.start <= end);
    const side = richerSide(inside, gap, share);
    if (!side) break;
    range = side === 'before' ? { start, end: gap.from } : { start: gap.to, end };
  }
  return range;
}
