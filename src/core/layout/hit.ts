import type { Duration } from '../model/time';
import type { Lane } from '../model/timeline';
import type { Pixel } from '../view/pixel';
import { laneMark, type Mark, segmentMark } from '../view/marks';
import { toInstant, toPixel } from '../view/scale';
import type { LaneColumns, TimelineColumns, TrackColumns } from './columns';
import { isBare, isQuiet } from './milestones';
import { STRIP_WIDTH } from './links';
import { LEAST } from './merge';
import { bandOf, type Row, type Rows, rowsIn } from './rows';
import type { Pill, Scene } from './scene';
import { lowerBound } from '../model/lower-bound';

/** What the pointer may miss a mark by where marks lie close, */
const SLACK: Pixel = 4;
/** and where nothing else is near: half of what a finger covers. */
const REACH: Pixel = 12;

/** How far glyphs stand out over the bars. */
const GLYPHS: Pixel = 10;

interface Point {
  /** From the start of the scene's window. */
  x: Pixel;
  /** From the top of all rows. */
  y: Pixel;
}

/** On words that stand in the picture. */
function isOn(pill: Pill | undefined, { x, y }: Point): boolean {
  return (
    pill !== undefined &&
    x >= pill.left &&
    x <= pill.left + pill.width &&
    y >= pill.top &&
    y <= pill.top + pill.height
  );
}

function linkAt(columns: TimelineColumns, scene: Scene, point: Point): Mark | undefined {
  const { x, y } = point;
  const near = scene.links.find((wire) => {
    const onLine =
      wire.x !== undefined &&
      Math.abs(wire.x - x) <= SLACK &&
      y >= Math.min(wire.from, wire.to) &&
      y <= Math.max(wire.from, wire.to);
    return onLine || isOn(wire.pill, point);
  });
  return near && columns.links[near.index];
}

/** What lasts of a link; where it lies on the ribbon of a role, the words of that still are the role's. */
function stretchAt(columns: TimelineColumns, scene: Scene, point: Point): Mark | undefined {
  if (scene.ribbons.some(({ pill }) => isOn(pill, point))) return undefined;
  const { x, y } = point;
  const near = scene.links.find(
    ({ stretch }) =>
      stretch &&
      x >= stretch.left &&
      x <= stretch.right &&
      Math.abs(stretch.y - y) <= (stretch.width + STRIP_WIDTH) / 2,
  );
  return near && columns.links[near.index];
}

interface Seat {
  lane: LaneColumns;
  row: Row;
}

function ribbonAt({ lane, row }: Seat, scene: Scene, { x, y }: Point): Mark | undefined {
  const near = scene.ribbons.find(
    (ribbon) =>
      ribbon.laneId === row.laneId &&
      x >= ribbon.left &&
      x <= ribbon.right &&
      y >= ribbon.y - 3 &&
      y <= ribbon.y + ribbon.height + 3,
  );
  return near && laneMark(lane.lane, 'role', near.index);
}

/** Milestones and limits stand over the bars; the nearest counts, and one that merely ends a bar counts least. */
function glyphAt({ lane, row }: Seat, scene: Scene, { x, y }: Point): Mark | undefined {
  const { milestones, limits } = lane.lane;
  const bare = isBare(lane);
  let best: { miss: Pixel; mark: Mark | undefined } | undefined;
  const consider = (
    kind: 'milestone' | 'limit',
    index: number,
    { at, trackId, kind: what }: { at: number; trackId?: string; kind: string },
  ) => {
    const band = bandOf(row, lane.lane, trackId);
    const quiet = kind === 'milestone' && !bare && isQuiet(milestones[index]);
    const miss = Math.abs(toPixel(scene.window, at) - x) + (quiet ? SLACK : 0);
    const inBand = y >= band.y - GLYPHS && y <= band.y + (bare ? band.height : 0);
    if (!inBand || miss > REACH || (best && best.miss <= miss)) return;
    if (!scene[`${kind}s`].some((path) => path.laneId === row.laneId && path.kind === what)) return;
    best = { miss, mark: laneMark(lane.lane, kind, index) };
  };
  for (const [index, milestone] of milestones.entries()) consider('milestone', index, milestone);
  for (const [index, limit] of limits.entries()) consider('limit', index, limit);
  return best?.mark;
}

/** Bands of tracks at a height: on folded rows all lie on one line. */
function tracksAt(seats: readonly Seat[], y: Pixel): { lane: Lane; track: TrackColumns }[] {
  return seats.flatMap(({ lane: { lane, tracks }, row }) =>
    tracks.flatMap((track, place) => {
      const band = row.tracks[place];
      return band && y >= band.y - 2 && y <= band.y + band.height + 2 ? [{ lane, track }] : [];
    }),
  );
}

/** The segment under a pointer, else the nearest within reach; of several the shortest, for it is on top. */
function barAt(
  seats: readonly Seat[],
  { window }: Scene,
  { x, y, slack }: Point & { slack: Pixel },
): Mark | undefined {
  const from = toInstant(window, x - slack);
  const to = toInstant(window, x + slack);
  const at = toInstant(window, x);
  const least = at - toInstant(window, x - LEAST);
  let best: { miss: Duration; length: Duration; mark: Mark | undefined } | undefined;
  for (const { lane, track } of tracksAt(seats, y)) {
    const { starts, ends, reach, index } = track.all;
    const last = lowerBound(starts.length, (place) => (starts[place] ?? 0) > to);
    // Backwards from the last that has begun, until none before it can reach so far.
    for (let place = last - 1; place >= 0 && (reach[place] ?? 0) >= from; place--) {
      const start = starts[place] ?? 0;
      const end = Math.max(ends[place] ?? 0, start + least);
      if (end < from) continue;
      const miss = Math.max(start - at, at - end, 0);
      const length = end - start;
      if (!best || miss < best.miss || (miss === best.miss && length < best.length))
        best = { miss, length, mark: segmentMark(lane, track.track, index[place] ?? -1) };
      if (miss === 0 && last - place > 2000) break;
    }
  }
  return best?.mark;
}

/**
 * What lies under a point: a bar first, then link, ribbon and glyph, then a bar that is merely near. By search,
 * however many marks there are.
 */
export function hitTest(
  columns: TimelineColumns,
  rows: Rows,
  scene: Scene,
): (point: Point) => Mark | undefined {
  return (point) => {
    const { from, to } = rowsIn(rows, point.y, point.y + 1);
    // Joined legs share a row: there may be several.
    const seats = rows.list.slice(from, to).flatMap((row) => {
      const lane = columns.lanes[row.index];
      return lane ? [{ lane, row }] : [];
    });
    const first = (find: (seat: Seat) => Mark | undefined) => seats.map(find).find(Boolean);
    return (
      barAt(seats, scene, { ...point, slack: SLACK }) ??
      linkAt(columns, scene, point) ??
      stretchAt(columns, scene, point) ??
      first((seat) => ribbonAt(seat, scene, point)) ??
      first((seat) => glyphAt(seat, scene, point)) ??
      barAt(seats, scene, { ...point, slack: REACH })
    );
  };
}
