import type { Pixel } from '../view/pixel';
import { overlayOf, type Overlays } from '../view/view';
import type { LinkKind } from '../model/timeline';
import type { TimelineColumns } from './columns';
import { lowerBound } from './search';

/**
 * One lane from top to bottom, `y` from the top of all rows:
 *
 *     ┌ y ─────────────────────────────────
 *     │ head       name, on narrow screens
 *     │ air        glyphs of milestones
 *     │ ████████   bars of the first track
 *     │ ████████   bars of the next track
 *     │ ▬▬▬▬▬▬▬▬   ribbon of roles and control
 *     │ ────────   stretches of other links
 *     │ air        labels of links, on the border
 *     └ y + height ────────────────────────
 */
export interface Row {
  index: number;
  laneId: string;
  y: Pixel;
  height: Pixel;
  tracks: { y: Pixel; height: Pixel }[];
  /** Top of the ribbon, where there is one. */
  ribbon?: Pixel;
  /** Middle of the line on which the stretches of a kind of link are drawn. */
  strips: Map<LinkKind, Pixel>;
  folded: boolean;
}

export interface RowStyle {
  compact: boolean;
  /** Height of a line above the bars that carries the name. */
  head: Pixel;
}

export interface Rows {
  list: Row[];
  height: Pixel;
  style: RowStyle;
}

export const RIBBON_HEIGHT: Pixel = 8;
const STRIP_HEIGHT: Pixel = 5;
const FOLDED_BAR: Pixel = 8;
/** Under the last row: words of links lie on the borders of rows, and half of one would be cut off. */
export const FOOT: Pixel = 8;

interface Measures {
  bar: Pixel;
  gap: Pixel;
  air: Pixel;
  least: Pixel;
}

function measuresFor(style: RowStyle): Measures {
  const comfortable = { bar: 20, gap: 5, air: 15, least: 56 };
  const measures = style.compact ? { bar: 14, gap: 3, air: 6, least: 28 } : comfortable;
  return style.head > 0 ? { ...measures, air: style.compact ? 4 : 10, least: 0 } : measures;
}

interface Extras {
  ribbon: boolean;
  strips: LinkKind[];
}

function extrasOf(columns: TimelineColumns, overlays: Overlays): Map<string, Extras> {
  const extras = new Map<string, Extras>();
  for (const { lane } of columns.lanes) {
    extras.set(lane.id, { ribbon: overlays.roles && lane.roles.length > 0, strips: [] });
  }
  for (const { kind, from, start, end } of columns.timeline.links) {
    const extra = extras.get(from.laneId);
    if (!extra || start === end || !overlays[overlayOf(kind)]) continue;
    if (kind === 'controlling') extra.ribbon = true;
    else if (!extra.strips.includes(kind)) extra.strips.push(kind);
  }
  return extras;
}

function openRow(row: Row, count: number, { ribbon, strips, style }: Extras & { style: RowStyle }): void {
  const { bar, gap, air, least } = measuresFor(style);
  const content =
    count * bar + (count - 1) * gap + (ribbon ? gap + RIBBON_HEIGHT : 0) + strips.length * STRIP_HEIGHT;
  row.height = style.head + Math.max(content + 2 * air, least);
  // What is left over goes above and below alike.
  let y = row.y + style.head + (row.height - style.head - content) / 2;
  for (let track = 0; track < count; track++) {
    row.tracks.push({ y, height: bar });
    y += bar + (track < count - 1 ? gap : 0);
  }
  if (ribbon) {
    row.ribbon = y + gap;
    y += gap + RIBBON_HEIGHT;
  }
  for (const kind of strips) {
    row.strips.set(kind, y + STRIP_HEIGHT - 1);
    y += STRIP_HEIGHT;
  }
}

function foldedRow(row: Row, count: number, style: RowStyle): void {
  row.height = style.head + 28;
  const top = row.y + style.head + (28 - FOLDED_BAR) / 2;
  // All tracks share one thin line: a fold hides detail, not the fact that something was going on.
  for (let track = 0; track < count; track++) row.tracks.push({ y: top, height: FOLDED_BAR });
}

/** Places all lanes from top to bottom; independent of time and zoom. */
export function rowsOf(
  columns: TimelineColumns,
  view: { overlays: Overlays; folded: readonly string[] },
  style: RowStyle,
): Rows {
  const extras = extrasOf(columns, view.overlays);
  const folded = new Set(view.folded);
  let y = 0;
  const list = columns.lanes.map((lane, index): Row => {
    const laneId = lane.lane.id;
    const row: Row = {
      index,
      laneId,
      y,
      height: 0,
      tracks: [],
      strips: new Map(),
      folded: folded.has(laneId),
    };
    const count = Math.max(lane.tracks.length, 1);
    const { ribbon, strips } = extras.get(laneId) ?? { ribbon: false, strips: [] };
    if (row.folded) foldedRow(row, count, style);
    else openRow(row, count, { ribbon, strips, style });
    y += row.height;
    return row;
  });
  return { list, height: y + FOOT, style };
}

/** From a row up to, not including, another. */
export interface RowSpan {
  from: number;
  to: number;
}

function endOf(row: Row | undefined): Pixel {
  return row ? row.y + row.height : 0;
}

/** The rows that touch a band of the picture. */
export function rowsIn(rows: Rows, top: Pixel, bottom: Pixel): RowSpan {
  const { list } = rows;
  const from = lowerBound(list.length, (index) => endOf(list[index]) > top);
  const to = lowerBound(list.length, (index) => (list[index]?.y ?? 0) >= bottom);
  return { from, to: Math.max(to, from) };
}

/** Upper edge of the bars of a row. */
export function topOf(row: Row): Pixel {
  return row.tracks[0]?.y ?? row.y;
}

/** Lower edge of bars, ribbon and stretches. */
export function bottomOf(row: Row): Pixel {
  const last = row.tracks.at(-1);
  const bars = last ? last.y + last.height : row.y + row.height;
  const ribbon = row.ribbon === undefined ? bars : row.ribbon + RIBBON_HEIGHT;
  return Math.max(bars, ribbon, ...[...row.strips.values()].map((y) => y + 2));
}
