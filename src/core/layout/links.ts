import type { Link } from '../model/timeline';
import type { Pixel } from '../view/pixel';
import { toPixel } from '../view/scale';
import { overlayOf, type Overlays } from '../view/view';
import type { TimelineColumns } from './columns';
import { type Line, placePills, type Stretch } from './pills';
import { bottomOf, RIBBON_HEIGHT, type Row, type Rows, topOf } from './rows';
import type { SceneWords, Wire } from './scene';
import { arrowPath, dotPath, linePath, stretchPath } from './shapes';
import type { Window } from './window';

/** Lines side by side keep this distance, so that each can be followed. */
const APART: Pixel = 7;
/** They move no farther than this from their instant, or they would be read as of another. */
const FARTHEST: Pixel = 12 * APART;
const STUB: Pixel = 9;
/** Of what lasts of a link, below the ribbon. */
export const STRIP_WIDTH: Pixel = 2.5;
/** Beyond so many lines in sight, words on them would only be noise. */
const MOST_PILLS = 40;
/**
 * How far words, and lines that make room, may stand out beyond the first and the last instant, as a part of the width:
 * where all fits, there is as much air.
 */
const BEYOND = 0.0095;

interface Stage {
  columns: TimelineColumns;
  rows: Rows;
  window: Window;
  overlays: Overlays;
  words: SceneWords;
}

/**
 * Lines run upright at the instant a link begins, from edge to edge of the two rows, behind the bars of the
 * rows between:
 *
 *     A  ████████████      ▲ arrow under A
 *     B  ███   ████████    │ behind B
 *     C  ███████████████   │ from above C
 */
function ends(source: Row, target: Row): { from: Pixel; to: Pixel } {
  return target.y < source.y
    ? { from: topOf(source), to: bottomOf(target) + 1 }
    : { from: bottomOf(source), to: topOf(target) - 1 };
}

function targetOf(link: Link, stage: Stage): Row | undefined {
  return 'laneId' in link.to ? stage.rows.of.get(link.to.laneId) : undefined;
}

function stretchOf(link: Link, row: Row, window: Window): Wire['stretch'] {
  const left = Math.max(toPixel(window, link.start), -40);
  const right = Math.min(toPixel(window, link.end), window.width + 40);
  if (link.end <= link.start || right < 0 || left > window.width) return undefined;
  const isControl = link.kind === 'controlling';
  const width = isControl ? RIBBON_HEIGHT : STRIP_WIDTH;
  const y = isControl ? row.ribbon && row.ribbon + width / 2 : row.strips.get(link.kind);
  return y === undefined ? undefined : { left, right, y, width, path: stretchPath(left, right, y) };
}

function wireOf(index: number, stage: Stage): Wire | undefined {
  const link = stage.columns.timeline.links[index];
  const source = link && stage.rows.of.get(link.from.laneId);
  if (!link || !source || !stage.overlays[overlayOf(link.kind)]) return undefined;
  const target = targetOf(link, stage);
  // The other end is out of sight by choice: a line would end on nothing.
  const isHidden = !target && 'laneId' in link.to;
  const stub = target?.y === source.y ? 'self' : target || isHidden ? undefined : 'unresolved';
  const bottom = bottomOf(source);
  const path = stub || !target ? { from: bottom, to: bottom + STUB } : ends(source, target);
  const x = toPixel(stage.window, link.start);
  const inside = !isHidden && x >= 0 && x <= stage.window.width;
  const wire: Wire = {
    index,
    laneId: source.laneId,
    kind: link.kind,
    certainty: link.certainty,
    ...path,
    ...(inside && { x }),
    ...(stub && { stub }),
    stretch: stretchOf(link, source, stage.window),
  };
  return inside || wire.stretch ? wire : undefined;
}

function overlapping(one: Wire, other: Wire): boolean {
  const top = Math.max(Math.min(one.from, one.to), Math.min(other.from, other.to));
  const bottom = Math.min(Math.max(one.from, one.to), Math.max(other.from, other.to));
  return top <= bottom;
}

/** Where a line that goes one way from its instant finds a place; those on its way are met in that order. */
function freeFor(line: Line, placed: readonly Line[], by: 1 | -1): Pixel {
  let { x } = line;
  for (const other of placed)
    if (Math.abs(other.x - x) < APART && overlapping(other, line)) x = other.x + by * APART;
  return x;
}

/**
 * Lines that would lie on each other move to the right, one after the other, until each has its own place; to the left,
 * where that would be too far from their instant or out of sight; and where that is so as well, they stay.
 */
function spread(lines: readonly Line[], { left, right }: Stretch): void {
  const placed: Line[] = [];
  for (const line of lines) {
    const after = freeFor(line, placed, 1);
    const before = freeFor(line, placed.toReversed(), -1);
    if (after <= Math.min(line.x + FARTHEST, right)) line.x = after;
    else if (before >= Math.max(line.x - FARTHEST, left)) line.x = before;
    placed.push(line);
    placed.sort((one, other) => one.x - other.x);
  }
}

function draw(wire: Line, directed: boolean): void {
  const { x, from, to, stub } = wire;
  const down = to > from;
  const tip = directed && !stub;
  wire.line = linePath(x, from, tip ? to + (down ? -5 : 5) : to);
  if (tip) wire.arrow = arrowPath(x, to, down);
  // Without a direction both ends are alike.
  else if (!stub) wire.arrow = dotPath(x, from) + dotPath(x, to);
}

/** All links whose lines or stretches can be seen in the window, and, of lines, in the band of rows. */
export function linksOf(stage: Stage, band: { top: Pixel; bottom: Pixel }): Wire[] {
  const { links } = stage.columns.timeline;
  const wires: Wire[] = [];
  for (const index of links.keys()) {
    const wire = wireOf(index, stage);
    if (!wire) continue;
    const seen = Math.max(wire.from, wire.to) >= band.top && Math.min(wire.from, wire.to) <= band.bottom;
    if (seen) wires.push(wire);
  }
  const lines = wires.filter((wire): wire is Line => wire.x !== undefined);
  lines.sort((one, other) => one.x - other.x);
  const { rows, words, window, columns } = stage;
  const { start, end } = columns.timeline;
  const beyond = window.width * BEYOND;
  const stretch = { left: toPixel(window, start) - beyond, right: toPixel(window, end) + beyond };
  // So many lines are a texture, not a diagram: they keep their places and go unnamed.
  if (lines.length <= MOST_PILLS * 3) spread(lines, stretch);
  for (const line of lines) draw(line, links[line.index]?.directed ?? false);
  if (lines.length <= MOST_PILLS && !rows.style.compact) placePills(lines, { rows, words, stretch });
  return wires;
}
