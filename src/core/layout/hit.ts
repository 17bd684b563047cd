import type { Pixel } from '../view/pixel';
import { type Mark, linkMark, segmentMark } from '../view/marks';
import { markId } from '../view/mark-id';
import { toInstant, toPixel } from '../view/scale';
import type { LaneColumns, TimelineColumns, TrackColumns } from './columns';
import { isBare } from './milestones';
import { RIBBON_HEIGHT, type Row, type Rows, rowsIn } from './rows';
import type { Scene } from './scene';
import { lowerBound } from './search';

/** What the pointer may miss a mark by. */
const SLACK: Pixel = 4;

interface Point {
  /** From the start of the scene's window. */
  x: Pixel;
  /** From the top of all rows. */
  y: Pixel;
}

/** The segment under a pointer, else the nearest within reach; of several the shortest, for it is on top. */
function segmentAt(track: TrackColumns, scene: Scene, x: Pixel): number | undefined {
  const { starts, ends, reach } = track.all;
  const from = toInstant(scene.window, x - SLACK);
  const to = toInstant(scene.window, x + SLACK);
  const at = toInstant(scene.window, x);
  const last = lowerBound(starts.length, (place) => (starts[place] ?? 0) > to);
  let best: { place: number; miss: number; length: number } | undefined;
  // Backwards from the last that has begun, until none before it can reach so far.
  for (let place = last - 1; place >= 0 && (reach[place] ?? 0) >= from; place--) {
    const start = starts[place] ?? 0;
    const end = ends[place] ?? 0;
    if (end < from) continue;
    const miss = at < start ? start - at : at >= end ? at - end : 0;
    const length = end - start;
    if (!best || miss < best.miss || (miss === best.miss && length < best.length))
      best = { place, miss, length };
    if (miss === 0 && last - place > 2000) break;
  }
  return best && track.all.index[best.place];
}

function linkAt(columns: TimelineColumns, scene: Scene, { x, y }: Point): Mark | undefined {
  const near = scene.links.find((wire) => {
    const onPill =
      wire.pill &&
      x >= wire.pill.left &&
      x <= wire.pill.left + wire.pill.width &&
      y >= wire.pill.top &&
      y <= wire.pill.top + wire.pill.height;
    const onLine =
      wire.x !== undefined &&
      Math.abs(wire.x - x) <= SLACK &&
      y >= Math.min(wire.from, wire.to) &&
      y <= Math.max(wire.from, wire.to);
    return onPill || onLine;
  });
  return near && linkMark(columns.timeline, near.index);
}

interface Seat {
  lane: LaneColumns;
  row: Row;
}

function ribbonAt({ lane, row }: Seat, scene: Scene, { x, y }: Point): Mark | undefined {
  if (row.ribbon === undefined || y < row.ribbon - 3 || y > row.ribbon + RIBBON_HEIGHT + 3) return undefined;
  const index = lane.lane.roles.findIndex(
    (role) => toPixel(scene.window, role.start) <= x && toPixel(scene.window, role.end) >= x,
  );
  const role = lane.lane.roles[index];
  return (
    role && { kind: 'role', id: markId({ kind: 'role', laneId: row.laneId, index }), lane: lane.lane, role }
  );
}

function glyphAt({ lane, row }: Seat, scene: Scene, { x, y }: Point): Mark | undefined {
  const top = row.tracks[0]?.y ?? row.y;
  const bottom = isBare(lane) ? top + (row.tracks[0]?.height ?? 0) : top;
  if (y < top - 10 || y > bottom) return undefined;
  const near = (at: number) => Math.abs(toPixel(scene.window, at) - x) <= SLACK;
  const index = lane.lane.milestones.findIndex(({ at }) => near(at));
  const milestone = lane.lane.milestones[index];
  if (!milestone) return undefined;
  return {
    kind: 'milestone',
    id: markId({ kind: 'milestone', laneId: row.laneId, index }),
    lane: lane.lane,
    milestone,
  };
}

/** What lies under a point: a bar first, then ribbon, glyph and link. By search, however many marks there are. */
export function hitTest(
  columns: TimelineColumns,
  rows: Rows,
  scene: Scene,
): (point: Point) => Mark | undefined {
  return (point) => {
    const row = rows.list[rowsIn(rows, point.y, point.y + 1).from];
    const lane = row && columns.lanes[row.index];
    if (!row || !lane) return undefined;
    for (const [place, band] of row.tracks.entries()) {
      const track = lane.tracks[place];
      if (!track || point.y < band.y - 2 || point.y > band.y + band.height + 2) continue;
      const index = segmentAt(track, scene, point.x);
      const mark = index === undefined ? undefined : segmentMark(lane.lane, track.track, index);
      if (mark) return mark;
    }
    return (
      linkAt(columns, scene, point) ??
      ribbonAt({ lane, row }, scene, point) ??
      glyphAt({ lane, row }, scene, point)
    );
  };
}
