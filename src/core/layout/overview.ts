import type { Instant } from '../model/time';
import type { SegmentLook } from '../model/look';
import type { Pixel } from '../view/pixel';
import type { TimeScale } from '../view/scale';
import type { TimelineColumns } from './columns';
import { mergedBars } from './merge';
import { boxPath } from './shapes';

export interface OverviewPath {
  type: SegmentLook;
  path: string;
}

/** The whole conversation in a strip: one thin line per lane, or several lanes to a line when there are many. */
export function overviewOf(
  columns: TimelineColumns,
  scale: TimeScale,
  size: { end: Instant; height: Pixel },
): OverviewPath[] {
  const lines = Math.max(1, Math.min(columns.lanes.length, Math.floor(size.height / 3)));
  const pitch = size.height / lines;
  const thickness = Math.max(pitch - 1, 1.5);
  const paths = new Map<SegmentLook, string[]>(columns.types.map((type) => [type, []]));
  // With many lanes a line is drawn over and over: once per pixel and type is enough.
  const drawn = new Set<string>();
  for (const [index, lane] of columns.lanes.entries()) {
    const line = Math.floor((index * lines) / columns.lanes.length);
    for (const column of lane.tracks.flatMap((track) => track.columns)) {
      // As on the rows: where types share a pixel, each keeps a band of its own.
      const lower = (thickness * 0.7 * columns.types.indexOf(column.type)) / columns.types.length;
      for (const { left, right, widened } of mergedBars(column, scale, size.end)) {
        const key = `${column.type} ${line} ${left.toFixed(0)} ${right.toFixed(0)}`;
        if (drawn.has(key)) continue;
        drawn.add(key);
        const top = line * pitch;
        const box = { left, right, top: top + (widened ? lower : 0), bottom: top + thickness };
        paths.get(column.type)?.push(boxPath(box));
      }
    }
  }
  return [...paths].map(([type, list]) => ({ type, path: list.join('') })).filter(({ path }) => path !== '');
}
