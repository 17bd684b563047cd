import type { Pixel } from '../view/pixel';
import { arrange, type Arrangement } from '../view/arrange';
import { overlayOf, type Overlays, type RowChoice } from '../view/view';
import { viewFrom } from '../view/view-from';
import type { Duration } from '../model/time';
import type { Lane, LinkKind } from '../model/timeline';
import type { Range } from '../view/range';
import type { TimelineColumns } from './columns';
import { lowerBound } from '../model/lower-bound';

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
  /** Place of the lane in the timeline. */
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
  /** Stands on the row of another leg of the same user. */
  joined?: true;
}

export interface RowStyle {
  compact: boolean;
  /** Height of a line above the bars that carries the name. */
  head: Pixel;
}

export interface Rows {
  /** From top to bottom. */
  list: Row[];
  /** By lane; of lanes out of sight there are none. */
  of: ReadonlyMap<string, Row>;
  hidden: Arrangement['hidden'];
  filtered: Arrangement['filtered'];
  /** The pinned ones, with the legs that share a row with them, which stay in sight while the others scroll. */
  stuck: { count: number; height: Pixel };
  height: Pixel;
  style: RowStyle;
}

export const RIBBON_HEIGHT: Pixel = 8;
const STRIP_HEIGHT: Pixel = 5;
const FOLDED_BAR: Pixel = 8;
/** Under the last row, and the last that stays in sight: words of links lie on the borders of rows, and half of one would be cut off. */
export const FOOT: Pixel = 8;

/** Pinned rows that are higher together would leave too little room for the others. */
const STUCK_MOST: Pixel = 300;

interface Measures {
  bar: Pixel;
  gap: Pixel;
  air: Pixel;
  least: Pixel;
}

function measuresFor(style: RowStyle): Measures {
  const comfortable = { bar: 20, gap: 5, air: 15, least: 56 };
  const measures = style.compact ? { bar: 14, gap: 3, air: 6, least: 28 } : comfortable;
  return style.head > 0 ? { ...measures, air: style.compact ? 4 : 13, least: 0 } : measures;
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

/** Legs that follow one another may overlap by so much, as the clocks of the rules (`CLOCKS`) may differ. */
const TOUCHING: Duration = 500;

/**
 * The first band of each of the legs that share a row, and how many there are. Legs that overlap in time stand one
 * below the other, as bars of one would hide those of the other; what follows shares the bands of what was before.
 *
 *     leg 1   ███████        ██
 *     leg 2        ██████
 *     row     ███████   …    ██
 *                  ██████
 */
function bandsOf(columns: TimelineColumns, seat: readonly number[]): { first: number[]; count: number } {
  const taken: Range[][] = [];
  const first = seat.map((index) => {
    const tracks = columns.lanes[index]?.tracks ?? [];
    const start = Math.min(...tracks.map(({ all }) => all.starts[0] ?? Infinity));
    const end = Math.max(...tracks.map(({ all }) => all.reach.at(-1) ?? -Infinity));
    const isFree = (band: number) =>
      tracks.every((_, place) =>
        (taken[band + place] ?? []).every(
          (other) => other.end <= start + TOUCHING || end <= other.start + TOUCHING,
        ),
      );
    let band = 0;
    while (!isFree(band)) band++;
    for (const place of tracks.keys()) (taken[band + place] ??= []).push({ start, end });
    return band;
  });
  return { first, count: Math.max(1, taken.length) };
}

/** Lanes that share one row: neighbours of one user whose legs are joined. */
function seatsOf(columns: TimelineColumns, order: readonly number[], joined: readonly string[]): number[][] {
  const seats: number[][] = [];
  let last: string | undefined;
  for (const index of order) {
    const user = columns.lanes[index]?.lane.userId;
    if (user !== undefined && user === last && joined.includes(user)) seats.at(-1)?.push(index);
    else seats.push([index]);
    last = user;
  }
  return seats;
}

type Choice = { overlays: Overlays; folded: readonly string[] } & Partial<RowChoice>;

/** Places the lanes that the view shows from top to bottom; independent of time and zoom. */
export function rowsOf(columns: TimelineColumns, view: Choice, style: RowStyle): Rows {
  const extras = extrasOf(columns, view.overlays);
  const choice = viewFrom(view);
  const { order, hidden, filtered } = arrange(columns.timeline.lanes, choice);
  const folded = new Set(view.folded);
  const lastPinned = order.findLastIndex((index) =>
    choice.pinned.includes(columns.lanes[index]?.lane.id ?? ''),
  );
  let stuck = { count: 0, height: 0 };
  const list: Row[] = [];
  let y = 0;
  for (const seat of seatsOf(columns, order, choice.joined)) {
    if (stuck.count === 0 && lastPinned >= 0 && list.length > lastPinned && y <= STUCK_MOST) {
      stuck = { count: list.length, height: y };
      y += FOOT; // which else would cover what comes next
    }
    const ids = seat.map((index) => columns.lanes[index]?.lane.id ?? '');
    const { first, count } = bandsOf(columns, seat);
    const ribbon = ids.some((id) => extras.get(id)?.ribbon);
    const strips = [...new Set(ids.flatMap((id) => extras.get(id)?.strips ?? []))];
    const isFolded = ids.some((id) => folded.has(id));
    let bottom = y;
    for (const [place, index] of seat.entries()) {
      const laneId = ids[place] ?? '';
      const row: Row = { index, laneId, y, height: 0, tracks: [], strips: new Map(), folded: isFolded };
      if (isFolded) foldedRow(row, count, style);
      else openRow(row, count, { ribbon, strips, style });
      row.tracks.splice(0, first[place] ?? 0);
      if (place > 0) row.joined = true;
      bottom = y + row.height;
      list.push(row);
    }
    y = bottom;
  }
  const of = new Map(list.map((row) => [row.laneId, row]));
  return { list, of, hidden, filtered, stuck, height: y + FOOT, style };
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

/** Where the bars of a track lie; what names no track of the lane belongs to its first. */
export function bandOf(row: Row, { tracks }: Lane, trackId: string | undefined): Row['tracks'][number] {
  const index = tracks.findIndex(({ id }) => id === trackId);
  return row.tracks[Math.max(index, 0)] ?? { y: topOf(row), height: 0 };
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
