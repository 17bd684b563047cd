import type { Preview, PreviewBar } from '../model/facts';
import type { Duration, Instant } from '../model/time';
import type { Lane, Segment, Timeline } from '../model/timeline';
import { mattersOf } from '../view/matters';
import { placeable } from '../view/placeable';

/** More would be under two pixels of a table row. */
const MOST_LANES = 6;
/** A preview is at most so many bars wide: smaller ones are widened to one, so that nothing vanishes. */
const STEPS = 240;

interface Span {
  start: Instant;
  end: Instant;
}

function within({ start, end }: Span): (segment: Segment) => boolean {
  return (segment) => segment.end >= start && segment.start <= end;
}

/** Of bars that begin in one step the first of each type stands for the others. */
function barsOf({ tracks }: Lane, span: Span, step: Duration): PreviewBar[] {
  const segments = tracks
    .flatMap((track) => track.segments)
    .filter(within(span))
    .sort((one, other) => one.start - other.start);
  const bars: PreviewBar[] = [];
  const open = new Map<string, PreviewBar>();
  for (const { type, start, end, certainty } of segments) {
    const from = Math.max(0, start - span.start);
    const to = Math.min(span.end - span.start, end - span.start);
    const before = open.get(type);
    if (before && before[3] === certainty && from - before[2] < step && to - before[1] < 2 * step) {
      before[2] = Math.max(before[2], to);
      continue;
    }
    const bar: PreviewBar = [type, from, to, certainty];
    open.set(type, bar);
    bars.push(bar);
  }
  return bars;
}

function lengthOf({ bars }: { bars: PreviewBar[] }): Duration {
  return bars.reduce((sum, [, from, to]) => sum + to - from, 0);
}

/** Where not all fit, those with the most to see, in their order: missed offers come before who took the call. */
function fitting<Row extends { bars: PreviewBar[] }>(lanes: Row[]): Row[] {
  if (lanes.length <= MOST_LANES) return lanes;
  const longest = [...lanes].sort((one, other) => lengthOf(other) - lengthOf(one)).slice(0, MOST_LANES);
  const kept = new Set(longest);
  return lanes.filter((lane) => kept.has(lane));
}

/** The conversation at the size of a table row: as far as it matters, see `mattersOf`. */
export function previewOf(timeline: Timeline): Preview {
  const { lanes } = timeline;
  if (!placeable(timeline)) return { start: 0, end: 0, lanes: [], more: lanes.length };
  const span = mattersOf(timeline, { start: timeline.start, end: timeline.end });
  const step = Math.max(1, (span.end - span.start) / STEPS);
  const drawn = lanes
    .map((lane) => ({ purpose: lane.purpose, bars: barsOf(lane, span, step) }))
    .filter(({ bars }) => bars.length > 0);
  return {
    start: span.start,
    end: span.end,
    lanes: fitting(drawn),
    more: Math.max(0, drawn.length - MOST_LANES),
  };
}
