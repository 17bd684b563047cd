import { assertNever } from '../model/assert-never';
import type { Limit, Milestone, MilestoneKind } from '../model/timeline';
import type { Pixel } from '../view/pixel';
import { toPixel } from '../view/scale';
import type { LaneColumns } from './columns';
import { type Row, topOf } from './rows';
import type { LimitPath, MilestonePath } from './scene';
import { crossPath, diamondPath, linePath } from './shapes';
import type { Window } from './window';

/** Milestones that merely begin or end a bar: the bar says it already, so they are the faintest of marks. */
const QUIET: readonly MilestoneKind[] = [
  'start',
  'alerting',
  'connected',
  'hold',
  'parked',
  'resume',
  'acw-start',
  'acw-end',
  'end',
];

function toneOf(milestone: Milestone): MilestonePath['tone'] {
  if (milestone.error) return 'error';
  return QUIET.includes(milestone.kind) ? 'quiet' : 'plain';
}

function bandOf(lane: LaneColumns, row: Row, trackId?: string): { y: Pixel; height: Pixel } {
  const index = lane.lane.tracks.findIndex((track) => track.id === trackId);
  return row.tracks[Math.max(index, 0)] ?? { y: topOf(row), height: 0 };
}

function glyph(milestone: Milestone, x: Pixel, band: { y: Pixel; height: Pixel }): string {
  const tone = toneOf(milestone);
  switch (tone) {
    case 'error':
      return crossPath(x, band.y - 5, 3.5);
    case 'plain':
      return diamondPath(x, band.y - 5, 3.5);
    case 'quiet':
      return milestone.kind === 'end' || milestone.kind === 'acw-end'
        ? linePath(x - 0.5, band.y + band.height, band.y + band.height + 3)
        : linePath(x + 0.5, band.y + band.height, band.y + band.height + 3);
    default:
      return assertNever(tone);
  }
}

/** One path per kind; of marks closer than half a pixel one is enough. */
export function milestonesOf(lane: LaneColumns, row: Row, window: Window): MilestonePath[] {
  const paths = new Map<string, MilestonePath & { last: Pixel }>();
  const { laneId } = row;
  for (const milestone of lane.lane.milestones) {
    const x = toPixel(window, milestone.at);
    if (x < -10 || x > window.width + 10) continue;
    const tone = toneOf(milestone);
    const key = `${milestone.kind} ${tone} ${milestone.trackId ?? ''}`;
    const known = paths.get(key);
    if (known && x - known.last < 0.5) continue;
    const path = glyph(milestone, x, bandOf(lane, row, milestone.trackId));
    if (known) Object.assign(known, { path: known.path + path, last: x });
    else paths.set(key, { laneId, kind: milestone.kind, tone, path, last: x });
  }
  return [...paths.values()].map(({ laneId, kind, tone, path }) => ({ laneId, kind, tone, path }));
}

/** A limit stands on the upper edge of its bar, out of the way of words, with a bar of its own on top:  ┬ */
export function limitsOf(lane: LaneColumns, row: Row, window: Window): LimitPath[] {
  const paths = new Map<Limit['kind'], string>();
  for (const { at, kind, trackId } of lane.lane.limits) {
    const x = toPixel(window, at);
    if (x < -10 || x > window.width + 10) continue;
    const { y, height } = bandOf(lane, row, trackId);
    const tick = `${linePath(x, y - 6, y + height / 4)}M${(x - 3).toFixed(1)} ${y - 6}h6`;
    paths.set(kind, (paths.get(kind) ?? '') + tick);
  }
  return [...paths].map(([kind, path]) => ({ laneId: row.laneId, kind, path }));
}
