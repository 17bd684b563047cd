import { assertNever } from '../model/assert-never';
import type { Pixel } from '../view/pixel';
import { laneOfMark, type Mark, rangeOfMark } from '../view/marks';
import { type TimeScale, toPixel } from '../view/scale';
import type { TimelineColumns } from './columns';
import { bandOf, RIBBON_HEIGHT, type Row, type Rows } from './rows';
import type { Box } from './shapes';

function edgesOf(mark: Mark, row: Row): { top: Pixel; bottom: Pixel } {
  const track = (id: string | undefined) => {
    const { y, height } = bandOf(row, laneOfMark(mark), id);
    return { top: y, bottom: y + height };
  };
  switch (mark.kind) {
    case 'segment':
      return track(mark.track.id);
    case 'limit':
      return track(mark.limit.trackId);
    case 'milestone': {
      const { top } = track(mark.milestone.trackId);
      return { top: top - 10, bottom: top };
    }
    case 'role': {
      const top = row.ribbon ?? row.y;
      return { top, bottom: top + RIBBON_HEIGHT };
    }
    case 'link': {
      const strip = row.strips.get(mark.link.kind);
      if (strip !== undefined) return { top: strip - 2, bottom: strip + 2 };
      return row.ribbon === undefined
        ? track(undefined)
        : { top: row.ribbon, bottom: row.ribbon + RIBBON_HEIGHT };
    }
    case 'lane':
      return { top: row.y, bottom: row.y + row.height };
    default:
      return assertNever(mark);
  }
}

/** Where a mark lies, at least `least` wide; far ends are cut, for frames are drawn by the page. */
export function markBox(
  mark: Mark,
  place: { columns: TimelineColumns; rows: Rows; scale: TimeScale; width: Pixel },
  least: Pixel = 3,
): Box | undefined {
  const row = place.rows.of.get(laneOfMark(mark).id);
  const { start, end } = rangeOfMark(mark);
  if (!row || !Number.isFinite(start)) return undefined;
  const exact = { left: toPixel(place.scale, start), right: toPixel(place.scale, end) };
  const missing = Math.max(least - (exact.right - exact.left), 0) / 2;
  const left = Math.min(Math.max(exact.left - missing, -60), place.width + 60);
  const right = Math.min(Math.max(exact.right + missing, left + least), place.width + 60);
  return { left, right: Math.max(right, left + least), ...edgesOf(mark, row) };
}
