import { assertNever } from '../model/assert-never';
import type { Limit, Milestone, MilestoneKind, Segment } from '../model/timeline';
import type { Pixel } from '../view/pixel';
import { toPixel } from '../view/scale';
import type { LaneColumns } from './columns';
import { bandOf, type Row } from './rows';
import type { LimitPath, MilestonePath } from './scene';
import { crossPath, diamondPath, linePath, stretchPath } from './shapes';
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

/** Says no more than its bar. */
export function isQuiet(milestone: Milestone | undefined): boolean {
  return milestone !== undefined && !milestone.error && QUIET.includes(milestone.kind);
}

function toneOf(milestone: Milestone, bare: boolean): MilestonePath['tone'] {
  if (milestone.error) return 'error';
  return !bare && isQuiet(milestone) ? 'quiet' : 'plain';
}

/** A lane without any bar shows its instants where the bars would be: they are all there is to see. */
export function isBare({ lane }: LaneColumns): boolean {
  return lane.tracks.every(({ segments }) => segments.length === 0);
}

function glyph(kind: MilestoneKind, tone: MilestonePath['tone'], { x, y, height }: Spot): string {
  switch (tone) {
    case 'error':
      return crossPath(x, y - 5, 3.5);
    case 'plain':
      return diamondPath(x, y - 5, 3.5);
    case 'quiet': {
      const inwards = kind === 'end' || kind === 'acw-end' ? -0.5 : 0.5;
      return linePath(x + inwards, y + height, y + height + 3);
    }
    default:
      return assertNever(tone);
  }
}

interface Spot {
  x: Pixel;
  y: Pixel;
  height: Pixel;
}

/** One path per kind; of marks closer than half a pixel one is enough. */
export function milestonesOf(lane: LaneColumns, row: Row, window: Window): MilestonePath[] {
  const paths = new Map<string, MilestonePath & { last: Pixel }>();
  const { laneId } = row;
  const bare = isBare(lane);
  for (const milestone of lane.lane.milestones) {
    const x = toPixel(window, milestone.at);
    if (x < -10 || x > window.width + 10) continue;
    const tone = toneOf(milestone, bare);
    const key = `${milestone.kind} ${tone} ${milestone.trackId ?? ''}`;
    const known = paths.get(key);
    if (known && x - known.last < 0.5) continue;
    const { y, height } = bandOf(row, lane.lane, milestone.trackId);
    const path = glyph(milestone.kind, tone, { x, y: bare ? y + height / 2 + 5 : y, height });
    if (known) Object.assign(known, { path: known.path + path, last: x });
    else paths.set(key, { laneId, kind: milestone.kind, tone, path, last: x });
  }
  return [...paths.values()];
}

/** What is limited: the last such stretch that began before the limit. */
function limitedBy({ lane }: LaneColumns, { kind, at, trackId }: Limit): Segment | undefined {
  const tracks = lane.tracks.filter(({ id }) => trackId === undefined || id === trackId);
  return tracks
    .flatMap(({ segments }) => segments)
    .findLast((segment) => segment.type === kind && segment.start <= at);
}

/**
 * A limit stands over the upper edge of its bar, out of the way of words, with a line from the stretch that it
 * limits; or else a limit that was not reached would float over something else.
 *
 *      ╶╌╌╌╌╌╌┬
 *     ▐█▌████████████
 */
export function limitsOf(lane: LaneColumns, row: Row, window: Window): LimitPath[] {
  const paths = new Map<Limit['kind'], { path: string; leader: string }>();
  for (const limit of lane.lane.limits) {
    const { at, kind, trackId } = limit;
    const x = toPixel(window, at);
    const limited = limitedBy(lane, limit);
    const from = limited ? Math.max(toPixel(window, limited.start), -10) : x;
    if (x < -10 || from > window.width + 10) continue;
    const { y } = bandOf(row, lane.lane, trackId);
    const to = Math.min(x, window.width + 10);
    const tick = `${linePath(to, y - 7, y)}M${(to - 3).toFixed(1)} ${y - 7}h6`;
    const leader = stretchPath(from, to, y - 2);
    const known = paths.get(kind) ?? { path: '', leader: '' };
    paths.set(kind, { path: known.path + tick, leader: known.leader + leader });
  }
  return [...paths].map(([kind, marks]) => ({ laneId: row.laneId, kind, ...marks }));
}
